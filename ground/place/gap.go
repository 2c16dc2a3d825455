package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
	"sitrep/gazetteer"
)

// longestName bounds the tokens of a name that is looked for where the language components found none.
const longestName = 5

// gaps looks for names in the tokens that belong to none: countries, demonyms, abbreviations, and words that stand where only places do.
func (f *finder) gaps() {
	for _, sentence := range f.story.Sentences {
		for i := sentence.First; i < sentence.Last; {
			i = max(i+1, f.gap(i, sentence))
		}
	}
}

// gap adds the longest name that begins at a token and gives where it ends, 0 where none does.
func (f *finder) gap(i int, sentence sitrep.Sentence) int {
	if f.covered[i] || !f.begins(i, sentence) {
		return 0
	}
	limit := f.run(i, sentence)
	for last := limit; last > i; last-- {
		if demonym, ok := f.isPlace(i, last); ok {
			f.add(i, last, sitrep.GPE, demonym)
			return last
		}
	}
	for last := limit; last > i; last-- {
		if f.likely(i, last) {
			f.add(i, last, sitrep.GPE, false)
			f.names[len(f.names)-1].weak = true
			return last
		}
	}
	return 0
}

// begins tells whether a name may begin at a token.
func (f *finder) begins(i int, sentence sitrep.Sentence) bool {
	t := &f.story.Tokens[i]
	if capital(t.Reading()) {
		return t.Norm == "" || capital(t.Norm)
	}
	if article, rest, ok := strings.Cut(t.Reading(), "-"); ok && isArticle(article) && capital(rest) {
		return true
	}
	return isArticle(t.Reading()) && i+2 < sentence.Last && f.story.Tokens[i+1].Reading() == "-" && capital(f.story.Tokens[i+2].Reading())
}

// run is the end of the words in capitals, their hyphens and articles from a token on.
func (f *finder) run(i int, sentence sitrep.Sentence) int {
	end, limit := i, min(sentence.Last, i+longestName)
	for k := i; k < limit && (!f.covered[k] || f.oneName(i, k)); k++ {
		form := f.story.Tokens[k].Reading()
		switch {
		case capital(form) || k == i:
			end = k + 1
		case form != "-" && !isArticle(form):
			return end
		}
	}
	return end
}

// oneName tells whether the tree has a word in capitals as a part of the name that begins at a token, whatever the language components took it for.
func (f *finder) oneName(first, i int) bool {
	t := &f.story.Tokens[i]
	return t.Head == first && sitrep.Is(t.Deprel, "flat") && capital(t.Reading())
}

// isPlace tells whether tokens that no component took for a name are one of a place, and whether it is a demonym.
func (f *finder) isPlace(first, last int) (demonym, ok bool) {
	text := f.story.In(f.story.SpanOf(first, last))
	if _, ok := f.short[text]; ok && (strings.Contains(text, ".") && len(text) > 3 || f.follows(first, ",")) {
		return false, true
	}
	if _, ok := f.postal[text]; ok && f.follows(first, ",") {
		return false, true
	}
	low := strings.ToLower(text)
	if _, ok := f.demonyms[low]; ok && !f.ordinary[low] {
		return true, true
	}
	if f.ordinary[low] || len(text) < 3 {
		return false, false
	}
	if f.namedUnit(first, last) {
		return false, true
	}
	if f.located(first) && f.isTown(first, last) {
		return false, true
	}
	return false, f.isCountry(text)
}

func (f *finder) follows(i int, form string) bool {
	return i > 0 && f.story.Tokens[i-1].Reading() == form
}

// isCountry tells whether a text names a country.
func (f *finder) isCountry(text string) bool {
	for _, p := range f.places.Find(text) {
		return p.Kind == gazetteer.Country
	}
	return false
}

// namedUnit tells whether words beside say that this is a place: "the village of X", "X province".
func (f *finder) namedUnit(first, last int) bool {
	tokens := f.story.Tokens
	if first >= 2 && (tokens[first-1].Reading() == "of" || tokens[first-1].Reading() == "including") && settlement[tokens[first-2].Lemma] {
		return true
	}
	return last < len(tokens) && settlement[strings.ToLower(tokens[last].Lemma)] && !capital(tokens[last].Reading()) && tokens[last-1].UPOS == "PROPN" && tokens[last].Reading() != "city"
}

// locatives are the prepositions that places follow and other names seldom do.
var locatives = map[string]bool{"in": true, "near": true, "outside": true, "around": true, "toward": true, "towards": true}

// located tells whether a preposition of place stands before a token, or "the town of".
func (f *finder) located(i int) bool {
	if i == 0 {
		return false
	}
	before := strings.ToLower(f.story.Tokens[i-1].Reading())
	return locatives[before] || before == "of" && i > 1 && settlement[strings.ToLower(f.story.Tokens[i-2].Reading())]
}

// isTown tells whether tokens are a name of the gazetteer and no ordinary word or given name.
func (f *finder) isTown(first, last int) bool {
	text := f.story.In(f.story.SpanOf(first, last))
	if len(text) < 4 || f.ordinary[strings.ToLower(text)] || f.given[gazetteer.Fold(text)] || strings.ToUpper(text) == text {
		return false
	}
	return len(f.places.Find(text)) > 0
}

func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}
