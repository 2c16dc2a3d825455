package shown

import (
	"context"
	"strconv"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/record"
)

// Why says what each value of an incident rests on.
type Why struct {
	Incident sitrep.Incident
	Events   []WhyEvent
	Verdicts []sitrep.Verdict
}

// WhyEvent is one telling with the reasons of its fields.
type WhyEvent struct {
	Key    sitrep.EventKey
	Head   sitrep.ReportHead
	Kind   sitrep.Kind
	Score  float64
	Words  string
	Fields []WhyField
}

// WhyField is a field with its value, the rule or model that gave it, the words that it rests on, and how sure it is.
type WhyField struct {
	Field, Value, Rule, Words string
	Start, End                int // of the words, in code points of the report's text
	Score                     float64
	Toll                      string // id, where it is a field of a toll
}

// Why says what each value of an incident rests on.
func (r *Record) Why(ctx context.Context, id string) (*Why, error) {
	d, err := r.Dossier(ctx, id)
	if err != nil {
		return nil, err
	}
	v := &Why{Incident: d.Incident, Verdicts: d.Verdicts}
	var last casebook.StoredReport
	for _, k := range d.Incident.Events { // those of one report stand together
		if last.Reading == nil || last.Head.ID != k.Report {
			if last, err = r.Book.Report(ctx, k.Report, 0); err != nil {
				return nil, err
			}
		}
		for i := range last.Reading.Events {
			if e := &last.Reading.Events[i]; e.ID == k.Event {
				v.Events = append(v.Events, r.whyEvent(k, last, e))
			}
		}
	}
	return v, nil
}

func (r *Record) whyEvent(k sitrep.EventKey, stored casebook.StoredReport, e *sitrep.Event) WhyEvent {
	names, text := r.Withheld(stored.Private), stored.Reading.Report.Text
	words := func(span sitrep.Span) string { return privacy.Veil(WordsAt(text, span), names) }
	out := WhyEvent{Key: k, Head: privacy.VeilReport(stored.Head, names), Kind: e.Kind, Score: e.Score, Words: words(e.Trigger)}
	if len(e.Mentions) > 0 {
		out.Words = words(e.Mentions[0])
	}
	at := record.NewOffsets(text)
	put := func(of, value, toll string, list []sitrep.Reason) {
		for _, w := range list {
			field := w.Field
			if of != "" {
				field = of + ": " + field
			}
			start, end := at.Span(w.Words)
			out.Fields = append(out.Fields, WhyField{field, value, w.Rule, words(w.Words), start, end, w.Score, toll})
		}
	}
	for _, w := range e.Why {
		put("", valueOf(w.Field, e), "", []sitrep.Reason{w})
	}
	for i := range e.Actors {
		who := e.Actors[i].Name
		if says := saying(&e.Actors[i], stored.Reading.Claims); says != "" {
			who += " – " + says
		}
		put(string(e.Actors[i].Role), privacy.Veil(who, names), "", e.Actors[i].Why)
	}
	for i := range e.Tolls {
		put(string(e.Tolls[i].Harm), strconv.Itoa(e.Tolls[i].Count), e.Tolls[i].ID, e.Tolls[i].Why)
	}
	return out
}

// valueOf is the value of a field of an event, empty where it has none but a measure.
func valueOf(field string, e *sitrep.Event) string {
	switch field {
	case "kind":
		return string(e.Kind)
	case "status":
		return string(e.Status)
	case "news":
		if e.News {
			return "new"
		}
		return "background"
	case "phase":
		return e.Phase
	case "when":
		if from, to := e.When.From.String(), e.When.To.String(); from != to {
			return from + "/" + to
		}
		return e.When.From.String()
	}
	return ""
}

// WordsAt are the words of a stretch, empty for one that does not lie in the text.
func WordsAt(text string, s sitrep.Span) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}
