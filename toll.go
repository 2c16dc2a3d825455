package sitrep

// Harm says what became of people.
type Harm string

// The kinds of harm.
const (
	Killed     Harm = "killed"
	Wounded    Harm = "wounded"
	Casualties Harm = "casualties" // killed and wounded told as one number
	Missing    Harm = "missing"
	Captured   Harm = "captured"
	Displaced  Harm = "displaced"
)

// TollQualifier says how a number is meant.
type TollQualifier string

// The qualifiers of a toll.
const (
	Exact     TollQualifier = "exact"
	AtLeast   TollQualifier = "at-least"
	MoreThan  TollQualifier = "more-than"
	About     TollQualifier = "about"
	UpTo      TollQualifier = "up-to"
	FewerThan TollQualifier = "fewer-than"
	Range     TollQualifier = "range"
	Vague     TollQualifier = "vague" // a word stands for the number: "dozens" is 24
)

// TollRelation says how a toll stands to another one of its event.
type TollRelation string

// The relations of a toll.
const (
	WholeToll      TollRelation = "whole"
	PartToll       TollRelation = "part"
	RivalToll      TollRelation = "rival"
	UpdateToll     TollRelation = "update"
	CumulativeToll TollRelation = "cumulative"
)

// Toll is a number of people harmed, as told.
type Toll struct {
	ID        string
	Harm      Harm
	Count     int
	CountTo   int // the upper end of a range, else 0
	Qualifier TollQualifier
	Who       string // the words for the people
	Side      string
	Civilian  Truth
	People    string // children, women, attackers, aid-workers, journalists… where told
	Relation  TollRelation
	Of        string    // id of the toll that Relation points to
	AsOf      CivilDate // from when a cumulative count runs
	Claim     string    // id of the claim that the figure stands in
	Words     Span      // the stretch that tells it
	Mentions  []Span
	// HarmToken is the word of the harm ("killed", "dead", "toll"), CountToken the number's first, PeopleHead the head of who was harmed; -1 for what the text leaves out.
	HarmToken, CountToken, PeopleHead int
	Why                               []Reason
}
