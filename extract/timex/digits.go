package timex

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/ground/date"
)

// classifyDigits reads words that begin with a digit: 12  1990s  '90s  21st  9:30  9am  0300  2011-03-11  30.04.2017  15MAY14.
func classifyDigits(form string) word {
	if strings.HasPrefix(form, "'") || strings.HasPrefix(form, "’") {
		return shortDecade(strings.TrimLeft(form, "'’"))
	}
	n := 0
	for n < len(form) && form[n] >= '0' && form[n] <= '9' {
		n++
	}
	if n > 9 {
		return word{}
	}
	v, _ := strconv.Atoi(form[:n])
	rest := strings.ToLower(form[n:])
	switch {
	case rest == "":
		return word{class: number | digits, n: v}
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		return word{class: ordinal | digits, n: v}
	case rest == "s" || rest == "'s" || rest == "’s":
		return wholeDecade(v)
	case rest == "am" || rest == "pm" || rest == "a.m." || rest == "p.m.":
		return word{class: clock, name: clockName(v, 0, rest)}
	case rest[0] == ':':
		return classifyClock(v, rest[1:])
	case strings.IndexByte("-./", rest[0]) >= 0:
		return classifyWhole(v, n, rest)
	case rest[0] == ',':
		return grouped(form)
	}
	return military(v, n, rest)
}

func grouped(form string) word {
	v, err := strconv.Atoi(strings.ReplaceAll(form, ",", ""))
	if err != nil {
		return word{}
	}
	return word{class: number, n: v}
}

func wholeDecade(v int) word {
	if v >= 1000 && v <= 2100 && v%10 == 0 {
		return word{class: decade, n: v}
	}
	return word{}
}

// shortDecade reads what follows the apostrophe of '90s.
func shortDecade(s string) word {
	if len(s) == 3 && s[2] == 's' && s[1] == '0' && s[0] >= '2' && s[0] <= '9' {
		return word{class: decade, n: 1900 + 10*int(s[0]-'0')}
	}
	return word{}
}

func classifyClock(hour int, rest string) word {
	minutes, after := rest, ""
	if len(rest) > 2 {
		minutes, after = rest[:2], rest[2:]
	}
	m, err := strconv.Atoi(minutes)
	if err != nil || hour > 24 || m > 59 || after != "" && vocabulary[after].class&meridiem == 0 && after[0] != ':' {
		return word{}
	}
	return word{class: clock, name: clockName(hour, m, after)}
}

// clockName is a time of day as TIMEX3 writes it.
func clockName(hour, minute int, meridiem string) string {
	if strings.HasPrefix(meridiem, "p") && hour < 12 {
		hour += 12
	} else if strings.HasPrefix(meridiem, "a") && hour == 12 {
		hour = 0
	}
	return fmt.Sprintf("T%02d:%02d", hour, minute)
}

// classifyWhole reads 2011-03-11, 30.04.2017 and 4/30/2017. Where the parts can be read in both orders, slashes are American and dots
// European.
func classifyWhole(first, width int, rest string) word {
	parts := strings.FieldsFunc(rest, func(r rune) bool { return r == '-' || r == '.' || r == '/' })
	if len(parts) != 2 || strings.Count(rest, rest[:1]) != 2 || strings.HasSuffix(rest, rest[:1]) {
		return word{}
	}
	b, err1 := strconv.Atoi(parts[0])
	c, err2 := strconv.Atoi(parts[1])
	if err1 != nil || err2 != nil || len(parts[0]) > 2 {
		return word{}
	}
	if width == 4 {
		return wholeDay(sitrep.CivilDate{Year: first, Month: b, Day: c})
	}
	if len(parts[1]) == 2 {
		c = fullYear(c)
	}
	dayFirst := sitrep.CivilDate{Year: c, Month: b, Day: first}
	monthFirst := sitrep.CivilDate{Year: c, Month: first, Day: b}
	if rest[0] == '/' && date.Real(monthFirst) || !date.Real(dayFirst) {
		return wholeDay(monthFirst)
	}
	return wholeDay(dayFirst)
}

func wholeDay(d sitrep.CivilDate) word {
	if d.Year < 1000 || d.Month == 0 || d.Day == 0 || !date.Real(d) {
		return word{}
	}
	return word{class: whole, day: d}
}

// fullYear reads a year of two digits: those up to 50 are of this century.
func fullYear(y int) int {
	if y <= 50 {
		return 2000 + y
	}
	return 1900 + y
}

// military reads the dates and date-time groups of soldiers: 15MAY14, 15May2014, 0300hrs, 151200ZMAY14.
func military(v, width int, rest string) word {
	if rest == "hrs" || rest == "hours" || rest == "h" && width == 4 || rest == "z" && width == 4 {
		if v/100 <= 24 && v%100 < 60 && width == 4 {
			return word{class: clock, name: clockName(v/100, v%100, "")}
		}
		return word{}
	}
	if width == 6 { // a date-time group: day, hour and minute before a letter for the zone
		v, rest = v/10000, rest[1:]
	}
	for cut := 3; cut <= len(rest) && cut <= 9; cut++ {
		m := vocabulary[rest[:cut]]
		y, err := strconv.Atoi(rest[cut:])
		if m.class&month == 0 || err != nil {
			continue
		}
		if len(rest)-cut == 2 {
			y = fullYear(y)
		}
		return wholeDay(sitrep.CivilDate{Year: y, Month: m.n, Day: v})
	}
	return word{}
}
