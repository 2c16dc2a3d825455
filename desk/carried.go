package desk

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/carry"
	"sitrep/internal/inorder"
	"sitrep/reconcile"
)

// TakenIn says what became of the lines of another casebook.
type TakenIn struct {
	Lines, Reports, Versions, Known, Judgements, KnownJudgements int
	Covered                                                      int // reports in which names are covered up
	Alike, Otherwise, Absent                                     int // incidents: as they were there, joined otherwise here, and without any of their reports
	Failed                                                       []Failure
	Joined                                                       Joined
}

// TakeIn files what another casebook gave out: reports with their readings, as they were read there, and what people judged. Incidents are made anew of the reports; those
// among the lines are compared with them. What is there already is passed over, so the same lines go on where they were stopped. When ctx ends, what was
// taken is kept, and the error is ctx's.
func (d *Desk) TakeIn(ctx context.Context, lines iter.Seq2[carry.Line, error], w Watcher) (TakenIn, error) {
	in := takeIn{desk: d, ctx: context.WithoutCancel(ctx), watcher: w, ids: map[string]string{}, filed: map[string]bool{}, theirs: map[string]string{}}
	jobs := func(yield func(carriedLine) bool) {
		for line, err := range lines {
			if !yield(carriedLine{line: line, err: err}) {
				return
			}
		}
	}
	err := inorder.Do(ctx, d.workers(), jobs, in.prepare, in.take)
	if kept := in.flush(); kept != nil {
		err = kept
	}
	if err == nil {
		err = in.join(ctx)
	}
	return in.done, err
}

// carriedLine is a line, and the filing of its report.
type carriedLine struct {
	line   carry.Line
	filing casebook.Filing
	err    error
}

type takeIn struct {
	desk    *Desk
	ctx     context.Context // of filing: a Ctrl-C lets it end
	watcher Watcher
	done    TakenIn
	pending []carriedLine
	ids     map[string]string // of reports that are here under another id: the address is the same
	filed   map[string]bool   // reports that were filed with their readings: what was judged there stands in these
	judged  []string          // reports that were there already, and have judgements now that are new
	marked  []sitrep.EventKey // that judgements of whole incidents bear on
	theirs  map[string]string // incidents of the lines: what is compared of them
	order   []string          // their ids, as they came
}

// prepare does all that needs no order.
func (in *takeIn) prepare(l carriedLine) (out carriedLine) {
	out = l
	if l.err != nil || l.line.Report == nil {
		return out
	}
	defer fault(&out.err)
	out.filing, out.err = in.desk.carriedFiling(l.line.Report)
	return out
}

// carriedFiling makes the report of a line ready for the casebook.
func (d *Desk) carriedFiling(r *carry.Report) (casebook.Filing, error) {
	if r.Again {
		reading, err := d.again(r.Reading)
		if err != nil {
			return casebook.Filing{}, err
		}
		f, err := d.filing(context.Background(), reading, d.By)
		f.Source = r.Source
		return f, err
	}
	head := Head(r.Reading.Report)
	f := casebook.Filing{Reading: r.Reading, Reader: r.Reader, Tellings: reconcile.Tellings(r.Reading, head), Private: r.Private, Note: head.Note,
		Source: r.Source, At: r.Filed}
	for i := range f.Tellings {
		f.Tellings[i].Around = r.Around
		f.Keys = append(f.Keys, reconcile.Keys(&f.Tellings[i]))
	}
	return f, nil
}

// take files what is prepared. An error of the casebook ends the work; one of the line does not.
func (in *takeIn) take(l carriedLine) error {
	in.done.Lines++
	switch {
	case l.err != nil && errors.As(l.err, new(carry.LineError)):
		in.fail(0, l.err)
	case l.err != nil && l.line.N > 0 && !fatal(l.err):
		in.fail(l.line.N, l.err)
	case l.err != nil:
		return l.err
	case l.line.Report != nil:
		if in.pending = append(in.pending, l); len(in.pending) >= together {
			return in.flush()
		}
	case l.line.Judgement != nil:
		if err := in.flush(); err != nil {
			return err
		}
		return in.judge(l.line.N, l.line.Judgement)
	default:
		in.incident(l.line.Incident)
	}
	return nil
}

func (in *takeIn) fail(n int, err error) {
	f := Failure{Err: err}
	if n > 0 {
		f.Err = carry.LineError{N: n, Err: err}
	}
	in.done.Failed = append(in.done.Failed, f)
	if in.watcher.Failed != nil {
		in.watcher.Failed(f)
	}
}

