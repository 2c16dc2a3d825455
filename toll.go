package sitrep

import (
	"slices"
	"strings"
)

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

// Same tells whether two tolls can be one figure for the same people told twice: harm, count and range agree, no two sides are told, and of one
// person each they say nothing that sets them apart. Civilians and others, or children and soldiers, are not the same people.
func (t *Toll) Same(o *Toll) bool {
	if t.Harm != o.Harm || t.Count != o.Count || t.CountTo != o.CountTo || t.Side != o.Side && t.Side != "" && o.Side != "" {
		return false
	}
	if t.Civilian != o.Civilian && t.Civilian != NotKnown && o.Civilian != NotKnown {
		return false
	}
	return t.Count > 1 || sharesWord(t.Who, o.Who)
}

// OneNumber tells whether a figure is one number: no range, and no word for many.
func (t *Toll) OneNumber() bool { return t.CountTo == 0 && t.Qualifier != Vague }

// sharesWord tells whether two descriptions have a word in common, or one of them says next to nothing.
func sharesWord(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) == 0 || len(y) == 0 {
		return true
	}
	for _, w := range x {
		if len(w) > 3 && w != "another" && slices.Contains(y, w) {
			return true
		}
	}
	return vague[x[len(x)-1]] || vague[y[len(y)-1]]
}

// vague are words for a person that may be anybody.
var vague = map[string]bool{"person": true, "man": true, "woman": true, "one": true, "victim": true, "he": true, "she": true}
