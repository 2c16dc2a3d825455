package timex

import (
	"sitrep"
	"sitrep/ground/date"
)

// op says what kind of time a meaning is.
type op uint8

const (
	noOp        op = iota
	dateOp         // a date of the calendar, as much of it as is told; or a weekday
	dayOp          // n days from the day it is seen from: today, yesterday
	unitOp         // the unit that is n from the present one: last week, this year
	shiftOp        // n units before or after: two weeks ago
	lengthOp       // a length of time: three days
	recentOp       // a length of time that ends or begins with the present: the past three days
	setOp          // what comes again: daily, every Monday
	referenceOp    // now, recently
	seasonOp       //
	quarterOp      //
	decadeOp       //
	centuryOp      //
	holidayOp      //
	overnightOp    // from the evening before to the morning
	clockOp        // a time of day, or a part of the day, of no told day
)

// meaning is what an expression says before it is placed on the calendar.
type meaning struct {
	op      op
	date    sitrep.CivilDate // Year is 0 where no year is told
	weekday int              // 0 (Sunday) to 6, -1 where none is told
	unit    date.Unit
	n       int
	vague   bool // n is not told: several
	half    bool // n and a half
	// pointed marks what says by itself on which side of the present it lies (last, this, next, ago): no tense is asked.
	pointed bool
	// story marks what is seen from the time that is told of, not from the day of publication.
	story  bool
	until  int    // the last day of the month, or the last year, of a range in one: May 3-5, 1950-53
	joined bool   // written with a hyphen: three-day
	many   bool   // Mondays, evenings
	mod    string // of TIMEX3
	name   string // of a season, a reference, a feast
	part   string // of the day, or a time of day with its T
}

func dated(d sitrep.CivilDate) meaning { return meaning{op: dateOp, date: d, weekday: -1} }

// known tells whether the meaning is a date or a time rather than a length or a set: what can follow "the end of".
func (m *meaning) known() bool {
	switch m.op {
	case noOp, lengthOp, setOp, clockOp, referenceOp:
		return false
	}
	return true
}
