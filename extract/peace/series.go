package peace

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep"
)

// series makes an event of each round of talks, of each war and of each accord where one telling dates several: "talks in Vienna in April and May", "two wars,
// in 2016 and in the 1990s". Talks on two days running are one. What the report tells of elsewhere takes the telling.
func (v *view) series() {
	var moved []int
	split := map[int]bool{} // mentions
	for k, n := 0, len(v.Events); k < n; k++ {
		if !serial[v.Events[k].Kind] {
			continue
		}
		for _, i := range v.Events[k].MentionsOf {
			if split[i] {
				continue
			}
			t := v.Mentions[i].Trigger
			times := v.numbered(t)
			if times == nil && v.Events[k].Kind == sitrep.Talks {
				times = v.dated(t)
			}
			if len(times) > 1 {
				split[i] = true
				if v.split(k, i, times) {
					moved = append(moved, k)
				}
				break
			}
		}
	}
	for _, k := range slices.Backward(moved) {
		v.Events = slices.Delete(v.Events, k, k+1)
	}
}

// serial are kinds of which a report counts several in one breath.
var serial = map[sitrep.Kind]bool{sitrep.Talks: true, sitrep.War: true, sitrep.Ceasefire: true, sitrep.Agreement: true, sitrep.Coup: true}

// split leaves the first of several times to an event, and makes events of the others, told by the same words, where none of its kind has that time yet. It
// tells whether nothing is left for the event itself.
func (v *view) split(k, mention int, times []*sitrep.Timex) (gone bool) {
	e, taken := v.Events[k], false
	for _, x := range times {
		why := sitrep.Reason{Field: "when", Rule: "extract/peace: one of several", Words: x.Span, Score: 1}
		switch o := v.at(k, x.Interval); {
		case o >= 0:
			v.setMentions(&v.Events[o], append(slices.Clone(v.Events[o].MentionsOf), mention))
		case !taken:
			taken = true
			v.Events[k].When, v.Events[k].Why = x.Interval, append(v.Events[k].Why, why)
		default:
			another := e
			another.Tolls, another.Next, another.Outcome = nil, sitrep.CivilDate{}, ""
			another.Actors, another.Places = slices.Clone(e.Actors), slices.Clone(e.Places)
			another.When, another.Why = x.Interval, []sitrep.Reason{why}
			v.setMentions(&another, []int{mention})
			v.Events = append(v.Events, another)
		}
	}
	return !taken && len(e.MentionsOf) == 1 && len(e.Tolls) == 0
}

// at is the only other event of the kind of one that the report tells of by itself in a time; -1 where there is none.
func (v *view) at(k int, when sitrep.Interval) int {
	found := -1
	for o := range v.Events {
		e := &v.Events[o]
		if o == k || e.Kind != v.Events[k].Kind || e.When.From.IsZero() || slices.ContainsFunc(e.MentionsOf, func(i int) bool { return slices.Contains(v.Events[k].MentionsOf, i) }) {
			continue
		}
		if from := e.When.From.First(); from.Before(when.From.First()) || from.After(when.To.Last()) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = o
	}
	return found
}

// numbered are the times of as many happenings as a noun counts: "two wars, in 2016 and in the 1990s". They stand right behind it, or behind its verb.
func (v *view) numbered(t int) []*sitrep.Timex {
	for _, t := range []int{t, v.Tree.Child(t, "obj"), v.Tokens[t].Head} {
		if t < 0 || v.Tokens[t].UPOS != "NOUN" || v.Tokens[t].XPOS != "NNS" {
			continue
		}
		n := v.Tree.Child(t, "nummod")
		if n < 0 {
			continue
		}
		want, _ := strconv.Atoi(v.form(n))
		if want = max(want, slices.Index(counts, v.form(n))); want < 2 {
			continue
		}
		if times := v.behind(t); len(times) == want {
			return times
		}
	}
	return nil
}

// counts are the words for how many, by their place.
var counts = strings.Fields("none one two three four five six")

// behind are the times that stand in one row behind a noun.
func (v *view) behind(t int) []*sitrep.Timex {
	var row []*sitrep.Timex
	for i := range v.Timexes {
		x := &v.Timexes[i]
		switch n := len(row); {
		case x.First <= t || x.Type != sitrep.TimexDate || x.Interval.IsZero():
		case n == 0 && (x.First-t > 4 || !v.onlyBetween(t+1, x.First)):
			return nil
		case n == 0 || v.oneAfterOther(row[n-1], x):
			row = append(row, x)
		default:
			return row
		}
	}
	return row
}

// onlyBetween tells whether nothing but a mark and a preposition stands between two tokens.
func (v *view) onlyBetween(first, last int) bool {
	for t := first; t < last; t++ {
		switch v.form(t) {
		case "-", "–", "—", "--", ",", ":", "(", "in", "on", "one", "first":
		default:
			return false
		}
	}
	return true
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
		case "and", ",", "in", "on", "again", "then":
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
