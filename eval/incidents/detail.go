package incidents

import (
	"cmp"
	"fmt"
	"io"
	"slices"
)

// Errors are the pairs of events that were wrongly joined or torn apart, and the lines of tallies that are wrong.
type Errors struct {
	Torn, Joined [][2]Key
	Lines        []string
}

// errors finds what a prediction has wrong.
func (s *Set) errors(p *Prediction) Errors {
	var out Errors
	keys := make([]Key, 0, len(s.of))
	for e := range s.of {
		keys = append(keys, e)
	}
	slices.SortFunc(keys, func(a, b Key) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for i, a := range keys {
		for _, b := range keys[:i] {
			ca, okA := p.Of[a]
			cb, okB := p.Of[b]
			want, got := s.of[a] == s.of[b], okA && okB && ca == cb
			if want && !got {
				out.Torn = append(out.Torn, [2]Key{b, a})
			} else if got && !want {
				out.Joined = append(out.Joined, [2]Key{b, a})
			}
		}
	}
	cluster := s.pair(p)
	for _, i := range s.Incidents {
		for _, want := range i.Tally {
			c, ok := cluster[i.ID]
			if !ok {
				continue
			}
			t := find(&want, i.Tally, p.Tally[c])
			if low, best, high := want.judge(t); !low || !best || !high {
				line := fmt.Sprintf("%s %s: %s %s %d/%d/%d, got ", i.ID, i.Title, want.Harm, want.Side, want.Low, want.Best, want.High)
				if t == nil {
					line += "none"
				} else {
					line += fmt.Sprintf("%d/%d/%d", t.Low, t.Best, t.High)
				}
				out.Lines = append(out.Lines, line)
			}
		}
	}
	return out
}

// WriteDetail writes what is wrong.
func (e *Errors) WriteDetail(w io.Writer) error {
	for _, part := range []struct {
		head  string
		pairs [][2]Key
	}{{"torn apart", e.Torn}, {"wrongly joined", e.Joined}} {
		for _, p := range part.pairs {
			if _, err := fmt.Fprintf(w, "  %s: %s.%s %s.%s\n", part.head, p[0][0], p[0][1], p[1][0], p[1][1]); err != nil {
				return err
			}
		}
	}
	for _, l := range e.Lines {
		if _, err := fmt.Fprintf(w, "  tally %s\n", l); err != nil {
			return err
		}
	}
	return nil
}
