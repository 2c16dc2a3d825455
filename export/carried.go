package export

import (
	"context"
	"fmt"
	"io"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/carry"
	"sitrep/export/jsonl"
	"sitrep/export/rows"
	"sitrep/privacy"
	"sitrep/reconcile"
	"sitrep/record"
)

// judged is a backend that keeps what people said.
type judged interface {
	Corrections(ctx context.Context, report string) ([]sitrep.Correction, error)
}

// carried writes what another casebook takes in: the reports that the query chooses, each with what was judged in it, what was judged of their incidents, and the incidents.
func carried(x *exporter, out io.Writer) (Done, error) {
	w := carryWriter{Writer: carry.New(out), reports: map[string]bool{}}
	if err := x.judgements(&w); err != nil {
		return Done{}, err
	}
	n, err := pour(x, x.book.Reports, x.carried, &w)
	if err == nil {
		err = w.joins(x.veiling)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil && len(x.query.Stances) == 0 { // who asks for stances asks for reports by their claims
		err = x.carriedIncidents(out)
	}
	return ended(n, err, &w)
}

// carryWriter writes reports with their judgements, and knows which reports it has written.
type carryWriter struct {
	*carry.Writer
	judged  map[string][]judgement // by report; those of whole incidents under no report
	reports map[string]bool
}

// judgement is a correction and whether it holds.
type judgement struct {
	sitrep.Correction
	holds bool
}

// judgements gathers what people said.
func (x *exporter) judgements(w *carryWriter) error {
	book, ok := x.book.(judged)
	if !ok {
		return nil
	}
	all, err := book.Corrections(x.ctx, "")
	if err != nil {
		return err
	}
	w.judged = map[string][]judgement{}
	holds := map[string]bool{}
	for _, c := range reconcile.Standing(all) {
		holds[c.ID] = true
	}
	for _, c := range all {
		w.judged[c.Anchor.Report] = append(w.judged[c.Anchor.Report], judgement{c, holds[c.ID]})
	}
	return nil
}

// Write writes a report, and what was judged in it.
func (w *carryWriter) Write(r *carriedReport) error {
	w.reports[r.id] = true
	for i := range r.versions {
		if err := w.Writer.Write(&r.versions[i]); err != nil {
			return err
		}
	}
	for _, j := range w.judged[r.id] {
		text, ok := r.texts[j.Anchor.SHA256]
		var at *record.Offsets
		if ok {
			at = record.NewOffsets(text)
		}
		line := carry.JudgementOf(&j.Correction, j.holds, text, at, r.show)
		if err := w.WriteJudgement(&line); err != nil {
			return err
		}
	}
	return nil
}

// joins writes what was judged of the incidents of the reports that were written.
func (w *carryWriter) joins(show func([]string) (func(string) string, error)) error {
	for _, j := range w.judged[""] {
		var reports []string
		for _, k := range j.Events {
			if w.reports[k.Report] {
				reports = append(reports, k.Report)
			}
		}
		if len(reports) == 0 {
			continue
		}
		shown, err := show(reports)
		if err != nil {
			return err
		}
		line := carry.JudgementOf(&j.Correction, j.holds, "", nil, shown)
		if err := w.WriteJudgement(&line); err != nil {
			return err
		}
	}
	return nil
}

// LeftOut says what the lines do not carry.
func (w *carryWriter) LeftOut() []string {
	if w.judged == nil {
		return append(w.Writer.LeftOut(), "Judgements are not known here.")
	}
	return w.Writer.LeftOut()
}

// carriedIncidents writes the incidents behind the reports.
func (x *exporter) carriedIncidents(out io.Writer) error {
	w := jsonl.New(out, x.text)
	_, err := pourIncidents(x, func(page []sitrep.Incident) ([]rows.Incident, error) { return x.incidents(page, needs{}) }, w)
	if err != nil {
		return err
	}
	return w.Close()
}

// veiling gives texts as they may be shown beside some reports.
func (x *exporter) veiling(reports []string) (func(string) string, error) {
	private, err := x.private(reports)
	var names []casebook.PrivateName
	for _, id := range reports {
		names = append(names, private[id]...)
	}
	return func(s string) string { return privacy.Veil(s, names) }, err
}

// carriedReport is a report with all its versions.
type carriedReport struct {
	id       string
	versions []carry.Report
	texts    map[string]string // as they are kept, by the hash of each
	show     func(string) string
}

// carried are reports as they may be given away.
func (x *exporter) carried(page []casebook.ReportRow) ([]carriedReport, error) {
	out := make([]carriedReport, len(page))
	for i := range page {
		var err error
		if out[i], err = x.carriedReport(page[i].ID); err != nil {
			return nil, fmt.Errorf("report %s: %w", page[i].ID, err)
		}
	}
	return out, nil
}

func (x *exporter) carriedReport(id string) (carriedReport, error) {
	out := carriedReport{id: id, texts: map[string]string{}}
	_, names, err := x.told(id)
	if err != nil {
		return out, err
	}
	for number, last := 1, 1; number <= last; number++ {
		stored, err := x.book.Report(x.ctx, id, number)
		if err != nil {
			return out, err
		}
		last = len(stored.Versions)
		names = append(names, stored.Private...)
		out.texts[stored.Head.SHA256] = stored.Reading.Report.Text
		stored.Reading.Report.Published = stored.Head.Published
		out.versions = append(out.versions, carry.Report{ID: id, Version: number, Filed: stored.Head.Filed, Source: stored.Source, Private: stored.Private,
			Around: stored.Around, Reader: stored.Reader, Reading: stored.Reading})
	}
	if x.o.Names {
		names = nil
	}
	for i := range out.versions {
		cover(&out.versions[i], names)
	}
	out.show = func(s string) string { return privacy.Veil(s, names) }
	return out, nil
}

// cover covers up names in a report. Where there are some, nothing says any more who is private in it: there is nobody left.
func cover(r *carry.Report, names []casebook.PrivateName) {
	if len(names) == 0 {
		return
	}
	r.Reading, r.Private, r.Source = privacy.CoverReading(r.Reading, names), nil, privacy.Veil(r.Source, names)
	r.Around = slices.DeleteFunc(slices.Clone(r.Around), func(s string) bool { return privacy.HoldsAny(s, names) })
}
