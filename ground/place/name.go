package place

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
)

// name is one occurrence of a name on its way to a toponym.
type name struct {
	sitrep.Toponym
	label   sitrep.NameLabel
	text    string  // what is looked up: without article, direction and the word for a unit
	unit    string  // the lower-case word for what it is, beside the name: "province", "refugee camp", "village"
	toward  string  // the direction word before it, as a compass point: "n", "sw"; empty without one
	away    float64 // kilometres in that direction ("30 km north of")
	small   bool    // it is called a quarter or a hamlet
	outside bool    // "north of": beside the place, not a part of it
	demonym bool
	weak    bool             // it counts only if the report speaks of its country anyway
	known   *gazetteer.Place // what the form alone decides: an abbreviation, a demonym
	sense   int
}

// finder collects the names of a story.
type finder struct {
	*Step
	story   *sitrep.Story
	covered []bool // tokens that belong to a name of any kind
	names   []name
}

// find gives the names of places of a story in the order of the text.
func (s *Step) find(story *sitrep.Story) []name {
	f := &finder{Step: s, story: story, covered: make([]bool, len(story.Tokens))}
	for _, n := range story.Names {
		f.take(n)
	}
	f.gaps()
	slices.SortFunc(f.names, func(a, b name) int { return a.First - b.First })
	f.sift()
	return f.names
}

// take adds a name that the language components found.
func (f *finder) take(n sitrep.Name) {
	n = f.whole(n)
	switch n.Label {
	case sitrep.GPE, sitrep.Location, sitrep.Facility:
		f.split(n)
	case sitrep.NORP:
		f.takeDemonym(n)
	case sitrep.Org, sitrep.Person:
		if n.Last-n.First <= 3 && f.located(n.First) && f.isTown(n.First, n.Last) {
			f.split(n)
		} else if n.Label == sitrep.Person && n.Last-n.First <= 3 && !f.follows(n.First, ",") && f.likely(n.First, n.Last) && !f.surname(n) {
			k := len(f.names)
			f.split(n)
			for ; k < len(f.names); k++ {
				f.names[k].weak = true
			}
		}
	case sitrep.Date, sitrep.Time, sitrep.Cardinal, sitrep.Ordinal, sitrep.Quantity, sitrep.Money, sitrep.Percent:
		return
	}
	for i := n.First; i < n.Last; i++ {
		f.covered[i] = true
	}
}

// surname tells whether a name of one word is the end of somebody's full name in the report: "Anna Lee Harwood … the knife was taken from Harwood".
func (f *finder) surname(n sitrep.Name) bool {
	word := func(i int) string { return f.story.Tokens[i].Reading() }
	return n.Last-n.First == 1 && slices.ContainsFunc(f.story.Names, func(o sitrep.Name) bool {
		return o.Label == sitrep.Person && o.Last-o.First > 1 && word(o.Last-1) == word(n.First)
	})
}

// whole gives a name with the word in capitals before it, where only both together are a town: of "Khan Sheikhoun" the name may begin at its second word.
func (f *finder) whole(n sitrep.Name) sitrep.Name {
	i := n.First - 1
	if i < 0 || f.covered[i] || f.story.Tokens[i].UPOS != "PROPN" || !capital(f.story.Tokens[i].Reading()) || f.story.Tree.Sentence(i) != f.story.Tree.Sentence(n.First) {
		return n
	}
	switch n.Label {
	case sitrep.Person, sitrep.Org, sitrep.GPE, sitrep.Location, sitrep.Facility:
		if f.isTown(i, n.Last) && !f.isTown(n.First, n.Last) {
			n.First, n.Span = i, f.story.SpanOf(i, n.Last)
		}
	}
	return n
}

// takeDemonym adds a word for a people of one country.
func (f *finder) takeDemonym(n sitrep.Name) {
	if _, ok := f.demonyms[strings.ToLower(f.story.In(n.Span))]; ok {
		f.add(n.First, n.Last, n.Label, true)
	}
}

// split adds a name, cut at commas: "Springfield, Illinois" is two.
func (f *finder) split(n sitrep.Name) {
	first := n.First
	for i := n.First; i <= n.Last; i++ {
		if i == n.Last || f.story.Tokens[i].Reading() == "," {
			f.trim(first, i, n.Label)
			first = i + 1
		}
	}
}

// trim adds the tokens of a name without article, possessive, and directions in small letters.
func (f *finder) trim(first, last int, label sitrep.NameLabel) {
	tokens := f.story.Tokens
	for first < last && (strings.EqualFold(tokens[first].Reading(), "the") || !properStart(tokens, first, last)) {
		first++
	}
	last = f.wholeName(first, last)
	for first < last && (tokens[last-1].UPOS == "PUNCT" || tokens[last-1].XPOS == "POS") {
		last--
	}
	if first < last {
		f.add(first, last, label, false)
	}
}

// wholeName extends a name that was cut at a hyphen: "Deir el" before "-Zour".
func (f *finder) wholeName(first, last int) int {
	tokens := f.story.Tokens
	for last > first && last+1 < len(tokens) && tokens[last].Reading() == "-" && capital(tokens[last+1].Reading()) && isArticle(tokens[last-1].Reading()) {
		last += 2
	}
	return last
}

// properStart tells whether a name may begin at a token: not with a word in small letters, an article of Arabic apart.
func properStart(tokens []sitrep.Token, i, last int) bool {
	form := tokens[i].Reading()
	if form == "" || form[0] < 'a' || form[0] > 'z' {
		return true
	}
	return i+1 < last && isArticle(form) || strings.ContainsRune(form, '-')
}

func (f *finder) add(first, last int, label sitrep.NameLabel, demonym bool) {
	if last-first == 1 && particles[f.story.Tokens[first].UPOS] {
		return // "ON" in a text in capitals
	}
	span := f.story.SpanOf(first, last)
	f.names = append(f.names, name{Toponym: sitrep.Toponym{Span: span, First: first, Last: last}, label: label, text: f.story.In(span), demonym: demonym})
}

// particles are the tags of words that name no place, whatever they abbreviate elsewhere.
var particles = set("ADP", "CCONJ", "SCONJ", "PRON", "AUX", "PART")

// at makes names of stretches that somebody gives.
func (s *Step) at(story *sitrep.Story, spans []sitrep.Span) []name {
	var names []name
	next := 0
	for _, span := range slices.SortedFunc(slices.Values(spans), func(a, b sitrep.Span) int { return a.Start - b.Start }) {
		for next < len(story.Tokens) && story.Tokens[next].End <= span.Start {
			next++
		}
		last := next
		for last < len(story.Tokens) && story.Tokens[last].Start < span.End {
			last++
		}
		text := story.In(span)
		n := name{Toponym: sitrep.Toponym{Span: span, First: next, Last: last}, label: sitrep.GPE, text: text}
		_, n.demonym = s.demonyms[strings.ToLower(text)]
		names = append(names, n)
	}
	return names
}
