package ner

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
	"sitrep/gazetteer"
	"sitrep/lexicon"
)

const longest = 8 // words of a listed name that are looked at

// known is what the lexicon knows of names.
type known struct {
	phrases map[string]phrase // by lower-case words joined by a space
	first   map[string]int    // first words of phrases, and the words of the longest
	titles  map[string]bool   // single words of titles
	given   map[string]bool
	head    map[string]sitrep.NameLabel // words that tell what a place is: "river", "airport"

	ordinary map[string]bool // words that are names too and mostly not meant as such
	capitals map[string]bool // capitals of countries, in lower case
	posts    map[string]bool // the words that say what a title is: "secretary" in "secretary of state"
	heads    map[string]bool // last words of the names of organisations and forces
	places   *gazetteer.Gazetteer
}

// phrase is a listed name. An acronym counts only as it is written: "US" is no "us".
type phrase struct {
	label    sitrep.NameLabel
	exact    string
	ordinary bool // an acronym that is a common word in capitals too: "IS", "WHO"
}

func newKnown(lex *lexicon.Lexicon, places *gazetteer.Gazetteer) *known {
	k := &known{phrases: map[string]phrase{}, first: map[string]int{}, titles: map[string]bool{}, given: map[string]bool{}, head: placeHeads(),
		ordinary: map[string]bool{}, capitals: map[string]bool{}, heads: map[string]bool{}, posts: map[string]bool{}, places: places}
	for _, w := range lex.Ordinary {
		k.ordinary[w] = true
	}
	add := func(label sitrep.NameLabel, names ...string) {
		for _, n := range names {
			if !k.ordinary[strings.ToLower(n)] || acronym(n) {
				k.add(n, label)
			}
		}
	}
	// the first meaning of a name stays: groups and organisations before peoples, countries before regions
	for _, g := range lex.Groups {
		add(sitrep.Org, append([]string{g.Name}, g.Aliases...)...)
	}
	for _, o := range lex.Organisations {
		if o.Kind == lexicon.FormerState {
			continue // its names are its successor's too
		}
		add(sitrep.Org, append([]string{o.Name}, o.Aliases...)...)
	}
	for _, c := range lex.Countries {
		add(sitrep.GPE, append([]string{c.Name}, c.Names...)...)
		add(sitrep.NORP, c.Demonyms...)
	}
	for _, p := range lex.Peoples {
		add(sitrep.NORP, p.Forms...)
	}
	for _, r := range lex.Regions {
		add(regionLabel(r, places), append([]string{r.Name}, r.Aliases...)...)
	}
	k.addWords(lex)
	return k
}

func (k *known) addWords(lex *lexicon.Lexicon) {
	for _, t := range lex.Titles {
		title := lexicon.Words(t.Title)
		for w := range strings.FieldsSeq(title) {
			if _, named := k.phrases[w]; !named || k.ordinary[w] {
				k.titles[w] = true // "US" in "US ambassador" is a country all the same
			}
		}
		post, _, _ := strings.Cut(title, " of ")
		k.posts[post[strings.LastIndex(post, " ")+1:]] = true
	}
	for _, c := range lex.Countries {
		for _, city := range c.Capitals {
			k.capitals[strings.ToLower(city)] = true
		}
	}
	for _, g := range lex.GivenNames {
		k.given[strings.ToLower(g.Name)] = true
	}
	for _, w := range lex.OrgWords {
		if w.Kind == "facility" {
			k.head[w.Word] = sitrep.Facility
		} else if !assembled[w.Word] {
			k.heads[w.Word] = true
		}
	}
}

// assembled are words that head names of organisations and more often say something else after a name: events, plans, and people without a body.
var assembled = map[string]bool{"summit": true, "conference": true, "initiative": true, "program": true, "programme": true, "project": true,
	"inquiry": true, "charter": true, "post": true, "trust": true, "order": true, "exchange": true, "opposition": true, "rebels": true,
	"insurgents": true, "militants": true, "fighters": true, "troops": true, "guerrillas": true, "volunteers": true, "authorities": true,
	"government": true, "regime": true, "bank": true, "unit": true, "mission": true, "office": true, "times": true}

