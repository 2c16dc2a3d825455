package timex

import (
	"fmt"
	"strconv"

	"sitrep/ground/date"
)

// letters are the units in the durations of TIMEX3; those of the clock stand after a T.
var letters = [date.Millennium + 1]string{date.Second: "S", date.Minute: "M", date.Hour: "H", date.Day: "D", date.Weekend: "W", date.Week: "W",
	date.Fortnight: "W", date.Month: "M", date.Quarter: "Q", date.Season: "M", date.Year: "Y", date.Decade: "E", date.Century: "C", date.Millennium: "L"}

// lengthValue is a length of time as TIMEX3 writes it: P3D, PT24H, PXY.
func lengthValue(m meaning) string {
	u, n := m.unit, m.n
	if n < 0 {
		n = -n
	}
	if u == date.Fortnight {
		n *= 2
	}
	count := strconv.Itoa(n)
	if m.vague && n <= 1 {
		count = "X"
	}
	if m.half {
		return halfValue(u, n)
	}
	// Decades and centuries of a known number are told in years, as annotators do.
	if u == date.Decade && count != "X" {
		u, count = date.Year, strconv.Itoa(10*n)
	} else if u == date.Century && count != "X" {
		u, count = date.Year, strconv.Itoa(100*n)
	}
	return durationPrefix(u) + count + letters[u]
}

func durationPrefix(u date.Unit) string {
	if u < date.Day {
		return "PT"
	}
	return "P"
}

func halfValue(u date.Unit, n int) string {
	switch u {
	case date.Minute:
		return fmt.Sprintf("PT%dM30S", n)
	case date.Hour:
		return fmt.Sprintf("PT%dH30M", n)
	case date.Year:
		return fmt.Sprintf("P%dY6M", n)
	}
	return fmt.Sprintf("%s%d.5%s", durationPrefix(u), n, letters[u])
}

// setValue is what comes again as TIMEX3 writes it: P1D, XXXX-WXX-1, XXXX-WXX-2TNI.
func setValue(m meaning) string {
	switch {
	case m.unit != date.NoUnit:
		if m.part != "" {
			return "XXXX-XX-XX"
		}
		return lengthValue(m)
	case m.name != "":
		return "XXXX-" + m.name
	case m.date.Month > 0:
		return fmt.Sprintf("XXXX-%02d", m.date.Month)
	}
	return weekdayName(m) + m.part
}

// weekdayName is a weekday of no known week.
func weekdayName(m meaning) string {
	w := m.weekday
	if w == 0 {
		w = 7
	}
	return "XXXX-WXX-" + strconv.Itoa(w)
}
