package claim

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// Candidate is what somebody says in one sentence, before it is decided whether it is a claim of the record and what saying it does.
type Candidate struct {
	Content      []sitrep.Span
	Keep, Stance maxent.Vector // what the two decisions are made on

	found int
	piece []run
}

// Candidates gives every stretch that may be a claim, to learn from.
func (p *Step) Candidates(s *sitrep.Story) []Candidate {
	if len(s.Tokens) == 0 {
		return nil
	}
	r := newReader(p, s)
	r.find()
	return r.candidates()
}

func (r *reader) candidates() []Candidate {
	var all []Candidate
	over := r.overlaps()
	r.bySentence = make([][]int, len(r.Sentences))
	for i := range r.found {
		r.bySentence[r.found[i].sentence] = append(r.bySentence[r.found[i].sentence], i)
	}
	for i := range r.found {
		f := &r.found[i]
		for _, piece := range r.pieces(f) {
			c := Candidate{found: i, piece: r.saidBare(piece)}
			c.Content = r.spans(c.piece...)
			r.keepFeatures(&c, over)
			r.stanceFeatures(&c)
			all = append(all, c)
		}
	}
	return all
}

// overlaps tells of each token in how many contents it stands.
func (r *reader) overlaps() []int {
	over := make([]int, len(r.Tokens))
	for i := range r.found {
		for _, a := range r.found[i].content {
			for t := a.first; t < a.last; t++ {
				over[t]++
			}
		}
	}
	return over
}
