package role

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"sitrep"
	"sitrep/internal/maxent"
)

//go:embed cast.bin
var castBin []byte

var builtInCast = sync.OnceValue(func() *maxent.Model { return decode("cast", castBin) })

// Caster is the step of reading that chooses the actors of whole events, from what all mentions of each say of who has a part in it.
type Caster struct{ *decider }

// NewCaster makes the step.
func NewCaster() *Caster { return &Caster{newDecider(builtInCast())} }

// Name is "cast".
func (*Caster) Name() string { return "cast" }

// Read fills the actors of every event.
func (c *Caster) Read(s *sitrep.Story) error {
	t := newTable(s)
	for i := range s.Events {
		odds := make([][4]float64, len(t.players[i]))
		for k, p := range t.players[i] {
			v := t.vector(i, p)
			q := c.Probabilities(&v, nil)
			for r := range roles {
				odds[k][r] = q[c.class[r]]
			}
		}
		s.Events[i].Actors = t.settle(i, odds, &Leasts)
	}
	return nil
}

// Least is what an actor of an event must be worth.
type Least struct {
	// Worth is by role: how likely it has that role, with half of how likely it has another.
	Worth [4]float64
	// Initiator is how likely an initiator must be one, and Target how likely at most the one to whom it was done: a doer that the report does not
	// give harms somebody.
	Initiator, Target float64
}

// Leasts are those of the model that is built in, the best of the cross-validation at a precision of initiators of 0.85.
var Leasts = Least{[4]float64{0.2, 0.25, 0.25, 0.2}, 0.45, 0.15}

// settle makes actors of the players of an event that are worth it, the surest first.
func (t *table) settle(event int, odds [][4]float64, l *Least) []sitrep.Actor {
	var all []sitrep.Actor
	for k, p := range t.players[event] {
		best, any := 0, 0.0
		for r, q := range odds[k] {
			any += q
			if q > odds[k][best] {
				best = r
			}
		}
		sure := odds[k][best]
		if (sure+any)/2 < l.Worth[best] || roles[best] == sitrep.Initiator && (sure < l.Initiator || odds[k][1] > l.Target) {
			continue
		}
		if a := t.actor(p, best, sure); a.Kind != sitrep.ThingEntity || a.Role == sitrep.Target {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b sitrep.Actor) int { return cmp.Compare(b.Why[0].Score, a.Why[0].Score) })
	return distinct(all)
}
