// Package timex finds expressions of time and what days they stand for.
//
// A grammar over the words of a sentence reads what an expression says (read.go and the files it names), and a resolver places it on the
// calendar, seen from the day of publication or, where it says so ("the next day"), from the time told before.
package timex

import (
	"sync"

	"sitrep"
	"sitrep/ground/date"
)

// Step is the step of reading that does so. It is safe for concurrent use.
type Step struct {
	lines sync.Pool
}

// New makes the step.
func New() *Step { return &Step{sync.Pool{New: func() any { return new(line) }}} }

// Name is "timex".
func (*Step) Name() string { return "timex" }

// Read adds the expressions of time to a story.
func (st *Step) Read(s *sitrep.Story) error {
	l := st.lines.Get().(*line)
	defer st.lines.Put(l)
	r := resolver{day: dayOf(s.Report)}
	for _, sentence := range s.Sentences {
		if l.load(s.Tokens, sentence.First, sentence.Last) {
			s.Timexes = r.sentence(s, l, s.Timexes)
		}
	}
	l.forget()
	return nil
}

// dayOf is the day that expressions are seen from: that of publication, or else that of the dateline.
func dayOf(r *sitrep.Report) sitrep.CivilDate {
	if d := r.Day(); !d.IsZero() {
		return d
	}
	if d := r.Dateline.Date; d.Year > 0 && d.Day > 0 {
		return d
	}
	return sitrep.CivilDate{}
}

// forget drops the texts that the line still points to.
func (l *line) forget() {
	clear(l.lexemes[:cap(l.lexemes)])
	l.lexemes = l.lexemes[:0]
}

// sentence adds the expressions of a sentence to those before it.
func (r *resolver) sentence(s *sitrep.Story, l *line, all []sitrep.Timex) []sitrep.Timex {
	for i := 0; i < len(l.lexemes); {
		m, end := l.read(i)
		if end <= i {
			i++
			continue
		}
		if m.name != "age" {
			all = append(all, r.timex(s, l, m, i, end))
		}
		i = end
	}
	return all
}

func (r *resolver) timex(s *sitrep.Story, l *line, m meaning, first, end int) sitrep.Timex {
	a, b := &l.lexemes[first], &l.lexemes[end-1]
	x := sitrep.Timex{Span: sitrep.Span{Start: a.Start, End: b.End}, First: a.token, Last: b.token + 1}
	x.Attach(s.Doc, s.Tree)
	y := r.resolve(m, tenseAt(s, &x))
	x.Type, x.Value, x.Mod, x.Interval = y.Type, y.Value, y.Mod, y.Interval
	r.remember(m, x)
	return x
}

// remember makes a date that was told the one that "the next day" counts from.
func (r *resolver) remember(m meaning, x sitrep.Timex) {
	if m.op == quarterOp {
		r.quarter = date.Quarters(x.Interval.From)
	}
	if d := x.Interval.From; !d.IsZero() && (m.op == dateOp || m.op == dayOp || m.op == shiftOp || m.op == overnightOp) {
		r.story = d
	}
}
