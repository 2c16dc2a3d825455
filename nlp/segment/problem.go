package segment

import (
	"fmt"

	"sitrep"
)

// problems says what was wrong with the text: one Problem for each kind, with how often and where first.
func (s *scanner) problems(sentences []sitrep.Sentence) []sitrep.Problem {
	var out []sitrep.Problem
	add := func(span sitrep.Span, format string, args ...any) {
		out = append(out, sitrep.Problem{Stage: "segment", Span: span, Err: fmt.Sprintf(format, args...)})
	}
	if f := s.faults; f.invalid > 0 {
		add(sitrep.Span{Start: f.firstInvalid, End: f.firstInvalid + 1}, "invalid UTF-8: %s, the first here", count(f.invalid, "byte"))
	}
	if f := s.faults; f.controls > 0 {
		add(sitrep.Span{Start: f.firstControls, End: f.firstControls + 1}, "%s, the first here; read as white space", count(f.controls, "control character"))
	}
	cuts, first := 0, sitrep.Span{}
	for _, sentence := range sentences {
		if sentence.Cut {
			if cuts == 0 {
				first = sentence.Span
			}
			cuts++
		}
	}
	if cuts > 0 {
		add(first, "no sentence end within %d words: cut %s", MaxSentence, count(cuts, "time"))
	}
	return out
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
