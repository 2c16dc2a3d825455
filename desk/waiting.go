package desk

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// Waiting is how much waits for a person's judgement.
type Waiting struct{ Joins, Events, Proposals int }

// Waiting counts what waits, without reading any of it.
func (d *Desk) Waiting(ctx context.Context) (w Waiting, err error) {
	s, err := d.sieve(ctx, "")
	if err != nil {
		return w, err
	}
	done, err := s.settled(ctx)
	if err != nil {
		return w, err
	}
	doubts, _, err := d.Book.Doubts(ctx, nil, 0)
	if err != nil {
		return w, err
	}
	for _, x := range doubts {
		switch {
		case done[x]:
		case x.B.Report != "":
			w.Joins++
		default:
			w.Events++
		}
	}
	proposed, err := d.Proposed(ctx)
	w.Proposals = len(proposed)
	return w, err
}

// waiting is a stretch of the queue of what is in doubt. The casebook keeps the queue, so that only what is asked for is read.
func (s *sieve) waiting(ctx context.Context, from, most int) ([]Question, int, error) {
	done, err := s.settled(ctx)
	if err != nil {
		return nil, 0, err
	}
	if err := s.proposals(ctx); err != nil {
		return nil, 0, err
	}
	proposed, enough := len(s.out), 0
	if most > 0 {
		enough = max(from, 0) + most + len(done)
	}
	doubts, total, err := s.desk.Book.Doubts(ctx, nil, enough)
	if err != nil {
		return nil, 0, err
	}
	for _, d := range doubts {
		if !done[d] {
			s.out = append(s.out, Question{Doubt: d.Degree, A: sitrep.Telling{Key: d.A}, B: sitrep.Telling{Key: d.B}})
		}
	}
	total += proposed - len(done)
	slices.SortStableFunc(s.out, compareQuestions)
	wanted := some(s.out, from, most)
	s.out = nil
	for part := range slices.Chunk(wanted, together) {
		if err := s.tell(ctx, part); err != nil {
			return nil, 0, err
		}
	}
	return s.out, total, nil
}

// settled are the doubts that somebody has settled.
func (s *sieve) settled(ctx context.Context) (map[casebook.Doubt]bool, error) {
	done := map[casebook.Doubt]bool{}
	for reports := range slices.Chunk(s.reports, together) {
		doubts, _, err := s.desk.Book.Doubts(ctx, reports, 0)
		if err != nil {
			return nil, err
		}
		for _, d := range doubts {
			said := d.B.Report != "" && s.parted(d.A, d.B)
			if d.B.Report == "" && len(s.events[d.A.Report]) > 0 {
				t, err := s.telling(ctx, d.A, nil)
				if err != nil {
					return nil, err
				}
				said = t != nil && s.judged(t)
			}
			if said {
				done[d] = true
			}
		}
	}
	return done, nil
}

// tell adds questions with all that is shown of them.
func (s *sieve) tell(ctx context.Context, questions []Question) error {
	var keys, joined []sitrep.EventKey
	for i := range questions {
		q := &questions[i]
		if q.Proposed != nil {
			continue
		}
		keys = append(keys, q.A.Key)
		if q.B.Key.Report != "" {
			keys, joined = append(keys, q.B.Key), append(joined, q.A.Key)
		}
	}
	_, known, err := s.tellings(ctx, keys)
	if err != nil {
		return err
	}
	verdicts, err := s.desk.Book.Verdicts(ctx, joined)
	if err != nil {
		return err
	}
	of := map[[2]sitrep.EventKey]*sitrep.Verdict{}
	for i := range verdicts {
		of[[2]sitrep.EventKey{verdicts[i].A, verdicts[i].B}] = &verdicts[i]
	}
	from := len(s.out)
	for _, q := range questions {
		if q.Proposed == nil {
			a, b, v := known[q.A.Key], known[q.B.Key], of[[2]sitrep.EventKey{q.A.Key, q.B.Key}]
			if a == nil || q.B.Key.Report != "" && (b == nil || v == nil) {
				continue // gone since
			}
			if q.A = *a; b != nil {
				q.B, q.Join = *b, v
			}
		}
		s.out = append(s.out, q)
	}
	return s.private(ctx, s.out[from:])
}
