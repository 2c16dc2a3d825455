package toll

import (
	"sort"

	"sitrep"
)

// attach gives each toll to the mention of the happening that caused it: the word of harm's own, else the nearest that can have caused it.
func attach(s *sitrep.Story) {
	if len(s.Mentions) == 0 {
		return
	}
	byTrigger := make([]int, len(s.Mentions))
	for i := range byTrigger {
		byTrigger[i] = i
	}
	sort.SliceStable(byTrigger, func(a, b int) bool { return s.Mentions[byTrigger[a]].Trigger < s.Mentions[byTrigger[b]].Trigger })
	for i := range s.Tolls {
		if m := cause(s, byTrigger, &s.Tolls[i]); m >= 0 {
			s.Mentions[m].Tolls = append(s.Mentions[m].Tolls, i)
		}
	}
}

// The costs of a mention as the cause of a toll, in steps of the tree.
const (
	costSentenceBefore = 8  // it stands in an earlier sentence, and as much again a third for each one between
	costSentenceAfter  = 14 // in a later one
	costKind           = 10 // its kind seldom does this harm
	costPlanned        = 8  // it has not come to pass
	costInside         = -4 // its own stretch holds the word of harm
	farthestSentence   = 5
	tooDear            = 30
)

// cause is the mention that a toll belongs to; -1 for none.
func cause(s *sitrep.Story, byTrigger []int, t *sitrep.Toll) int {
	at := s.Tree.Sentence(t.HarmToken)
	if m := sinceWar(s, byTrigger, t); m >= 0 {
		return m
	}
	best, least := -1, tooDear
	for _, i := range byTrigger {
		m := &s.Mentions[i]
		if d := at - s.Tree.Sentence(m.Trigger); d > farthestSentence || -d > 2 {
			continue
		}
		if c := cost(s, m, t); c < least {
			best, least = i, c
		}
	}
	return best
}

// cost says how far a mention is from being the cause of a toll.
func cost(s *sitrep.Story, m *sitrep.EventMention, t *sitrep.Toll) int {
	c := 0
	if !causes(m.Kind, t.Harm) {
		c += costKind
	}
	if m.Status == sitrep.Planned {
		c += costPlanned
	}
	switch d := s.Tree.Sentence(t.HarmToken) - s.Tree.Sentence(m.Trigger); {
	case d > 0:
		return c + costSentenceBefore + d*costSentenceBefore/3
	case d < 0:
		return c + costSentenceAfter - d*costSentenceBefore/3
	}
	if m.Trigger == t.HarmToken {
		return c - 2*costKind
	}
	if m.Span.Contains(s.Tokens[t.HarmToken].Span) {
		c += costInside
	}
	return c + distance(s, m.Trigger, t.HarmToken)
}

// distance is how many steps of the tree lead from one token to another.
func distance(s *sitrep.Story, a, b int) int {
	const farthest = 12
	for up, i := 0, a; up < farthest && i >= 0; up, i = up+1, s.Tokens[i].Head {
		for down, k := 0, b; down < farthest && k >= 0; down, k = down+1, s.Tokens[k].Head {
			if i == k {
				return up + down
			}
		}
	}
	return farthest
}

// causes tells whether happenings of a kind do a harm as a rule.
func causes(k sitrep.Kind, h sitrep.Harm) bool {
	switch k {
	case sitrep.Battle, sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.War, sitrep.Coup, sitrep.Violation:
		return true
	case sitrep.Protest, sitrep.Territory, sitrep.Destruction:
		return h != sitrep.Displaced && h != sitrep.Captured
	case sitrep.Abduction, sitrep.Arrest:
		return h == sitrep.Captured || h == sitrep.Missing
	case sitrep.Displacement:
		return h == sitrep.Displaced
	}
	return false
}
