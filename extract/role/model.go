package role

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"sitrep"
	"sitrep/internal/maxent"
)

//go:embed role.bin
var roleBin []byte

// builtIn is the model of mentions that is built in.
var builtIn = sync.OnceValue(func() *maxent.Model { return decode("role", roleBin) })

// decode reads a model that is built in. They are read by the tests of this package, so that it cannot fail.
func decode(name string, b []byte) *maxent.Model {
	m, err := maxent.Decode(b)
	if err != nil {
		panic(fmt.Sprintf("extract/role/%s.bin, built in: %v", name, err))
	}
	return m
}

// decider is a trained model with the place of each role among its classes.
type decider struct {
	*maxent.Model
	class [4]int
}

func newDecider(m *maxent.Model) *decider {
	d := &decider{Model: m}
	for i, r := range roles {
		d.class[i] = slices.Index(m.Classes, string(r))
	}
	return d
}

// odds are how likely each candidate of a mention has each role.
func (d *decider) odds(p *pool, m *sitrep.EventMention, all []Candidate) func(i, role int) float64 {
	f := p.setting(m, all)
	odds := make([]float64, 0, len(all)*len(roles))
	for i := range all {
		p.vector.Reset()
		f.vector(&all[i], &p.vector)
		p.odds = d.Probabilities(&p.vector, p.odds)
		for _, class := range d.class {
			odds = append(odds, p.odds[class])
		}
		p.barred(m, &all[i], all, odds[len(odds)-len(roles):])
	}
	return func(i, role int) float64 { return odds[i*len(roles)+role] }
}
