package extract

import (
	"slices"

	"sitrep"
)

// relate says how the tolls of an event stand to each other, and from when those run that count since a day. The ids must have been given, and the claims
// that they stand in be known.
func relate(s *sitrep.Story, e *sitrep.Event) {
	for i := range e.Tolls {
		t := &e.Tolls[i]
		if t.Relation == "" && corrected(s, t) {
			t.Relation = sitrep.UpdateToll
		}
		switch t.Relation {
		case sitrep.PartToll:
			if o := wholeOf(e, i); o != nil {
				t.Of = o.ID
				if t.Claim == "" {
					t.Claim = holder(s.Claims, *toldBefore(o, t))
				}
			}
		case sitrep.UpdateToll:
			t.Of = idOf(e, i, besideIt)
		case "":
			runsSince(s, t)
		}
	}
	rows(e)
	for i := range e.Tolls {
		if t := &e.Tolls[i]; t.Relation == "" {
			if of := idOf(e, i, rivals); of != "" {
				t.Relation, t.Of = sitrep.RivalToll, of
			}
		}
	}
}

// rows finds figures told in one row that add up to another one: "one officer and three militants were killed" are the parts of "four people were killed".
func rows(e *sitrep.Event) {
	for _, row := range rowsOf(e) {
		harm, n := e.Tolls[row[0]].Harm, sum(e, row)
		whole := slices.IndexFunc(e.Tolls, func(o sitrep.Toll) bool {
			return o.Harm == harm && o.Count == n && o.Relation == "" && o.OneNumber()
		})
		for _, i := range row {
			if whole >= 0 {
				e.Tolls[i].Relation, e.Tolls[i].Of = sitrep.PartToll, e.Tolls[whole].ID
			}
		}
	}
}

// rowsOf is the figures, by their numbers, that one word of harm tells of, where it tells of several.
func rowsOf(e *sitrep.Event) [][]int {
	type word struct {
		harm  sitrep.Harm
		token int
	}
	at := map[word]int{}
	var all [][]int
	for i := range e.Tolls {
		t := &e.Tolls[i]
		if t.Relation != "" || !t.OneNumber() {
			continue
		}
		k, ok := at[word{t.Harm, t.HarmToken}]
		if !ok {
			k, all = len(all), append(all, nil)
			at[word{t.Harm, t.HarmToken}] = k
		}
		all[k] = append(all[k], i)
	}
	return slices.DeleteFunc(all, func(row []int) bool { return len(row) < 2 })
}

func sum(e *sitrep.Event, row []int) int {
	n := 0
	for _, i := range row {
		n += e.Tolls[i].Count
	}
	return n
}

// idOf is the id of the nearest toll before one that another test accepts, else of the nearest after it; empty where none is.
func idOf(e *sitrep.Event, i int, fits func(t, o *sitrep.Toll) bool) string {
	t := &e.Tolls[i]
	for k := i - 1; k >= 0; k-- {
		if fits(t, &e.Tolls[k]) {
			return e.Tolls[k].ID
		}
	}
	for k := i + 1; k < len(e.Tolls); k++ {
		if o := &e.Tolls[k]; o.Relation == "" && fits(t, o) {
			return o.ID
		}
	}
	return ""
}

// wholeOf is the toll that another is a part of: of those that can be it the one that was told last before it; nil for none.
func wholeOf(e *sitrep.Event, i int) *sitrep.Toll {
	t, best := &e.Tolls[i], (*sitrep.Toll)(nil)
	least := besides(e, t)
	for k := range e.Tolls {
		o := &e.Tolls[k]
		if k != i && largerBefore(t, o) && o.Count >= least && toldBefore(o, t) != nil && (best == nil || toldBefore(o, t).Start > toldBefore(best, t).Start) {
			best = o
		}
	}
	return best
}

// besides is the largest of the parts that are told with one word of harm: "13 of the dead were villagers, seven were guards".
func besides(e *sitrep.Event, t *sitrep.Toll) int {
	most := t.Count
	for i := range e.Tolls {
		if o := &e.Tolls[i]; o.Relation == sitrep.PartToll && o.Harm == t.Harm && o.HarmToken == t.HarmToken {
			most = max(most, o.Count)
		}
	}
	return most
}

// toldBefore is where a toll was told last up to another one; nil for nowhere.
func toldBefore(o, t *sitrep.Toll) *sitrep.Span {
	var last *sitrep.Span
	for i := range o.Mentions {
		if m := &o.Mentions[i]; m.Start <= t.Words.Start && (last == nil || m.Start > last.Start) {
			last = m
		}
	}
	return last
}

// largerBefore tells whether a toll can be the whole that another is a part of.
func largerBefore(t, o *sitrep.Toll) bool {
	return o.Harm == t.Harm && o.Relation != sitrep.PartToll && o.Count > t.Count && o.Words.Start <= t.Words.Start
}

// besideIt tells whether a toll can be the newer figure of another one.
func besideIt(t, o *sitrep.Toll) bool {
	return o.Harm == t.Harm && o.Relation != sitrep.UpdateToll && o.Relation != sitrep.PartToll && o.CountToken != t.CountToken
}

// likeFigures is how far apart two figures for the same people may be: a much smaller one mostly counts some of them.
const likeFigures = 3

// rivals tells whether a toll told before is another speaker's figure for the same people: nothing says that they are others.
func rivals(t, o *sitrep.Toll) bool {
	if o.Harm != t.Harm || o.Relation != "" || o.Words.Start >= t.Words.Start || o.Claim == t.Claim {
		return false
	}
	if (o.Qualifier == sitrep.Vague) != (t.Qualifier == sitrep.Vague) || max(o.Count, t.Count) > likeFigures*min(o.Count, t.Count) {
		return false
	}
	return o.Count > 1 && t.Count > 1 && (o.Count != t.Count || o.CountTo != t.CountTo) && o.People == t.People && (o.Side == t.Side || o.Side == "" || t.Side == "")
}

// runsSince marks a toll that counts since a day or an event with a date: "4,000 people have been killed since January".
func runsSince(s *sitrep.Story, t *sitrep.Toll) {
	if t.HarmToken < 0 || t.HarmToken >= len(s.Tokens) {
		return
	}
	sentence := s.Tree.Sentence(t.HarmToken)
	for i := range s.Timexes {
		x := &s.Timexes[i]
		if x.Preposition != "since" || x.Interval.From.IsZero() || x.First >= len(s.Tokens) || s.Tree.Sentence(x.First) != sentence {
			continue
		}
		if g := x.Governor; g >= 0 && (g == t.HarmToken || s.Tree.Below(g, t.HarmToken) || s.Tree.Below(t.HarmToken, g)) {
			t.Relation, t.AsOf = sitrep.CumulativeToll, x.Interval.From
			return
		}
	}
}
