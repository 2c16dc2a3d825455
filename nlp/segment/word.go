package segment

import "strings"

// word cuts the word at i, with its contractions, and gives where it ends. The word may be a part of the stretch up to e only.
func (s *scanner) word(i, e int) int {
	j := runOf(s.text, i, e)
	for j < e {
		k := s.joint(i, j, e)
		if k == j {
			break
		}
		if k < 0 { // the joint has cut the word itself
			return -k
		}
		j = runOf(s.text, k, e)
	}
	s.splitWord(i, j)
	return j
}

// joint decides on the sign at j, after the word text[i:j]: it gives j where the word ends there, the place after the sign where the
// word goes on, and the end of the word, negative, where it has cut it already.
func (s *scanner) joint(i, j, e int) int {
	switch c := s.text[j]; {
	case c == '.':
		return s.stop(i, j, e)
	case c == '-':
		if wordAt(s.text, j+1, e) && keepsHyphen(s.text, i, j, e) {
			return j + 1
		}
	case c == '_':
		if wordAt(s.text, j+1, e) {
			return j + 1
		}
	case c == '&' && apostropheAt(s.text, j) == 0:
		if k := j + ampersand(s.text, j); isUpper(s.text[j-1]) && k < e && isUpper(s.text[k]) && j-i <= 3 {
			return k
		}
	case c == '/':
		if shortSlash(s.text, i, j, e) {
			return j + 1
		}
	case c == '$':
		if isDollarPrefix(s.text[i:j]) {
			s.emit(i, j+1)
			return -(j + 1)
		}
	case c == '*':
		if k := signsEnd(s.text, j, e); letterAt(s.text, k, e) && isLetter(s.text[j-1]) { // a veiled word
			return k
		}
	default:
		if n := apostropheAt(s.text, j); n > 0 && j+n <= e {
			return s.apostrophe(i, j, n, e)
		}
	}
	return j
}

// apostrophe decides on the apostrophe of width n at j, after the word text[i:j].
func (s *scanner) apostrophe(i, j, n, e int) int {
	k := lettersEnd(s.text, j+n, e)
	if k == j+n || wordAt(s.text, k, e) { // no plain letters, or more than plain letters follow
		if wordAt(s.text, j+n, e) && letterAt(s.text, j+n, e) {
			return j + n
		}
		return s.lastApostrophe(i, j, n, e)
	}
	tail := s.text[j+n : k]
	switch {
	case isClitic(tail):
		s.clitic(i, j, k)
		return -k
	case len(tail) == 1 && tail[0]|0x20 == 't' && j-i >= 2 && s.text[j-1]|0x20 == 'n':
		s.clitic(i, j-1, k)
		return -k
	case j-i == 1 && s.text[i]|0x20 == 'y' && equalFold(tail, "all"):
		s.emitJoined(i, j+n)
		s.emit(j+n, k)
		return -k
	}
	return j + n
}

// clitic cuts the contraction text[i:k] before j.
func (s *scanner) clitic(i, j, k int) {
	if i == j {
		s.emit(i, k)
		return
	}
	s.emitJoined(i, j)
	s.emit(j, k)
}

// lastApostrophe decides on an apostrophe after which no letter follows: a possessive ("the rebels' camp"), a dropped letter
// ("fightin'"), or a closing quotation mark.
func (s *scanner) lastApostrophe(i, j, n, e int) int {
	if k := s.spacedClitic(i, j, n); k > 0 {
		return -k
	}
	if s.quoted || isLost(s.text, j) || s.text[j] == '`' || apostropheAt(s.text, j+n) > 0 {
		return j
	}
	switch last := s.text[j-1] | 0x20; {
	case last == 's' || last == 'z' || last == 'x':
		s.clitic(i, j, j+n)
		return -(j + n)
	case j-i >= 4 && equalFold(s.text[j-2:j], "in"):
		s.emit(i, j+n)
		return -(j + n)
	}
	return j
}

// spacedClitic cuts a clitic that careless typing set apart from its apostrophe ("the soldier' s", "they don' t") and gives its end, 0
// where there is none.
func (s *scanner) spacedClitic(i, j, n int) int {
	t := s.text
	if a := j + n + 1; s.quoted || a > len(t) || t[a-1] != ' ' || !letterAt(t, a, len(t)) {
		return 0
	} else if k := lettersEnd(t, a, min(len(t), a+3)); k-a <= 2 && !wordAt(t, k, len(t)) && apostropheAt(t, k) == 0 {
		switch tail := t[a:k]; {
		case tail == "s":
		case tail == "t" && j-i > 2 && t[j-1] == 'n':
			j--
		case isClitic(tail) && tail != "d" && pronouns[strings.ToLower(t[i:j])]:
		default:
			return 0
		}
		s.plain = false
		s.clitic(i, j, k)
		return k
	}
	return 0
}

// pronouns are those that verbs cling to.
var pronouns = map[string]bool{"i": true, "you": true, "he": true, "she": true, "it": true, "we": true, "they": true, "who": true}

// ampersand gives the width of an ampersand.
func ampersand(s string, i int) int {
	if sign, n := entityAt(s, i); sign == "&" {
		return n
	}
	return 1
}

func isClitic(tail string) bool {
	switch len(tail) {
	case 1:
		c := tail[0] | 0x20
		return c == 's' || c == 'm' || c == 'd'
	case 2:
		return equalFold(tail, "re") || equalFold(tail, "ve") || equalFold(tail, "ll")
	}
	return false
}

// shortSlash tells of abbreviations with a slash inside: "w/o", "I/O".
func shortSlash(s string, i, j, e int) bool {
	return j-i == 1 && isLetter(s[i]) && j+1 < e && isLetter(s[j+1]) && !wordAt(s, j+2, e) && (j+2 >= e || s[j+2] != '/') &&
		!equalFold(s[i:j+2], "c/o")
}

func isDollarPrefix(w string) bool {
	switch w {
	case "US", "A", "AU", "AUS", "C", "CA", "HK", "NZ", "S", "R", "NT", "Z", "M":
		return true
	}
	return false
}

// signsEnd gives the end of the run of the sign at s[i].
func signsEnd(s string, i, e int) int {
	j := i + 1
	for j < e && s[j] == s[i] {
		j++
	}
	return j
}

// equalFold compares w with a string in small ASCII letters.
func equalFold(w, lower string) bool {
	if len(w) != len(lower) {
		return false
	}
	for i := range len(w) {
		c := w[i]
		if isUpper(c) {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
