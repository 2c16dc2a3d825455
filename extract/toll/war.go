package toll

import (
	"slices"

	"sitrep"
)

// Of a war are deaths by the thousand, and fewer where the sentence speaks of the war or counts from its start.
const (
	deathsOfWar  = 5000
	deathsPeriod = 100
)

// ofWar makes a mention that tells only of deaths by the thousand, or of deaths since a war began, one of the war.
func ofWar(s *sitrep.Story) {
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Kind != sitrep.Attack && m.Kind != sitrep.Displacement && m.Kind != sitrep.Battle {
			continue
		}
		for _, k := range m.Tolls {
			t := &s.Tolls[k]
			if t.HarmToken == m.Trigger && (t.Harm == sitrep.Killed || t.Harm == sitrep.Displaced) &&
				(t.Count >= deathsOfWar && t.Harm == sitrep.Killed || t.Count >= deathsPeriod && speaksOfWar(s, m.Trigger)) {
				m.Kind = sitrep.War
				m.Scores = slices.Insert(m.Scores, 0, sitrep.KindScore{Kind: sitrep.War, Score: m.Score})
				m.Why = append(m.Why, sitrep.Reason{Field: "kind", Rule: "toll of a war", Words: t.Words, Score: m.Score})
				break
			}
		}
	}
}

// sinceWar is the mention of the war from whose start a figure counts: "the number of deaths since the 2003 invasion"; -1 for none.
func sinceWar(s *sitrep.Story, byTrigger []int, t *sitrep.Toll) int {
	if t.Count < deathsPeriod {
		return -1
	}
	sentence := s.Tree.Sentence(t.HarmToken)
	for _, i := range byTrigger {
		m := &s.Mentions[i]
		if m.Kind != sitrep.War || s.Tree.Sentence(m.Trigger) != sentence {
			continue
		}
		if c := s.Tree.Child(m.Trigger, "case", "mark"); c >= 0 && lower(s.Tokens[c]) == "since" {
			return i
		}
	}
	return -1
}

var (
	wars   = words("war conflict insurgency uprising militancy rebellion revolt revolution invasion insurrection")
	begins = words("begin start erupt break launch")
)

// speaksOfWar tells whether a war, or the time since its start, belongs to what a word of harm tells.
func speaksOfWar(s *sitrep.Story, harm int) bool {
	if up := s.Tokens[harm].Head; up >= 0 && s.Tokens[harm].Deprel == "acl:relcl" && wars[lower(s.Tokens[up])] {
		return true // "a war that has killed 20,000"
	}
	sent := s.Sentences[s.Tree.Sentence(harm)]
	for i := sent.First; i < sent.Last; i++ {
		w := lower(s.Tokens[i])
		if !wars[w] && !(begins[w] && s.Tokens[i].UPOS == "VERB") || !s.Tree.Below(i, harm) {
			continue
		}
		if wars[w] || s.Tree.Child(i, "mark") >= 0 && lower(s.Tokens[s.Tree.Child(i, "mark")]) == "since" {
			return true
		}
	}
	return false
}
