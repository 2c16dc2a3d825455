package extract

import (
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

// compareStanding writes what speaks for a claim being about an event that it does not tell: how much the report is about the event, and what in
// the claim may stand for it.
func compareStanding(s *sitrep.Story, c saying, e *topic, far, held string, x *maxent.Vector) {
	rank, kin, news := upTo(e.rank, 3), upTo(e.kin, 2), "old"
	if e.News {
		news = upTo(e.news, 2)
	}
	noun := c.named(e.Kind)
	alone := strconv.FormatBool(len(c.inside) == 0)
	x.Add("rank", rank, held)
	x.Add("rank, alone", rank, alone, far)
	x.Add("kin", kin, held)
	x.Add("news rank", news, held)
	x.Add("noun", noun, held)
	x.Add("noun, kin", noun, kin, alone)
	x.Add("noun, rank", noun, rank, alone)
	x.Add("noun, far", noun, far, alone)
	x.AddIf(c.pronoun, "pronoun", held, far)
	x.AddIf(c.pronoun, "pronoun, rank", held, rank)
	harm := strconv.FormatBool(c.people) + strconv.FormatBool(len(e.Tolls) > 0)
	x.Add("harm", harm, held)
	x.Add("harm, rank", harm, rank, alone)
	x.Add("harm, kind", strconv.FormatBool(c.people), string(e.Kind), held)
	x.Add("holds toll", strconv.FormatBool(holdsToll(c, e)), held)
	x.Add("part of source", partOf(c, e), string(c.Stance))
	x.Add("part of source", partOf(c, e), held)
	x.Add("status", string(e.Status), held)
	between := upTo(told(s, e.last(c.sentence), c.sentence), 3)
	x.Add("between", between, held)
	x.Add("between, rank", between, rank, alone)
}

func upTo(n, most int) string {
	if n > most {
		return "more"
	}
	return strconv.Itoa(n)
}

// told is how many other mentions of events stand in the sentences between two.
func told(s *sitrep.Story, after, before int) int {
	n := 0
	for i := range s.Mentions {
		if k := s.Tree.Sentence(s.Mentions[i].Trigger); k > after && k < before {
			n++
		}
	}
	return n
}

func holdsToll(c saying, e *topic) bool {
	for i := range e.Tolls {
		if c.Holds(e.Tolls[i].Words) {
			return true
		}
	}
	return false
}

// partOf is the part that the source of a claim has in an event: itself, or somebody of its side.
func partOf(c saying, e *topic) string {
	part := "none"
	for i := range e.Actors {
		switch a := &e.Actors[i]; {
		case c.Entity >= 0 && a.Entity == c.Entity:
			return string(a.Role)
		case a.Side != "" && a.Side == c.Side && part == "none":
			part = "side " + string(a.Role)
		}
	}
	return part
}
