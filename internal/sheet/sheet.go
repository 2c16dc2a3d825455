// Package sheet writes rows for spreadsheets.
package sheet

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Form is a form of sheet: it adds a row to b.
type Form func(b []byte, row []string) []byte

// CSV is RFC 4180: every cell in quotes, lines end with CRLF.
func CSV(b []byte, row []string) []byte {
	for i, cell := range row {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		if cell = Guard(cell); strings.Contains(cell, `"`) {
			cell = strings.ReplaceAll(cell, `"`, `""`)
		}
		b = append(append(b, cell...), '"')
	}
	return append(b, "\r\n"...)
}

// Tabs has a tab between cells and no quotes: white space in a cell becomes blanks, for those who cut lines at tabs and heed nothing else.
func Tabs(b []byte, row []string) []byte {
	for i, cell := range row {
		if i > 0 {
			b = append(b, '\t')
		}
		b = append(b, Guard(plain(cell))...)
	}
	return append(b, '\n')
}

// plain is a cell on one line. Quotation marks go to single ones: readers differ in what they make of them.
func plain(cell string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '"':
			return '\''
		case unicode.IsSpace(r) || unicode.IsControl(r):
			return ' '
		}
		return r
	}, cell)
}

// Write writes rows as CSV.
func Write(w io.Writer, rows [][]string) error {
	var b []byte
	for _, row := range rows {
		b = CSV(b, row)
	}
	_, err := w.Write(b)
	return err
}

// live are the characters with which a spreadsheet takes a cell for a formula, their full-width forms too. Quotation marks do not keep it from that.
const live = "=+-@|%＝＋－＠"

// Guard puts an apostrophe before a cell that a spreadsheet would run as a formula; numbers stay. See OWASP, "CSV Injection".
func Guard(cell string) string {
	if cell == "" || harmless(cell[0]) || number(cell) {
		return cell
	}
	begins := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '"' || r == '\''
	})
	first, _ := utf8.DecodeRuneInString(begins)
	if begins != "" && strings.ContainsRune(live, first) || cell[0] == '\t' || cell[0] == '\r' {
		return "'" + cell
	}
	return cell
}

// harmless tells whether no formula begins with a character; most cells do with such a one.
func harmless(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// number tells whether a cell is digits with a sign before them, and more of them behind a point.
func number(cell string) bool {
	whole, part, point := strings.Cut(strings.TrimLeft(cell[:1], "+-")+cell[1:], ".")
	return digits(whole) && (!point || digits(part))
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
