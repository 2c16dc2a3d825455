package record

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"sitrep"
)

// IncidentSchema names the JSON of an incident and its version: fields may be added to a version, never renamed or dropped. docs/incidents.md describes every
// field, docs/sitrep-incident-1.schema.json is the same for programs.
const IncidentSchema = "sitrep-incident/1"

// IncidentOptions say what goes into the JSON of an incident.
type IncidentOptions struct {
	// Text is the text of a report, by its id: the offsets of quoted words are counted in it. Where it is nil, or does not know the report, they are null.
	Text   func(report string) (text string, ok bool)
	Indent bool
}

// WriteIncident writes an incident as one JSON object: on one line, or indented for people.
func WriteIncident(w io.Writer, i *sitrep.Incident, o IncidentOptions) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if o.Indent {
		e.SetIndent("", "  ")
	}
	out := incidentWriter{text: o.Text, at: map[string]*Offsets{}}
	if err := e.Encode(out.incident(i)); err != nil {
		return fmt.Errorf("write incident %s as JSON: %w", i.ID, err)
	}
	return nil
}

type incidentJSON struct {
	Schema         string              `json:"schema"`
	ID             string              `json:"id"`
	Kind           string              `json:"kind"`
	Title          string              `json:"title"`
	From           *string             `json:"from"`
	To             *string             `json:"to"`
	Place          *placeJSON          `json:"place"`
	Events         []sitrep.EventKey   `json:"events"`
	Tally          []tallyJSON         `json:"tally"`
	Origins        []originJSON        `json:"origins"`
	Grade          string              `json:"grade"`
	PartOf         *string             `json:"part_of"`
	Follows        *string             `json:"follows"`
	Contradictions []contradictionJSON `json:"contradictions"`
	Status         string              `json:"status"`
	Precision      *string             `json:"precision"`
	Basis          *string             `json:"basis"`
	Actors         []incidentActorJSON `json:"actors"`
	GradedBy       *judgementJSON      `json:"graded_by"`
	Course         []turnJSON          `json:"course"`
	News           bool                `json:"news"`
	FirstPublished *string             `json:"first_published"`
	LastPublished  *string             `json:"last_published"`
}

// quotedJSON are words of a report.
type quotedJSON struct {
	Report string `json:"report"`
	Event  string `json:"event"`
	Quote  string `json:"quote"`
	Start  *int   `json:"start"`
	End    *int   `json:"end"`
}

type tallyJSON struct {
	Harm     string          `json:"harm"`
	Side     *string         `json:"side"`
	Civilian *bool           `json:"civilian"`
	Low      int             `json:"low"`
	Best     int             `json:"best"`
	High     int             `json:"high"`
	Open     bool            `json:"open"`
	RestsOn  []tallyTollJSON `json:"rests_on"`
	SetAside []tallyTollJSON `json:"set_aside"`
	Why      string          `json:"why"`
}

type tallyTollJSON struct {
	quotedJSON
	Toll      string  `json:"toll"`
	Count     int     `json:"count"`
	CountTo   *int    `json:"count_to"`
	Qualifier string  `json:"qualifier"`
	Origin    string  `json:"origin"`
	Published *string `json:"published"`
	Why       string  `json:"why"`
}

type originJSON struct {
	Name    string            `json:"name"`
	Side    *string           `json:"side"`
	Kind    *string           `json:"kind"`
	Reports []string          `json:"reports"`
	Events  []sitrep.EventKey `json:"events"`
	Copies  [][]string        `json:"copies"`
}

type contradictionJSON struct {
	Field   string       `json:"field"`
	Entries []answerJSON `json:"entries"`
}

type answerJSON struct {
	quotedJSON
	Value  string `json:"value"`
	Origin string `json:"origin"`
}

type incidentActorJSON struct {
	Role        string            `json:"role"`
	Name        string            `json:"name"`
	Side        *string           `json:"side"`
	Kind        *string           `json:"kind"`
	Actor       *string           `json:"actor"`
	Confidence  *string           `json:"confidence"`
	AccordingTo []string          `json:"according_to"`
	DeniedBy    []string          `json:"denied_by"`
	Events      []sitrep.EventKey `json:"events"`
}

type judgementJSON struct {
	By     string `json:"by"`
	At     string `json:"at"`
	Reason string `json:"reason"`
}

type turnJSON struct {
	quotedJSON
	What        string   `json:"what"`
	From        *string  `json:"from"`
	To          *string  `json:"to"`
	By          *string  `json:"by"`
	AccordingTo []string `json:"according_to"`
	Venue       *string  `json:"venue"`
	Claim       *string  `json:"claim"`

	Again []sitrep.EventKey `json:"again"`
}

