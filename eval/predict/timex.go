package predict

import (
	"sitrep"
	"sitrep/extract"
)

// timexAnswer is the answer of the benchmark of expressions of time (TempEval-3).
type timexAnswer struct {
	ID      string      `json:"id"`
	Timexes []timexLine `json:"timexes"`
}

type timexLine struct {
	Start int              `json:"start"`
	End   int              `json:"end"`
	Type  sitrep.TimexType `json:"type"`
	Value string           `json:"value"`
	Mod   string           `json:"mod,omitempty"`
}

// timexes is the benchmark of expressions of time (TempEval-3).
var timexes = Kit{Name: "timex", Help: "Expressions of time, with TIMEX3 types and values.", Answer: findTimexes}

// findTimexes answers with the expressions of time of a text.
func findTimexes(r *extract.Reader, i Input) (any, error) {
	s, err := r.Story(i.Report())
	if err != nil {
		return nil, err
	}
	spans := make([]sitrep.Span, len(s.Timexes))
	for k, t := range s.Timexes {
		spans[k] = t.Span
	}
	out := timexAnswer{ID: i.ID, Timexes: []timexLine{}}
	for k, p := range points(i.Text, spans) {
		t := &s.Timexes[k]
		out.Timexes = append(out.Timexes, timexLine{p[0], p[1], t.Type, t.Value, t.Mod})
	}
	return out, nil
}
