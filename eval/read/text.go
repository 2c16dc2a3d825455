package read

import (
	"sort"
	"strings"
	"unicode"

	"sitrep"
)

// flatText is a text with single spaces, small letters and plain quotation marks, and where each of its characters stands in the text as it is.
type flatText struct {
	flat []rune
	at   []int // code points
}

func flatten(text string) *flatText {
	t := &flatText{}
	for i, r := range []rune(text) {
		if unicode.IsSpace(r) {
			r = ' '
			if n := len(t.flat); n > 0 && t.flat[n-1] == ' ' {
				continue
			}
		}
		t.flat, t.at = append(t.flat, plain(r)), append(t.at, i)
	}
	return t
}

func plain(r rune) rune {
	switch r {
	case '’', '‘':
		return '\''
	case '“', '”':
		return '"'
	}
	return unicode.ToLower(r)
}

// index is where a code point of the text stands in the flat one.
func (t *flatText) index(at int) int { return sort.SearchInts(t.at, at) }

// find gives where a quotation stands, in code points of the text.
func (t *flatText) find(quote string) (sitrep.Span, bool) {
	q := []rune(strings.Map(plain, strings.Join(strings.FieldsFunc(quote, unicode.IsSpace), " ")))
	i := strings.Index(string(t.flat), string(q))
	if i < 0 || len(q) == 0 {
		return sitrep.Span{}, false
	}
	i = len([]rune(string(t.flat)[:i]))
	return sitrep.Span{Start: t.at[i], End: t.at[i+len(q)-1] + 1}, true
}

// carrier gives a function that takes a span of one text to the same words in another one. Texts that differ in white space alone are mapped
// exactly; others are aligned word by word.
func carrier(from, to *flatText) func(sitrep.Span) (sitrep.Span, bool) {
	at := func(i int) (int, bool) { return i, i < len(to.at) }
	if string(from.flat) != string(to.flat) {
		moved := align(from, to)
		at = func(i int) (int, bool) { j, ok := moved[i]; return j, ok }
	}
	return func(s sitrep.Span) (sitrep.Span, bool) {
		i, j := from.index(s.Start), from.index(s.End)-1
		var a, b int
		var ok bool
		for ; i <= j; i++ {
			if a, ok = at(i); ok {
				break
			}
		}
		for ; i <= j; j-- {
			if b, ok = at(j); ok {
				break
			}
		}
		if i > j {
			return sitrep.Span{}, false
		}
		return sitrep.Span{Start: to.at[a], End: to.at[b] + 1}, true
	}
}

// flatWord is a word of a flat text with its place there.
type flatWord struct {
	form string
	at   int
}

func (t *flatText) words() []flatWord {
	var out []flatWord
	for i := 0; i < len(t.flat); i++ {
		if t.flat[i] == ' ' {
			continue
		}
		start := i
		for i < len(t.flat) && t.flat[i] != ' ' {
			i++
		}
		out = append(out, flatWord{string(t.flat[start:i]), start})
	}
	return out
}

// align maps the characters of the words that both texts have in one order.
func align(from, to *flatText) map[int]int {
	a, b, moved := from.words(), to.words(), map[int]int{}
	where := map[string][]int{}
	for j, w := range b {
		where[w.form] = append(where[w.form], j)
	}
	for _, m := range blocks(a, where, 0, len(a), 0, len(b), nil) {
		for k := range m.n {
			for c := range []rune(a[m.a+k].form) {
				moved[a[m.a+k].at+c] = b[m.b+k].at + c
			}
		}
	}
	return moved
}

// block is a run of n equal words at a in one text and at b in the other.
type block struct{ a, b, n int }

// blocks finds the longest common run of words, then those left and right of it.
func blocks(a []flatWord, where map[string][]int, aFrom, aTo, bFrom, bTo int, out []block) []block {
	m := longest(a, where, aFrom, aTo, bFrom, bTo)
	if m.n == 0 {
		return out
	}
	out = blocks(a, where, aFrom, m.a, bFrom, m.b, out)
	out = append(out, m)
	return blocks(a, where, m.a+m.n, aTo, m.b+m.n, bTo, out)
}

func longest(a []flatWord, where map[string][]int, aFrom, aTo, bFrom, bTo int) block {
	best, runs := block{aFrom, bFrom, 0}, map[int]int{}
	for i := aFrom; i < aTo; i++ {
		next := map[int]int{}
		for _, j := range where[a[i].form] {
			if j < bFrom || j >= bTo {
				continue
			}
			k := runs[j-1] + 1
			next[j] = k
			if k > best.n {
				best = block{i - k + 1, j - k + 1, k}
			}
		}
		runs = next
	}
	return best
}
