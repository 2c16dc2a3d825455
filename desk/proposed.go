package desk

import (
	"context"

	"sitrep"
	"sitrep/casebook"
)

// proposedDoubt is how much in doubt a proposal is: as good as a guess, so that it comes among the first.
const proposedDoubt = 1

// Proposed are the questions about what a language model proposes.
func (d *Desk) Proposed(ctx context.Context) ([]Question, error) {
	s := sieve{desk: d}
	err := s.proposals(ctx)
	return s.out, err
}

// proposals asks about what a language model proposes.
func (s *sieve) proposals(ctx context.Context) error {
	rows, err := s.desk.Book.Proposals(ctx, casebook.Query{All: true})
	for i := range rows {
		p := &rows[i].Proposal
		about := sitrep.Telling{Key: sitrep.EventKey{Report: rows[i].Report.ID, Event: p.ID}, Report: rows[i].Report,
			Event:  sitrep.Event{ID: p.ID, Trigger: p.Words, Mentions: []sitrep.Span{p.Words}},
			Quotes: []sitrep.Passage{{Span: p.Words, Words: rows[i].Quote}}}
		s.out = append(s.out, Question{Doubt: proposedDoubt, A: about, Proposed: p, Private: rows[i].Private})
	}
	return err
}

// acceptProposal is the correction that makes a proposal part of the record, as something that a person added.
func (q *Question) acceptProposal() sitrep.Correction {
	return sitrep.Correction{Op: sitrep.AddOp, Field: string(q.Proposed.What), Value: q.Proposed.Value, Reason: q.proposer(), Anchor: anchorOf(&q.A, q.Proposed.Words)}
}

// rejectProposal is the correction that says that a proposal is none.
func (q *Question) rejectProposal() sitrep.Correction {
	return sitrep.Correction{Op: sitrep.RejectOp, Field: "proposal." + string(q.Proposed.What), Reason: q.proposer(), Anchor: anchorOf(&q.A, q.Proposed.Words)}
}

func (q *Question) proposer() string { return "proposed by " + q.Proposed.By }
