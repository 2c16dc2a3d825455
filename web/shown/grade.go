package shown

import (
	"context"
	"encoding/json"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/reconcile"
)

// Graded is a person's judgement of an incident: a grade, or that one of its reports tells of another incident.
type Graded struct {
	By, Incident string
	Grade        sitrep.Grade // confirmed or discounted
	Apart        string       // instead of a grade: id of the report
	Reason       string
}

// Grade keeps a judgement of an incident, and gives the id of the correction that it is.
func (r *Record) Grade(ctx context.Context, g Graded) (string, error) {
	if !r.CanChange() {
		return "", ErrReadOnly
	}
	i, err := r.Book.Incident(ctx, g.Incident)
	if err != nil {
		return "", err
	}
	c, err := g.correction(&i)
	if err != nil {
		return "", err
	}
	c.By, c.Reason = g.By, Clipped(g.Reason, mostReason)
	return r.keep(ctx, c)
}

func (g *Graded) correction(i *sitrep.Incident) (sitrep.Correction, error) {
	switch g.Grade {
	case "":
		return apart(i, g.Apart)
	case sitrep.Confirmed, sitrep.Discounted:
		value, err := json.Marshal(g.Grade)
		return sitrep.Correction{Op: sitrep.GradeOp, Field: "grade", Value: string(value), Events: i.Events}, err
	}
	return sitrep.Correction{}, Wrong("grade %q: a person gives confirmed or discounted", g.Grade)
}

// apart is the correction that sets what a report tells apart from what the others tell.
func apart(i *sitrep.Incident, report string) (sitrep.Correction, error) {
	var out, rest []sitrep.EventKey
	for _, k := range i.Events {
		if k.Report == report {
			out = append(out, k)
		} else {
			rest = append(rest, k)
		}
	}
	if len(out) == 0 || len(rest) == 0 {
		return sitrep.Correction{}, Wrong("report %q: want one of several that tell of the incident", report)
	}
	value, err := json.Marshal(rest)
	return sitrep.Correction{Op: sitrep.SplitOp, Events: out, Value: string(value)}, err
}

// JudgedOf is what people said of an incident: of its tellings, and of words in its reports; the first first.
func (r *Record) JudgedOf(ctx context.Context, i *sitrep.Incident) ([]Judged, error) {
	all, err := r.Book.Corrections(ctx, "")
	if err != nil {
		return nil, err
	}
	reports := casebook.ReportsOf(i)
	return r.judgedAmong(ctx, all, func(c *sitrep.Correction) bool {
		return slices.Contains(reports, c.Anchor.Report) || slices.ContainsFunc(c.Events, func(k sitrep.EventKey) bool { return slices.Contains(i.Events, k) })
	})
}

// JudgedIn is what people said of the words of a report, the first first. What joins or parts its events is said of incidents.
func (r *Record) JudgedIn(ctx context.Context, report string) ([]Judged, error) {
	all, err := r.Book.Corrections(ctx, report)
	if err != nil {
		return nil, err
	}
	return r.judgedAmong(ctx, all, func(*sitrep.Correction) bool { return true })
}

func (r *Record) judgedAmong(ctx context.Context, all []sitrep.Correction, wanted func(*sitrep.Correction) bool) (out []Judged, err error) {
	undone := reconcile.Undone(all)
	for _, c := range all {
		if !wanted(&c) {
			continue
		}
		veiled, err := r.veiledCorrection(ctx, c)
		if err != nil {
			return nil, err
		}
		out = append(out, Judged{veiled, undone[c.ID]})
	}
	return out, nil
}
