package segment

import (
	"unicode/utf8"

	"sitrep"
)

// gap is what stands between a token and the one before it.
type gap uint8

const (
	noGap    gap = iota
	spaceGap     // white space within a line
	lineGap      // one line break
	blankGap     // a blank line, or the beginning of the text
)

// maxChunk bounds the stretch between two white spaces that is looked at as one, so that cost stays linear in any text; it bounds tokens too.
const maxChunk = 2048

// scanner cuts a text into tokens, from left to right.
type scanner struct {
	text   string
	tokens []sitrep.Token
	gaps   []gap // what stands before each token
	next   gap   // what stands before the next one
	quoted bool  // a single quotation mark is open in this paragraph: a lone apostrophe may close it
	plain  bool  // the chunk at hand is ASCII
	faults faults
}

// faults counts what was wrong with the bytes of a text.
type faults struct {
	invalid, controls           int
	firstInvalid, firstControls int
}

func newScanner(text string) *scanner {
	n := len(text)/4 + 8
	return &scanner{text: text, tokens: make([]sitrep.Token, 0, n), gaps: make([]gap, 0, n), next: blankGap}
}

// scan cuts the whole text.
func (s *scanner) scan() {
	for i := 0; i < len(s.text); {
		if i = s.space(i); i == len(s.text) {
			return
		}
		e, flags := s.chunkEnd(i)
		if s.plain = flags&highFlag == 0; flags == letterFlag {
			s.word(i, e)
		} else {
			e = max(e, s.chunk(i, e, flags))
		}
		i = e
	}
}

// space skips white space, control characters and hidden runes, and notes what kind of gap they make.
func (s *scanner) space(i int) int {
	lines := 0
	for i < len(s.text) {
		if s.text[i] == ' ' {
			i++
			s.next = max(s.next, spaceGap)
			continue
		}
		c, n := classAt(s.text, i)
		if c != spaceClass && c != controlClass && c != hiddenClass {
			j := s.blank(i, &lines)
			if j == i {
				break
			}
			i = j
			continue
		}
		if c != hiddenClass {
			s.next = max(s.next, spaceGap)
		}
		if c == controlClass {
			s.control(i)
		}
		lines += s.breaks(i, n)
		i += n
	}
	if lines >= 2 {
		s.next = blankGap
	} else if lines == 1 {
		s.next = max(s.next, lineGap)
	}
	if s.next == blankGap {
		s.quoted = false
	}
	return i
}

// breaks counts the line breaks that the rune at i stands for; a page or paragraph break counts as two.
func (s *scanner) breaks(i, n int) int {
	switch s.text[i : i+n] {
	case "\n", "\u0085", "\u2028":
		return 1
	case "\r":
		if i+1 < len(s.text) && s.text[i+1] == '\n' {
			return 0
		}
		return 1
	case "\f", "\u2029":
		return 2
	}
	return 0
}

func (s *scanner) control(i int) {
	if s.faults.controls == 0 {
		s.faults.firstControls = i
	}
	s.faults.controls++
}

func (s *scanner) invalid(i int) {
	if s.faults.invalid == 0 {
		s.faults.firstInvalid = i
	}
	s.faults.invalid++
}

// The flags say which kinds of sign a chunk holds.
const (
	letterFlag = 1 << iota
	digitFlag
	addressFlag // @ / : # and a full stop: a chunk that may be an address
	signFlag
	highFlag // not ASCII
)

var asciiFlags = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		switch {
		case isLetter(byte(c)):
			t[c] = letterFlag
		case isDigit(byte(c)):
			t[c] = digitFlag
		case c == '@', c == '/', c == ':', c == '#', c == '.':
			t[c] = addressFlag | signFlag
		case c == '<', c == '&': // markupFlags says
		case c == '`':
			t[c] = signFlag | highFlag // an apostrophe of some typewriters: what it stands in has another reading
		case ascii[c] == symbolClass:
			t[c] = signFlag
		}
	}
	return t
}()

// chunkEnd finds the next white space and says what stands before it.
func (s *scanner) chunkEnd(i int) (int, uint8) {
	flags := uint8(0)
	for limit := i + maxChunk; i < len(s.text) && i < limit; {
		if c := s.text[i]; c < utf8.RuneSelf {
			f, n := asciiFlags[c], 1
			if f == 0 {
				if f, n = s.markupFlags(i); n == 0 {
					break
				}
			}
			flags |= f
			i += n
			continue
		}
		flags |= highFlag
		c, n := classAt(s.text, i)
		if c == spaceClass || c == controlClass {
			break
		}
		if n == 1 {
			s.invalid(i)
		}
		i += n
	}
	return i, flags
}

// chunk cuts the stretch between two white spaces and gives where it ends: a clitic set apart by a space is taken along.
func (s *scanner) chunk(i, e int, flags uint8) int {
	fresh := true // at the chunk's beginning, or after an opening sign: an address may begin here
	for i < e {
		if fresh && flags&addressFlag != 0 {
			if j := addressEnd(s.text, i, e); j > i {
				s.emit(i, j)
				i, fresh = j, false
				continue
			}
		}
		c, n := classAt(s.text, i)
		switch c {
		case letterClass:
			i, fresh = s.word(i, e), false
		case digitClass:
			i, fresh = s.number(i, e), false
		case hiddenClass:
			i += n
		default:
			j := s.symbol(i, e)
			fresh = opens(s.text[i:j])
			i = j
		}
	}
	return i
}

// opens tells whether words may begin after a sign as if after white space.
func opens(sign string) bool {
	switch mended(sign) {
	case "(", "[", "{", "<", "<<", "\"", "'", "“", "‘", "«", "‹", "„", "‚", "``", "''", "‘‘", "’’", "—", "–", "--", "-", "/", ",", ";", ":", "|", "*", "_", "…", "...":
		return true
	}
	return false
}

// emit adds the token text[a:b], without the hidden runes at its end.
func (s *scanner) emit(a, b int) {
	if !s.plain {
		for b > a {
			r, n := utf8.DecodeLastRuneInString(s.text[a:b])
			if !isHidden(r) && (r != utf8.RuneError || n == 1) {
				break
			}
			b -= n
		}
		if a == b {
			return
		}
	}
	form := s.text[a:b]
	t := sitrep.Token{Span: sitrep.Span{Start: a, End: b}, Form: form, Head: sitrep.NoHead}
	if !s.plain {
		t.Norm = norm(form)
	}
	s.tokens = append(s.tokens, t)
	s.gaps = append(s.gaps, s.next)
	s.next = noGap
}

// emitJoined adds a word that shares its multiword token with the next one.
func (s *scanner) emitJoined(a, b int) {
	n := len(s.tokens)
	if s.emit(a, b); len(s.tokens) > n {
		s.tokens[n].Joined = true
	}
}
