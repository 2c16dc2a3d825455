package timex

import (
	"sitrep"
	"sitrep/ground/date"
)

// resolver places meanings on the calendar, in the order of the text.
type resolver struct {
	day   sitrep.CivilDate // of publication, zero where it is not known
	story sitrep.CivilDate // the last time told, from which "the next day" counts
	// quarter is the last quarter of a year told, counted as by date.Quarters, 0 for none: business reports compare "a year ago" with it.
	quarter int
}

// resolve gives the value of an expression and the days it stands for. Tense is that of the verb it belongs to.
func (r *resolver) resolve(m meaning, t tense) sitrep.Timex {
	var x sitrep.Timex
	switch m.op {
	case dateOp:
		x = r.dated(m, t)
	case dayOp:
		x = r.dayOf(m)
	case unitOp:
		x = r.unitOf(m, t)
	case shiftOp:
		x = r.shifted(m)
	case lengthOp:
		x = sitrep.Timex{Type: sitrep.TimexDuration, Value: lengthValue(m)}
	case recentOp:
		x = r.recent(m)
	case setOp:
		x = sitrep.Timex{Type: sitrep.TimexSet, Value: setValue(m)}
	case referenceOp:
		x = sitrep.Timex{Type: sitrep.TimexDate, Value: m.name}
	case overnightOp:
		x = r.overnight()
	case clockOp:
		x = r.clocked(m)
	default:
		x = r.period(m, t)
	}
	if m.until > 0 && !x.Interval.IsZero() {
		x.Interval = rangeTo(x.Interval, m.until)
	}
	x.Mod = m.mod
	if m.part != "" && x.Type == sitrep.TimexDate {
		x.Type = sitrep.TimexTime
		x.Value += m.part
	}
	return x
}

// rangeTo ends an interval at a later day of its month, or at a later year.
func rangeTo(i sitrep.Interval, until int) sitrep.Interval {
	to := i.From
	if to.Day > 0 {
		to.Day = until
	} else {
		to.Year = until
	}
	if !date.Real(to) {
		return i
	}
	w := date.Span(i.From, to)
	w.Basis = i.Basis
	return w
}

func dateTimex(value string, from, to sitrep.CivilDate, basis sitrep.Basis) sitrep.Timex {
	i := date.Span(from, to)
	i.Basis = basis
	return sitrep.Timex{Type: sitrep.TimexDate, Value: value, Interval: i}
}

func on(d sitrep.CivilDate, basis sitrep.Basis) sitrep.Timex {
	return dateTimex(d.String(), d, d, basis)
}

// nowhere is a date that cannot be placed, with what is known of its value.
func nowhere(value string) sitrep.Timex {
	return sitrep.Timex{Type: sitrep.TimexDate, Value: value}
}

// base is the day that a meaning is seen from: the time told of, where the meaning says so and one is known, or the day of publication.
func (r *resolver) base(m meaning) sitrep.CivilDate {
	if m.story && !r.story.IsZero() {
		return r.story
	}
	return r.day
}

// dayOf resolves "yesterday", "tonight", "that day", "this morning".
func (r *resolver) dayOf(m meaning) sitrep.Timex {
	b := r.base(m)
	if b.Day == 0 {
		return nowhere("XXXX-XX-XX")
	}
	d := b.AddDays(m.n)
	if m.part != "" && m.story && m.n > 0 && m.part != "TMO" {
		return on(d, sitrep.Resolved)
	}
	return on(d, sitrep.Resolved)
}

// overnight runs from the evening before publication to the morning.
func (r *resolver) overnight() sitrep.Timex {
	if r.day.IsZero() {
		return sitrep.Timex{Type: sitrep.TimexTime, Value: "XXXX-XX-XXTNI"}
	}
	eve := r.day.AddDays(-1)
	x := dateTimex(eve.String()+"TNI", eve, r.day, sitrep.Resolved)
	x.Type = sitrep.TimexTime
	return x
}

// clocked resolves a time of day on the day that is told of.
func (r *resolver) clocked(m meaning) sitrep.Timex {
	d := r.story
	if d.Day == 0 {
		d = r.day
	}
	if d.IsZero() {
		return nowhere("XXXX-XX-XX")
	}
	return on(d, sitrep.Resolved)
}
