package sitrep

import (
	"cmp"
	"slices"
)

// usual is how many actors of a role one happening mostly has.
var usual = map[Role]int{Initiator: 1, Target: 1, Party: 2, Mediator: 1}

// sure is how probable a further actor of a role must be.
const sure = 0.75

// Sureness is the probability of an actor's role, 0.5 where nothing says it.
func (a *Actor) Sureness() float64 {
	for _, w := range a.Why {
		if w.Field == "role" && w.Score > 0 {
			return w.Score
		}
	}
	return 0.5
}

// JoinActors makes one list of the actors of several mentions of one happening, the surest first. Each entity, and each side in a role, stands
// there once, in its surest role; more of a role than a happening mostly has only where they are sure.
func JoinActors(mentioned []Actor) []Actor {
	mentioned = slices.Clone(mentioned)
	slices.SortStableFunc(mentioned, func(a, b Actor) int { return cmp.Compare(b.Sureness(), a.Sureness()) })
	var out []Actor
	count := map[Role]int{}
	for i := range mentioned {
		a := &mentioned[i]
		if k := slices.IndexFunc(out, a.sameAs); k >= 0 {
			out[k].Mentions = append(slices.Clip(out[k].Mentions), a.Mentions...)
			continue
		}
		if a.Sureness() < sure && count[a.Role] >= usual[a.Role] {
			continue
		}
		count[a.Role]++
		out = append(out, *a)
	}
	return out
}

// sameAs tells whether two actors of one happening are the same.
func (a *Actor) sameAs(b Actor) bool {
	return a.Entity >= 0 && a.Entity == b.Entity || a.Name == b.Name || a.Role == b.Role && a.Side != "" && a.Side == b.Side
}
