package desk

import (
	"cmp"
	"context"
	"math"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/reconcile"
)

// Question is something of which the machine is not sure, for a person to judge.
type Question struct {
	Doubt float64         // between 0, sure, and 1, as good as a guess
	Join  *sitrep.Verdict // whether A and B are one incident; nil for a question about A alone
	A, B  sitrep.Telling  // B of a join only; of a proposal, A is its report and its words
	// Proposed is what a language model proposes, if the question is about that.
	Proposed *sitrep.Proposal
	Private  []casebook.PrivateName
}

const (
	// doubtful is how near to a half the score of a verdict must be for a person to be asked.
	doubtful = 0.3
	// low is the score of an event below which a person is asked whether it is one.
	low = 0.5
)

// Questions are what waits for a person's judgement, the most doubtful first: verdicts that might be otherwise, and news whose score is low. What somebody has
// judged is not asked again. Of one incident, where id is given, everything is asked.
func (d *Desk) Questions(ctx context.Context, id string) ([]Question, error) {
	s := sieve{desk: d, all: id != "", seen: map[[2]sitrep.EventKey]bool{}}
	corrections, err := d.Book.Corrections(ctx, "")
	if err != nil {
		return nil, err
	}
	s.standing = reconcile.Standing(corrections)
	q := casebook.Query{Incident: id, Order: casebook.Oldest, Limit: 500}
	for {
		page, err := d.Book.Incidents(ctx, q)
		if err != nil {
			return nil, err
		}
		if err := s.page(ctx, page.Rows); err != nil {
			return nil, err
		}
		if q.After = page.Next; page.Next == "" {
			break
		}
	}
	if id == "" {
		if err := s.proposals(ctx); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(s.out, func(a, b Question) int { return cmp.Or(cmp.Compare(b.Doubt, a.Doubt), compareKeys(a.A.Key, b.A.Key)) })
	return s.out, nil
}

func compareKeys(a, b sitrep.EventKey) int {
	return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Event, b.Event))
}

// sieve takes the questions out of incidents.
type sieve struct {
	desk     *Desk
	all      bool
	standing []sitrep.Correction
	seen     map[[2]sitrep.EventKey]bool
	out      []Question
}

func (s *sieve) page(ctx context.Context, incidents []sitrep.Incident) error {
	var keys []sitrep.EventKey
	news := map[sitrep.EventKey]bool{}
	for i := range incidents {
		for _, k := range incidents[i].Events {
			keys = append(keys, k)
			news[k] = incidents[i].News
		}
	}
	tellings, err := s.desk.Book.Tellings(ctx, keys)
	if err != nil {
		return err
	}
	byKey := map[sitrep.EventKey]*sitrep.Telling{}
	for i := range tellings {
		byKey[tellings[i].Key] = &tellings[i]
	}
	verdicts, err := s.desk.Book.Verdicts(ctx, keys)
	if err != nil {
		return err
	}
	from := len(s.out)
	for i := range verdicts {
		if err := s.join(ctx, verdicts[i], byKey); err != nil {
			return err
		}
	}
	for i := range tellings {
		s.event(&tellings[i], news[tellings[i].Key])
	}
	return s.private(ctx, s.out[from:])
}

// join asks about a verdict that is in doubt.
func (s *sieve) join(ctx context.Context, v sitrep.Verdict, known map[sitrep.EventKey]*sitrep.Telling) error {
	doubt := 1 - 2*math.Abs(v.Score-0.5)
	pair := [2]sitrep.EventKey{v.A, v.B}
	if v.Relation != sitrep.SameIncident && v.Relation != sitrep.NewIncident || s.seen[pair] || math.Abs(v.Score-0.5) > doubtful && !s.all || s.parted(v.A, v.B) {
		return nil
	}
	s.seen[pair] = true
	a, err := s.telling(ctx, v.A, known)
	if err != nil || a == nil {
		return err
	}
	b, err := s.telling(ctx, v.B, known)
	if err != nil || b == nil {
		return err
	}
	s.out = append(s.out, Question{Doubt: doubt, Join: &v, A: *a, B: *b})
	return nil
}

// telling is the telling of a key, from those at hand or from the casebook; nil where it is gone.
func (s *sieve) telling(ctx context.Context, k sitrep.EventKey, known map[sitrep.EventKey]*sitrep.Telling) (*sitrep.Telling, error) {
	if t := known[k]; t != nil {
		return t, nil
	}
	found, err := s.desk.Book.Tellings(ctx, []sitrep.EventKey{k})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// parted tells whether somebody has said of two events that they are one incident, or two.
func (s *sieve) parted(a, b sitrep.EventKey) bool {
	return slices.ContainsFunc(s.standing, func(c sitrep.Correction) bool {
		if c.Op != sitrep.MergeOp && c.Op != sitrep.SplitOp {
			return false
		}
		in := append(slices.Clone(c.Events), restOf(&c)...)
		return slices.Contains(in, a) && slices.Contains(in, b)
	})
}

// event asks about an event that may be none.
func (s *sieve) event(t *sitrep.Telling, news bool) {
	if (!news || t.Event.Score >= low) && !s.all || s.judged(t) {
		return
	}
	s.out = append(s.out, Question{Doubt: min(1, max(0, 1-t.Event.Score)), A: *t})
}

// judged tells whether somebody has judged an event as a whole.
func (s *sieve) judged(t *sitrep.Telling) bool {
	return slices.ContainsFunc(s.standing, func(c sitrep.Correction) bool {
		return c.Anchor.Report == t.Key.Report && (c.Op == sitrep.AcceptOp || c.Op == sitrep.RejectOp) && c.Field == eventField && c.Anchor.Span == t.Event.Trigger
	})
}

func (s *sieve) private(ctx context.Context, questions []Question) error {
	var reports []string
	for i := range questions {
		reports = append(reports, questions[i].A.Key.Report, questions[i].B.Key.Report)
	}
	slices.Sort(reports)
	private, err := s.desk.Book.Private(ctx, slices.DeleteFunc(slices.Compact(reports), func(id string) bool { return id == "" }))
	for i := range questions {
		q := &questions[i]
		q.Private = append(slices.Clone(private[q.A.Key.Report]), private[q.B.Key.Report]...)
	}
	return err
}
