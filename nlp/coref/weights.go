package coref

// Weights of a pronoun's candidates: first set by hand, then moved by a search over links right minus 0.75 of links wrong on GUM's
// training documents.
const (
	wSentence     = 35  // each sentence between
	wSubject      = 28  // the candidate is a subject
	wObject       = 9   // an object
	wPossessor    = 10  // a possessor
	wNested       = 7   // inside another phrase (taken off)
	wParallel     = 8   // both are subjects; half for another like relation
	wNamed        = 10  // its chain has a name
	wSize         = 3   // each mention of its chain, up to five
	wUnsure       = 12  // its chain may be of another sort (taken off)
	wSamePronoun  = 25  // the same pronoun
	wNumber       = 15  // numbers differ: "they" for a group (taken off)
	wQuote        = 28  // one is quoted, the other not (taken off)
	wDistance     = 8   // every eighth token between, in one sentence (taken off)
	wOrder        = 12  // every eighth token from the start of its sentence, in another (taken off)
	wOwner        = 23  // subject of the clause whose argument the possessive belongs to
	wRelative     = 40  // the pronoun stands in the candidate's relative clause; by hand
	wPartner      = 40  // the possessive's noun is coordinated with the candidate; by hand
	wPronoun      = -8  // the candidate is a pronoun
	wIndefinite   = -8  // indefinite or without determiner
	wDefinite     = 7   // definite
	wCoordination = -20 // a coordination
	wFloorPerson  = -33 // least score of a link for he and she
	wFloorThey    = -26 // for they
	wFloorIt      = -15 // for it
)
