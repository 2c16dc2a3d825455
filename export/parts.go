package export

import (
	"errors"
	"io"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/claims"
	"sitrep/export/rows"
	"sitrep/export/tolls"
	"sitrep/privacy"
)

// claimRows is a format of claims.
func claimRows(open func(io.Writer) rows.Writer[claims.Row]) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) {
		out := open(w)
		n, err := pourClaims(x, x.claims, out)
		return ended(n, err, out)
	}
}

func (x *exporter) claims(page []casebook.ClaimRow) ([]claims.Row, error) {
	out := make([]claims.Row, len(page))
	veils := claimVeils{x: x}
	for i := range page {
		a, err := x.about(page[i].Incidents)
		if err != nil {
			return nil, err
		}
		out[i] = claims.Row{ClaimRow: veils.claim(page[i], a), OneSide: a.side}
	}
	return out, nil
}

// tollRows is a format of figures.
func tollRows(open func(io.Writer) rows.Writer[tolls.Row]) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) { return stream(x, x.book.Tolls, x.tolls, open(w)) }
}

func (x *exporter) tolls(page []casebook.TollRow) ([]tolls.Row, error) {
	out := make([]tolls.Row, len(page))
	for i := range page {
		var of []string
		if page[i].Incident != "" {
			of = []string{page[i].Incident}
		}
		a, err := x.about(of)
		if err != nil {
			return nil, err
		}
		out[i] = tolls.Row{TollRow: page[i], OneSide: a.side}
		if !x.o.Names {
			out[i].Private = slices.Concat(page[i].Private, a.private)
			out[i].TollRow = privacy.VeilToll(out[i].TollRow)
		}
	}
	return out, nil
}

// about is what is known of the incidents that a row is about.
type about struct {
	side      string                 // on whose word alone all of them rest; empty where there is no such side
	private   []casebook.PrivateName // of all their reports: who is private in one is so in the others
	incidents []sitrep.Incident      // as they may be shown, where it is asked whom an accusation is made against
}

// about looks up incidents.
func (x *exporter) about(incidents []string) (about, error) {
	var all about
	for k, id := range incidents {
		a, ok := x.known.get(id)
		if !ok {
			var err error
			if a, err = x.of(id); err != nil {
				return all, err
			}
			x.known.put(id, a)
		}
		all.incidents = append(all.incidents, a.incidents...)
		if all.private = append(all.private, a.private...); k == 0 {
			all.side = a.side
		} else if all.side != a.side {
			all.side = ""
		}
	}
	return all, nil
}

func (x *exporter) of(id string) (about, error) {
	i, err := x.book.Incident(x.ctx, id)
	if errors.Is(err, casebook.ErrNotFound) {
		return about{}, nil
	}
	if err != nil {
		return about{}, err
	}
	reports := casebook.ReportsOf(&i)
	private, err := x.private(reports)
	a := about{side: i.OneSide()}
	if x.accused { // else they would be held for nothing
		a.incidents = []sitrep.Incident{veil(i, private)}
	}
	for _, r := range reports {
		a.private = append(a.private, private[r]...)
	}
	return a, err
}

// reportRows is a format of reports.
func reportRows(open func(io.Writer) rows.Writer[casebook.ReportRow]) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) { return stream(x, x.book.Reports, x.reports, open(w)) }
}

func (x *exporter) reports(page []casebook.ReportRow) ([]casebook.ReportRow, error) {
	ids := make([]string, len(page))
	for i := range page {
		ids[i] = page[i].ID
	}
	private, err := x.private(ids)
	if err != nil {
		return nil, err
	}
	for i := range page {
		page[i].ReportHead = privacy.VeilReport(page[i].ReportHead, private[page[i].ID])
	}
	return page, nil
}
