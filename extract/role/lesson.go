package role

import (
	"sitrep"
	"sitrep/internal/maxent"
)

// Choice is somebody who may be an actor of an event, with what the decision on it is made on, for training.
type Choice struct {
	maxent.Vector
	As   [4]sitrep.Actor // by role
	Odds [4]float64      // the highest that a mention gives
}

// Choices are the players of the events of one story.
type Choices struct {
	*table
	Of [][]Choice // of each event
}

// NewChoices finds the players of the events of a story.
func NewChoices(s *sitrep.Story) *Choices {
	c := &Choices{table: newTable(s)}
	for i, players := range c.players {
		all := make([]Choice, len(players))
		for k, p := range players {
			all[k] = Choice{Vector: c.vector(i, p), Odds: p.best}
			for r := range roles {
				all[k].As[r] = c.actor(i, p, r, p.best[r])
			}
		}
		c.Of = append(c.Of, all)
	}
	return c
}

// Settle chooses the actors of an event by the odds of its players.
func (c *Choices) Settle(event int, odds [][4]float64, l *Least) {
	c.Events[event].Actors = c.settle(event, odds, l)
}