// flush files what waits.
func (in *takeIn) flush() error {
	waiting := in.pending
	in.pending = nil
	filings := make([]casebook.Filing, len(waiting))
	for i := range waiting {
		filings[i] = waiting[i].filing
	}
	return in.desk.fileAll(in.ctx, filings, func(i int) string { return fmt.Sprintf("the report of line %d", waiting[i].line.N) },
		func(i int, f casebook.Filed) { in.count(&waiting[i], f) },
		func(i int, err error) { in.fail(waiting[i].line.N, err) })
}

// count counts a report that was filed.
func (in *takeIn) count(l *carriedLine, f casebook.Filed) {
	r := l.line.Report
	if f.Report != r.ID {
		in.ids[r.ID] = f.Report
	}
	if !f.New {
		in.done.Known++
		return
	}
	if in.done.Reports++; f.Version > 1 {
		in.done.Versions++
	}
	if r.Covered {
		in.done.Covered++
	}
	if !r.Again {
		in.filed[f.Report] = true
	}
}

// judge keeps a judgement.
func (in *takeIn) judge(n int, j *carry.Judgement) error {
	in.rename(j)
	text, err := in.textOf(j)
	if err != nil {
		if !fatal(err) {
			in.fail(n, fmt.Errorf("judgement %s: %w", j.ID, err))
			return nil
		}
		return err
	}
	known, err := in.desk.Book.Corrections(in.ctx, j.Report)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(known, func(c sitrep.Correction) bool { return c.ID == j.ID }) {
		in.done.KnownJudgements++
		return nil
	}
	c := j.Correction(text)
	if _, err := in.desk.Book.Correct(in.ctx, c); err != nil {
		if !fatal(err) {
			in.fail(n, fmt.Errorf("judgement %s: %w", j.ID, err))
			return nil
		}
		return fmt.Errorf("keep the judgement of line %d: %w", n, err)
	}
	in.done.Judgements++
	in.marked = append(append(in.marked, c.Events...), restOf(&c)...)
	if j.Report != "" && !in.filed[j.Report] && !slices.Contains(in.judged, j.Report) {
		in.judged = append(in.judged, j.Report)
	}
	return nil
}

// rename gives a judgement the ids under which reports are here.
func (in *takeIn) rename(j *carry.Judgement) {
	if id, ok := in.ids[j.Report]; ok {
		j.Report = id
	}
	for i := range j.Events {
		if id, ok := in.ids[j.Events[i].Report]; ok {
			j.Events[i].Report = id
		}
	}
}

// textOf is the text that a judgement hangs on. One of whole incidents hangs on none; then one of their reports has to be here.
func (in *takeIn) textOf(j *carry.Judgement) (string, error) {
	if j.Report == "" {
		for _, k := range j.Events {
			switch stored, err := in.desk.Book.Report(in.ctx, k.Report, 0); {
			case err == nil && stored.Head.ID == k.Report:
				return "", nil
			case fatal(err):
				return "", err
			}
		}
		return "", fmt.Errorf("none of the reports that it is about is %w", casebook.ErrNotFound)
	}
	stored, err := in.desk.Book.Report(in.ctx, j.Report, 0)
	if err == nil && stored.Head.ID != j.Report {
		err = casebook.ErrNotFound
	}
	if err != nil {
		return "", fmt.Errorf("report %s: %w", j.Report, err)
	}
	for _, v := range stored.Versions {
		if v.SHA256 != j.SHA256 || v.Version == stored.Head.Version {
			continue
		}
		old, err := in.desk.Book.Report(in.ctx, j.Report, v.Version)
		if err != nil {
			return "", err
		}
		return old.Reading.Report.Text, nil
	}
	return stored.Reading.Report.Text, nil
}

// incident notes what is to be compared of an incident.
func (in *takeIn) incident(i *carry.Incident) {
	if _, ok := in.theirs[i.ID]; !ok {
		in.order = append(in.order, i.ID)
	}
	in.theirs[i.ID] = i.Digest()
}

// join puts judgements into reports that were there before, joins everything, and compares.
func (in *takeIn) join(ctx context.Context) error {
	for _, report := range in.judged {
		if err := in.desk.recorrect(in.ctx, report); err != nil {
			return fmt.Errorf("correct report %s: %w", report, err)
		}
	}
	if len(in.judged)+len(in.marked) > 0 {
		if err := in.desk.Book.Mark(in.ctx, in.judged, in.marked); err != nil {
			return err
		}
	}
	var err error
	if in.done.Joined, err = in.desk.Reconcile(ctx, nil); err != nil {
		return err
	}
	for _, id := range in.order {
		ours, err := in.desk.Book.Incident(in.ctx, id)
		switch {
		case errors.Is(err, casebook.ErrNotFound):
			in.done.Absent++
		case err != nil:
			return err
		case carry.DigestOf(&ours) == in.theirs[id]:
			in.done.Alike++
		default:
			in.done.Otherwise++
		}
	}
	return nil
}
