package timex

import (
	"fmt"

	"sitrep"
	"sitrep/ground/date"
)

// unitOf resolves "last week", "this month", "the following year", "the weekend".
func (r *resolver) unitOf(m meaning, t tense) sitrep.Timex {
	b := r.base(m)
	if b.IsZero() {
		return nowhere("")
	}
	d := date.Add(b, m.n, m.unit)
	if d.IsZero() {
		return nowhere("")
	}
	switch m.unit {
	case date.Week, date.Fortnight:
		return r.week(d, m, t)
	case date.Weekend:
		return r.weekend(d, m, t)
	case date.Month:
		return on(date.MonthOf(d), sitrep.Resolved)
	case date.Quarter:
		if r.quarter > 0 && m.n == 0 {
			return quarter(r.quarter)
		}
		return quarter(date.Quarters(d))
	case date.Year:
		return on(date.YearOf(d), sitrep.Resolved)
	case date.Decade:
		return decadeTimex(d.Year, "")
	case date.Century:
		return century(d.Year / 100)
	}
	return nowhere("")
}

// week resolves "this week" to what of it has passed, or is to come, by the tense.
func (r *resolver) week(d sitrep.CivilDate, m meaning, t tense) sitrep.Timex {
	if d.Day == 0 {
		return nowhere("")
	}
	from, to := date.WeekOf(d)
	if m.n == 0 && !m.story {
		if t == future {
			from = d
		} else if m.mod == "" || m.mod == "START" {
			to = d
		}
	}
	return dateTimex(date.WeekName(d), from, to, sitrep.Resolved)
}

// weekend resolves "the weekend", which is the last one unless the verb is in the future; "this weekend" said on a Monday is too.
func (r *resolver) weekend(d sitrep.CivilDate, m meaning, t tense) sitrep.Timex {
	if d.Day == 0 {
		return nowhere("")
	}
	from, to := date.WeekendOf(d)
	if m.n == 0 && t != future && date.Before(d, from) {
		from, to = from.AddDays(-7), to.AddDays(-7)
	}
	return dateTimex(date.WeekName(from)+"-WE", from, to, sitrep.Resolved)
}

// shifted resolves "two weeks ago", "a year earlier". What is told in weeks is exact to the week only, and its day is the likeliest one.
func (r *resolver) shifted(m meaning) sitrep.Timex {
	if m.vague && m.n == 0 {
		if m.story {
			return sitrep.Timex{Type: sitrep.TimexDate, Value: "PAST_REF"}
		}
		return nowhere("PAST_REF")
	}
	if r.ofQuarter(m) {
		return quarter(r.quarter - 4)
	}
	b := r.base(m)
	if m.unit < date.Day || b.IsZero() {
		return sitrep.Timex{Type: sitrep.TimexDuration, Value: lengthValue(m)}
	}
	d := date.Add(b, m.n, m.unit)
	if m.half && m.unit == date.Year {
		d = date.Add(d, sign(m.n)*6, date.Month)
	}
	if d.IsZero() {
		return nowhere("PAST_REF")
	}
	return shiftTimex(m, d)
}

// ofQuarter tells whether "a year ago" is meant of the quarter that a business report is about.
func (r *resolver) ofQuarter(m meaning) bool {
	return r.quarter > 0 && m.unit == date.Year && m.n == -1 && !m.half
}

