package where

import (
	"slices"
	"strings"

	"sitrep"
)

// theatre is where the words for a war say that it is, "the invasion of Mali", "two wars over the region of Kidal": the toponyms, each place once;
// nil where they name none. Whatever else a report on another conflict names is no place of it.
func (b *board) theatre(e *sitrep.Event) (all []int) {
	if e.Kind != sitrep.War {
		return nil
	}
	for i := range b.Toponyms {
		t := &b.Toponyms[i]
		if b.head[i] < 0 || t.Adjectival || b.source[i] || !b.mentionsOver(e, i) {
			continue
		}
		if !b.told(all, i) {
			all = append(all, i)
		}
	}
	return all
}

// mentionsOver tells whether a toponym belongs to the trigger of one of an event's mentions by a preposition that tells where a war is.
func (b *board) mentionsOver(e *sitrep.Event, toponym int) bool {
	t := b.conjunct(b.head[toponym])
	over := b.over(t)
	if h := b.Tokens[t].Head; over && h >= 0 && areas[strings.ToLower(b.Tokens[h].Lemma)] && b.Tree.Child(h, "compound", "flat") < 0 {
		t = b.conjunct(h) // "over the region of Kidal"
		over = b.over(t)
	}
	return over && slices.ContainsFunc(e.MentionsOf, func(m int) bool { return b.Tokens[t].Head == b.Mentions[m].Trigger })
}

// over tells whether a token is told as where something is.
func (b *board) over(t int) bool {
	if !sitrep.Is(b.Tokens[t].Deprel, "nmod", "obl") {
		return false
	}
	c := b.Tree.Child(t, "case")
	return c >= 0 && sites[strings.ToLower(b.Tokens[c].Form)]
}

var (
	sites = map[string]bool{"in": true, "of": true, "over": true, "on": true, "inside": true}
	areas = map[string]bool{"region": true, "territory": true, "province": true, "enclave": true, "area": true, "island": true}
)
