package api

import (
	"context"

	sitbrief "sitrep/brief"
	"sitrep/export/rows"
)

// sentence is a sentence with the numbers of its notes.
type sentence struct {
	Text   string `json:"text"`
	Notes  []int  `json:"notes" doc:"Numbers of the notes, from 1."`
	Record bool   `json:"record" doc:"It speaks of the record and not of the world, and needs no note."`
}

// item is what is said of one incident, claim or change.
type item struct {
	Incident  *string    `json:"incident" doc:"Id of the incident."`
	Sentences []sentence `json:"sentences"`
	Points    []sentence `json:"points"`
}

// section is a part of a brief.
type section struct {
	Heading string `json:"heading"`
	Items   []item `json:"items"`
}

// note is where the words of a sentence come from.
type note struct {
	N         int     `json:"n"`
	Report    string  `json:"report" doc:"Id of the report."`
	Outlet    *string `json:"outlet"`
	URL       *string `json:"url"`
	Published *string `json:"published"`
	Quote     string  `json:"quote"`
}

type briefAnswer struct {
	Body struct {
		Title    string     `json:"title"`
		From     string     `json:"from"`
		To       string     `json:"to"`
		Head     []sentence `json:"head"`
		Sections []section  `json:"sections"`
		Notes    []note     `json:"notes"`
	}
}

func (a *API) brief(ctx context.Context, in *Filters) (*briefAnswer, error) {
	b, o, err := a.o.Record.Brief(ctx, in.query, a.o.Now())
	if err != nil {
		return nil, err
	}
	out := &briefAnswer{}
	out.Body.Title, out.Body.From, out.Body.To, out.Body.Head = b.Title, o.From.String(), o.To.String(), sentences(b.Head)
	out.Body.Sections, out.Body.Notes = []section{}, []note{}
	for _, s := range b.Sections {
		part := section{Heading: s.Heading, Items: []item{}}
		for _, i := range s.Items {
			part.Items = append(part.Items, item{rows.OrNull(i.Incident), sentences(i.Sentences), sentences(i.Points)})
		}
		out.Body.Sections = append(out.Body.Sections, part)
	}
	for i, n := range b.Notes {
		out.Body.Notes = append(out.Body.Notes, note{i + 1, n.Report, rows.OrNull(n.Outlet), rows.OrNull(n.URL), rows.OrNull(n.Published.String()), n.Quote})
	}
	return out, nil
}

func sentences(list []sitbrief.Sentence) []sentence {
	out := []sentence{}
	for _, s := range list {
		out = append(out, sentence{s.Text, rows.ListOrEmpty(s.Notes), s.Record})
	}
	return out
}
