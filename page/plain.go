package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readPlain takes a text as it is.
func readPlain(raw []byte) (*draft, error) {
	d := &draft{titleInText: true}
	d.text = normal(decodeText(raw, d))
	return d, nil
}

// mostTitle is how many bytes a title may have.
const mostTitle = 250

// splitTitle takes the title off a text: a short first line before a blank one, without a final stop.
func splitTitle(text string) (title, rest string) {
	head, rest, ok := strings.Cut(text, "\n\n")
	if !ok || strings.Contains(head, "\n") || !isTitle(head) {
		return "", text
	}
	return strings.TrimSpace(head), strings.Trim(rest, " \t\n")
}

func isTitle(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" || len(line) > mostTitle || lineReason(line) != "" || unitReason(line) != "" || isPlaceLine(line) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"'”’)`))
	return last != '.' && last != ':' && last != ',' && strings.ContainsFunc(line, unicode.IsLetter)
}

// isPlaceLine tells whether a line is nothing but a dateline: "BEIRUT, March 3 —".
func isPlaceLine(line string) bool {
	return strings.HasSuffix(line, "—") || strings.HasSuffix(line, "–") || strings.HasSuffix(line, " -")
}
