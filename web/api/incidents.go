package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/url"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/reports"
	"sitrep/record"
	"sitrep/web/filter"
)

// incident is an incident as record writes it, schema sitrep-incident/1.
type incident struct{ json.RawMessage }

// Schema is that of the record's own.
func (incident) Schema(r huma.Registry) *huma.Schema {
	return named(r, "Incident", record.SchemaOfIncidents())
}

// perhaps is an incident, or null where there is none.
type perhaps struct{ incident }

// Schema is that of an incident, or null.
func (perhaps) Schema(r huma.Registry) *huma.Schema {
	return &huma.Schema{AnyOf: []*huma.Schema{incident{}.Schema(r), {Type: "null"}}}
}

// MarshalJSON gives the incident as it was written; null where there is none.
func (i incident) MarshalJSON() ([]byte, error) { return i.RawMessage.MarshalJSON() }

// incidentWriter writes incidents, with the offsets of their words.
func (a *API) incidentWriter(ctx context.Context) func(*sitrep.Incident) (incident, error) {
	text := a.o.Record.Texts(ctx)
	return func(i *sitrep.Incident) (incident, error) {
		if i.ID == "" {
			return incident{json.RawMessage("null")}, nil
		}
		var b bytes.Buffer
		err := record.WriteIncident(&b, i, record.IncidentOptions{Text: text})
		return incident{bytes.TrimSpace(b.Bytes())}, err
	}
}

type incidentAnswer struct{ Body incident }

// incidents adds the calls of incidents.
func (a *API) incidents() {
	for _, c := range []struct {
		call
		kinds []sitrep.Kind
	}{
		{get("/incidents", "incidents", "What happened, every happening once", "Incidents with tallies, origins, grade and contradictions; schema sitrep-incident/1."), nil},
		{get("/talks", "talks", "Talks", "The incidents that are talks: who met, where, who mediated. kind does not choose here."), []sitrep.Kind{sitrep.Talks}},
		{get("/ceasefires", "ceasefires", "Ceasefires", "The incidents that are ceasefires, with the course of each. Silence ends none. kind does not choose here."), []sitrep.Kind{sitrep.Ceasefire}},
	} {
		add(a, c.call, func(ctx context.Context, in *paged) (*pageAnswer[incident], error) {
			if c.kinds != nil {
				in.query.Kinds = c.kinds
			}
			p, err := a.o.Record.Incidents(ctx, in.query)
			if err != nil {
				return nil, err
			}
			return pageOf(in, p, a.incidentWriter(ctx))
		})
	}
	add(a, get("/incidents/{id}", "incident", "One incident", "By its id, the beginning of it, or an id that it had before. Its claims, figures and reports are those of the lists, by incident=ID."), a.incident)
	add(a, get("/incidents/{id}/history", "history", "How an incident came to be what it is", "Every state of the record of it, the first first."), a.history)
	add(a, get("/incidents/{id}/why", "why", "What an incident rests on", "For each telling each field with the rule or model that gave it, its words and how sure that is; the verdicts that joined the tellings."), a.why)
	add(a, get("/changes", "changes", "What changed in the record", "Incidents that are new, changed or no more between two times, the first first."), a.changed)
	add(a, get("/brief", "brief", "A situation report of a period", "Of the days from and to, else of the week before the newest report. Every sentence has its notes."), a.brief)
}

// one names an incident.
type one struct {
	ID string `path:"id" doc:"The incident's id." example:"i1a2b3c4d5"`
	asked
}

