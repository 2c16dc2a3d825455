package event

import (
	"strings"

	"sitrep"
)

// firstTold tells whether those with a role in a mention are named there for the first time in the report: what is told of people never named before is often
// another happening.
func (v *view) firstTold(i int, role sitrep.Role) string {
	m := &v.Mentions[i]
	found := "nobody"
	for k := range m.Actors {
		a := &m.Actors[k]
		if a.Role != role || a.Entity < 0 || v.Cast == nil {
			continue
		}
		if v.Cast.Entities[a.Entity].Mentions[0].Start < v.Sentences[v.sentence[i]].Start {
			return "known"
		}
		found = "new"
		if d := v.Tree.Child(a.Head, "det"); a.Head >= 0 && d >= 0 && lemma(&v.Tokens[d]) == "the" {
			found = "new, the"
		}
	}
	return found
}

// newPlace tells whether the places of a mention are named there for the first time in the report.
func (v *view) newPlace(i int) string {
	found := "none"
	for _, t := range v.Mentions[i].Places {
		if v.Toponyms[t].Start < v.Sentences[v.sentence[i]].Start {
			return "known"
		}
		found = "new"
		if v.named[v.Toponyms[t].Place.Name] < t {
			return "known"
		}
	}
	return found
}

// samePeople compares the nouns for those who were hit, in a mention and in a group.
func (v *view) samePeople(i int, g *group) string {
	switch mine := v.traits[i].people; {
	case len(mine) == 0 || len(g.people) == 0:
		return "none"
	case mine.common(g.people) > 0:
		return "same"
	}
	return "others"
}

func (v *view) people(i int) bag {
	var out []int32
	m := &v.Mentions[i]
	for k := range m.Actors {
		if a := &m.Actors[k]; a.Role == sitrep.Target && a.Head >= 0 {
			out = append(out, v.numbers.of(lemma(&v.Tokens[a.Head])))
		}
	}
	for _, t := range m.Tolls {
		if h := v.Tolls[t].PeopleHead; h >= 0 {
			out = append(out, v.numbers.of(lemma(&v.Tokens[h])))
		}
	}
	return bagOf(out)
}

// quantity says how many happenings the words of the trigger speak of: "another attack", "two blasts", "a series of raids".
func (v *view) quantity(i int) string {
	m := &v.Mentions[i]
	if !m.Nominal {
		return "verb"
	}
	out := ""
	for _, c := range v.Tree.Children(m.Trigger) {
		t := &v.Tokens[c]
		switch {
		case t.UPOS == "NUM":
			out += " number"
		case ordinal[lemma(t)]:
			out += " " + lemma(t)
		}
	}
	if h := v.Tokens[m.Trigger].Head; h >= 0 && several[lemma(&v.Tokens[h])] {
		out += " several"
	}
	return out
}

var (
	ordinal = wordSet("another other second third first latest last previous earlier recent separate similar such same new more further several many this that these those fresh renewed")
	several = wordSet("series wave string spate dozen number set round spree succession")
	// introduces are words of a sentence that set what it tells apart from what was told, or tie it to it.
	introduces = wordSet("another separate separately elsewhere meanwhile also earlier later similar similarly previous previously ago since then afterwards subsequently second third following before after recent recently same again")
)

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// apart are the words in the sentence of a mention, up to its trigger and in its stretch, that introduce another happening or tie it to one told.
func (v *view) apart(i int) []string {
	var out []string
	m, sent := &v.Mentions[i], v.Sentences[v.sentence[i]]
	for t := sent.First; t < sent.Last; t++ {
		if w := lemma(&v.Tokens[t]); introduces[w] && (t < sent.First+4 || m.Contains(v.Tokens[t].Span)) {
			out = append(out, w)
		}
	}
	return out
}
