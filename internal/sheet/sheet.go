// Package sheet writes rows for spreadsheets.
package sheet

import (
	"bufio"
	"io"
	"regexp"
	"strings"
	"unicode"
)

// Write writes rows as RFC 4180 has it: every cell in quotes, lines end with CRLF.
func Write(w io.Writer, rows [][]string) error {
	out := bufio.NewWriter(w)
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				out.WriteByte(',')
			}
			out.WriteString(`"` + strings.ReplaceAll(Guard(cell), `"`, `""`) + `"`)
		}
		out.WriteString("\r\n")
	}
	return out.Flush()
}

// live are the characters with which a spreadsheet takes a cell for a formula, their full-width forms too. Quotation marks do not keep it from that.
const live = "=+-@|%＝＋－＠"

var number = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

// Guard puts an apostrophe before a cell that a spreadsheet would run as a formula; numbers stay. See OWASP, "CSV Injection".
func Guard(cell string) string {
	if number.MatchString(cell) {
		return cell
	}
	begins := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '"' || r == '\''
	})
	if begins != "" && strings.ContainsRune(live, []rune(begins)[0]) || strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") {
		return "'" + cell
	}
	return cell
}
