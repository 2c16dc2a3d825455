package place

import (
	"slices"
	"strings"

	"sitrep/gazetteer"
)

// likely tells whether tokens are a town of the gazetteer where places may stand, but others too: behind "on" or "from", as the object of a verb for
// what is done to places, in a list with a name found. Such a name counts only if it lies in a country that the report speaks of anyway.
func (f *finder) likely(first, last int) bool {
	return f.mayStand(first) && !strings.HasSuffix(f.story.Tokens[last-1].Reading(), ".") && f.isTown(first, last)
}

// mayStand tells whether a place may stand at a token.
func (f *finder) mayStand(i int) bool {
	if i == 0 || f.story.Tokens[i].UPOS != "PROPN" {
		return false
	}
	before := &f.story.Tokens[i-1]
	word := strings.ToLower(before.Form)
	if word == "to" && i > 1 && (f.story.Tokens[i-2].Reading() == "according" || f.story.Tokens[i-2].Reading() == "According") {
		return false
	}
	return weakLocatives[word] || word == "of" && i > 1 && holdsPlaces[f.story.Tokens[i-2].Lemma] || taking[before.Lemma] ||
		(word == "and" || word == ",") && f.endsName(i-1)
}

// endsName tells whether a name of a place ends before a token.
func (f *finder) endsName(i int) bool {
	return slices.ContainsFunc(f.names, func(n name) bool { return n.Last == i && !n.demonym })
}

var (
	weakLocatives = set("on", "from", "into", "to", "at", "via", "through", "towards", "toward", "nearby", "neighboring", "neighbouring", "including", "between")
	// taking are verbs for what is done to places.
	taking = set("capture", "recapture", "retake", "take", "seize", "liberate", "besiege", "encircle", "surround", "shell", "bombard", "bomb", "storm", "enter", "leave", "reach",
		"overrun", "control", "hold", "visit", "infiltrate", "hit", "strike", "target", "pound", "invade", "occupy", "flee", "attack", "raid", "include", "evacuate")
	// holdsPlaces are nouns whose "of" a place follows.
	holdsPlaces = set("capture", "recapture", "siege", "fall", "control", "battle", "bombing", "bombardment", "shelling", "seizure", "liberation", "outskirts", "north", "south",
		"east", "west", "northeast", "northwest", "southeast", "southwest", "centre", "center", "part", "side", "parts", "edge", "residents", "resident", "people", "mayor", "governor")
)

// weakShare is which part of the votes a country must have for a weak name in it to count.
const weakShare = 0.2

// dropWeak leaves out the weak names that lie in no country that the report speaks of.
func (r *resolver) dropWeak() {
	v := votes{map[string]float64{}, map[unit]float64{}}
	sum := 0.0
	for i := range r.senses {
		if s := &r.senses[i]; !s.weak {
			s.vote(v, 1)
		}
	}
	for _, n := range v.countries {
		sum += n
	}
	for i := range r.senses {
		s := &r.senses[i]
		if !s.weak {
			continue
		}
		s.candidates = slices.DeleteFunc(s.candidates, func(c candidate) bool { return c.Kind == gazetteer.Country || v.countries[c.Country] < weakShare*sum })
		if len(s.candidates) == 0 {
			s.best = -1
		} else {
			s.best = 0
		}
	}
}

// weak tells whether all names of a sense are weak.
func (r *resolver) weak(s *sense) bool {
	for _, i := range s.names {
		if !r.names[i].weak {
			return false
		}
	}
	return true
}
