package sitrep

// Story is a report on its way to a Reading: its language, and what the steps of package extract have found so far. Each step reads the layers
// before it and adds its own.
type Story struct {
	Report *Report
	*Doc
	Tree  *Tree
	Title *Doc // the headline's language, nil where there is none
	// Vectors are the rows of the neural trunk, Width bytes for each token; nil where they were not kept.
	Vectors []uint8
	Width   int

	Timexes      []Timex        // extract/timex
	Toponyms     []Toponym      // ground/place
	Cast         *Cast          // ground/actor
	Attributions []Attribution  // extract/claim
	Claims       []Claim        // extract/claim
	Tolls        []Toll         // extract/toll
	Mentions     []EventMention // extract/trigger, then extract/role, extract/when, extract/where
	Events       []Event        // extract/event
}

// Reading is a report and all that was found in it.
type Reading struct {
	Report       *Report
	Events       []Event
	Claims       []Claim
	Attributions []Attribution
	Timexes      []Timex
	Toponyms     []Toponym
	Entities     []Entity
	Problems     []Problem
	Proposals    []Proposal // of a language model; part of nothing else
}
