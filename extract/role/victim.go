package role

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// weighTolls writes how the tolls of an event count a player: those who are counted as dead are mostly those to whom it was done.
func (t *table) weighTolls(v *maxent.Vector, e *sitrep.Event, p *player, family string) {
	how := t.counted(e, p)
	v.Add("counted", how, family)
	for r := range roles {
		v.Add("counted role", how, string(roles[r]), level(p.best[r]))
	}
}

// counted is how the tolls of an event count a player: as the people of one, by its side, not while no side is told, or not.
func (t *table) counted(e *sitrep.Event, p *player) string {
	how := "none"
	for i := range e.Tolls {
		switch toll := &e.Tolls[i]; {
		case t.people(toll) == p.key:
			return "people"
		case toll.Side != "" && toll.Side == t.sideOf(p):
			how = "side"
		case how == "side":
		case toll.Side == "":
			how = "unsided"
		case how == "none":
			how = "other"
		}
	}
	return how
}

// people is the key of whom a toll counts, empty where it does not name them.
func (t *table) people(toll *sitrep.Toll) string {
	if h := toll.PeopleHead; h >= 0 && h < len(t.Tokens) {
		return t.key(&sitrep.Part{Entity: t.Cast.Index(h), Head: h})
	}
	return ""
}

// weighFirst writes the odds that the first mention of an event gives a player: it mostly tells the most.
func (t *table) weighFirst(v *maxent.Vector, p *player) {
	var first [4]float64
	for _, s := range p.shares {
		if s.mention == 0 {
			first = s.Odds
		}
	}
	for r := range roles {
		v.Number(first[r])
		v.Add("first", string(roles[r]), level(first[r]))
	}
}
