package predict

import (
	"encoding/json"
	"sync"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/ground/place"
	"sitrep/lexicon"
)

// places answers with the names of places and where they are. Inputs that bring stretches are asked for the places of those only.
var places = Kit{Name: "places", Help: "Names of places, and where they are.", Answer: answerPlaces}

type placesAnswer struct {
	ID       string      `json:"id"`
	Toponyms []toponymXY `json:"toponyms"`
}

type toponymXY struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Lat   *float64 `json:"lat"`
	Lon   *float64 `json:"lon"`
}

// placer decides about stretches that are given.
var placer = sync.OnceValue(func() *place.Step { return place.New(lexicon.English(), gazetteer.Default()) })

func answerPlaces(r *extract.Reader, in Input) (any, error) {
	story, err := r.Story(in.Report())
	if err != nil {
		return nil, err
	}
	if given := spansGiven(in); given != nil {
		placer().ReadSpans(story, given)
	}
	out := placesAnswer{ID: in.ID, Toponyms: []toponymXY{}}
	spans := make([]sitrep.Span, len(story.Toponyms))
	for i, t := range story.Toponyms {
		spans[i] = t.Span
	}
	for i, p := range points(story.Text, spans) {
		t := toponymXY{Start: p[0], End: p[1]}
		if at := &story.Toponyms[i].Place; at.Located {
			t.Lat, t.Lon = &at.Lat, &at.Lon
		}
		out.Toponyms = append(out.Toponyms, t)
	}
	return out, nil
}

// spansGiven are the stretches of an input in bytes, nil where it brings none.
func spansGiven(in Input) []sitrep.Span {
	var raw struct {
		Toponyms []struct{ Start, End int } `json:"toponyms"`
	}
	if json.Unmarshal(in.Raw, &raw) != nil || raw.Toponyms == nil {
		return nil
	}
	at := make([]int, 0, len(in.Text)+1)
	for i := range in.Text {
		at = append(at, i)
	}
	at = append(at, len(in.Text))
	spans := []sitrep.Span{}
	for _, t := range raw.Toponyms {
		if 0 <= t.Start && t.Start < t.End && t.End < len(at) {
			spans = append(spans, sitrep.Span{Start: at[t.Start], End: at[t.End]})
		}
	}
	return spans
}
