package place

import (
	"strings"

	"sitrep"
)

// contain notes where the text puts a place into another: "Tripoli, Lebanon", "Atareb in Aleppo province", "the Sur district of Diyarbakir".
func (r *resolver) contain(story *sitrep.Story) {
	for i := 0; i+1 < len(r.names); i++ {
		a, b := &r.names[i], &r.names[i+1]
		if a.sense == b.sense {
			continue
		}
		switch linked(story, a.Last, b.First) {
		case inner:
			r.within(a.sense, b.sense)
		case apposed:
			r.within(a.sense, b.sense)
			if i+2 < len(r.names) && linked(story, b.Last, r.names[i+2].First) == apposed {
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

type link int

const (
	none      link = iota
	apposed        // "X, Y"
	inner          // "X in Y", "X district of Y"
	attribute      // "Y's X", "the Syrian town of X"
)

// linked says how two names are tied by the words between them.
func linked(story *sitrep.Story, last, first int) link {
	if first-last > 6 || first < last {
		return none
	}
	kind, toOf := none, false
	for i := last; i < first; i++ {
		word := strings.ToLower(story.Tokens[i].Form)
		switch {
		case word == ",":
			if i > last && kind != inner {
				return none
			}
			kind = max(kind, apposed)
		case word == "in":
			kind = inner
		case word == "'s" || word == "’s":
			kind = attribute
		case word == "of":
			toOf = true
			if kind == none {
				kind = inner
			}
		case settlement[word] && toOf == false && kind != inner:
			if last == i && i+1 < first && story.Tokens[i+1].Form == "of" && first-i > 1 && !capital(story.Tokens[i-1].Form) {
				kind = attribute
			}
			if kind == none && isDemonymLink(story, i, first) {
				kind = attribute
			}
		case word == "the" || word == "-" || compass[word] != "" || word == "capital" || word == "central" || settlement[word] || story.Tokens[i].UPOS == "ADJ":
		default:
			return none
		}
	}
	return kind
}

// isDemonymLink tells whether "town of" stands between the names: "the Syrian town of X".
func isDemonymLink(story *sitrep.Story, i, first int) bool {
	return i+1 < first && story.Tokens[i+1].Form == "of" && i+2 >= first-1
}
