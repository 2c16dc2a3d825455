package peace

import (
	"strconv"
	"strings"

	"sitrep"
)

// spans gives each truce the days that the text plainly tells of its own beginning and end.
func (v *view) spans() {
	for _, r := range v.accords {
		if e := &v.Events[r.event]; (v.isTruce(r.event) || e.When.IsZero()) && !v.another(r.token) {
			v.begun(r)
		}
	}
}

// begun reads "the truce takes effect on Monday", for how long it was made, and until when.
func (v *view) begun(r reference) {
	e, t := &v.Events[r.event], v.top(r.token)
	for _, g := range v.governors(t) {
		m := v.mood(g.token)
		if g.relation != "nsubj" && g.relation != "nsubj:outer" || !v.begins(g.token) || m != actual && m != future || v.Tree.Child(g.token, "xcomp") >= 0 {
			continue
		}
		if from := v.ahead(v.dayOf(g.token), m); !from.IsZero() {
			to := v.last(t, g.token, from)
			if to.IsZero() && (e.When.From == from || e.When.From == from.AddDays(1) && v.midnight(g.token)) {
				return
			}
			e.When = sitrep.Interval{From: from, To: to, Precision: sitrep.DayPrecision, Basis: sitrep.Resolved}
			e.Why = append(e.Why, sitrep.Reason{Field: "when", Rule: "extract/peace: the truce begins", Words: v.Tokens[g.token].Span, Score: 1})
		}
		return
	}
}

// dayOf is the one day that dates a verb; zero where none or a longer time does.
func (v *view) dayOf(verb int) sitrep.CivilDate {
	var clock sitrep.CivilDate // of a time of day, where no day is told
	for i := range v.Timexes {
		x := &v.Timexes[i]
		if x.Preposition == "since" || x.Preposition == "until" || x.Preposition == "till" || x.Preposition == "by" {
			continue
		}
		if !v.dates(x, verb) || x.Interval.From.Day == 0 || x.Interval.From != x.Interval.To {
			continue
		}
		if x.Type == sitrep.TimexDate {
			return x.Interval.From
		}
		clock = x.Interval.From
	}
	return clock
}

// midnight tells whether a verb is dated by a midnight, which belongs to the day before as well as to that after.
func (v *view) midnight(verb int) bool {
	for i := range v.Timexes {
		if x := &v.Timexes[i]; strings.HasSuffix(x.Value, "T24:00") && v.dates(x, verb) {
			return true
		}
	}
	return false
}

// ahead moves a weekday that was taken for the last one to the next where it dates what is still to be.
func (v *view) ahead(d sitrep.CivilDate, m mood) sitrep.CivilDate {
	now := v.Report.Day()
	if m == future && !d.IsZero() && d.First().Before(now.First()) && !d.AddDays(7).First().Before(now.First()) {
		return d.AddDays(7)
	}
	return d
}

// dates tells whether an expression belongs to a verb, or to a time that does ("midnight on Monday").
func (v *view) dates(x *sitrep.Timex, verb int) bool {
	g := x.Governor
	for steps := 0; steps < 3 && g >= 0; steps++ {
		if g == verb {
			return true
		}
		if !v.is(g, "obl", "nmod") {
			return false
		}
		g = v.Tokens[g].Head
	}
	return false
}

// last is the last day of a truce from its length; zero where no length is told.
func (v *view) last(t, verb int, from sitrep.CivilDate) sitrep.CivilDate {
	first, end := v.Tree.Extent(t)
	for i := range v.Timexes {
		x := &v.Timexes[i]
		if inside := x.First >= first && x.Last <= end; !inside && x.Governor != verb {
			continue
		}
		switch {
		case x.Type == sitrep.TimexDuration:
			if n := days(x.Value); n > 0 {
				return from.AddDays(n)
			}
		case (x.Preposition == "until" || x.Preposition == "till") && x.Interval.To.Day > 0:
			return x.Interval.To
		}
	}
	return sitrep.CivilDate{}
}

// days is the length of a duration of TIMEX3 in days, rounded up; 0 for months and more.
func days(value string) int {
	hours := strings.HasPrefix(value, "PT") && strings.HasSuffix(value, "H")
	n, err := strconv.Atoi(strings.Trim(value, "PTHDW"))
	switch {
	case err != nil || n <= 0 || n > 1000:
		return 0
	case hours:
		return (n + 23) / 24
	case strings.HasSuffix(value, "D"):
		return n
	case strings.HasSuffix(value, "W"):
		return 7 * n
	}
	return 0
}
