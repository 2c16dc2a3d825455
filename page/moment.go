package page

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"sitrep"
)

// moment is a time of publication; clock is false where only the day is told.
type moment struct {
	time  time.Time
	clock bool
}

func (m moment) isZero() bool { return m.time.IsZero() }

// published reads the time that the caller gives.
func (h Hints) published() (moment, error) {
	if strings.TrimSpace(h.Published) == "" {
		return moment{}, nil
	}
	m, ok := ParseTime(h.Published)
	if !ok {
		return m, fmt.Errorf("date of publication %q: want a day like 2016-04-12, or a time like 2016-04-12T09:30:00+02:00", h.Published)
	}
	return m, nil
}

// layouts are the forms of a time that machines write; those without a clock come last.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04-0700", "2006-01-02T15:04:05.999999999-0700",
	"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05-0700",
	"2006-01-02 15:04:05", "2006-01-02 15:04", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"Mon, 2 Jan 2006 15:04 -0700", "2 Jan 2006 15:04:05 -0700", time.RFC850, time.ANSIC, time.UnixDate, "20060102T150405Z0700", "20060102T150405",
	"20060102150405",
}

// ParseTime reads a time or a day in the forms of machines, and else as people write it; ok is false where no whole day is told.
func ParseTime(s string) (m moment, ok bool) {
	s = oneLine(s)
	if len(s) < 6 || len(s) > 100 {
		return m, false
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil && plausible(t.Year()) {
			return moment{t, true}, true
		}
	}
	return parsePlainTime(s)
}

// plausible tells whether news can be of a year. Earlier ones are years of birth and of machines that lost their clock.
func plausible(year int) bool { return year >= 1900 && year <= 2100 }

// parsePlainTime reads the first day that stands in a line as people write it, and a clock and zone beside it.
func parsePlainTime(s string) (moment, bool) {
	words := timeWords(s)
	for i := range words {
		d, n := dayAt(words, i)
		if n == 0 {
			continue
		}
		t := d.First()
		if h, min, zone, ok := clockIn(words, i, i+n); ok {
			return moment{time.Date(d.Year, time.Month(d.Month), d.Day, h, min, 0, 0, zone), true}, true
		}
		return moment{t, false}, true
	}
	return moment{}, false
}

// timeWords are the words of a line without the marks around them.
func timeWords(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == ',' || r == '|' || r == '(' || r == ')' || r == ';' || r == '·' || r == '•'
	})
	for i, w := range words {
		words[i] = strings.Trim(w, ".")
	}
	return words
}

var months = map[string]int{
	"jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7,
	"aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9, "oct": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}

// dayAt reads a whole day from word i on, and tells how many words it takes; 0 where there is none.
func dayAt(words []string, i int) (sitrep.CivilDate, int) {
	if d, ok := numericDay(words[i]); ok {
		return d, 1
	}
	if i+2 >= len(words) {
		return sitrep.CivilDate{}, 0
	}
	a, b, year := words[i], words[i+1], number(words[i+2])
	if len(words[i+2]) != 4 {
		year = 0
	}
	if m := months[strings.ToLower(a)]; m > 0 {
		return civil(year, m, ordinal(b))
	}
	if m := months[strings.ToLower(b)]; m > 0 {
		return civil(year, m, ordinal(a))
	}
	return sitrep.CivilDate{}, 0
}

func civil(year, month, day int) (sitrep.CivilDate, int) {
	d := sitrep.CivilDate{Year: year, Month: month, Day: day}
	if !isDay(d) {
		return sitrep.CivilDate{}, 0
	}
	return d, 3
}

func isDay(d sitrep.CivilDate) bool {
	return plausible(d.Year) && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// numericDay reads 2016-04-12, 2016/04/12, 20160412, 12.04.2016 and 12-04-2016. Of 04/12/2016 nobody knows which is the month: it is read
// only where one number can be no month.
func numericDay(w string) (sitrep.CivilDate, bool) {
	w, _, _ = strings.Cut(w, "T")
	if len(w) == 8 && number(w) > 19000000 {
		w = w[:4] + "-" + w[4:6] + "-" + w[6:]
	}
	for _, mark := range []string{"-", "/", "."} {
		p := strings.Split(w, mark)
		if len(p) != 3 || len(p[0]) > 4 || len(p[1]) > 2 || len(p[2]) > 4 {
			continue
		}
		a, b, c := number(p[0]), number(p[1]), number(p[2])
		d := sitrep.CivilDate{Year: c, Month: b, Day: a}
		switch {
		case len(p[0]) == 4:
			d = sitrep.CivilDate{Year: a, Month: b, Day: c}
		case mark == "/" && a <= 12 && b > 12:
			d = sitrep.CivilDate{Year: c, Month: a, Day: b}
		case mark == "/" && a <= 12 && b <= 12 && a != b:
			return sitrep.CivilDate{}, false
		}
		return d, isDay(d)
	}
	return sitrep.CivilDate{}, false
}

// number reads digits only; anything else is 0.
func number(s string) int {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func ordinal(s string) int {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, end)
	}
	return number(s)
}
