package timex

import (
	"time"

	"sitrep"
	"sitrep/ground/date"
)

// dated resolves a date of the calendar.
func (r *resolver) dated(m meaning, t tense) sitrep.Timex {
	d := m.date
	switch {
	case m.unit == date.Week && d.Month > 0:
		return r.weekOf(r.withYear(d, t))
	case d.Year > 0:
		return on(d, sitrep.Told)
	case d.Month == 0 && m.weekday >= 0:
		return r.weekdayOf(m, t)
	case d.Month == 0:
		return nowhere("")
	case m.pointed && m.unit == date.Year:
		return r.inYear(d, m.n)
	case m.pointed && d.Day == 0:
		return r.pointedMonth(d, m)
	}
	d = r.withYear(d, t)
	if d.Year == 0 {
		return nowhere("XXXX" + d.String()[4:])
	}
	return on(agreeing(d, m.weekday), sitrep.Resolved)
}

// agreeing moves a day to the year before or after where that makes its weekday the one that is told with it.
func agreeing(d sitrep.CivilDate, weekday int) sitrep.CivilDate {
	if weekday < 0 || d.Day == 0 || int(d.Weekday()) == weekday {
		return d
	}
	for _, shift := range []int{-1, 1} {
		if o := (sitrep.CivilDate{Year: d.Year + shift, Month: d.Month, Day: d.Day}); date.Real(o) && int(o.Weekday()) == weekday {
			return o
		}
	}
	return d
}

// soon is how many days ahead a day of a month still means the coming one, whatever the tense: nobody writes of a day eleven months ago
// without its year. Nor does anybody write so of one that comes nine months after it was last: lately bounds how long ago it was.
const (
	soon   = 60
	lately = 90
)

func (r *resolver) weekOf(d sitrep.CivilDate) sitrep.Timex {
	if d.Year == 0 || d.Day == 0 {
		return nowhere("")
	}
	from, to := date.WeekOf(d)
	return dateTimex(date.WeekName(d), from, to, sitrep.Told)
}

// inYear resolves "May last year".
func (r *resolver) inYear(d sitrep.CivilDate, shift int) sitrep.Timex {
	if r.day.IsZero() {
		return nowhere("XXXX" + d.String()[4:])
	}
	d.Year = r.day.Year + shift
	return on(d, sitrep.Resolved)
}

// withYear gives a date without a year the one that its tense wants: the last such date before publication, or the next after it; and the
// nearest where no tense tells. It stays without one where the day of publication is not known.
func (r *resolver) withYear(d sitrep.CivilDate, t tense) sitrep.CivilDate {
	if d.Year > 0 {
		return d
	}
	if r.day.IsZero() {
		if r.story.Year == 0 {
			return d
		}
		d.Year = r.story.Year
		return d
	}
	d.Year = r.day.Year
	ahead := date.DaysBetween(r.day, d)
	switch {
	case d.Day > 0 && -lately <= ahead && ahead <= soon:
	case t == past && date.Before(r.day, d):
		d.Year--
	case t == future && date.Before(d, r.day):
		d.Year++
	case t == anyTense:
		d.Year += nearest(d, r.day)
	}
	if d.Day == 29 && d.Month == 2 && !date.Real(d) {
		d.Year -= d.Year % 4
	}
	return d
}

// nearest is which of three years brings a date nearest to a day: the one before, the same, or the next. A month alone is told of the past
// more often.
func nearest(d, day sitrep.CivilDate) int {
	n := date.DaysBetween(day, d)
	ahead := 183
	if d.Day == 0 {
		ahead = 100
	}
	switch {
	case n > ahead:
		return -1
	case n < ahead-365:
		return 1
	}
	return 0
}

// pointedMonth resolves "last May", "this April", "next June".
func (r *resolver) pointedMonth(d sitrep.CivilDate, m meaning) sitrep.Timex {
	b := r.base(m)
	if b.IsZero() {
		return nowhere("XXXX" + d.String()[4:])
	}
	d.Year = b.Year
	if m.n < 0 && d.Month >= b.Month && b.Month > 0 {
		d.Year--
	} else if m.n > 0 && d.Month <= b.Month {
		d.Year++
	}
	return on(d, sitrep.Resolved)
}

// weekdayOf resolves a weekday: the last such day on or before publication, or the next one where the verb is in the future.
func (r *resolver) weekdayOf(m meaning, t tense) sitrep.Timex {
	b := r.base(m)
	if b.Day == 0 {
		b = r.day
	}
	w := time.Weekday(m.weekday)
	if b.Day == 0 {
		return nowhere(weekdayName(m))
	}
	var d sitrep.CivilDate
	switch {
	case m.unit == date.Week:
		monday, _ := date.WeekOf(b.AddDays(7 * m.n))
		d = date.OnOrAfter(monday, w)
	case m.pointed && m.n > 0:
		d = date.OnOrAfter(b.AddDays(1), w)
	case m.pointed && m.n < 0:
		d = date.OnOrBefore(b.AddDays(-1), w)
	case t == future:
		d = date.OnOrAfter(b, w)
	default:
		d = date.OnOrBefore(b, w)
	}
	return on(d, sitrep.Resolved)
}
