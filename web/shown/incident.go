package shown

import (
	"context"
	"errors"
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
)

// Incidents are the incidents of a query.
func (r *Record) Incidents(ctx context.Context, q casebook.Query) (casebook.Page[sitrep.Incident], error) {
	page, err := r.Book.Incidents(ctx, q)
	if err != nil {
		return page, err
	}
	page.Rows, err = r.Veiled(ctx, page.Rows)
	return page, err
}

// Veiled are incidents as they may be shown.
func (r *Record) Veiled(ctx context.Context, rows []sitrep.Incident) ([]sitrep.Incident, error) {
	if r.Names || len(rows) == 0 {
		return rows, nil
	}
	var ids []string
	for i := range rows {
		ids = append(ids, casebook.ReportsOf(&rows[i])...)
	}
	private, err := r.Book.Private(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]sitrep.Incident, len(rows))
	for i := range rows {
		out[i] = privacy.VeilIncident(rows[i], private)
	}
	return out, nil
}

// Titles are the titles of incidents by their ids. One that is no more has none.
func (r *Record) Titles(ctx context.Context, ids []string) (map[string]string, error) {
	var rows []sitrep.Incident
	ids = slices.Clone(ids)
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		i, err := r.Book.Incident(ctx, id)
		if errors.Is(err, casebook.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, i)
	}
	rows, err := r.Veiled(ctx, rows)
	out := map[string]string{}
	for i := range rows {
		out[rows[i].ID] = rows[i].Title
	}
	return out, err
}

// Dossier is all that there is to say of one incident.
func (r *Record) Dossier(ctx context.Context, id string) (casebook.Dossier, error) {
	d, err := casebook.Gather(ctx, r.Book, id)
	if err == nil && !r.Names {
		d = privacy.VeilDossier(d)
	}
	return d, err
}

// Changes are some of the incidents that are otherwise at the end of a time than at its beginning, as casebook.ChangesAfter has them.
func (r *Record) Changes(ctx context.Context, since, until time.Time, after string, limit int) (casebook.Page[casebook.IncidentChange], error) {
	page, err := casebook.ChangesAfter(ctx, r.Book, since, until, after, limit)
	if err != nil || r.Names {
		return page, err
	}
	var reports []string
	for i := range page.Rows {
		reports = append(append(reports, casebook.ReportsOf(&page.Rows[i].Before)...), casebook.ReportsOf(&page.Rows[i].After)...)
	}
	private, err := r.Book.Private(ctx, reports)
	if err != nil {
		return page, err
	}
	for i := range page.Rows {
		c := &page.Rows[i]
		c.Before, c.After = privacy.VeilIncident(c.Before, private), privacy.VeilIncident(c.After, private)
	}
	return page, nil
}