// incidentWriter changes an incident's offsets and empty values for the outside.
type incidentWriter struct {
	text func(string) (string, bool)
	at   map[string]*Offsets
}

func (w *incidentWriter) incident(i *sitrep.Incident) incidentJSON {
	return incidentJSON{
		Schema: IncidentSchema, ID: i.ID, Kind: string(i.Kind), Title: i.Title, From: orNull(i.When.From.String()), To: orNull(i.When.To.String()),
		Place: placeOrNull(&i.Place), Events: orList(i.Events), Tally: each(i.Tally, w.tally), Origins: each(i.Origins, originOf), Grade: string(i.Grade),
		PartOf: orNull(i.PartOf), Follows: orNull(i.Follows), Contradictions: each(i.Contradictions, w.contradiction), Status: string(i.Status),
		Precision: orNull(string(i.When.Precision)), Basis: orNull(string(i.When.Basis)), Actors: each(i.Actors, incidentActorOf), GradedBy: judgementOf(i.GradedBy),
		Course: each(i.Course, w.turn), News: i.News, FirstPublished: moment(i.FirstPublished), LastPublished: moment(i.LastPublished),
	}
}

func placeOrNull(p *sitrep.Place) *placeJSON {
	if p.Name == "" && len(p.Countries) == 0 && !p.Located {
		return nil
	}
	out := placeOf(p)
	return &out
}

// orList is a list that is never null.
func orList[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// moment is a time with its zone, nil for none.
func moment(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.Format(time.RFC3339)
	return &s
}

func (w *incidentWriter) quoted(k sitrep.EventKey, quote string, s sitrep.Span) quotedJSON {
	out := quotedJSON{Report: k.Report, Event: k.Event, Quote: quote}
	if at := w.offsets(k.Report); at != nil && quote != "" {
		start, end := at.Span(s)
		out.Start, out.End = &start, &end
	}
	return out
}

// offsets are those of a report's text, nil where it is not known.
func (w *incidentWriter) offsets(report string) *Offsets {
	if at, ok := w.at[report]; ok || w.text == nil {
		return at
	}
	if text, ok := w.text(report); ok {
		w.at[report] = NewOffsets(text)
	}
	return w.at[report]
}

func (w *incidentWriter) tally(t *sitrep.Tally) tallyJSON {
	return tallyJSON{Harm: string(t.Harm), Side: orNull(t.Side), Civilian: truth(t.Civilian), Low: t.Low, Best: t.Best, High: t.High, Open: t.Open,
		RestsOn: each(t.RestsOn, w.toll), SetAside: each(t.SetAside, w.toll), Why: t.Why}
}

func (w *incidentWriter) toll(t *sitrep.TallyToll) tallyTollJSON {
	return tallyTollJSON{quotedJSON: w.quoted(t.Key, t.Quote, t.Span), Toll: t.Toll, Count: t.Count, CountTo: orNull(t.CountTo), Qualifier: string(t.Qualifier),
		Origin: t.Origin, Published: moment(t.Published), Why: t.Why}
}

func originOf(o *sitrep.Origin) originJSON {
	return originJSON{Name: o.Name, Side: orNull(o.Side), Kind: orNull(string(o.Kind)), Reports: orEmpty(o.Reports), Events: orList(o.Events), Copies: orList(o.Copies)}
}

func (w *incidentWriter) contradiction(c *sitrep.Contradiction) contradictionJSON {
	return contradictionJSON{Field: c.Field, Entries: each(c.Entries, func(e *sitrep.ContradictionEntry) answerJSON {
		return answerJSON{w.quoted(e.Key, e.Quote, e.Span), e.Value, e.Origin}
	})}
}

func incidentActorOf(a *sitrep.IncidentActor) incidentActorJSON {
	return incidentActorJSON{Role: string(a.Role), Name: a.Name, Side: orNull(a.Side), Kind: orNull(string(a.Kind)), Actor: orNull(a.ActorID), Confidence: orNull(string(a.Confidence)),
		AccordingTo: orEmpty(a.AccordingTo), DeniedBy: orEmpty(a.DeniedBy), Events: orList(a.Events)}
}

func judgementOf(j sitrep.Judgement) *judgementJSON {
	if j.By == "" {
		return nil
	}
	return &judgementJSON{j.By, j.At.Format(time.RFC3339), j.Reason}
}

func (w *incidentWriter) turn(t *sitrep.Turn) turnJSON {
	return turnJSON{quotedJSON: w.quoted(t.Key, t.Quote, t.Span), What: t.What, From: orNull(t.When.From.String()), To: orNull(t.When.To.String()), By: orNull(t.By),
		AccordingTo: orEmpty(t.AccordingTo), Venue: orNull(t.Venue), Claim: orNull(t.Claim), Again: orList(t.Again)}
}
