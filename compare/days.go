package compare

import (
	"sitrep"
)

// days are the days from the first to the last, counted from the beginning of Unix time.
type days struct{ first, last int }

// long is how many days something may last to be one event that can be paired.
const long = 62

// daysOf are the days of an interval; false where none is known.
func daysOf(from, to sitrep.CivilDate) (days, bool) {
	if from.IsZero() {
		from = to
	}
	if to.IsZero() {
		to = from
	}
	if from.IsZero() {
		return days{}, false
	}
	d := days{number(from.First().Unix()), number(to.Last().Unix())}
	d.last = max(d.last, d.first)
	return d, true
}

// number is the day of a second.
func number(seconds int64) int {
	const day = 24 * 60 * 60
	n := seconds / day
	if seconds%day < 0 {
		n--
	}
	return int(n)
}

// apart is how many days lie between; 0 where they share one.
func (d days) apart(o days) int { return max(0, d.first-o.last, o.first-d.last) }

func (d days) length() int { return d.last - d.first + 1 }

func (d days) has(n int) bool { return d.first <= n && n <= d.last }
