package segment

import (
	"unicode"
	"unicode/utf8"
)

// class is what a rune is to the tokenizer.
type class uint8

const (
	symbolClass  class = iota // punctuation and every other sign
	letterClass               // letters, marks, and bytes that are not UTF-8: what stands in a broken word stays in it
	digitClass                // decimal digits
	spaceClass                // white space
	controlClass              // control characters: a gap, like white space, and a problem
	hiddenClass               // shows nothing: soft hyphens, zero-width and bidi marks, lost signs; belongs to a word only inside it
)

// ascii holds the classes of the first 128 runes.
var ascii = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		t[c] = slowClass(rune(c))
	}
	return t
}()

func slowClass(r rune) class {
	switch {
	case unicode.IsSpace(r):
		return spaceClass
	case r >= 0x91 && r <= 0x97: // the quotes and dashes of Windows-1252, read as Latin-1 by somebody on the way
		return symbolClass
	case unicode.IsControl(r):
		return controlClass
	case isHidden(r):
		return hiddenClass
	case unicode.IsLetter(r), unicode.IsMark(r) && !isVariation(r):
		return letterClass
	case unicode.IsDigit(r):
		return digitClass
	}
	return symbolClass
}

// classAt gives the class of the rune at s[i] and its width in bytes.
func classAt(s string, i int) (class, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError {
		if n == 1 {
			return letterClass, 1
		}
		return hiddenClass, n
	}
	if r >= 0x2010 && r <= 0x2027 { // the dashes, quotes and dots of ordinary print
		return symbolClass, n
	}
	return slowClass(r), n
}

// isHidden tells of runes that show nothing. The joiner of emoji is one too; symbols take care of it first.
func isHidden(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	}
	return false
}

func isVariation(r rune) bool { return r >= 0xFE00 && r <= 0xFE0F }

// apostropheAt gives the width of the sign at s[i] if it may stand for an apostrophe in a contraction, 0 if not.
func apostropheAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch s[i] {
	case '\'', '`':
		return 1
	case '&':
		switch sign, n := entityAt(s, i); sign {
		case "'", "’", "‘":
			return n
		}
	case 0xEF: // U+FFFD, for a sign that somebody could not read
		if isLost(s, i) {
			return 3
		}
	case 0xE2: // ‘ U+2018, ’ U+2019
		if i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x98 || s[i+2] == 0x99) {
			return 3
		}
	case 0xC2: // ´ U+00B4; ‘ and ’ of Windows-1252
		if i+1 < len(s) && (s[i+1] == 0xB4 || s[i+1] == 0x91 || s[i+1] == 0x92) {
			return 2
		}
	}
	return 0
}

// isLost tells of U+FFFD at s[i], which stands for what could not be read: between letters most often for an apostrophe.
func isLost(s string, i int) bool {
	return i+2 < len(s) && s[i] == 0xEF && s[i+1] == 0xBF && s[i+2] == 0xBD
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool  { return c >= 'a' && c <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// wordAt tells whether a word goes on at s[i], up to the end e.
func wordAt(s string, i, e int) bool {
	if i >= e {
		return false
	}
	c, _ := classAt(s, i)
	return c == letterClass || c == digitClass
}

func letterAt(s string, i, e int) bool {
	if i >= e {
		return false
	}
	c, _ := classAt(s, i)
	return c == letterClass
}

func digitAt(s string, i, e int) bool { return i < e && isDigit(s[i]) }

// runOf gives the end of the letters, digits and hidden runes from i on.
func runOf(s string, i, e int) int {
	for i < e {
		c, n := classAt(s, i)
		if c != letterClass && c != digitClass && c != hiddenClass || isLost(s, i) {
			break
		}
		i += n
	}
	return min(i, e)
}

// digitsEnd gives the end of the ASCII digits from i on.
func digitsEnd(s string, i, e int) int {
	for i < e && isDigit(s[i]) {
		i++
	}
	return i
}

// lettersEnd gives the end of the ASCII letters from i on.
func lettersEnd(s string, i, e int) int {
	for i < e && isLetter(s[i]) {
		i++
	}
	return i
}

// upperAt tells whether the rune at s[i] is a capital letter.
func upperAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return isUpper(s[i])
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// lowerAt tells whether the rune at s[i] is a small letter.
func lowerAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return isLower(s[i])
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}

// mended gives the sign that a sign of Windows-1252 or an entity stands for, and every other sign as it is.
func mended(sign string) string {
	if len(sign) > 3 && sign[0] == '&' {
		if plain, n := entityAt(sign, 0); n == len(sign) {
			return plain
		}
	}
	if len(sign) != 2 || sign[0] != 0xC2 {
		return sign
	}
	switch sign[1] {
	case 0x91:
		return "‘"
	case 0x92:
		return "’"
	case 0x93:
		return "“"
	case 0x94:
		return "”"
	case 0x95:
		return "•"
	case 0x96:
		return "–"
	case 0x97:
		return "—"
	}
	return sign
}
