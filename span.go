package sitrep

// Span is a half-open stretch of a text, in bytes of its UTF-8.
type Span struct {
	Start, End int
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains tells whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps tells whether the two spans share anything.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
