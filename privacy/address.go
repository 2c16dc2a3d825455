package privacy

import (
	"regexp"

	"sitrep/casebook"
)

// street is a house and its street.
var street = regexp.MustCompile(`\b\d{1,4}[A-Za-z]? (?:\p{Lu}[\p{L}'’-]+ ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Boulevard|Blvd|Square|Alley|Drive|Court|Terrace|Row)\b`)

// homeWords are words of a sentence that make an address somebody's home.
var homeWords = regexp.MustCompile(`(?i)\b(lives?|lived|living|home|house|flat|apartment|resident|family|neighbou?rs?|door)\b`)

// homes are addresses at which somebody lives: nobody's home is a place.
func homes(t *text) (out []casebook.PrivateName) {
	seen := map[string]bool{}
	for _, m := range street.FindAllStringIndex(t.string, -1) {
		before, after := max(0, m[0]-120), min(len(t.string), m[1]+120)
		address := t.string[m[0]:m[1]]
		if seen[address] || !homeWords.MatchString(t.string[before:m[0]]+" "+t.string[m[1]:after]) {
			continue
		}
		seen[address] = true
		out = append(out, casebook.PrivateName{Name: address, Description: "an address", Forms: []string{address}})
	}
	return out
}
