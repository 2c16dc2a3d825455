package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shape is the way in which a word is capitalised.
type Shape string

// The shapes.
const (
	Lower    Shape = "lower"    // no capital
	Capital  Shape = "capital"  // the first letter only: "Syrian"
	Capitals Shape = "capitals" // two capitals or more and no small letter: "TV"
	Mixed    Shape = "mixed"    // anything else: "pro-Russian", "PCs"
)

// ShapeOf tells the shape of a word.
func ShapeOf(word string) Shape {
	upper, lower, first := 0, 0, false
	for i, r := range word {
		switch {
		case unicode.IsUpper(r):
			upper++
			first = first || i == 0
		case unicode.IsLower(r):
			lower++
		}
	}
	switch {
	case upper == 0:
		return Lower
	case upper == 1 && first:
		return Capital
	case lower == 0 && upper > 1:
		return Capitals
	}
	return Mixed
}

// Fold is the word in small letters with straight apostrophes: the form under which rules know it.
func Fold(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ReplaceAll(strings.ToLower(word), "’", "'")
		}
	}
	return word
}
