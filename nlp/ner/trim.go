package ner

import (
	"strings"

	"sitrep"
)

// trim cuts from a name what the network took in but is no part of it: titles before a person ("President", "Dr."), articles, what follows a
// dash that stands apart, and punctuation, possessive marks, function words and common nouns at its ends. A title alone is no name.
func (k *known) trim(tokens []sitrep.Token, n sitrep.Name) sitrep.Name {
	n.Last = beforeDash(tokens, n)
	for n.First < n.Last && !begins(&tokens[n.First]) {
		n.First++
	}
	for n.First < n.Last && !k.ends(tokens, n) {
		n.Last--
	}
	if n.Label != sitrep.Person {
		return k.withoutPost(tokens, n)
	}
	if n.First < n.Last {
		n = k.withoutOrigin(tokens, n)
	}
	for n.Last-n.First > 1 && k.titled(tokens, n) {
		n.First++
	}
	if n.Last-n.First == 1 && k.isTitle(strings.ToLower(tokens[n.First].Reading())) {
		n.Last = n.First
	}
	return n
}

// withoutOrigin cuts from a person's name what stands before it: country, people or organisation, and the post ("U.S. Secretary of State").
func (k *known) withoutOrigin(tokens []sitrep.Token, n sitrep.Name) sitrep.Name {
	if k.given[strings.ToLower(tokens[n.First].Reading())] {
		return n
	}
	if l, _ := k.longest(nil, tokens, n.First, n.Last); l.Last > 0 && l.Last < n.Last && l.Label != sitrep.Location {
		n.First = l.Last
		if tokens[n.Last-1].XPOS == "NNPS" {
			n.Last = n.First // "Daesh Militants" in a headline
		}
	}
	for i := n.Last - 2; i >= n.First; i-- {
		if k.posts[strings.ToLower(tokens[i].Reading())] && !k.given[strings.ToLower(tokens[i].Reading())] && begins(&tokens[i+1]) {
			n.First = i + 1
			break
		}
		if tokens[i].UPOS == "ADP" && i+2 < n.Last && i > n.First && k.posts[strings.ToLower(tokens[i-1].Reading())] {
			n.First = i + 2
			break
		}
	}
	return n
}

// withoutPost cuts the post of the person whose name follows from the end of the name of what it belongs to: "Istanbul Gov.", "Interior Ministry
// Spokesman".
func (k *known) withoutPost(tokens []sitrep.Token, n sitrep.Name) sitrep.Name {
	end := n.Last
	for end-n.First > 1 && k.posts[strings.ToLower(tokens[end-1].Reading())] {
		end--
	}
	if end < n.Last && n.Last < len(tokens) && tokens[n.Last].UPOS == "PROPN" && capital(tokens[n.Last].Form) {
		n.Last = end
	}
	return n
}

// beforeDash gives the end of a name that a dash with space around it cuts short.
func beforeDash(tokens []sitrep.Token, n sitrep.Name) int {
	for i := n.First + 1; i < n.Last-1; i++ {
		t := &tokens[i]
		if t.UPOS == "PUNCT" && (t.Form == "-" || t.Form == "–" || t.Form == "—") && !touches(tokens, i-1) && !touches(tokens, i) {
			return i
		}
	}
	return n.Last
}

// titled tells whether a person's name begins with a title: one that is no given name, with a name after it.
func (k *known) titled(tokens []sitrep.Token, n sitrep.Name) bool {
	return k.isTitle(strings.ToLower(tokens[n.First].Reading())) && begins(&tokens[n.First+1])
}

// isTitle tells whether a word, in lower case, belongs to titles and is no given name.
func (k *known) isTitle(w string) bool {
	return (k.titles[w] || k.titles[strings.TrimSuffix(w, ".")] || k.titles[w+"."]) && !k.given[w]
}

// begins tells whether a token may begin a name: articles, prepositions and punctuation may not.
func begins(t *sitrep.Token) bool {
	switch t.UPOS {
	case "PUNCT", "DET", "ADP", "CCONJ", "PART", "AUX", "SCONJ":
		return capital(t.Reading()) && t.UPOS != "PUNCT" && !article(t.Reading())
	}
	return true
}

// ends tells whether a name may end as it does. A common noun ends the name of a place alone, and only one that says what the place is ("Rafah
// crossing"); where names are written small, anything does.
func (k *known) ends(tokens []sitrep.Token, n sitrep.Name) bool {
	t := &tokens[n.Last-1]
	switch t.UPOS {
	case "DET", "CCONJ", "PART", "AUX", "SCONJ":
		return false
	case "ADP":
		return capital(t.Reading())
	case "PUNCT":
		return t.Form == ")" || t.Form == "!"
	case "NOUN", "ADJ", "VERB":
		small := !capital(t.Reading()) && capital(tokens[n.First].Reading())
		return !small || n.Label == sitrep.GPE && k.head[t.Reading()] != ""
	}
	return true
}

func article(s string) bool {
	return strings.EqualFold(s, "the") || strings.EqualFold(s, "a") || strings.EqualFold(s, "an")
}
