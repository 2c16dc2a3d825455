package role

import (
	_ "embed"
	"slices"

	"sitrep"
	"sitrep/internal/maxent"
)

//go:embed role.bin
var weights []byte

// decider is the trained model with the place of each role among its classes.
type decider struct {
	*maxent.Model
	class [4]int
}

// newDecider reads the model that is built in. It is decoded by the tests of this package, so that it cannot fail.
func newDecider() *decider {
	m, err := maxent.Decode(weights)
	if err != nil {
		panic(err)
	}
	d := &decider{Model: m}
	for i, r := range roles {
		d.class[i] = slices.Index(m.Classes, string(r))
	}
	return d
}

// actors are the actors of a mention.
func (d *decider) actors(p *pool, m *sitrep.EventMention, all []Candidate) []sitrep.Actor {
	f := p.setting(m, all)
	odds := make([][]float64, len(all))
	for i := range all {
		v := f.vector(&all[i])
		odds[i] = d.Probabilities(&v, nil)
	}
	return choose(p, m, all, &limits, func(i int, role int) float64 { return odds[i][d.class[role]] })
}
