package record

import (
	"slices"
	"unicode/utf8"

	"sitrep"
)

// Offsets changes byte offsets of a text into code points or UTF-16 units. A byte that is not valid UTF-8 counts as one code point,
// U+FFFD, which is what it is printed as. A sequence that runs with the text costs one pass over it, and a jump costs some thousand
// bytes. The zero value serves an empty text; an Offsets is not safe for concurrent use.
type Offsets struct {
	text  string
	at    mark
	marks []mark // one about every stride, as far as the text has been counted
}

// mark is what lies before a byte of the text: code points, and those of them that take two UTF-16 units.
type mark struct{ byte, points, astrals int }

// stride is the distance of marks in bytes.
const stride = 4096

// NewOffsets makes the change for a text.
func NewOffsets(text string) *Offsets { return &Offsets{text: text} }

// Points gives the number of code points before a byte offset, which must stand between two characters; it is clamped to the text.
func (o *Offsets) Points(b int) int {
	o.move(b)
	return o.at.points
}

// UTF16 gives the number of UTF-16 code units before a byte offset.
func (o *Offsets) UTF16(b int) int {
	o.move(b)
	return o.at.points + o.at.astrals
}

// Span gives a span in code points.
func (o *Offsets) Span(s sitrep.Span) (start, end int) { return o.Points(s.Start), o.Points(s.End) }

func (o *Offsets) move(b int) {
	b = max(0, min(b, len(o.text)))
	if d := b - o.at.byte; d > stride || d < -stride {
		o.at = o.before(b)
	}
	if b >= o.at.byte {
		p, a := count(o.text[o.at.byte:b])
		o.at = mark{b, o.at.points + p, o.at.astrals + a}
		return
	}
	p, a := count(o.text[b:o.at.byte])
	o.at = mark{b, o.at.points - p, o.at.astrals - a}
}

// before is the last mark that does not lie behind byte b; missing marks are made.
func (o *Offsets) before(b int) mark {
	if o.marks == nil {
		o.marks = []mark{{}}
	}
	for last := o.marks[len(o.marks)-1]; last.byte+stride <= b; last = o.marks[len(o.marks)-1] {
		end := boundary(o.text, last.byte+stride)
		p, a := count(o.text[last.byte:end])
		o.marks = append(o.marks, mark{end, last.points + p, last.astrals + a})
	}
	i, exact := slices.BinarySearchFunc(o.marks, b, func(m mark, b int) int { return m.byte - b })
	if !exact {
		i--
	}
	return o.marks[i]
}

// boundary is the last place between two characters that does not lie behind byte b.
func boundary(text string, b int) int {
	for i := b; i > b-utf8.UTFMax && i > 0 && i < len(text); i-- {
		if utf8.RuneStart(text[i]) {
			return i
		}
	}
	return b // bytes that go on without a beginning are characters of their own
}

// count gives the code points of s and how many of them lie outside the basic plane.
func count(s string) (points, astrals int) {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			points++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		points++
		if r > 0xFFFF {
			astrals++
		}
	}
	return points, astrals
}