func shiftTimex(m meaning, d sitrep.CivilDate) sitrep.Timex {
	switch {
	case m.unit >= date.Year:
		return on(date.YearOf(d), sitrep.Resolved)
	case m.unit >= date.Month:
		return on(date.MonthOf(d), sitrep.Resolved)
	case m.unit >= date.Week && d.Day > 0:
		return dateTimex(date.WeekName(d), d, d, sitrep.Resolved)
	}
	return on(d, sitrep.Resolved)
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// recent resolves "the past three days": a length of time, with the days up to publication, told no finer than its unit.
func (r *resolver) recent(m meaning) sitrep.Timex {
	x := sitrep.Timex{Type: sitrep.TimexDuration, Value: lengthValue(m)}
	b := r.base(m)
	if b.Day == 0 || m.vague && m.n*m.n <= 1 {
		return x
	}
	other := date.Add(b, m.n, m.unit)
	switch {
	case m.unit < date.Day:
		other = b.AddDays(m.n / 24)
	case m.unit >= date.Year:
		other = date.YearOf(other)
	case m.unit >= date.Month:
		other = date.MonthOf(other)
	}
	if other.IsZero() {
		return x
	}
	from, to := other, b
	if m.n > 0 {
		from, to = b, other
	}
	x.Interval = date.Span(from, to)
	x.Interval.Basis = sitrep.Resolved
	return x
}

// period resolves seasons, quarters, decades, centuries and feasts.
func (r *resolver) period(m meaning, t tense) sitrep.Timex {
	switch m.op {
	case seasonOp:
		return r.season(m, t)
	case quarterOp:
		return r.quarterOf(m, t)
	case decadeOp:
		return decadeTimex(m.n, m.mod)
	case centuryOp:
		return century(m.n)
	case holidayOp:
		return r.feast(m, t)
	}
	return nowhere("")
}

func (r *resolver) season(m meaning, t tense) sitrep.Timex {
	y, basis := m.date.Year, sitrep.Told
	if y == 0 {
		if r.day.IsZero() {
			return nowhere("XXXX-" + m.name)
		}
		y, basis = r.seasonYear(m, t), sitrep.Resolved
	}
	from, to := date.SeasonOf(y, m.name)
	return dateTimex(fmt.Sprintf("%04d-%s", y, m.name), from, to, basis)
}

// seasonYear is the year of a season without one: the last that has begun, or the next that has not ended.
func (r *resolver) seasonYear(m meaning, t tense) int {
	y := r.day.Year
	if m.unit == date.Year {
		return y + m.n
	}
	from, to := date.SeasonOf(y, m.name)
	switch {
	case m.pointed && m.n < 0 && !date.Before(to, r.day):
		return y - 1
	case m.pointed && m.n > 0 && !date.Before(r.day, from), t == future && date.Before(to, r.day) && !m.pointed:
		return y + 1
	case !m.pointed && t != future && date.Before(r.day, from):
		return y - 1
	}
	return y
}

func (r *resolver) quarterOf(m meaning, t tense) sitrep.Timex {
	y := m.date.Year
	if y == 0 {
		if r.day.IsZero() {
			return nowhere("XXXX-Q" + fmt.Sprint(m.n))
		}
		y = r.day.Year
		if m.unit == date.Year {
			y += m.weekday
		} else if from, _ := date.QuarterOf(y, m.n); t == past && date.Before(r.day, from) {
			y--
		}
	}
	return quarter(y*4 + m.n - 1)
}

func quarter(n int) sitrep.Timex {
	from, to := date.QuarterOf(n/4, n%4+1)
	return dateTimex(date.QuarterName(n), from, to, sitrep.Resolved)
}

func decadeTimex(year int, mod string) sitrep.Timex {
	from, to := date.PartOfDecade(year, mod)
	return dateTimex(fmt.Sprintf("%03d", year/10), from, to, sitrep.Told)
}

func century(n int) sitrep.Timex {
	return dateTimex(fmt.Sprintf("%02d", n), yearOf(n*100), yearOf(n*100+99), sitrep.Told)
}

// feast resolves a feast without a year to the last one, the next one, or the nearest, by the tense.
func (r *resolver) feast(m meaning, t tense) sitrep.Timex {
	if m.date.Year > 0 {
		d, _ := date.Holiday(m.name, m.date.Year)
		return on(d, sitrep.Told)
	}
	if r.day.IsZero() {
		return nowhere("")
	}
	d, _ := date.Holiday(m.name, r.day.Year)
	n := date.DaysBetween(r.day, d)
	if shift := 0; t == past && n > 0 || m.pointed && m.n < 0 && n >= 0 || t == anyTense && n > 183 {
		shift = -1
		d, _ = date.Holiday(m.name, r.day.Year+shift)
	} else if t == future && n < 0 || m.pointed && m.n > 0 && n <= 0 || t == anyTense && n < -183 {
		d, _ = date.Holiday(m.name, r.day.Year+1)
	}
	return on(d, sitrep.Resolved)
}
