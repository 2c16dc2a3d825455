package desk

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

// Rereading says what a reread did.
type Rereading struct {
	Reports, Stale int // looked at, and read again
	Failed         []Failure
	Changes        []casebook.IncidentChange // what became of the incidents
}

// Reread reads again what another reader than this one has read, or everything where all is set, joins it, and says what changed in the record. Old readings
// stay in the casebook. When ctx ends, the report that is under way is finished; the rest is stale still, and the next call goes on with it.
func (d *Desk) Reread(ctx context.Context, all bool, told func(Progress)) (Rereading, error) {
	var out Rereading
	before := d.now()
	heads, err := d.heads(ctx)
	if err != nil {
		return out, err
	}
	m := meter{}
	m.Of = len(heads)
	m.tick(d.now())
	for _, id := range heads {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		stale, err := d.reread(context.WithoutCancel(ctx), id, all)
		out.Reports++
		switch {
		case fatal(err):
			return out, err
		case err != nil:
			out.Failed = append(out.Failed, Failure{"report " + id, err})
		case stale:
			out.Stale++
		}
		if m.Done, m.New, m.Failed = out.Reports, out.Stale, len(out.Failed); told != nil {
			told(m.tick(d.now()))
		}
	}
	if _, err := d.Reconcile(ctx, nil); err != nil {
		return out, err
	}
	out.Changes, err = d.Book.Changes(context.WithoutCancel(ctx), before, d.now())
	return out, err
}

// heads are the ids of all reports.
func (d *Desk) heads(ctx context.Context) ([]string, error) {
	var ids []string
	reports, err := d.Book.Reports(ctx, casebook.Query{Order: casebook.Oldest, All: true})
	for i := range reports.Rows {
		ids = append(ids, reports.Rows[i].ID)
	}
	return ids, err
}

// reread reads a report's newest text again where another reader read it.
func (d *Desk) reread(ctx context.Context, id string, all bool) (bool, error) {
	stored, err := d.Book.Report(ctx, id, 0)
	if err != nil {
		return false, err
	}
	if stored.Reader == d.By && !all {
		return false, nil
	}
	reading, err := d.again(stored.Reading)
	if err != nil {
		return false, err
	}
	return true, d.replace(ctx, reading, d.By, stored.Source)
}

// again reads a report that is kept: from its text, which stays what it was, whatever the parser of pages would make of its bytes today. What a language model
// proposed of the text stays: nobody is asked again.
func (d *Desk) again(old *sitrep.Reading) (r *sitrep.Reading, err error) {
	defer fault(&err)
	kept := *old.Report
	kept.Problems = slices.DeleteFunc(slices.Clone(kept.Problems), func(p sitrep.Problem) bool { return p.Stage != pageStage })
	if r, err = d.Reader.Read(&kept); err == nil {
		r.Proposals = old.Proposals
	}
	return r, err
}

// pageStage marks the problems that a report brings from its page; the others are the reader's, who finds them again.
const pageStage = "page"

// replace puts a reading in the place of the one that counts, with people's corrections, and has its incidents made anew.
func (d *Desk) replace(ctx context.Context, r *sitrep.Reading, by record.Reader, source string) (err error) {
	defer fault(&err)
	f, err := d.filing(ctx, r, by)
	if err != nil {
		return err
	}
	f.Source, f.At = source, d.now()
	return d.Book.Reread(ctx, f)
}
