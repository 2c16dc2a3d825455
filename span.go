package sitrep

// Span is a half-open stretch of a text, in bytes of its UTF-8.
type Span struct {
	Start, End int
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains tells whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Shared is how many bytes two lists of spans share.
func Shared(a, b []Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

// Overlaps tells whether the two spans share anything.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
