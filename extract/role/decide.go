package role

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
)

// roles are the roles in the order of Limits.
var roles = []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator}

// tier says how near a candidate stands to the trigger.
type tier int

// The tiers.
const (
	plainly    tier = iota // the rules give it a role, for a slot of the trigger itself
	byRule                 // the rules give it a role
	byArgument             // it hangs on the trigger, and the rules say nothing
	inSentence
	inBefore // in the sentence before
	further
	tiers
)

var tierNames = [tiers]string{"plain", "rule", "argument", "sentence", "before", "further"}

func (c *Candidate) tier() tier {
	switch {
	case c.rule != "" && c.args[0].plain():
		return plainly
	case c.rule != "":
		return byRule
	case c.args != nil:
		return byArgument
	case c.far == 0:
		return inSentence
	case c.far == -1:
		return inBefore
	}
	return further
}

// plain tells whether an argument is one of the trigger itself, in a slot that says its part.
func (a *argument) plain() bool {
	if a.via != "" && a.slot != agent {
		return false
	}
	switch a.slot {
	case subject, undergoer, object, agent, owner, "between":
		return true
	}
	return false
}

// Limits say how probable a role must be, by role (in the order of initiator, target, party, mediator) and tier. They are tuned in cross-validation
// for the best F1 of actors at a precision of initiators of at least 0.85: a doer that the report does not give harms somebody.
type Limits [4][tiers]float64

// limits are those of the model that is built in.
var limits = Limits{
	{0.35, 0.6, 0.6, 0.9, 0.8, 0.8}, // initiator
	{0.35, 0.25, 0.35, 0.3, 0.75, 0.75},
	{0.35, 0.25, 0.25, 0.4, 0.4, 0.55},
	{0.35, 0.45, 0.5, 0.6, 0.6, 0.5},
}

// certain is the probability of whoever claims responsibility in so many words.
const certain = 0.9

// choose makes actors of the candidates that probably have a part, the surest first; of two of one side in one role only the surer stays.
func choose(p *pool, m *sitrep.EventMention, all []Candidate, l *Limits, of func(i, role int) float64) []sitrep.Actor {
	var actors []sitrep.Actor
	for i := range all {
		best, sure := 0, 0.0
		for r := range roles {
			if q := of(i, r); q > sure {
				best, sure = r, q
			}
		}
		if p.claims(m, &all[i]) {
			best, sure = 0, max(sure, certain)
		}
		if sure < l[best][all[i].tier()] {
			continue
		}
		a := actor(p.Story, &all[i], roles[best])
		a.Why = []sitrep.Reason{{Field: "role", Rule: "model", Words: a.Mentions[0], Score: sure}}
		if a.Role == sitrep.Initiator {
			p.grade(m, &all[i], &a)
		}
		actors = append(actors, a)
	}
	slices.SortStableFunc(actors, func(a, b sitrep.Actor) int { return cmp.Compare(b.Why[0].Score, a.Why[0].Score) })
	return distinct(actors)
}

// distinct leaves each actor once in each role, the surer of two; what has no side of its own and a shorter name is whoever has the fuller one.
func distinct(actors []sitrep.Actor) []sitrep.Actor {
	out := actors[:0]
	for _, a := range actors {
		i := slices.IndexFunc(out, func(b sitrep.Actor) bool {
			return a.Role == b.Role && (a.Side != "" && a.Side == b.Side || a.Name == b.Name || shortOf(&a, &b) || shortOf(&b, &a))
		})
		switch {
		case i < 0:
			out = append(out, a)
		case a.Name != out[i].Name && shortOf(&out[i], &a):
			out[i] = a
		}
	}
	return out
}

// shortOf tells whether the name of an actor of no known side is a part of another one's: "Mr Roe" of "President Richard Roe".
func shortOf(a, b *sitrep.Actor) bool {
	if a.Side != "" || a.Kind == sitrep.ThingEntity || b.Kind == sitrep.ThingEntity {
		return false
	}
	own, full := strings.Fields(strings.ToLower(a.Name)), strings.Fields(strings.ToLower(b.Name))
	n := 0
	for _, w := range own {
		if articles[w] {
			continue
		}
		if n++; !slices.Contains(full, w) {
			return false
		}
	}
	return n > 0
}

// articles are words of a name that tell nobody apart.
var articles = set("the a an mr mr. mrs mrs. ms ms. his her its their some")
