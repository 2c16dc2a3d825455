package timex

import (
	"strings"

	"sitrep"
	"sitrep/ground/date"
)

// class is a set of the parts that a word can play in an expression of time.
type class uint32

const (
	number    class = 1 << iota // a count; n
	digits                      // written in digits
	vague                       // a count that is not told: several, few
	ordinal                     // n
	month                       // n is 1 to 12
	weekday                     // n is 0 (Sunday) to 6
	plural                      // Mondays, weeks, evenings
	unit                        // unit
	season                      // name is in TIMEX3's letters
	dayPart                     // name
	deictic                     // n is days from today
	relative                    // n is -1, 0, 1: last, this, next
	narrative                   // seen from what was told before: that, previous, following
	ambiguous                   // an ordinary word too, unless it has a capital: may, march, fall
	reference                   // name is PRESENT_REF and the like
	adverbial                   // daily, weekly: unit
	edge                        // name is START, MID or END
	decade                      // 1990s, nineties: n is the first year
	capital                     // begins with a capital letter
	whole                       // a date in digits: day
	clock                       // 9:30: name is T09:30
	meridiem                    // a.m., p.m.
	zone                        // GMT
	holiday                     // may begin the name of a feast
	opens                       // may begin an expression for some other reason
	modifies                    // may begin a modifier
)

// word is what the vocabulary knows of a word.
type word struct {
	class class
	n     int
	unit  date.Unit
	name  string
	day   sitrep.CivilDate
}

// lexeme is a word of a sentence, or a part of one that is joined by hyphens ("mid-2011" is three).
type lexeme struct {
	word
	text string // in small letters
	xpos string
	sitrep.Span
	token int
}

func (x *lexeme) is(c class) bool { return x.class&c != 0 }

// line is the lexemes of a sentence. Expressions never cross its ends.
type line struct {
	lexemes []lexeme
	// depth bounds expressions inside each other ("the end of the first week of June"), and so what a line can cost.
	depth int
}

var blank lexeme

// at is the lexeme at i, a blank one beyond the ends.
func (l *line) at(i int) *lexeme {
	if i < 0 || i >= len(l.lexemes) {
		return &blank
	}
	return &l.lexemes[i]
}

// says tells whether the words stand at i.
func (l *line) says(i int, words ...string) bool {
	for k, w := range words {
		if l.at(i+k).text != w {
			return false
		}
	}
	return true
}

// either tells whether one of the words stands at i.
func (l *line) either(i int, words ...string) bool {
	t := l.at(i).text
	for _, w := range words {
		if t == w {
			return true
		}
	}
	return false
}

// hyphened steps over a hyphen, where one stands at i.
func (l *line) hyphened(i int) int {
	if l.hyphen(i) {
		return i + 1
	}
	return i
}

func (l *line) hyphen(i int) bool { return l.either(i, "-", "–", "‑", "‐") }

// load fills the line with the tokens of a sentence and tells whether any of them can begin an expression.
func (l *line) load(tokens []sitrep.Token, first, last int) bool {
	l.lexemes = l.lexemes[:0]
	any := false
	for i := first; i < last; i++ {
		any = l.add(&tokens[i], i) || any
	}
	return any
}

func (l *line) add(t *sitrep.Token, i int) bool {
	form := t.Form
	if x := classify(form); x.class&^capital != 0 || len(form) > longest || !strings.Contains(form, "-") {
		l.lexemes = append(l.lexemes, lexeme{x, lower(form), t.XPOS, t.Span, i})
		return x.class&^(capital|zone|opens|modifies) != 0
	}
	return l.split(t, i)
}

// split adds the parts of a word with hyphens, and the hyphens.
func (l *line) split(t *sitrep.Token, i int) bool {
	any := false
	for at := 0; at < len(t.Form); {
		n := strings.IndexByte(t.Form[at:], '-')
		switch {
		case n < 0:
			n = len(t.Form) - at
		case n == 0:
			n = 1
		}
		part := t.Form[at : at+n]
		x := classify(part)
		any = any || x.class&^(capital|zone|opens|modifies) != 0
		l.lexemes = append(l.lexemes, lexeme{x, lower(part), t.XPOS, sitrep.Span{Start: t.Start + at, End: t.Start + at + n}, i})
		at += n
	}
	return any
}

// longest bounds the words that can belong to an expression, in bytes.
const longest = 24

// lower is a word in small letters, itself where it has them already or is too long to matter.
func lower(form string) string {
	if len(form) > longest {
		return ""
	}
	return strings.ToLower(form)
}

func classify(form string) word {
	if form == "" || len(form) > longest {
		return word{}
	}
	c := form[0]
	if c >= '0' && c <= '9' || (c == '\'' || strings.HasPrefix(form, "’")) && len(form) > 2 {
		return classifyDigits(form)
	}
	w := vocabulary[strings.ToLower(form)]
	if c >= 'A' && c <= 'Z' {
		w.class |= capital
	} else if w.class&(month|weekday) != 0 {
		return word{}
	}
	return w
}
