package role

import "sitrep"

// leastOdds is how likely a role must be for a candidate to be kept for the decisions on the whole event.
const leastOdds = 0.02

// parts are the candidates of a mention that may have a part in what it tells.
func (p *pool) parts(m *sitrep.EventMention, all []Candidate, of func(i, role int) float64) []sitrep.Part {
	var parts []sitrep.Part
	for i := range all {
		c := &all[i]
		x := sitrep.Part{Entity: c.Entity, Head: c.Head, Sentences: c.far, Rule: c.rule, Tier: int(c.tier()), Hedge: -1}
		if c.args != nil {
			x.Slot = c.args[0].slot
		}
		top := 0.0
		for r := range roles {
			x.Odds[r] = of(i, r)
			top = max(top, x.Odds[r])
		}
		if p.claims(m, c) {
			x.Odds = [4]float64{max(certain, x.Odds[0])}
		}
		if top < leastOdds {
			continue
		}
		x.Confidence, x.Hedge = p.confidence(m, c)
		parts = append(parts, x)
	}
	return parts
}
