package export

import (
	"io"

	"sitrep"
	"sitrep/brief"
	"sitrep/casebook"
)

// briefs is a situation report of a period: that of the query, else that of all its incidents.
func briefs(form brief.Format) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) {
		o := brief.Options{From: x.query.From, To: x.query.To, Query: x.query, Format: form, Names: x.o.Names}
		if err := x.period(&o); err != nil {
			return Done{}, err
		}
		b, err := brief.Make(x.ctx, x.book, o)
		if err != nil {
			return Done{}, err
		}
		told := map[string]bool{}
		for _, s := range b.Sections {
			for _, i := range s.Items {
				if i.Incident != "" {
					told[i.Incident] = true
				}
			}
		}
		return Done{Rows: len(told), LeftOut: []string{"A brief tells the incidents that weigh most, and counts the others; the lists are in the other forms."}}, b.Write(w, o)
	}
}

// period fills in the days that the query leaves open: from the first day of an incident to the last, or the day of the export where there is none.
func (x *exporter) period(o *brief.Options) error {
	made := sitrep.CivilDateOf(x.o.Made)
	for _, end := range []struct {
		day   *sitrep.CivilDate
		order casebook.Order
		of    func(sitrep.Interval) sitrep.CivilDate
	}{{&o.From, casebook.Oldest, func(i sitrep.Interval) sitrep.CivilDate { return i.From }}, {&o.To, casebook.Newest, func(i sitrep.Interval) sitrep.CivilDate { return i.To }}} {
		if !end.day.IsZero() {
			continue
		}
		q := x.query
		q.Order, q.Limit = end.order, 1
		page, err := x.book.Incidents(x.ctx, q)
		if err != nil {
			return err
		}
		*end.day = made
		for k := range page.Rows {
			if d := end.of(page.Rows[k].When); !d.IsZero() {
				*end.day = d
			}
		}
	}
	if o.To.Last().Before(o.From.First()) {
		o.From, o.To = o.To, o.From
	}
	return nil
}
