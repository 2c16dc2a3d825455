package main

import (
	"unicode"
	"unicode/utf8"
)

// latinNames keeps of a town's other names those that an English text may use: in Latin letters, no codes ("BEY"), no transliterations that a
// machine wrote, which GeoNames has in lower case ("a lei po").
func latinNames(names []string) []string {
	var kept []string
	for _, n := range names {
		first, _ := utf8.DecodeRuneInString(n)
		if unicode.IsUpper(first) && len(n) <= 60 && isLatin(n) && !isCode(n) {
			kept = append(kept, n)
		}
	}
	return kept
}

func isLatin(s string) bool {
	for _, r := range s {
		switch {
		case r == ',' || r == '(' || r == ';' || r == ':' || '0' <= r && r <= '9':
			return false // "Aleppo, Syria", postal codes
		case r > 0x24F && !(0x1E00 <= r && r <= 0x1EFF) && !(0x2B0 <= r && r <= 0x36F) && !(0x2010 <= r && r <= 0x201F):
			return false
		}
	}
	return true
}

func isCode(s string) bool {
	for _, r := range s {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return len(s) <= 4
}