func (a *API) incident(ctx context.Context, in *one) (*incidentAnswer, error) {
	d, err := a.o.Record.Dossier(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	written, err := a.incidentWriter(ctx)(&d.Incident)
	return &incidentAnswer{written}, err
}

// state is an incident from a time on.
type state struct {
	At       time.Time `json:"at" doc:"From when on."`
	Gone     bool      `json:"gone" doc:"From then on there was no such incident."`
	Incident perhaps   `json:"incident" doc:"null where it is gone."`
}

type historyAnswer struct {
	Body struct {
		ID     string  `json:"id"`
		States []state `json:"states"`
	}
}

func (a *API) history(ctx context.Context, in *one) (*historyAnswer, error) {
	d, err := a.o.Record.Dossier(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	out, write := &historyAnswer{}, a.incidentWriter(ctx)
	out.Body.ID, out.Body.States = d.Incident.ID, []state{}
	for i := range d.History {
		h := &d.History[i]
		written, err := write(&h.Incident)
		if err != nil {
			return nil, err
		}
		out.Body.States = append(out.Body.States, state{h.At.UTC(), h.Gone, perhaps{written}})
	}
	return out, nil
}

// whyField is a field with what it rests on.
type whyField struct {
	Field string  `json:"field"`
	Value string  `json:"value" doc:"Of actors and figures."`
	Rule  string  `json:"rule" doc:"The rule or model that gave it."`
	Words string  `json:"words" doc:"The words that it rests on."`
	Start int     `json:"start"`
	End   int     `json:"end"`
	Score float64 `json:"score" doc:"How sure, between 0 and 1; 0 where it has no measure."`
}

// whyEvent is a telling with the reasons of its fields.
type whyEvent struct {
	Report reports.Object `json:"report"`
	Event  string         `json:"event" doc:"Id of the event in that report."`
	Kind   string         `json:"kind"`
	Words  string         `json:"words"`
	Score  float64        `json:"score"`
	Fields []whyField     `json:"fields"`
}

// verdict says how two tellings stand to each other.
type verdict struct {
	A        sitrep.EventKey `json:"a"`
	B        sitrep.EventKey `json:"b"`
	Relation string          `json:"relation" doc:"same, part of, follows or new."`
	Score    float64         `json:"score"`
	Reasons  []string        `json:"reasons"`
	By       string          `json:"by" doc:"rule, model, or the person."`
}

type whyAnswer struct {
	Body struct {
		ID       string     `json:"id"`
		Events   []whyEvent `json:"events"`
		Verdicts []verdict  `json:"verdicts"`
	}
}

func (a *API) why(ctx context.Context, in *one) (*whyAnswer, error) {
	w, err := a.o.Record.Why(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	out := &whyAnswer{}
	out.Body.ID, out.Body.Events, out.Body.Verdicts = w.Incident.ID, []whyEvent{}, []verdict{}
	for i := range w.Events {
		e := &w.Events[i]
		event := whyEvent{Report: reports.ObjectOf(&e.Head), Event: e.Key.Event, Kind: string(e.Kind), Words: e.Words, Score: e.Score, Fields: []whyField{}}
		for _, f := range e.Fields {
			event.Fields = append(event.Fields, whyField{f.Field, f.Value, f.Rule, f.Words, f.Start, f.End, f.Score})
		}
		out.Body.Events = append(out.Body.Events, event)
	}
	for _, v := range w.Verdicts {
		out.Body.Verdicts = append(out.Body.Verdicts, verdict{v.A, v.B, string(v.Relation), v.Score, append([]string{}, v.Reasons...), v.By})
	}
	return out, nil
}

// period is two times.
type period struct {
	Since string `query:"since" required:"true" doc:"A day, a time as 2016-04-12T09:30:00Z, or an age as 24h or 7d." example:"24h"`
	Until string `query:"until" doc:"The same; now where it is not given."`
	Limit int    `query:"limit" doc:"At most so many rows, from 1 to 500." default:"100"`
	After string `query:"after" doc:"Where to go on: the value of next in the page before. It holds the two times: the pages are of one record, although meanwhile time goes on."`
	asked
	until time.Time
}

// Resolve reads the two times.
func (p *period) Resolve(ctx huma.Context) []error {
	p.asked.Resolve(ctx)
	values := p.url.Query()
	p.until = p.moment(values, "until")
	if p.query.ChangedSince.IsZero() && values.Get("since") == "" {
		p.faults = append(p.faults, filter.Fault{Name: "since", Want: "a day, a time as 2016-04-12T09:30:00Z, or an age as 24h or 7d"})
	}
	if !p.until.IsZero() && !p.until.After(p.query.ChangedSince) {
		p.faults = append(p.faults, filter.Fault{Name: "until", Value: values.Get("until"), Want: "a time after since"})
	}
	return nil
}

func (p *period) moment(values url.Values, name string) time.Time {
	v := values.Get(name)
	if v == "" {
		return time.Time{}
	}
	t, err := filter.Moment(v, time.Now())
	if err != nil {
		p.faults = append(p.faults, filter.Fault{Name: name, Value: v, Want: "a day, a time as 2016-04-12T09:30:00Z, or an age as 24h or 7d"})
	}
	return t
}

// change is an incident before and after.
type change struct {
	At     time.Time `json:"at"`
	Before perhaps   `json:"before" doc:"null where there was none."`
	After  perhaps   `json:"after" doc:"null where there is none any more."`
}

func (a *API) changed(ctx context.Context, in *period) (*pageAnswer[change], error) {
	until := in.until
	if until.IsZero() {
		until = a.o.Now()
	}
	p, err := a.o.Record.Changes(ctx, in.query.ChangedSince, until, in.query.After, in.query.Limit)
	if err != nil {
		return nil, err
	}
	write := a.incidentWriter(ctx)
	return pageOf(&paged{Filters: Filters{asked: in.asked}}, p, func(c *casebook.IncidentChange) (change, error) {
		before, err := write(&c.Before)
		if err != nil {
			return change{}, err
		}
		after, err := write(&c.After)
		return change{c.At.UTC(), perhaps{before}, perhaps{after}}, err
	})
}
