package desk

import (
	"cmp"
	"context"
	"errors"
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

// Questions are what waits for a person's judgement, the most doubtful first: verdicts that might be otherwise, news whose score is low, and what a language model
// proposes. What somebody has judged is not asked again. Those after the first from are given, at most most of them, 0 for all; total is how many wait. Of one incident, where id is
// given, everything is asked.
func (d *Desk) Questions(ctx context.Context, id string, from, most int) (questions []Question, total int, err error) {
	s, err := d.sieve(ctx, id)
	if err != nil {
		return nil, 0, err
	}
	if id == "" {
		return s.waiting(ctx, from, most)
	}
	if err := s.incident(ctx, id); err != nil {
		return nil, 0, err
	}
	slices.SortStableFunc(s.out, compareQuestions)
	return some(s.out, from, most), len(s.out), nil
}

func (d *Desk) sieve(ctx context.Context, id string) (*sieve, error) {
	corrections, err := d.Book.Corrections(ctx, "")
	if err != nil {
		return nil, err
	}
	return &sieve{desk: d, all: id != "", seen: map[[2]sitrep.EventKey]bool{}, judgements: judgementsOf(reconcile.Standing(corrections))}, nil
}

// some are those of a list after the first from, at most most of them, 0 for all.
func some[T any](list []T, from, most int) []T {
	list = list[min(max(from, 0), len(list)):]
	if most > 0 {
		list = list[:min(most, len(list))]
	}
	return list
}

func compareQuestions(a, b Question) int {
	return cmp.Or(cmp.Compare(b.Doubt, a.Doubt), compareKeys(a.A.Key, b.A.Key))
}

// incident asks everything about an incident, and nothing about what is a part of it: of a war nobody asks for all its days.
func (s *sieve) incident(ctx context.Context, id string) error {
	i, err := s.desk.Book.Incident(ctx, id)
	if errors.Is(err, casebook.ErrNotFound) {
		return nil
	} else if err != nil {
		return err
	}
	return s.page(ctx, []sitrep.Incident{i})
}

func compareKeys(a, b sitrep.EventKey) int {
	return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Event, b.Event))
}

// sieve takes the questions out of incidents.
type sieve struct {
	desk *Desk
	all  bool
	seen map[[2]sitrep.EventKey]bool
	out  []Question
	judgements
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
	tellings, byKey, err := s.tellings(ctx, keys)
	if err != nil {
		return err
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
	degree, asked := casebook.DoubtOfVerdict(&v)
	pair := [2]sitrep.EventKey{v.A, v.B}
	if !casebook.IsJoin(&v) || s.seen[pair] || !asked && !s.all || s.parted(v.A, v.B) {
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
	s.out = append(s.out, Question{Doubt: degree, Join: &v, A: *a, B: *b})
	return nil
}

// tellings are those of some keys, in order and by key.
func (s *sieve) tellings(ctx context.Context, keys []sitrep.EventKey) ([]sitrep.Telling, map[sitrep.EventKey]*sitrep.Telling, error) {
	all, err := s.desk.Book.Tellings(ctx, keys)
	byKey := map[sitrep.EventKey]*sitrep.Telling{}
	for i := range all {
		byKey[all[i].Key] = &all[i]
	}
	return all, byKey, err
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

// event asks about an event that may be none.
func (s *sieve) event(t *sitrep.Telling, news bool) {
	degree, asked := casebook.DoubtOfEvent(t.Event.Score, news)
	if !asked && !s.all || s.judged(t) {
		return
	}
	s.out = append(s.out, Question{Doubt: degree, A: *t})
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
		if q.Proposed == nil {
			q.Private = append(slices.Clone(private[q.A.Key.Report]), private[q.B.Key.Report]...)
		}
	}
	return err
}
