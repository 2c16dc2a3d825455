package reconcile

import (
	"math"
	"strings"

	"sitrep"
)

// prior is what stands against one happening before anything is compared: most tellings that share a blocking key are of two.
func prior(p, q *profile) float64 {
	switch {
	case p.kind == sitrep.War && q.kind == sitrep.War:
		return -1.8 // a country has few wars
	case mutual(p.kind) && mutual(q.kind) && p.kind != sitrep.Battle:
		return -2.6
	case !p.t.Event.News && !q.t.Event.News:
		return -2.5 // what reports recall is mostly what everybody recalls
	}
	return -3.2
}

// Match says how two tellings stand to each other: one happening, a part of it, one that follows from it, or neither; and why. It is a function of the two alone.
func Match(a, b *sitrep.Telling) sitrep.Verdict {
	return match(profileOf(a), profileOf(b))
}

func match(p, q *profile) sitrep.Verdict {
	if q.t.Key.Less(p.t.Key) {
		p, q = q, p
	}
	score, reasons := compare(p, q)
	if score > 0 {
		return sitrep.Verdict{A: p.t.Key, B: q.t.Key, Relation: sitrep.SameIncident, Score: logistic(score), Reasons: reasons, By: "rule"}
	}
	if v, ok := related(p, q); ok {
		return v
	}
	return sitrep.Verdict{A: p.t.Key, B: q.t.Key, Relation: sitrep.NewIncident, Score: logistic(score), Reasons: reasons, By: "rule"}
}

// article is a kind with its article.
func article(k sitrep.Kind) string {
	switch {
	case k == sitrep.Talks || k == sitrep.Aid || k == sitrep.Territory || k == sitrep.Displacement || k == sitrep.Destruction:
		return string(k)
	case strings.ContainsRune("aeiou", rune(k[0])):
		return "an " + string(k)
	}
	return "a " + string(k)
}

// compare gives the logarithm of the odds that two tellings are of one happening, and what speaks for and against it.
func compare(p, q *profile) (float64, []string) {
	all := []evidence{{prior(p, q), ""}, {kindScore(p.kind, q.kind), ""}}
	if all[1].weight == never {
		return never, []string{article(p.kind) + " is no " + string(q.kind)}
	}
	if p.kind == q.kind {
		all[1].reason = "both " + article(p.kind)
	}
	if p.t.Key.Report == q.t.Key.Report {
		all = append(all, compareSiblings(p, q))
	}
	all = append(all, compareWhen(p, q), compareWhere(p, q), compareCounts(p, q))
	all = append(append(all, compareWho(p, q)...), compareWords(p, q)...)
	sum, reasons := 0.0, []string(nil)
	for _, e := range all {
		sum += e.weight
		if e.reason != "" {
			reasons = append(reasons, e.reason)
		}
	}
	return sum, reasons
}

// likenesses are what compare gives of pairs, each made once: by the pair in the order of its keys. Nil remembers nothing.
type likenesses map[[2]*profile]float64

func (l likenesses) of(p, q *profile) float64 {
	if q.t.Key.Less(p.t.Key) {
		p, q = q, p
	}
	pair := [2]*profile{p, q}
	if s, ok := l[pair]; ok {
		return s
	}
	s, _ := compare(p, q)
	if l != nil {
		l[pair] = s
	}
	return s
}

func logistic(x float64) float64 { return math.Round(1000/(1+math.Exp(-x))) / 1000 }
