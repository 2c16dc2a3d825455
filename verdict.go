package sitrep

// Relation is how an event stands to an incident, or to another event.
type Relation string

// The relations.
const (
	SameIncident Relation = "same"
	PartOf       Relation = "part of"
	Follows      Relation = "follows"
	NewIncident  Relation = "new"
)

// Verdict says how two tellings stand to each other, and why. It can be undone by a Correction.
type Verdict struct {
	A, B     EventKey // A is the lesser key for SameIncident; else A is part of B, or follows B
	Relation Relation
	Score    float64 // between 0 and 1
	Reasons  []string
	By       string // "rule", "model", or the person
}
