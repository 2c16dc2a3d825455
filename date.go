package sitrep

import (
	"fmt"
	"time"
)

// CivilDate is a day, or a month (Day is 0), or a year (Month is 0 too); the zero CivilDate says nothing.
type CivilDate struct {
	Year, Month, Day int
}

// CivilDateOf is the day of a time, in its zone.
func CivilDateOf(t time.Time) CivilDate { return CivilDate{t.Year(), int(t.Month()), t.Day()} }

// ParseCivilDate reads YYYY, YYYY-MM or YYYY-MM-DD.
func ParseCivilDate(s string) (CivilDate, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if len(s) != len(layout) {
			continue
		}
		t, err := time.Parse(layout, s)
		if err != nil {
			break
		}
		d := CivilDateOf(t)
		if len(s) < len("2006-01-02") {
			d.Day = 0
		}
		if len(s) < len("2006-01") {
			d.Month = 0
		}
		return d, nil
	}
	return CivilDate{}, fmt.Errorf("date %q: want YYYY-MM-DD, YYYY-MM or YYYY", s)
}

// IsZero tells whether the date says nothing.
func (d CivilDate) IsZero() bool { return d == CivilDate{} }

// String is the date in the form that ParseCivilDate reads, empty for the zero CivilDate.
func (d CivilDate) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case d.Year >= 0 && d.Year <= 9999 && d.Month > 0 && d.Month <= 99 && d.Day > 0 && d.Day <= 99: // the same in a fifth of the time: a timeline has thousands of days
		return string([]byte{digit(d.Year / 1000), digit(d.Year / 100), digit(d.Year / 10), digit(d.Year), '-', digit(d.Month / 10), digit(d.Month), '-', digit(d.Day / 10), digit(d.Day)})
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// digit is the last digit of a number.
func digit(n int) byte { return '0' + byte(n%10) }

// First is the first day of the date, at midnight UTC.
func (d CivilDate) First() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Last is the last day of the date, at midnight UTC.
func (d CivilDate) Last() time.Time {
	switch {
	case d.Month == 0:
		return time.Date(d.Year, 12, 31, 0, 0, 0, 0, time.UTC)
	case d.Day == 0:
		return time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC)
	}
	return d.First()
}

// AddDays is the day n days after the first day of d.
func (d CivilDate) AddDays(n int) CivilDate { return CivilDateOf(d.First().AddDate(0, 0, n)) }

// Weekday is the weekday of the first day of d.
func (d CivilDate) Weekday() time.Weekday { return d.First().Weekday() }

// Covers tells whether o lies inside d: the day in its month, the month in its year.
func (d CivilDate) Covers(o CivilDate) bool {
	return !d.IsZero() && !o.IsZero() && !o.First().Before(d.First()) && !o.Last().After(d.Last())
}

// Interval is when something happened: from the first to the last day. A zero From or To is one that the report does not tell; what still goes on has no To.
type Interval struct {
	From, To  CivilDate
	Precision DatePrecision
	Basis     Basis
}

// IsZero tells whether nothing is known of the time.
func (i Interval) IsZero() bool { return i.From.IsZero() && i.To.IsZero() }

// Words is the time of something of a status in words: what is assumed says so.
func (i Interval) Words(status Status) string {
	from, to := i.From.String(), i.To.String()
	s := from + " to " + to
	switch {
	case from == "" && to == "":
		return "time not told"
	case from == to:
		s = from
	case to == "" && status == Planned:
		s = "from " + from
	case to == "":
		s = "since " + from
	case from == "":
		s = "until " + to
	}
	if i.Basis == Assumed {
		s += " (assumed)"
	}
	return s
}

// DatePrecision says how finely a time is told.
type DatePrecision string

// The precisions of a time.
const (
	DayPrecision    DatePrecision = "day"
	DaysPrecision   DatePrecision = "days" // two to six
	WeekPrecision   DatePrecision = "week" // to ten: a third of a month too
	MonthPrecision  DatePrecision = "month"
	SeasonPrecision DatePrecision = "season" // to three months
	YearPrecision   DatePrecision = "year"
	MorePrecision   DatePrecision = "more"
)

// PrecisionOf says how finely two days bound a time, by how many days lie in it. A third of a month counts as a week, three months as a season. What has no end is as fine as
// its beginning.
func PrecisionOf(from, to CivilDate) DatePrecision {
	if from.IsZero() {
		from = to
	}
	if to.IsZero() {
		to = from
	}
	if from.IsZero() {
		return ""
	}
	switch n := int(to.Last().Sub(from.First()).Hours()/24) + 1; {
	case n <= 1:
		return DayPrecision
	case n <= 6:
		return DaysPrecision
	case n <= 10:
		return WeekPrecision
	case n <= 31:
		return MonthPrecision
	case n <= 92:
		return SeasonPrecision
	case n <= 366:
		return YearPrecision
	}
	return MorePrecision
}

// Basis says what a time rests on.
type Basis string

// The bases of a time.
const (
	Told     Basis = "told"     // a date as the calendar has it
	Resolved Basis = "resolved" // a relative word ("on Wednesday"), resolved against the day of publication
	Assumed  Basis = "assumed"  // no word tells it
)
