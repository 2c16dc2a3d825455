package web

import (
	"net/http"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
)

// whyView says what each value of an incident rests on.
type whyView struct {
	Incident sitrep.Incident
	Events   []whyEvent
	Verdicts []sitrep.Verdict
}

// whyEvent is one telling with the reasons of its fields.
type whyEvent struct {
	Key    sitrep.EventKey
	Head   sitrep.ReportHead
	Kind   sitrep.Kind
	Score  float64
	Words  string
	Fields []whyField
}

// whyField is a field with its value, the rule or model that gave it, the words that it rests on, and how sure it is.
type whyField struct {
	Field, Value, Rule, Words string
	Score                     float64
}

func (s *Server) why(w http.ResponseWriter, r *http.Request) error {
	d, err := casebook.Gather(r.Context(), s.book, r.PathValue("id"))
	if err != nil {
		return err
	}
	v := whyView{Incident: d.Incident, Verdicts: d.Verdicts}
	stored := map[string]casebook.StoredReport{}
	for _, k := range d.Incident.Events {
		report, ok := stored[k.Report]
		if !ok {
			if report, err = s.book.Report(r.Context(), k.Report, 0); err != nil {
				return err
			}
			stored[k.Report] = report
		}
		for i := range report.Reading.Events {
			if e := &report.Reading.Events[i]; e.ID == k.Event {
				v.Events = append(v.Events, s.whyEvent(k, report, e))
			}
		}
	}
	if !s.o.Names {
		v.Incident = privacy.VeilIncident(d.Incident, d.Private)
	}
	return s.show(w, r, "why.html", "Why: "+v.Incident.Title, "situation", v)
}

func (s *Server) whyEvent(k sitrep.EventKey, stored casebook.StoredReport, e *sitrep.Event) whyEvent {
	names, text := s.private(stored.Private), stored.Reading.Report.Text
	words := func(span sitrep.Span) string { return privacy.Veil(wordsAt(text, span), names) }
	out := whyEvent{Key: k, Head: privacy.VeilReport(stored.Head, names), Kind: e.Kind, Score: e.Score, Words: words(e.Trigger)}
	if len(e.Mentions) > 0 {
		out.Words = words(e.Mentions[0])
	}
	put := func(of, value string, list []sitrep.Reason) {
		for _, w := range list {
			field := w.Field
			if of != "" {
				field = of + ": " + field
			}
			out.Fields = append(out.Fields, whyField{field, value, w.Rule, words(w.Words), w.Score})
		}
	}
	put("", "", e.Why)
	for i := range e.Actors {
		put(string(e.Actors[i].Role), privacy.Veil(e.Actors[i].Name, names), e.Actors[i].Why)
	}
	for i := range e.Tolls {
		put(string(e.Tolls[i].Harm), number(e.Tolls[i].Count), e.Tolls[i].Why)
	}
	return out
}
