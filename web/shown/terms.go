package shown

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/privacy"
)

// Term is what a ceasefire or an agreement lays down, in the words of a report.
type Term struct {
	Key   sitrep.EventKey
	Words string
}

// Terms are the terms of ceasefires and agreements, by the incidents' ids, each wording once.
func (r *Record) Terms(ctx context.Context, incidents []sitrep.Incident) (map[string][]Term, error) {
	var keys []sitrep.EventKey
	of, reports := map[sitrep.EventKey]string{}, []string{}
	for i := range incidents {
		for _, k := range incidents[i].Events {
			keys, reports = append(keys, k), append(reports, k.Report)
			of[k] = incidents[i].ID
		}
	}
	if len(keys) == 0 {
		return nil, nil
	}
	tellings, err := r.Book.Tellings(ctx, keys)
	if err != nil {
		return nil, err
	}
	private, err := r.Book.Private(ctx, reports)
	if err != nil {
		return nil, err
	}
	out := map[string][]Term{}
	for i := range tellings {
		t := &tellings[i]
		for _, span := range t.Event.Terms {
			words, id := privacy.Veil(t.Quote(span), r.Withheld(private[t.Key.Report])), of[t.Key]
			if words != "" && !slices.ContainsFunc(out[id], func(x Term) bool { return x.Words == words }) {
				out[id] = append(out[id], Term{t.Key, words})
			}
		}
	}
	return out, nil
}
