package sitrep

// Attribution is somebody's words in the text, as stretches of it: who (the nearest naming words), the words that attribute, and what is said. A content may run over sentences.
type Attribution struct {
	Source, Cue, Content []Span
	SourceHead           int      // the head token of the source, -1 where none is told
	CueToken             int      // the token that attributes, -1 where only quotation marks do
	Claims               []string // ids
}

// ClaimMode says in which form a claim is made.
type ClaimMode string

// The modes of a claim.
const (
	QuoteMode    ClaimMode = "quote"
	IndirectMode ClaimMode = "indirect"
	PostMode     ClaimMode = "post"
	DocumentMode ClaimMode = "document"
)

// Stance says what a claim does.
type Stance string

// The stances.
const (
	Assert   Stance = "assert"
	Deny     Stance = "deny"
	Accuse   Stance = "accuse"
	Demand   Stance = "demand"
	Reject   Stance = "reject"
	Agree    Stance = "agree"
	Promise  Stance = "promise"
	Threaten Stance = "threaten"
	Condemn  Stance = "condemn"
	Warn     Stance = "warn"
)

// Claim is a stretch of the report that somebody other than the reporter stands behind, of one sentence.
type Claim struct {
	ID         string
	Source     string // the fullest name in the report of the one who says it
	Side       string
	Actor      string // id in the lexicon
	Entity     int    // index in Cast.Entities, -1 where the source is none of them
	SourceKind SourceKind
	Via        string // who relays it
	To         string // whom a demand is made of
	Answers    string // id of the claim that it answers
	Mode       ClaimMode
	Stance     Stance
	Content    []Span   // the words, without the "X said"
	About      []string // ids of events
	Unsaid     bool     // the words tell that the source does not say it: "could not confirm that …"
	Cue        int      // the token that attributes, -1 where none does
	Why        []Reason
}

// Holds tells whether a span lies in what is claimed.
func (c *Claim) Holds(s Span) bool {
	for _, part := range c.Content {
		if part.Contains(s) {
			return true
		}
	}
	return false
}

// Reason says why a field has its value: the rule or model, the words that it rests on, and its score between 0 and 1 where it has one.
type Reason struct {
	Field, Rule string
	Words       Span
	Score       float64
}
