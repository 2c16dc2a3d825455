package segment

import "unicode/utf8"

// symbol cuts the sign or run of signs at i and gives where it ends.
func (s *scanner) symbol(i, e int) int {
	j := s.symbolEnd(i, e)
	s.note(i, j)
	s.emit(i, j)
	return j
}

func (s *scanner) symbolEnd(i, e int) int {
	t := s.text
	if j := emoticonEnd(t, i, e); j > i {
		return j
	}
	switch c := t[i]; c {
	case '.', '!', '?':
		return marksEnd(t, i, e)
	case '+':
		if s.next != noGap && digitAt(t, i+1, e) { // +44
			return digitsEnd(t, i+1, e)
		}
		return signsEnd(t, i, e)
	case '-', '=':
		return ruleEnd(t, i, e)
	case '<':
		if i+1 < e && t[i+1] == '-' {
			return ruleEnd(t, i+1, e)
		}
		return signsEnd(t, i, e)
	case '*', '_', '~', '#', '^', '>', '`', '$', '|', '\\':
		return signsEnd(t, i, e)
	case '\'':
		return s.quoteEnd(i, e)
	case '&':
		return s.entityEnd(i, e)
	default:
		if c < utf8.RuneSelf {
			return i + 1
		}
	}
	j := highSymbolEnd(t, i, e)
	if q := mended(t[i:j]); q == "’" || q == "‘" {
		return s.cliticEnd(i, j, e)
	}
	return j
}

// entityEnd gives the end of the ampersand or entity at i, with the clitic that an apostrophe takes.
func (s *scanner) entityEnd(i, e int) int {
	_, n := entityAt(s.text, i)
	if n == 0 || i+n > e {
		return i + 1
	}
	if apostropheAt(s.text, i) > 0 {
		return s.cliticEnd(i, i+n, e)
	}
	return i + n
}

// marksEnd gives the end of a run of full stops, exclamation and question marks; a decimal point takes its digits.
func marksEnd(s string, i, e int) int {
	j := i
	for j < e && (s[j] == '.' || s[j] == '!' || s[j] == '?') {
		j++
	}
	if j == i+1 && s[i] == '.' && digitAt(s, j, e) && (i == 0 || !isLetter(s[i-1])) {
		return digitsEnd(s, j, e)
	}
	if k := lettersEnd(s, j, min(e, j+6)); j == i+1 && s[i] == '.' && k > j && !wordAt(s, k, e) && isDotted(s[j:k]) { // .doc
		return k
	}
	return j
}

// ruleEnd gives the end of a dash, a rule or an arrow.
func ruleEnd(s string, i, e int) int {
	j := i
	for j < e && (s[j] == '-' || s[j] == '=') {
		j++
	}
	if j < e && s[j] == '>' {
		j++
	}
	return j
}

// elisions are words that begin with an apostrophe.
var elisions = map[string]bool{"em": true, "til": true, "n": true, "cause": true, "bout": true, "cos": true, "cuz": true, "round": true}

// quoteEnd gives the end of what a straight apostrophe begins: a doubled mark, a clitic cut off by a space, an elision, or a mark alone.
func (s *scanner) quoteEnd(i, e int) int {
	t := s.text
	if i+1 < e && t[i+1] == '\'' {
		return i + 2
	}
	if digitAt(t, i+1, e) {
		return max(i+1, yearEnd(t, i+1, e))
	}
	return max(i+1, s.cliticEnd(i, i+1, e))
}

// cliticEnd gives the end of an elision, or of a clitic that its word did not take ("the U.N.'s", or cut off by a space), whose
// apostrophe is text[i:j]; j where there is none. The word before becomes part of one multiword token with it.
func (s *scanner) cliticEnd(i, j, e int) int {
	t := s.text
	k := lettersEnd(t, j, e)
	if k == j || wordAt(t, k, e) || apostropheAt(t, k) > 0 && k < e {
		return j
	}
	if elisions[t[j:k]] && (s.next != noGap || s.afterOpener()) {
		return k
	}
	if !isClitic(t[j:k]) || len(s.tokens) == 0 || s.next > spaceGap || s.afterOpener() {
		return j
	}
	if last := &s.tokens[len(s.tokens)-1]; s.next == noGap && last.End == i && isLetter(last.Form[0]) {
		last.Joined = true
	}
	return k
}

