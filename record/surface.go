package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
)

// find gives the place of a form in a sentence at or after byte at, white space skipped.
func find(text, form string, at int) (sitrep.Span, error) {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsSpace(r) || strings.HasPrefix(text[at:], form) {
			break
		}
		at += n
	}
	rest, ok := strings.CutPrefix(text[at:], form)
	if form == "" || !ok || rest != "" && !utf8.RuneStart(rest[0]) { // the form has to end where a character does
		return sitrep.Span{}, fmt.Errorf("word %q is not where it should be in the sentence's text, which goes on %.30q", form, text[at:])
	}
	return sitrep.Span{Start: at, End: at + len(form)}, nil
}

// parts gives the words of the multiword token whose range line stands first.
func parts(rows [][]string) ([][]string, error) {
	a, b, _ := strings.Cut(rows[0][0], "-")
	first, err1 := strconv.Atoi(a)
	last, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || last < first || last-first+1 >= len(rows) {
		return nil, fmt.Errorf("multiword token %q: want a range of the words that follow", rows[0][0])
	}
	return rows[1 : last-first+2], nil
}

// share gives each word of a multiword token its letters: its own form where the forms make up the token, else a fair part.
func share(words [][]string, text string, whole sitrep.Span, start int) []sitrep.Span {
	if len(words) == 1 {
		return []sitrep.Span{whole}
	}
	spans, at, rest := make([]sitrep.Span, len(words)), whole.Start, text[whole.Start-start:whole.End-start]
	exact := joined(words) == rest && !slices.ContainsFunc(words, func(w []string) bool { return w[1] == "" })
	for i, w := range words {
		n := len(w[1])
		if !exact {
			n = fairShare(rest, len(words)-i)
		}
		spans[i] = sitrep.Span{Start: at, End: at + n}
		at, rest = at+n, rest[n:]
	}
	return spans
}

func joined(words [][]string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w[1])
	}
	return b.String()
}

// fairShare is the length in bytes of the first of n equal parts of s, counted in characters.
func fairShare(s string, n int) int {
	points, end := utf8.RuneCountInString(s)/n, 0
	if n == 1 {
		return len(s)
	}
	for range max(points, 1) {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return end
}

func spaceAfterNo(row []string) bool { return miscValue(row[9], "SpaceAfter") == "No" }

// lastSurface is the row that says what follows the last word: the last multiword token's, if it covers that word.
func lastSurface(rows [][]string) []string {
	last := rows[len(rows)-1]
	for i := len(rows) - 1; i >= 0; i-- {
		if _, to, ok := strings.Cut(rows[i][0], "-"); ok {
			if to == last[0] {
				return rows[i]
			}
			break
		}
	}
	return last
}

// textOf puts a sentence's text together from its forms, where it has no "# text".
func textOf(rows [][]string) string {
	var b strings.Builder
	for i := 0; i < len(rows); i++ {
		row := rows[i]
		b.WriteString(row[1])
		if strings.Contains(row[0], "-") {
			if words, err := parts(rows[i:]); err == nil {
				i += len(words)
			}
		}
		if i+1 < len(rows) && !spaceAfterNo(row) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
