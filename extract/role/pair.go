package role

import (
	"slices"

	"sitrep"
)

// pair is the two sides that a report mostly has against each other, in the order of their codes.
type pair [2]string

// opponents are the two sides that stand against each other in most events; false where none do, or others as often. Whoever meets need not be against anybody.
func opponents(events []sitrep.Event) (pair, bool) {
	count := map[pair]int{}
	for i := range events {
		all := sides(events[i].Actors)
		if k := events[i].Kind; len(all) == 2 && k != sitrep.Talks && k != sitrep.Agreement {
			count[pair{all[0], all[1]}]++
		}
	}
	best, top, next := pair{}, 0, 0
	for p, n := range count {
		switch {
		case n > top:
			best, top, next = p, n, top
		case n > next:
			next = n
		}
	}
	return best, top > next
}

// sides are those of all actors that are against somebody, or meet somebody, sorted.
func sides(actors []sitrep.Actor) []string {
	var out []string
	for i := range actors {
		if a := &actors[i]; a.Role != sitrep.Mediator && a.Side != "" && !slices.Contains(out, a.Side) {
			out = append(out, a.Side)
		}
	}
	slices.Sort(out)
	return out
}

// twoSided are the kinds that have two sides without blame.
var twoSided = map[sitrep.Kind]bool{sitrep.Battle: true, sitrep.War: true, sitrep.Ceasefire: true, sitrep.Talks: true, sitrep.Agreement: true}

// pairUp gives the events that tell of "both sides" or "the two countries" the two sides that the report has against each other.
func (t *table) pairUp() {
	two, ok := opponents(t.Events)
	if !ok {
		return
	}
	for i := range t.Events {
		e := &t.Events[i]
		at := t.bothSides(e)
		if at < 0 || !twoSided[e.Kind] {
			continue
		}
		have := sides(e.Actors)
		if len(have) > 1 || len(have) == 1 && !slices.Contains(two[:], have[0]) {
			continue
		}
		for _, side := range two {
			if !slices.Contains(have, side) {
				e.Actors = append(e.Actors, t.partyOf(side, at))
			}
		}
	}
}

// partyOf is a side as a party that words for both sides stand for.
func (t *table) partyOf(side string, at int) sitrep.Actor {
	var best sitrep.Actor
	for i := range t.Events {
		for _, a := range t.Events[i].Actors {
			if a.Side == side && a.Role != sitrep.Mediator && (best.Name == "" || best.ActorID != side && a.ActorID == side) {
				best = a
			}
		}
	}
	first, last := phrase(t.Story, at)
	span := t.SpanOf(first, last)
	best.Role, best.Head, best.Confidence, best.Mentions = sitrep.Party, at, sitrep.Fact, []sitrep.Span{span}
	best.Why = []sitrep.Reason{{Field: "actors", Rule: "extract/role: the two sides that the report has against each other", Words: span, Score: 1}}
	return best
}

// bothSides is the noun of the words for both sides in a mention of an event, -1 for none.
func (t *table) bothSides(e *sitrep.Event) int {
	for _, m := range e.MentionsOf {
		s := t.Sentences[t.Tree.Sentence(t.Mentions[m].Trigger)]
		for i := s.First; i < s.Last; i++ {
			if t.Mentions[m].Contains(t.Tokens[i].Span) && t.namesBoth(i) {
				return i
			}
		}
	}
	return -1
}

// namesBoth tells whether a noun with what stands before it names two sides without saying which.
func (t *table) namesBoth(i int) bool {
	w := &t.Tokens[i]
	if w.XPOS != "NNS" || !(camps[w.Lemma] || against[w.Lemma]) || t.Tree.Child(i, "nmod:poss") >= 0 {
		return false
	}
	definite, two := false, against[w.Lemma]
	for _, c := range t.Tree.Children(i) {
		switch d := &t.Tokens[c]; {
		case d.Lemma == "both":
			definite, two = true, true
		case d.Lemma == "the" || d.Lemma == "these":
			definite = true
		case twofold[d.Lemma]:
			two = true
		case sitrep.Is(d.Deprel, "nummod", "det"), sitrep.Is(d.Deprel, "amod") && !against[w.Lemma]:
			return false // "three sides", "two Arab countries"
		}
	}
	return definite && two
}

var (
	twofold = set("two warring rival opposing feuding")
	camps   = set("side country nation state government army party leader republic people force troops military")
	against = set("foe arch-foe archrival enemy neighbor neighbour rival")
)