// afterOpener tells whether a sign stands right before after which words begin.
func (s *scanner) afterOpener() bool {
	return s.next == noGap && len(s.tokens) > 0 && opens(s.tokens[len(s.tokens)-1].Form)
}

// yearEnd gives the end of a short year or decade ('72, '60s) whose two digits begin at i, i where there is none.
func yearEnd(s string, i, e int) int {
	k := digitsEnd(s, i, e)
	if k-i != 2 || k < e && s[k] == '\'' {
		return i
	}
	if k < e && s[k] == 's' {
		k++
	}
	if wordAt(s, k, e) {
		return i
	}
	return k
}

// note keeps track of open single quotation marks.
func (s *scanner) note(i, j int) {
	switch mended(s.text[i:j]) {
	case "'":
		s.quoted = !s.quoted && wordAt(s.text, j, len(s.text))
	case "‘":
		s.quoted = true
	case "’":
		s.quoted = false
	}
}

// highSymbolEnd gives the end of a sign that is not ASCII: doubled curly marks and emoji sequences are one.
func highSymbolEnd(s string, i, e int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	j := i + n
	if k := yearEnd(s, j, e); r == '’' && k > j {
		return k
	}
	switch {
	case r == '‘' || r == '’' || r == '—' || r == '–' || r == '…':
		for j+n <= e && s[j:j+n] == s[i:i+n] {
			j += n
		}
		if r == '‘' && j+3 <= e && s[j:j+3] == "’" { // a mixed pair for one double mark
			j += 3
		}
		return j
	case r < 0x2190:
		return j
	}
	return emojiEnd(s, r, j, e)
}

// emojiEnd takes the modifiers and joined parts after the sign r, and the second letter of a flag.
func emojiEnd(s string, r rune, j, e int) int {
	flag := isRegional(r)
	for j < e {
		q, n := utf8.DecodeRuneInString(s[j:])
		switch {
		case flag && isRegional(q):
			flag = false
		case isVariation(q), q == 0x20E3, q >= 0x1F3FB && q <= 0x1F3FF, q >= 0xE0020 && q <= 0xE007F:
		case q == 0x200D && j+n < e: // the joiner and what it joins
			_, m := utf8.DecodeRuneInString(s[j+n:])
			if c, _ := classAt(s, j+n); c != symbolClass {
				return j
			}
			n += m
		default:
			return j
		}
		j += n
	}
	return j
}

func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// emoticons by their first sign.
var emoticons = map[byte][]string{
	':': {":-)", ":-(", ":-D", ":-P", ":-/", ":'(", ":)", ":(", ":D", ":P", ":p", ":/", ":o", ":O", ":|", ":]", ":["},
	';': {";-)", ";)", ";P", ";D"},
	'=': {"=)", "=(", "=D", "=P"},
	'<': {"<3"},
	'>': {">:("},
	'^': {"^_^"},
	'(': {"(:"},
	'-': {"-_-"},
}

// emoticonEnd gives the end of an emoticon at i that stands alone or before a sign, i where there is none.
func emoticonEnd(s string, i, e int) int {
	if i+1 >= e {
		return i
	}
	switch s[i] {
	case ':', ';', '=', '<', '>', '^', '(', '-':
	default:
		return i
	}
	if i > 0 && isDigit(s[i-1]) {
		return i
	}
	for _, face := range emoticons[s[i]] {
		if j := i + len(face); j <= e && s[i:j] == face && !wordAt(s, j, e) && (j == e || s[j] != '/') {
			return j
		}
	}
	return i
}
