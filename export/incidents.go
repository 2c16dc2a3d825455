package export

import (
	"errors"
	"io"
	"slices"

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
		out := open(x, w)
		done, err := pourIncidents(x, func(page []sitrep.Incident) ([]rows.Incident, error) { return x.incidents(page, n) }, out)
		return ended(done, err, out)
	}
}

// incidents are incidents as they may be shown, with what the format needs.
func (x *exporter) incidents(page []sitrep.Incident, n needs) ([]rows.Incident, error) {
	reports := make([][]string, len(page))
	for i := range page {
		reports[i] = casebook.ReportsOf(&page[i])
	}
	all := slices.Concat(reports...)
	private, err := x.private(all)
	if err != nil {
		return nil, err
	}
	var heads map[string]sitrep.ReportHead
	if n.heads {
		if heads, err = casebook.Heads(x.ctx, x.book, all); err != nil {
			return nil, err
		}
	}
	out := make([]rows.Incident, len(page))
	for i := range page {
		out[i] = rows.Incident{Incident: veil(page[i], private), Heads: veiledHeads(reports[i], private, heads)}
		if n.whole && page[i].PartOf != "" {
			if out[i].Whole, err = x.whole(page[i].PartOf); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// veiledHeads are the heads of an incident's reports, veiled by the names of all of them.
func veiledHeads(reports []string, private map[string][]casebook.PrivateName, heads map[string]sitrep.ReportHead) (out []sitrep.ReportHead) {
	var names []casebook.PrivateName
	for _, id := range reports {
		names = append(names, private[id]...)
	}
	for _, id := range reports {
		if h, ok := heads[id]; ok {
			out = append(out, privacy.VeilReport(h, names))
		}
	}
	return out
}

func (x *exporter) whole(id string) (*sitrep.Incident, error) {
	i, err := x.book.Incident(x.ctx, id)
	if errors.Is(err, casebook.ErrNotFound) {
		return nil, nil
	}
	return &i, err
}
