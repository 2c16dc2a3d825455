package ner

import (
	"slices"
	"strings"

	"sitrep"
)

// bodies adds the organisations that their own words show: those whose acronym follows in brackets ("Higher Negotiation Committee (HNC)") and
// those whose last word says what they are ("United Iraqi Alliance"). They take in the names that were read within them.
func (k *known) bodies(tokens []sitrep.Token, s sitrep.Sentence, names []sitrep.Name) []sitrep.Name {
	headline := inTitleCase(tokens, s)
	for i := s.First; i < s.Last; i++ {
		t := &tokens[i]
		n := sitrep.Name{Label: sitrep.Org}
		switch {
		case t.Form == "(" && i > s.First && i+2 < s.Last && tokens[i+2].Form == ")" && acronym(tokens[i+1].Form):
			n.First, n.Last = spelledOut(tokens, s, i), i
			if l, _ := k.longest(nil, tokens, n.First, i); l.Last == i && l.Label != sitrep.Org || unbodily[strings.ToLower(tokens[i-1].Form)] {
				continue
			}
			if n.First < n.Last {
				names = swallow(names, sitrep.Name{First: i + 1, Last: i + 2, Label: sitrep.Org}, true)
			}
		case !headline && t.UPOS == "PROPN" && capital(t.Form) && k.heads[strings.ToLower(t.Form)] && !nounsFollow(tokens, s, i):
			n.First, n.Last = k.run(tokens, s, i), i+1
			if n.Last-n.First < 2 {
				continue
			}
		}
		if n.First < n.Last {
			names = swallow(names, n, false)
		}
	}
	return names
}

// unbodily are the last words of names that have acronyms too and name no organisation: laws, plans, arms.
var unbodily = map[string]bool{"act": true, "law": true, "bill": true, "treaty": true, "agreement": true, "pact": true, "accord": true, "convention": true,
	"protocol": true, "plan": true, "program": true, "programme": true, "system": true, "defense": true, "defence": true, "missile": true,
	"missiles": true, "device": true, "vehicle": true, "weapons": true, "area": true, "zone": true, "region": true, "republic": true}

// nounsFollow tells whether a capitalised name goes on after a token.
func nounsFollow(tokens []sitrep.Token, s sitrep.Sentence, i int) bool {
	return i+1 < s.Last && tokens[i+1].UPOS == "PROPN" && capital(tokens[i+1].Form)
}

// swallow adds an organisation to the names of a sentence in place of those within it. Where a name covers it or reaches beyond it, or names a
// person, that one stays; where certain is set, an organisation is one whatever it was read as.
func swallow(names []sitrep.Name, n sitrep.Name, certain bool) []sitrep.Name {
	for _, o := range names {
		if !o.Overlaps(n) || certain && o.First == n.First && o.Last == n.Last {
			continue
		}
		if o.First <= n.First && n.Last <= o.Last || o.First < n.First || n.Last < o.Last || o.Label == sitrep.Person {
			return names
		}
	}
	names = slices.DeleteFunc(names, n.Overlaps)
	at, _ := slices.BinarySearchFunc(names, n, func(a, b sitrep.Name) int { return a.First - b.First })
	return slices.Insert(names, at, n)
}

// mostSpelled bounds the words of a name that is spelled out before its acronym.
const mostSpelled = 12

// spelledOut gives the first token of the name before an opening bracket whose capitals are the acronym in the brackets, or the bracket where
// there is none. Small words within the name count in the acronym or do not.
func spelledOut(tokens []sitrep.Token, s sitrep.Sentence, bracket int) int {
	letters := strings.ReplaceAll(tokens[bracket+1].Form, ".", "")
	left := len(letters)
	if left < 2 || len(letters) > 8 {
		return bracket
	}
	for i := bracket - 1; i >= max(s.First, bracket-mostSpelled); i-- {
		f := tokens[i].Form
		switch {
		case f == "" || tokens[i].UPOS == "PUNCT" && f != "-" || tokens[i].UPOS == "VERB" && !capital(f):
			return bracket
		case capital(f):
			if f[0] != letters[left-1] {
				return bracket
			}
			left--
		case left > 1 && f[0]|0x20 == letters[left-1]|0x20 && f != "the" && i > s.First && tokens[i-1].Form != "" && tokens[i-1].Form[0] != letters[left-1]:
			left-- // the f of "for"
		}
		if left == 0 {
			if capital(f) && bracket-i > 1 {
				return i
			}
			return bracket
		}
	}
	return bracket
}

// run gives the first token of the run of capitalised names that ends at a token: proper nouns, and adjectives but for the first word of a
// sentence ("Former").
func (k *known) run(tokens []sitrep.Token, s sitrep.Sentence, last int) int {
	first := last
	for first > s.First {
		t := &tokens[first-1]
		if ordinal(t.Form) {
			return first - 1 // "4th Division"
		}
		if !capital(t.Form) || t.UPOS != "PROPN" && (t.UPOS != "ADJ" || first-1 == s.First && t.XPOS != "NNP") || article(t.Form) ||
			k.posts[strings.ToLower(t.Form)] {
			break
		}
		first--
	}
	return first
}

// ordinal tells whether a word is a number in digits with its ending: "4th".
func ordinal(w string) bool {
	n := len(w) - 2
	return n > 0 && n < 4 && '0' < w[0] && w[0] <= '9' && (w[n:] == "st" || w[n:] == "nd" || w[n:] == "rd" || w[n:] == "th")
}

// inTitleCase tells whether most words of a sentence begin with a capital, as in headlines, where a capital says nothing.
func inTitleCase(tokens []sitrep.Token, s sitrep.Sentence) bool {
	words, capitals := 0, 0
	for i := s.First; i < s.Last; i++ {
		if f := tokens[i].Form; len(f) > 3 && tokens[i].UPOS != "NUM" && tokens[i].UPOS != "PUNCT" {
			words++
			if capital(f) {
				capitals++
			}
		}
	}
	return capitals*10 > words*6
}
