package ner

import (
	"strings"

	"sitrep"
)

// agree makes the names of one word agree within a text. The surname of somebody whom the text names in full is a person wherever it stands
// ("Agha" after "Riyad Naasan Agha"), labelled or not; a capital of a country or a compass point is no person and no organisation else; and a
// name that the text mostly means as one kind of thing is that everywhere.
func (k *known) agree(tokens []sitrep.Token, names []sitrep.Name) []sitrep.Name {
	votes := map[string]*tally{}
	surnames := k.surnames(tokens, names, votes)
	for i := range names {
		n := &names[i]
		if n.Last-n.First != 1 || n.Label == sitrep.NORP {
			k.unlikely(tokens, n)
			continue
		}
		word := tokens[n.First].Reading()
		if !surnames[word] {
			k.unlikely(tokens, n)
		}
		vote(votes, word).add(n.Label)
	}
	acronyms := map[string]bool{}
	for i := range names {
		n := &names[i]
		if n.Last-n.First != 1 || n.Label == sitrep.NORP {
			continue
		}
		word := tokens[n.First].Reading()
		if l := votes[word].winner(); l != "" {
			n.Label = l
		}
		if v := votes[word]; surnames[word] && n.Label != sitrep.Person && v.person > 1 && v.person >= v.place && !k.listed(tokens, n.First) {
			n.Label = sitrep.Person
		}
		if n.Label == sitrep.Org && len(word) > 2 && acronym(word) && n.First > 0 && tokens[n.First-1].Form == "(" {
			acronyms[word] = true
		}
	}
	return k.addMissed(tokens, names, surnames, acronyms)
}

// tally counts the labels that one word bears in a text.
type tally struct{ person, org, place int }

func vote(votes map[string]*tally, word string) *tally {
	v := votes[word]
	if v == nil {
		v = &tally{}
		votes[word] = v
	}
	return v
}

func (t *tally) add(l sitrep.NameLabel) {
	switch l {
	case sitrep.Person:
		t.person++
	case sitrep.Org:
		t.org++
	case sitrep.GPE:
		t.place++
	}
}

// winner is the label that a word bears at least twice as often as the others together, nothing where none does or none is needed.
func (t *tally) winner() sitrep.NameLabel {
	all := t.person + t.org + t.place
	for _, x := range [...]struct {
		n int
		l sitrep.NameLabel
	}{{t.person, sitrep.Person}, {t.org, sitrep.Org}, {t.place, sitrep.GPE}} {
		if x.n < all && x.n >= 2*(all-x.n) {
			return x.l
		}
	}
	return ""
}

// surnames gives the last words of the persons who are named in full, and votes for them.
func (k *known) surnames(tokens []sitrep.Token, names []sitrep.Name, votes map[string]*tally) map[string]bool {
	set := map[string]bool{}
	for _, n := range names {
		if w := tokens[n.Last-1].Reading(); n.Label == sitrep.Person && n.Last-n.First > 1 && len(w) > 2 && capital(w) && !k.titles[strings.ToLower(w)] {
			set[w] = true
			vote(votes, w).person++
		}
	}
	return set
}

// listed tells whether a token is by itself a name of the lists.
func (k *known) listed(tokens []sitrep.Token, i int) bool {
	found, _ := k.longest(nil, tokens, i, i+1)
	return found.Last > 0
}

var compass = map[string]bool{"north": true, "south": true, "east": true, "west": true}

// unlikely mends a person or an organisation that is the capital of a country ("Washington said") or a compass point ("the North").
func (k *known) unlikely(tokens []sitrep.Token, n *sitrep.Name) {
	if n.Label != sitrep.Person && n.Label != sitrep.Org {
		return
	}
	var space [32]byte
	low := space[:0]
	for i := n.First; i < n.Last && i < n.First+3; i++ {
		if i > n.First {
			low = append(low, ' ')
		}
		low = appendLower(low, tokens[i].Reading())
	}
	if compass[string(low)] || k.capitals[string(low)] && !k.given[string(low)] {
		n.Label = sitrep.GPE
	}
}

// addMissed adds the proper nouns that are no part of a name yet and are somebody's surname or the acronym of an organisation elsewhere in the text.
func (k *known) addMissed(tokens []sitrep.Token, names []sitrep.Name, surnames, acronyms map[string]bool) []sitrep.Name {
	if len(surnames)+len(acronyms) == 0 {
		return names
	}
	out := make([]sitrep.Name, 0, len(names)+8)
	next := 0
	for i := range tokens {
		for next < len(names) && names[next].Last <= i {
			out = append(out, names[next])
			next++
		}
		if next < len(names) && i >= names[next].First || !proper(tokens, i) {
			continue
		}
		switch word := tokens[i].Reading(); {
		case surnames[word] && k.alone(tokens, i):
			out = append(out, sitrep.Name{First: i, Last: i + 1, Label: sitrep.Person})
		case acronyms[word]:
			out = append(out, sitrep.Name{First: i, Last: i + 1, Label: sitrep.Org})
		}
	}
	return append(out, names[next:]...)
}

// proper tells whether there is a token that is a proper noun with a capital.
func proper(tokens []sitrep.Token, i int) bool {
	return i >= 0 && i < len(tokens) && tokens[i].UPOS == "PROPN" && capital(tokens[i].Reading())
}

// alone tells whether a proper noun stands by itself or after a title: in "Nobel Peace Prize" it is a part of another name.
func (k *known) alone(tokens []sitrep.Token, i int) bool {
	return !proper(tokens, i+1) && (!proper(tokens, i-1) || k.posts[strings.ToLower(tokens[i-1].Reading())])
}
