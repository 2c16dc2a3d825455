package trigger

import (
	"sitrep"
)

// mentions are the candidates that stand for themselves and are sure enough, as mentions of events.
func mentions(t *text, found []candidate) []sitrep.EventMention {
	var all []sitrep.EventMention
	for k := range found {
		if c := &found[k]; c.into < 0 && c.score >= threshold {
			all = append(all, t.mention(found, k))
		}
	}
	return all
}

func (t *text) mention(found []candidate, k int) sitrep.EventMention {
	c := &found[k]
	tok := &t.Tokens[c.token]
	m := sitrep.EventMention{
		Trigger: c.token, TriggerSpan: tok.Span, Kind: c.kind(), Scores: c.kinds, Score: c.score, Frame: frameName(c),
		Nominal: tok.UPOS != "VERB", Verbal: tok.UPOS == "VERB", Status: c.status, Stage: stage(t, c.token), Why: c.why,
	}
	first, last := t.stretch(c.token)
	for j := range found {
		if j != k && leads(found, j, k) {
			a, b := t.stretch(found[j].token)
			first, last = min(first, a), max(last, b)
		}
	}
	m.Span = t.trimmed(first, last)
	m.Weapon = t.weaponIn(c.token, first, last)
	return m
}

// weaponIn is the weapon that is named in a stretch, nearest to the trigger.
func (t *text) weaponIn(trigger, first, last int) string {
	best := -1
	for i := first; i < last; i++ {
		if t.weapon[i] != "" && (best < 0 || abs(i-trigger) < abs(best-trigger)) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	a, b := best, best+1
	for a > first && t.weapon[a-1] == t.weapon[best] {
		a--
	}
	for b < last && t.weapon[b] == t.weapon[best] {
		b++
	}
	return t.In(t.SpanOf(a, b))
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
