package sitrep

// ProposalKind is what a proposal proposes.
type ProposalKind string

// What can be proposed.
const (
	EventProposal ProposalKind = "event"
	TollProposal  ProposalKind = "toll"
	ClaimProposal ProposalKind = "claim"
)

// Proposal is something that a language model proposes of a report: that its words tell of an event, a toll or a claim that was not found. It is none of the
// reading's events, tolls and claims, and enters no figure, before a person accepts it.
type Proposal struct {
	ID    string
	By    string // the model that proposes it, and where it runs
	What  ProposalKind
	Words Span   // the words that tell it, which stand in the text as the model quoted them
	Value string // its fields as JSON, in the shape of a Correction's Value
	// Judged tells that a person has accepted or rejected it. It waits for nobody then; what he accepted is in the reading by his word.
	Judged bool
}
