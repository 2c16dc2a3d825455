package terminal

import (
	"bytes"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Clean makes a text from a stranger safe to show on one line: white space becomes spaces, and control characters, escapes, marks that
// turn the direction of writing and bytes that are no UTF-8 become U+FFFD.
func Clean(s string) string {
	if strings.IndexFunc(s, unsafe) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unsafe(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

func unsafe(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r)
}

// Width is the number of columns that a terminal gives a text without control characters.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case r < 0x300: // no marks, and nothing wide
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}

// Fit gives a text of at most n columns, its end cut and marked "…" where it is longer. Below 1 there is no limit.
func Fit(s string, n int) string {
	if n < 1 || Width(s) <= n {
		return s
	}
	columns := 0
	for i, r := range s {
		if columns += runeWidth(r); columns > n-1 {
			return s[:i] + "…"
		}
	}
	return s
}

// Pad fills a text with spaces to n columns.
func Pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-Width(s))) }

// Cleaner is a Writer that lets text through line by line as Clean does, but keeps tabs and the lines themselves.
type Cleaner struct {
	out  io.Writer
	rest []byte // the beginning of a character whose end has not been written yet
}

// NewCleaner makes a Cleaner in front of a terminal.
func NewCleaner(out io.Writer) *Cleaner { return &Cleaner{out: out} }

// Write cleans and passes on.
func (c *Cleaner) Write(p []byte) (int, error) {
	b := append(c.rest, p...)
	end := len(b)
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if at := len(b) - i; utf8.RuneStart(b[at]) {
			if !utf8.FullRune(b[at:]) {
				end = at
			}
			break
		}
	}
	c.rest = append([]byte(nil), b[end:]...)
	cleaned := bytes.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unsafe(r) {
			return utf8.RuneError
		}
		return r
	}, b[:end])
	if _, err := c.out.Write(cleaned); err != nil {
		return 0, err
	}
	return len(p), nil
}
