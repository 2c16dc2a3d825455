package export

import (
	"errors"
	"io"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/privacy"
)

type incidentWriter = rows.Writer[rows.Incident]

// needs are what a format wants beside the incidents.
type needs struct {
	heads bool // of the reports
	whole bool // the incident that one is a part of
}

// incidents is a format of incidents.
func incidents(n needs, open func(*exporter, io.Writer) incidentWriter) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) {
		return stream(x, x.book.Incidents, func(page []sitrep.Incident) ([]rows.Incident, error) { return x.incidents(page, n) }, open(x, w))
	}
}

// incidents are incidents as they may be shown, with what the format needs.
func (x *exporter) incidents(page []sitrep.Incident, n needs) ([]rows.Incident, error) {
	var reports []string
	for i := range page {
		reports = append(reports, casebook.ReportsOf(&page[i])...)
	}
	private, err := x.private(reports)
	if err != nil {
		return nil, err
	}
	heads := map[string]sitrep.ReportHead{}
	out := make([]rows.Incident, len(page))
	for i := range page {
		out[i].Incident = veil(page[i], private)
		if n.heads {
			if out[i].Heads, err = x.heads(casebook.ReportsOf(&page[i]), private, heads); err != nil {
				return nil, err
			}
		}
		if n.whole && page[i].PartOf != "" {
			if out[i].Whole, err = x.whole(page[i].PartOf); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// heads are the heads of an incident's reports, veiled by the names of all of them. Those that the page asked for before are in known, as they are kept.
func (x *exporter) heads(reports []string, private map[string][]casebook.PrivateName, known map[string]sitrep.ReportHead) ([]sitrep.ReportHead, error) {
	var out []sitrep.ReportHead
	var names []casebook.PrivateName
	for _, id := range reports {
		names = append(names, private[id]...)
	}
	for _, id := range reports {
		h, ok := known[id]
		if !ok {
			page, err := x.book.Reports(x.ctx, casebook.Query{Report: id, Limit: 1})
			if err != nil {
				return nil, err
			}
			if len(page.Rows) == 0 {
				continue
			}
			h = page.Rows[0]
			known[id] = h
		}
		out = append(out, privacy.VeilReport(h, names))
	}
	return out, nil
}

func (x *exporter) whole(id string) (*sitrep.Incident, error) {
	i, err := x.book.Incident(x.ctx, id)
	if errors.Is(err, casebook.ErrNotFound) {
		return nil, nil
	}
	return &i, err
}
