package role

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// Case is a candidate with what a decision on it is made on, for training.
type Case struct {
	Candidate
	maxent.Vector
	Name, Side string
	Rule       sitrep.Role // what the rules say
	Tier       string
}

// Lessons are the candidates of the mentions of one story.
type Lessons struct {
	*pool
	Cases [][]Case // of each mention
}

// NewLessons finds the candidates of a story.
func NewLessons(s *sitrep.Story) *Lessons {
	l := &Lessons{pool: newPool(s)}
	l.survey()
	for i := range s.Mentions {
		m, all := &s.Mentions[i], l.all[i]
		f := l.setting(m, all)
		cases := make([]Case, len(all))
		for k := range all {
			a, c := actor(s, &all[k], ""), &all[k]
			cases[k] = Case{Candidate: *c, Name: a.Name, Side: a.Side, Rule: c.rule, Tier: tierNames[c.tier()]}
			f.vector(c, &cases[k].Vector)
		}
		l.Cases = append(l.Cases, cases)
	}
	return l
}

// Decide sets the actors of a mention by the probabilities of its cases' classes.
func (l *Lessons) Decide(mention int, limits *Limits, of func(i int, class string) float64) {
	byName := func(i, r int) float64 { return of(i, string(roles[r])) }
	m := &l.Mentions[mention]
	m.Actors = choose(l.pool, m, l.all[mention], limits, byName)
}

// Built are the limits that are built in.
func Built() Limits { return limits }
