package extract

import "sitrep"

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
			t.Of = idOf(e, i, largerBefore)
		case sitrep.UpdateToll:
			t.Of = idOf(e, i, besideIt)
		case "":
			runsSince(s, t)
		}
	}
	for i := range e.Tolls {
		if t := &e.Tolls[i]; t.Relation == "" {
			if of := idOf(e, i, rivals); of != "" {
				t.Relation, t.Of = sitrep.RivalToll, of
			}
		}
	}
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