// regionLabel tells regions that are units of a state, and so have a government ("South Kordofan"), from those that are not ("the Sahel").
func regionLabel(r lexicon.Region, places *gazetteer.Gazetteer) sitrep.NameLabel {
	if r.Kind == "facility" {
		return sitrep.Facility
	}
	unit := func(p gazetteer.Place) bool { return p.Kind == gazetteer.Admin1 && p.Country == r.Countries[0] }
	if r.Kind == "region" && len(r.Countries) == 1 && slices.ContainsFunc(places.Find(r.Name), unit) {
		return sitrep.GPE
	}
	return sitrep.Location
}

func (k *known) add(name string, label sitrep.NameLabel) {
	key := strings.TrimPrefix(lexicon.Words(name), "the ")
	n := strings.Count(key, " ") + 1
	if n > longest || key == "" {
		return
	}
	if _, ok := k.phrases[key]; ok {
		return
	}
	p := phrase{label: label}
	if n == 1 && acronym(name) {
		p.exact, p.ordinary = name, k.ordinary[key]
	}
	k.phrases[key] = p
	first, _, _ := strings.Cut(key, " ")
	k.first[first] = max(k.first[first], n)
	if before, after, ok := strings.Cut(key, "s ' "); ok { // many write "Workers Party" and "Worker's Party"
		k.add(before+"s "+after, label)
		k.add(before+"'s "+after, label)
	}
}

// acronym tells whether a word is written in capitals, with or without periods.
func acronym(s string) bool { return s == strings.ToUpper(s) && strings.ToLower(s) != s }

// find gives the listed names of a sentence, the longest at each place, left to right. They begin with a capital, unless the sentence has none.
func (k *known) find(dst []sitrep.Name, tokens []sitrep.Token, s sitrep.Sentence) []sitrep.Name {
	small := !slices.ContainsFunc(tokens[s.First:s.Last], func(t sitrep.Token) bool { return capital(t.Reading()) })
	var key []byte
	for i := s.First; i < s.Last; {
		n := sitrep.Name{}
		if begin := articled(tokens, i, s.Last); capital(tokens[begin].Reading()) || small && len(tokens[i].Form) > 4 {
			n, key = k.longest(key[:0], tokens, i, s.Last)
		}
		if n.Last == 0 {
			i++
			continue
		}
		dst = append(dst, n)
		i = n.Last
	}
	return dst
}

// longest gives the longest listed name that begins at a token; Last is 0 where none does.
func (k *known) longest(key []byte, tokens []sitrep.Token, at, end int) (found sitrep.Name, _ []byte) {
	key = appendLower(key, tokens[at].Reading())
	limit := k.first[string(key)]
	for n := 1; n <= limit && at+n <= end; n++ {
		if n > 1 {
			key = appendLower(append(key, ' '), tokens[at+n-1].Reading())
		}
		p, ok := k.phrases[string(key)]
		if ok && (p.exact == "" || p.exact == tokens[at].Reading() && (!p.ordinary || tokens[at].UPOS == "PROPN" && !shouted(tokens, at))) {
			found = sitrep.Name{First: at, Last: at + n, Label: p.label}
		}
	}
	return found, key
}

// shouted tells whether the words around a word in capitals are in capitals too, which then say nothing.
func shouted(tokens []sitrep.Token, at int) bool {
	around := func(i int) bool {
		return i >= 0 && i < len(tokens) && len(tokens[i].Form) > 1 && acronym(tokens[i].Form)
	}
	return around(at-1) || around(at+1)
}

func appendLower(b []byte, s string) []byte {
	for _, r := range s {
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
