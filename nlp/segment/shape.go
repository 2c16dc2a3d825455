package segment

import (
	"unicode/utf8"

	"sitrep"
)

// shape is what the boundary model knows of a token's looks.
type shape uint8

const (
	noWord shape = iota // beyond the paragraph's ends
	lowerShape
	titleShape // a capital, then small letters
	capsShape  // two capitals or more
	letterShape
	mixedShape
	numberShape
	codeShape // letters with digits
	initialShape
	initialsShape      // U.S.
	properAbbreviation // Gen.: what follows belongs to it
	otherAbbreviation
	stopShape
	exclamationShape
	questionShape
	ellipsisShape
	marksShape // several of . ! ?
	commaShape
	colonShape
	semicolonShape
	dashShape
	openShape
	closeShape
	openQuoteShape
	closeQuoteShape
	quoteShape // a mark whose side the form does not tell
	bulletShape
	ruleShape // a long row of one sign
	addressShape
	faceShape // emoticons and emoji
	signShape
	cliticShape
)

// word is what the boundary model knows of a token.
type word struct {
	hash  uint32 // of its reading in small letters, digits as 0
	shape shape
}

func wordOf(t *sitrep.Token) word {
	w := t.Reading()
	h := uint32(2166136261)
	for i := 0; i < len(w) && i < 24; i++ {
		c := w[i]
		if isUpper(c) {
			c |= 0x20
		} else if isDigit(c) {
			c = '0'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return word{h, shapeOf(t.Form)}
}

func shapeOf(w string) shape {
	c := w[0]
	if isLetter(c) || c >= utf8.RuneSelf && letterAt(w, 0, len(w)) {
		return letterShapeOf(w)
	}
	if isDigit(c) {
		if lettersEnd(w, len(w)-1, len(w)) == len(w) {
			return codeShape
		}
		return numberShape
	}
	if s := signShapeOf(w); s != noWord {
		return s
	}
	switch {
	case len(w) >= 2 && apostropheAt(w, 0) > 0 && isLetter(w[len(w)-1]):
		return cliticShape
	case len(w) >= 4 && c < utf8.RuneSelf && w[1] == c:
		return ruleShape
	case len(w) >= 2 && (c == ':' || c == ';' || c == '=' || c == '<') || c == 0xF0 || c == 0xE2 && w[1] >= 0x98 && w[1] <= 0x9E:
		return faceShape
	case c == '@' || c == '#':
		return addressShape
	}
	return signShape
}

func letterShapeOf(w string) shape {
	if w[len(w)-1] == '.' {
		return dottedShapeOf(w)
	}
	upper, lower, digits, address := countLetters(w)
	switch {
	case address:
		return addressShape
	case digits > 0:
		return codeShape
	case upper == 0:
		return lowerShape
	case upper == 1 && lower == 0:
		return letterShape
	case lower == 0:
		return capsShape
	case upperAt(w, 0) && upper <= 2:
		return titleShape
	}
	return mixedShape
}

// countLetters counts the kinds of letter in a word, and tells whether it looks like an address.
func countLetters(w string) (upper, lower, digits int, address bool) {
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case isUpper(c):
			upper++
		case isLower(c):
			lower++
		case isDigit(c):
			digits++
		case c == '@' || c == '/' || c == '.' && lower > 1:
			address = true
		case c >= 0xC0:
			if upperAt(w, i) {
				upper++
			} else {
				lower++
			}
		}
	}
	return upper, lower, digits, address
}

// dottedShapeOf tells the kinds of abbreviation apart.
func dottedShapeOf(w string) shape {
	stem := w[:len(w)-1]
	switch {
	case equalFold(stem, "e.g") || equalFold(stem, "i.e"):
		return properAbbreviation
	case len(stem) == 1 && isUpper(w[0]):
		return initialShape
	case hasByte(stem, '.') && isUpper(w[0]):
		return initialsShape
	case abbreviationOf(stem) == ends || hasByte(stem, '.'):
		return otherAbbreviation
	}
	return properAbbreviation
}

func signShapeOf(w string) shape {
	w = mended(w)
	switch w {
	case ".":
		return stopShape
	case "!":
		return exclamationShape
	case "?":
		return questionShape
	case "..", "...", "....", "…":
		return ellipsisShape
	case ",":
		return commaShape
	case ":":
		return colonShape
	case ";":
		return semicolonShape
	case "-", "--", "---", "–", "—", "——", "‒", "―":
		return dashShape
	case "(", "[", "{", "<", "<<":
		return openShape
	case ")", "]", "}", ">", ">>":
		return closeShape
	case "“", "‘", "«", "‹", "„", "‚", "``", "‘‘":
		return openQuoteShape
	case "”", "’", "»", "›", "’’":
		return closeQuoteShape
	case "\"", "'", "''", "`", "‘’":
		return quoteShape
	case "•", "*", "·", "▪", "●", "■", "◦", "‣", "►", "▶", "○", "**", "***", "~", "+":
		return bulletShape
	}
	if c := w[0]; c == '.' || c == '!' || c == '?' {
		return marksShape
	}
	return noWord
}

func (s shape) isStop() bool   { return s >= stopShape && s <= marksShape }
func (s shape) isWord() bool   { return s >= lowerShape && s <= otherAbbreviation }
func (s shape) isCloser() bool { return s == closeShape || s == closeQuoteShape || s == quoteShape }
func (s shape) isCapital() bool {
	return s >= titleShape && s <= letterShape || s == initialShape || s == initialsShape || s == properAbbreviation
}
