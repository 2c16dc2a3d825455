package read

import (
	"sitrep"
	"sitrep/eval/gold"
	"sitrep/record"
)

func newComparison(want *gold.Answer, got *sitrep.Reading) *comparison {
	c := &comparison{want: want, got: got, text: flatten(want.Text), toGot: map[int]int{}, toWant: map[int]int{}, spare: map[int]bool{}, counts: Counts{}}
	points, move := record.NewOffsets(got.Report.Text), carrier(flatten(got.Report.Text), c.text)
	c.carry = func(spans []sitrep.Span) []sitrep.Span {
		var out []sitrep.Span
		for _, s := range spans {
			start, end := points.Span(s)
			if m, ok := move(sitrep.Span{Start: start, End: end}); ok {
				out = append(out, m)
			}
		}
		return out
	}
	for i := range want.Events {
		c.wantAt = append(c.wantAt, c.quoted(want.Events[i].Words))
	}
	for j := range got.Events {
		c.gotAt = append(c.gotAt, c.carry(got.Events[j].Mentions))
	}
	return c
}

// Verdict says what an event of a reading is beside an answer.
type Verdict struct {
	Event int  // the answer's event that it was paired with, -1 for none
	Spare bool // it counts neither for nor against: the answer has it as optional
}

// Judge pairs the events of a reading with those of an answer, as Compare does.
func Judge(want *gold.Answer, got *sitrep.Reading) []Verdict {
	c := newComparison(want, got)
	c.pairEvents()
	out := make([]Verdict, len(got.Events))
	for j := range out {
		i, paired := c.toWant[j]
		if !paired {
			i = -1
		}
		out[j] = Verdict{i, c.spare[j]}
	}
	return out
}

// JudgeClaims pairs the claims of a reading with those of an answer, as Compare does: the number of the answer's claim, -1 for none.
func JudgeClaims(want *gold.Answer, got *sitrep.Reading) []int {
	out := make([]int, len(got.Claims))
	for j := range out {
		out[j] = -1
	}
	for _, p := range newComparison(want, got).claimPairs() {
		out[p.got] = p.want
	}
	return out
}
