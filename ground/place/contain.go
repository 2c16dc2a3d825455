package place

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
)

// contain notes where the text puts a place into another: "Tripoli, Lebanon", "Atareb in Aleppo province", "the Sur district of Diyarbakir".
func (r *resolver) contain(story *sitrep.Story) {
	for i := 0; i+1 < len(r.names); i++ {
		a, b := &r.names[i], &r.names[i+1]
		if a.sense == b.sense {
			continue
		}
		switch linked(story, a, b) {
		case inner:
			r.within(a.sense, b.sense)
			r.senses[a.sense].inside = append(r.senses[a.sense].inside, b.sense)
		case apposed:
			r.within(a.sense, b.sense)
			if i+2 < len(r.names) && linked(story, b, &r.names[i+2]) == apposed {
				r.within(a.sense, r.names[i+2].sense)
			}
		case attribute:
			r.within(b.sense, a.sense)
		}
	}
}

func (r *resolver) within(in, outer int) {
	if in != outer {
		r.senses[in].within = append(r.senses[in].within, outer)
	}
}

// contradict leaves out of each sense the small towns of other countries than the one that the text puts it into: "the Marsh district in Oldtown" is
// none of the villages called Marsh elsewhere. It tells whether any was left out.
func (r *resolver) contradict() bool {
	changed := false
	for i := range r.senses {
		s := &r.senses[i]
		for _, w := range s.inside {
			o := &r.senses[w]
			if o.best < 0 || o.candidates[o.best].share < 0.8 || o.candidates[o.best].Country == "" {
				continue
			}
			country, n := o.candidates[o.best].Country, len(s.candidates)
			s.candidates = slices.DeleteFunc(s.candidates, func(c candidate) bool {
				return c.Country != country && c.Kind != gazetteer.Country && c.Kind != gazetteer.Capital && c.Population < largeTown
			})
			changed = changed || len(s.candidates) < n
		}
	}
	return changed
}

// largeTown is how many inhabitants a town has that is meant by its name whatever stands beside it.
const largeTown = 300_000

type link int

const (
	none      link = iota
	apposed        // "X, Y"
	inner          // "X in Y", "X district of Y"
	attribute      // "Y's X", "the Syrian town of X"
)

// linked says how two names are tied by the words between them. After a demonym nothing but "town of" and the like may stand.
func linked(story *sitrep.Story, a, b *name) link {
	if b.First-a.Last > 6 || b.First < a.Last {
		return none
	}
	kind := none
	for i := a.Last; i < b.First; i++ {
		word := strings.ToLower(story.Tokens[i].Form)
		switch {
		case word == ",":
			if i > a.Last && kind != inner {
				return none
			}
			kind = max(kind, apposed)
		case word == "'s" || word == "’s":
			kind = attribute
		case word == "in" || word == "of" && kind != attribute:
			kind = inner
		case !filler(&story.Tokens[i], word):
			return none
		}
	}
	if a.demonym && kind == inner {
		return attribute
	}
	return kind
}

// filler tells whether a word may stand between the names of a place and of what it lies in.
func filler(t *sitrep.Token, word string) bool {
	return word == "the" || word == "-" || word == "of" || word == "capital" || compass[word] != "" || settlement[word] || t.UPOS == "ADJ"
}
