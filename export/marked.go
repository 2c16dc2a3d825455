package export

import (
	"io"
	"reflect"
	"slices"

	"sitrep/casebook"
	"sitrep/export/annotations"
	"sitrep/export/rows"
	"sitrep/privacy"
	"sitrep/standoff"
)

// marked is a format of the marks of reports.
func marked(open func(*exporter, io.Writer) rows.Writer[annotations.Row]) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) { return stream(x, x.book.Reports, x.marked, open(x, w)) }
}

// documents is a format of whole documents: people who work on one have to see all that was found in it, or what is left out looks like what was missed.
func documents(open func(*exporter, io.Writer) rows.Writer[standoff.Document]) func(*exporter, io.Writer) (Done, error) {
	return marked(func(x *exporter, w io.Writer) rows.Writer[annotations.Row] { return wholeDocuments{open(x, w)} })
}

// wholeDocuments writes the documents of rows.
type wholeDocuments struct {
	rows.Writer[standoff.Document]
}

func (w wholeDocuments) Write(r *annotations.Row) error { return w.Writer.Write(r.Document) }

// marked are the documents of reports as they may be shown, with the events that the query asks for.
func (x *exporter) marked(page []casebook.ReportRow) ([]annotations.Row, error) {
	var out []annotations.Row
	for i := range page {
		stored, err := x.book.Report(x.ctx, page[i].ID, 0)
		if err != nil {
			return nil, err
		}
		row := annotations.Row{Head: page[i].ReportHead}
		var names []casebook.PrivateName
		if row.Events, names, err = x.told(page[i].ID); err != nil {
			return nil, err
		}
		if !x.o.Names {
			names = append(slices.Clone(stored.Private), names...)
		}
		row.Head = privacy.VeilReport(row.Head, names)
		row.Document = standoff.Of(stored.Reading, privacy.CoverUp(stored.Reading.Report.Text, names), func(s string) string { return privacy.Veil(s, names) })
		out = append(out, row)
	}
	return out, nil
}

// told are the events of a report whose incidents the query asks for, nil where it asks for nothing, and the private persons of all reports of its incidents: who
// is private in one is so in the others.
func (x *exporter) told(report string) (events map[string]bool, names []casebook.PrivateName, err error) {
	q := asked(x.query)
	if !reflect.ValueOf(q).IsZero() {
		events = map[string]bool{}
		q.Report, q.Order, q.All = report, casebook.Oldest, true
		wanted, err := x.book.Incidents(x.ctx, q)
		if err != nil {
			return nil, nil, err
		}
		for i := range wanted.Rows {
			for _, k := range wanted.Rows[i].Events {
				if k.Report == report {
					events[k.Event] = true
				}
			}
		}
	}
	all, err := x.book.Incidents(x.ctx, casebook.Query{Report: report, Order: casebook.Oldest, All: true})
	if err != nil {
		return nil, nil, err
	}
	var reports []string
	for i := range all.Rows {
		reports = append(reports, casebook.ReportsOf(&all.Rows[i])...)
	}
	private, err := x.private(reports)
	for _, id := range reports {
		names = append(names, private[id]...)
	}
	return events, names, err
}

// asked is what a query asks of incidents: days, words and outlets are asked of reports.
func asked(q casebook.Query) casebook.Query {
	out := casebook.Query{Place: q.Place, Km: q.Km, Box: q.Box, Country: q.Country, Kinds: q.Kinds, Sides: q.Sides, Actor: q.Actor, NewOnly: q.NewOnly,
		Disputed: q.Disputed, HasToll: q.HasToll, Grades: q.Grades, Statuses: q.Statuses, Harms: q.Harms, Incident: q.Incident}
	if out.Km > 0 {
		out.Lat, out.Lon = q.Lat, q.Lon
	}
	return out
}
