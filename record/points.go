package record

import (
	"unicode/utf8"

	"sitrep"
)

// Points changes code points of a text back into byte offsets, as Offsets does the other way. One that lies outside the text is clamped to it.
type Points struct {
	text  string
	ascii bool
	marks []int // byte offset of every 64th code point
	n     int   // code points in all
}

// pointStride is how many code points lie between two marks.
const pointStride = 64

// NewPoints makes the change for a text.
func NewPoints(text string) *Points {
	p := &Points{text: text}
	for b := range text {
		if p.n%pointStride == 0 {
			p.marks = append(p.marks, b)
		}
		p.n++
	}
	p.ascii = p.n == len(text)
	return p
}

// Byte is the byte offset of a code point.
func (p *Points) Byte(point int) int {
	switch {
	case point <= 0:
		return 0
	case point >= p.n:
		return len(p.text)
	case p.ascii:
		return point
	}
	b := p.marks[point/pointStride]
	for range point % pointStride {
		_, n := utf8.DecodeRuneInString(p.text[b:])
		b += n
	}
	return b
}

// Span gives a span in bytes.
func (p *Points) Span(start, end int) sitrep.Span {
	s := sitrep.Span{Start: p.Byte(start), End: p.Byte(end)}
	s.End = max(s.Start, s.End)
	return s
}
