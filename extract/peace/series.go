package peace

import (
	"time"

	"sitrep"
)

// series makes an event of each round of talks where one telling dates several: "talks in Vienna in April and May". Talks on two days running are one.
func (v *view) series() {
	for k, n := 0, len(v.Events); k < n; k++ {
		if v.Events[k].Kind != sitrep.Talks {
			continue
		}
		for _, i := range v.Events[k].MentionsOf {
			if rounds := v.dated(v.Mentions[i].Trigger); len(rounds) > 1 {
				v.split(k, i, rounds)
				break
			}
		}
	}
}

// split leaves the first of several rounds to the event of talks, and makes events of the others, told by the same words.
func (v *view) split(k, mention int, rounds []*sitrep.Timex) {
	for n, x := range rounds {
		why := sitrep.Reason{Field: "when", Rule: "extract/peace: a round of several", Words: x.Span, Score: 1}
		if n == 0 {
			e := &v.Events[k]
			e.When, e.Why = x.Interval, append(e.Why, why)
			continue
		}
		e := v.Events[k]
		e.Tolls, e.Next, e.Outcome = nil, sitrep.CivilDate{}, ""
		e.Actors = append([]sitrep.Actor(nil), e.Actors...)
		e.Places = append([]sitrep.Place(nil), e.Places...)
		e.When, e.Why = x.Interval, []sitrep.Reason{why}
		v.setMentions(&e, []int{mention})
		v.Events = append(v.Events, e)
	}
}

// dated are the times of several rounds that one word for talks is dated by, joined by "and" and too far apart to be one meeting; nil for none.
func (v *view) dated(t int) []*sitrep.Timex {
	var rounds []*sitrep.Timex
	for i := range v.Timexes {
		x := &v.Timexes[i]
		if x.Type != sitrep.TimexDate || x.Interval.From.Month == 0 {
			continue
		}
		switch n := len(rounds); {
		case n == 0 && (x.Preposition == "in" || x.Preposition == "on") && v.datesTalks(x, t):
			rounds = append(rounds, x)
		case n > 0 && v.oneAfterOther(rounds[n-1], x) && monthsApart(rounds[n-1], x):
			rounds = append(rounds, x)
		}
	}
	return rounds
}

// datesTalks tells whether an expression of time hangs on a word for talks, or on a place that does: "talks in Vienna in April".
func (v *view) datesTalks(x *sitrep.Timex, t int) bool {
	g := x.Governor
	for steps := 0; steps < 3 && g >= 0; steps++ {
		if g == t || v.Tokens[t].Head == g && (v.is(t, "obj") || v.is(t, "nsubj:pass")) && holdVerbs[v.lemma(g)] {
			return true
		}
		if !v.is(g, "nmod", "obl") {
			return false
		}
		g = v.Tokens[g].Head
	}
	return false
}

// holdVerbs say of talks that they were.
var holdVerbs = words("hold have host attend conduct")

// oneAfterOther tells whether nothing but "and", a comma and a preposition stands between two expressions.
func (v *view) oneAfterOther(a, b *sitrep.Timex) bool {
	if b.First <= a.Last-1 || b.First-a.Last > 3 {
		return false
	}
	for t := a.Last; t < b.First; t++ {
		switch v.form(t) {
		case "and", ",", "in", "on", "again":
		default:
			return false
		}
	}
	return true
}

// monthsApart tells whether two times are two months, or days of two with more than a week between them.
func monthsApart(a, b *sitrep.Timex) bool {
	x, y := a.Interval.From, b.Interval.From
	return (x.Year != y.Year || x.Month != y.Month) && y.First().Sub(x.First()).Abs() > week
}

const week = 7 * 24 * time.Hour
