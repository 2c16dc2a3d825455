package casebook

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"sitrep"
)

// Dossier is all that there is to say of one incident, for a page of it.
type Dossier struct {
	Incident sitrep.Incident
	Reports  []sitrep.ReportHead // that tell of it, by time of publication
	Claims   []ClaimRow          // about it
	Verdicts []sitrep.Verdict    // that join its events, and those that tell it from others
	History  []IncidentVersion   // the first first
	PartOf   *sitrep.Incident    // the incident that it is a part of
	Follows  *sitrep.Incident    // the one that it came from
	Parts    []sitrep.Incident   // those that are parts of it
	Private  map[string][]PrivateName
}

// Gather makes the dossier of an incident, by its id, an alias, or the beginning of an id.
func Gather(ctx context.Context, book Asker, id string) (Dossier, error) {
	i, err := book.Incident(ctx, id)
	if err != nil {
		return Dossier{}, err
	}
	d := Dossier{Incident: i}
	for _, step := range []func(context.Context, Asker) error{d.reports, d.claims, d.joined, d.kin} {
		if err := step(ctx, book); err != nil {
			return Dossier{}, fmt.Errorf("gather what is kept of incident %s: %w", i.ID, err)
		}
	}
	return d, nil
}

func (d *Dossier) reports(ctx context.Context, book Asker) (err error) {
	ids := ReportsOf(&d.Incident)
	for _, id := range ids {
		page, err := book.Reports(ctx, Query{Report: id, Limit: 1})
		if err != nil {
			return err
		}
		for _, r := range page.Rows {
			d.Reports = append(d.Reports, r.ReportHead)
		}
	}
	slices.SortStableFunc(d.Reports, func(a, b sitrep.ReportHead) int {
		return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.ID, b.ID))
	})
	d.Private, err = book.Private(ctx, ids)
	return err
}

func (d *Dossier) claims(ctx context.Context, book Asker) error {
	page, err := book.Claims(ctx, Query{Incident: d.Incident.ID, Order: Oldest, All: true})
	d.Claims = page.Rows
	return err
}

func (d *Dossier) joined(ctx context.Context, book Asker) (err error) {
	if d.Verdicts, err = book.Verdicts(ctx, d.Incident.Events); err != nil {
		return err
	}
	d.History, err = book.History(ctx, d.Incident.ID)
	return err
}

func (d *Dossier) kin(ctx context.Context, book Asker) (err error) {
	if d.PartOf, err = kept(ctx, book, d.Incident.PartOf); err != nil {
		return err
	}
	if d.Follows, err = kept(ctx, book, d.Incident.Follows); err != nil {
		return err
	}
	page, err := book.Incidents(ctx, Query{Incident: d.Incident.ID, Order: Oldest, All: true})
	for _, i := range page.Rows {
		if i.PartOf == d.Incident.ID {
			d.Parts = append(d.Parts, i)
		}
	}
	return err
}

// kept is an incident, nil where there is none of that id.
func kept(ctx context.Context, book Asker, id string) (*sitrep.Incident, error) {
	if id == "" {
		return nil, nil
	}
	i, err := book.Incident(ctx, id)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	return &i, err
}

// ReportsOf are the ids of the reports that tell of an incident, in order, each once.
func ReportsOf(i *sitrep.Incident) []string {
	var out []string
	for _, k := range i.Events {
		if n := len(out); n == 0 || out[n-1] != k.Report {
			out = append(out, k.Report)
		}
	}
	return out
}
