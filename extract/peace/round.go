package peace

import (
	"strings"

	"sitrep"
)

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// rounds finds the day on which talks go on, and gives it to those that were told of last before.
func (v *view) rounds() {
	if len(v.talks) == 0 {
		return
	}
	for t := range v.Tokens {
		if !v.again(t) {
			continue
		}
		if day := v.nextDay(t); !day.IsZero() {
			v.goOn(t, day)
		}
	}
}

// again tells whether a verb says that talks go on: they resume, the parties meet again, the next round is planned.
func (v *view) again(t int) bool {
	if v.Tokens[t].UPOS != "VERB" {
		return false
	}
	subject := v.Tree.Child(t, "nsubj")
	talks := subject >= 0 && (talkWords[v.lemma(subject)] || v.talksAt(subject))
	switch l := v.lemma(t); l {
	case "meet", "reconvene", "return":
		return (l == "reconvene" || v.child(t, "again") >= 0) && v.coming(t)
	case "resume", "continue", "restart":
		return talks && v.coming(t)
	case "adjourn", "postpone", "suspend":
		return talks && (v.mood(t) == actual || v.mood(t) == future)
	case "plan", "schedule", "expect", "set", "begin", "start", "hold", "take", "due":
		return talks && v.following(subject) && (v.coming(t) || l == "plan" || l == "schedule" || l == "set")
	}
	return false
}

func (v *view) talksAt(t int) bool {
	for _, r := range v.talks {
		if r.token == t {
			return true
		}
	}
	return false
}

// following tells whether a noun is the next or a new round.
func (v *view) following(t int) bool {
	for _, c := range v.Tree.All(t, "amod", "det") {
		switch l := v.lemma(c); l {
		case "next", "new", "further", "another":
			return true
		case "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth":
			return !v.definite(t)
		}
	}
	return false
}

// coming tells whether a verb tells of what is still to be.
func (v *view) coming(t int) bool {
	if h := v.Tokens[t].Head; h >= 0 && v.is(t, "xcomp", "advcl", "ccomp") && v.infinitive(t) {
		switch v.lemma(h) {
		case "agree", "plan", "schedule", "expect", "due", "set":
			return v.helpers(h) == actual || v.helpers(h) == future
		}
		return false
	}
	m := v.mood(t)
	return m == future
}

// nextDay is the day, or the month, that dates a verb; zero where what is told is neither or has passed.
func (v *view) nextDay(t int) sitrep.CivilDate {
	for i := range v.Timexes {
		x := &v.Timexes[i]
		if !v.dates(x, t) || x.Interval.From.IsZero() || x.Preposition == "since" || x.Preposition == "by" {
			continue
		}
		d := x.Interval.From
		if x.Interval.To == d {
			d = v.ahead(d, future)
		}
		if d != x.Interval.To && x.Interval.To.Day > 0 && x.Interval.Precision != sitrep.DaysPrecision {
			if d.Year != x.Interval.To.Year || d.Month != x.Interval.To.Month {
				continue
			}
			d.Day = 0
		}
		if now := v.Report.Day(); now.IsZero() || !d.Last().Before(now.First()) {
			return d
		}
	}
	return sitrep.CivilDate{}
}

// goOn gives the day of the next meeting to the talks told of up to a token, at most six sentences before: those in the same sentence, or else
// the latest of them that are not that meeting itself.
func (v *view) goOn(t int, day sitrep.CivilDate) {
	last := v.Tree.Sentence(t)
	best, latest := -1, int64(0)
	for i := len(v.talks) - 1; i >= 0; i-- {
		r := v.talks[i]
		n := v.Tree.Sentence(r.token)
		if n > last || n < last-6 || v.Tokens[v.round(r.token)].Head == t && v.following(v.round(r.token)) || !v.held(r.event, day) {
			continue
		}
		at := int64(1)
		if from := v.Events[r.event].When.From; !from.IsZero() {
			at = from.First().Unix()
		}
		if n == last && r.token < t {
			at = 1 << 60
		}
		if best < 0 || at > latest {
			best, latest = r.event, at
		}
	}
	if best >= 0 && v.Events[best].Next.IsZero() {
		e := &v.Events[best]
		e.Next = day
		e.Why = append(e.Why, sitrep.Reason{Field: "next", Rule: "extract/peace: talks go on", Words: v.Tokens[t].Span, Score: 1})
	}
}

// held tells whether talks were held, or are, before a day.
func (v *view) held(event int, day sitrep.CivilDate) bool {
	e := &v.Events[event]
	from := e.When.From
	return from.IsZero() || e.Status != sitrep.Planned && from.First().Before(day.First())
}
