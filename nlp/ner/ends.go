package ner

import (
	"strings"

	"sitrep"
)

// articles are the Arabic articles and the like as they are written before a hyphen: "al-Qaida", "ash-Shaddadi", "ez-Zor".
var articles = map[string]bool{"al": true, "el": true, "an": true, "ar": true, "as": true, "ash": true, "at": true, "ad": true, "az": true,
	"ez": true, "es": true, "er": true, "ed": true, "et": true, "ul": true, "ol": true}

// particles are words that begin the names of Arabic, Hebrew and Syriac places and persons, and are no names alone.
var particles = map[string]bool{"Al": true, "El": true, "Abu": true, "Umm": true, "Deir": true, "Beit": true, "Bani": true, "Wadi": true, "Tal": true, "Tell": true}

// articled gives the word after an article that a hyphen joins to it, or the token itself.
func articled(tokens []sitrep.Token, i, end int) int {
	if i+2 < end && touches(tokens, i) && touches(tokens, i+1) && tokens[i+1].Form == "-" && articles[strings.ToLower(tokens[i].Form)] {
		return i + 2
	}
	return i
}

// touches tells whether no space stands between a token and the next.
func touches(tokens []sitrep.Token, i int) bool { return tokens[i].End == tokens[i+1].Start }

// widen takes into a name what belongs to it and was left out: an article with its hyphen before it ("al-" before "Qaida"), a particle ("Deir"
// before "Hafir"), and the small end of a hyphenated personal name ("-moon" after "Ban Ki").
func widen(tokens []sitrep.Token, s sitrep.Sentence, n sitrep.Name) sitrep.Name {
	if i := n.First - 2; i >= s.First && articled(tokens, i, s.Last) == n.First {
		n.First = i
	}
	if i := n.First - 1; i >= s.First && tokens[i].UPOS == "PROPN" && particles[tokens[i].Form] {
		n.First = i
	}
	if i := n.Last; n.Label == sitrep.Person && i+1 < s.Last && tokens[i].Form == "-" && touches(tokens, i-1) && touches(tokens, i) && tokens[i+1].UPOS == "PROPN" && !capital(tokens[i+1].Form) {
		n.Last = i + 2
	}
	return n
}

// before cuts the name read last where a widened one begins: an article that the network gave to one name belongs to the next.
func (k *known) before(names []sitrep.Name, tokens []sitrep.Token, first int) []sitrep.Name {
	for len(names) > 0 && names[len(names)-1].Last > first {
		n := names[len(names)-1]
		names, n.Last = names[:len(names)-1], first
		if n = k.trim(tokens, n); n.First < n.Last {
			return append(names, n)
		}
	}
	return names
}

// part adds a name, cut to its ends, or the names that were read as one: a dateline and what follows it ("BEIRUT Syria"), two countries that a hyphen or nothing
// joins ("Gaza-Egypt", "France Britain"), a town and its country ("Mosul Iraq").
func (k *known) part(dst []sitrep.Name, tokens []sitrep.Token, n sitrep.Name) []sitrep.Name {
	if k.dateline(tokens, n) {
		dst = append(dst, sitrep.Name{First: n.First, Last: n.First + 1, Label: sitrep.GPE})
		n.First++
	}
	if n = k.trim(tokens, n); n.First >= n.Last {
		return dst
	}
	if n.Label == sitrep.GPE {
		if n.Last-n.First > 1 && k.countries(tokens, n) {
			return k.find(dst, tokens, sitrep.Sentence{First: n.First, Last: n.Last})
		}
		if at := k.inCountry(tokens, n); at > 0 {
			dst = append(dst, sitrep.Name{First: n.First, Last: at, Label: sitrep.GPE})
			n.First = at
		}
		n.Label = k.placeLabel(tokens, n)
	}
	return append(dst, n)
}

// dateline tells whether a name begins with a town in capitals and goes on in small letters: the town is where the report was written.
func (k *known) dateline(tokens []sitrep.Token, n sitrep.Name) bool {
	town, next := tokens[n.First].Reading(), tokens[min(n.First+1, n.Last-1)].Reading()
	return n.Last-n.First > 1 && len(town) > 3 && acronym(town) && !strings.Contains(town, ".") && len(next) > 1 && (!acronym(next) || strings.Contains(next, ".")) &&
		k.isTown(tokens, sitrep.Name{First: n.First, Last: n.First + 1}, city)
}

// inCountry tells where in the name of a town the country begins that is told right after it ("Deir ez-Zor Syria"); 0 where none is.
func (k *known) inCountry(tokens []sitrep.Token, n sitrep.Name) int {
	for at := n.Last - 1; at > n.First; at-- {
		found, _ := k.longest(nil, tokens, at, n.Last)
		if found.Last == n.Last && found.Label == sitrep.GPE && k.isTown(tokens, sitrep.Name{First: n.First, Last: at}, city) && !k.isTown(tokens, n, 0) {
			return at
		}
	}
	return 0
}

// countries tells whether a name is made of nothing but the names of several countries, with or without a hyphen between.
func (k *known) countries(tokens []sitrep.Token, n sitrep.Name) bool {
	parts := 0
	for i := n.First; i < n.Last; parts++ {
		if tokens[i].UPOS == "PUNCT" && parts > 0 && i+1 < n.Last {
			i++
		}
		found, _ := k.longest(nil, tokens, i, n.Last)
		if found.Last == 0 || found.Label != sitrep.GPE {
			return false
		}
		i = found.Last
	}
	return parts > 1
}
