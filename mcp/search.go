package mcp

import (
	"context"
	"fmt"
	"slices"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
)

// searchInput is what search_incidents is asked.
type searchInput struct {
	Text     string `json:"text,omitempty" jsonschema:"words that the reports hold"`
	From     string `json:"from,omitempty" jsonschema:"first day: YYYY-MM-DD, YYYY-MM or YYYY"`
	To       string `json:"to,omitempty" jsonschema:"last day"`
	Place    string `json:"place,omitempty" jsonschema:"a place, or part of its name"`
	Country  string `json:"country,omitempty" jsonschema:"three-letter code of ISO 3166-1"`
	Kind     string `json:"kind,omitempty" jsonschema:"kind of incident, as airstrike, battle, ceasefire, talks"`
	Side     string `json:"side,omitempty" jsonschema:"side that has a part in it: a state's three-letter code, UN, or an armed group's short name"`
	Actor    string `json:"actor,omitempty" jsonschema:"who has a part in it, by name"`
	NewOnly  bool   `json:"new_only,omitempty" jsonschema:"only what reports tell as news"`
	Disputed bool   `json:"disputed,omitempty" jsonschema:"only what is disputed"`
	Limit    int    `json:"limit,omitempty" jsonschema:"at most so many, 20 where it is not given, never more than 100"`
}

// searchOutput is what search_incidents answers.
type searchOutput struct {
	Notice    string         `json:"notice"`
	Total     int            `json:"total"`
	Incidents []incidentLine `json:"incidents"`
}

// incidentLine is an incident in few words.
type incidentLine struct {
	ID         string      `json:"id"`
	Title      string      `json:"title"`
	Kind       string      `json:"kind"`
	Status     string      `json:"status"`
	From       string      `json:"from,omitempty"`
	To         string      `json:"to,omitempty"`
	Place      string      `json:"place,omitempty"`
	Countries  []string    `json:"countries,omitempty"`
	Initiators []initiator `json:"initiators,omitempty"`
	Tolls      []tollLine  `json:"tolls,omitempty"`
	Grade      string      `json:"grade"`
	Origins    int         `json:"origins"`
	Reports    int         `json:"reports"`
}

// initiator is who is said to have done it, by whom, and how sure that makes it.
type initiator struct {
	Name        string   `json:"name"`
	Side        string   `json:"side,omitempty"`
	Confidence  string   `json:"confidence"`
	AccordingTo []string `json:"according_to" jsonschema:"empty where the reporters say it in their own voice"`
	DeniedBy    []string `json:"denied_by"`
}

type tollLine struct {
	Harm string `json:"harm"`
	Who  string `json:"who,omitempty"`
	Low  int    `json:"low"`
	Best int    `json:"best"`
	High int    `json:"high"`
	Open bool   `json:"open" jsonschema:"high is at least, or more than"`
}

const usualLimit, mostLimit = 20, 100

func (s *Server) search(ctx context.Context, _ *sdk.CallToolRequest, in searchInput) (*sdk.CallToolResult, searchOutput, error) {
	q, err := in.query()
	if err != nil {
		return nil, searchOutput{}, err
	}
	page, err := s.book.Incidents(ctx, q)
	if err != nil {
		return nil, searchOutput{}, err
	}
	out := searchOutput{Notice: Notice, Total: page.Total, Incidents: []incidentLine{}}
	for i := range page.Rows {
		n, err := s.shown(ctx, page.Rows[i])
		if err != nil {
			return nil, searchOutput{}, err
		}
		out.Incidents = append(out.Incidents, lineOf(&n))
	}
	plain(&out)
	return nil, out, nil
}

// shown is an incident as it may be shown.
func (s *Server) shown(ctx context.Context, i sitrep.Incident) (sitrep.Incident, error) {
	if s.names {
		return i, nil
	}
	private, err := s.book.Private(ctx, casebook.ReportsOf(&i))
	if err != nil {
		return i, err
	}
	return privacy.VeilIncident(i, private), nil
}

func (in *searchInput) query() (q casebook.Query, err error) {
	for _, d := range []struct {
		name, text string
		to         *sitrep.CivilDate
	}{{"from", in.From, &q.From}, {"to", in.To, &q.To}} {
		if d.text == "" {
			continue
		}
		if *d.to, err = sitrep.ParseCivilDate(d.text); err != nil {
			return q, fmt.Errorf("%s: %w", d.name, err)
		}
	}
	if in.Kind != "" {
		if !slices.Contains(sitrep.Kinds, sitrep.Kind(in.Kind)) {
			return q, fmt.Errorf("kind %q: want one of %s", in.Kind, kinds())
		}
		q.Kinds = []sitrep.Kind{sitrep.Kind(in.Kind)}
	}
	if in.Side != "" {
		q.Sides = []string{in.Side}
	}
	q.Text, q.Place, q.Country, q.Actor = in.Text, in.Place, strings.ToUpper(in.Country), in.Actor
	q.NewOnly, q.Disputed = in.NewOnly, in.Disputed
	if q.Limit = in.Limit; q.Limit <= 0 {
		q.Limit = usualLimit
	}
	q.Limit = min(q.Limit, mostLimit)
	return q, nil
}

func kinds() string {
	list := make([]string, len(sitrep.Kinds))
	for i, k := range sitrep.Kinds {
		list[i] = string(k)
	}
	return strings.Join(list, ", ")
}

func lineOf(i *sitrep.Incident) incidentLine {
	l := incidentLine{
		ID: i.ID, Title: i.Title, Kind: string(i.Kind), Status: string(i.Status), From: i.When.From.String(), To: i.When.To.String(), Place: i.Place.Name, Countries: i.Place.Countries,
		Grade: string(i.Grade), Origins: len(i.Origins), Reports: len(casebook.ReportsOf(i)),
	}
	for _, a := range i.Actors {
		if a.Role == sitrep.Initiator {
			l.Initiators = append(l.Initiators, initiator{a.Name, a.Side, string(a.Confidence), list(a.AccordingTo), list(a.DeniedBy)})
		}
	}
	for _, t := range i.Tally {
		l.Tolls = append(l.Tolls, tollLine{string(t.Harm), whom(&t), t.Low, t.Best, t.High, t.Open})
	}
	return l
}

// list is never null in JSON.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func whom(t *sitrep.Tally) string {
	switch {
	case t.Civilian == sitrep.True:
		return strings.TrimSpace("civilians " + t.Side)
	case t.Side != "":
		return "forces of " + t.Side
	}
	return ""
}
