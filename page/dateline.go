package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
)

// mostDateline is how many bytes a dateline may have.
const mostDateline = 120

// dateline reads the line that a report begins with: "BEIRUT, March 3 (Reuters) —", "(Washington, DC) –", "KABUL:", or a place in
// capitals that runs straight into the first sentence. The date has no year where the line has none.
func dateline(text string) sitrep.Dateline {
	line, _, _ := strings.Cut(text, "\n")
	head := line
	if len(head) > mostDateline {
		head = head[:mostDateline]
	}
	if i := datelineEnd(head); i > 0 {
		if d, ok := readDateline(head[:i]); ok {
			return d
		}
	}
	return sitrep.Dateline{Place: barePlace(head)}
}

// datelineEnd finds the dash or colon that ends a dateline, -1 where there is none.
func datelineEnd(head string) int {
	best := -1
	for _, mark := range []string{"—", "–", " - ", " -- ", "):", " : "} {
		if i := strings.Index(head, mark); i > 0 && (best < 0 || i < best) {
			best = i
			if mark == "):" {
				best++
			}
		}
	}
	if i := strings.Index(head, ": "); i > 0 && (best < 0 || i < best) && strings.ToUpper(head[:i]) == head[:i] {
		best = i
	}
	return best
}

// readDateline reads the words before the dash: a place, a date, and an agency in brackets.
func readDateline(s string) (d sitrep.Dateline, ok bool) {
	s = strings.TrimSpace(s)
	marked := false
	if inside, isWhole := strings.CutPrefix(s, "("); isWhole && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1 && strings.Contains(s, ",") {
		s, marked = strings.TrimSuffix(inside, ")"), true
	}
	for {
		open := strings.LastIndexByte(s, '(')
		if open < 0 || !strings.HasSuffix(s, ")") {
			break
		}
		if date := dayWords(s[open+1 : len(s)-1]); date.Month > 0 {
			d.Date = date
		}
		s, marked = strings.TrimSpace(s[:open]), true
	}
	parts := strings.Split(s, ",")
	for len(parts) > 1 {
		date := dayWords(parts[len(parts)-1])
		if y := number(strings.TrimSpace(parts[len(parts)-1])); y > 1900 && len(parts) > 2 {
			if date = dayWords(parts[len(parts)-2] + " " + parts[len(parts)-1]); date.Month > 0 {
				parts = parts[:len(parts)-1]
			}
		}
		if date.Month == 0 {
			break
		}
		d.Date, parts, marked = date, parts[:len(parts)-1], true
	}
	d.Place = strings.Trim(strings.Join(parts, ","), " ,.")
	words := strings.Fields(d.Place)
	if len(words) == 0 || len(words) > 7 || !marked && !isCapitals(words[0], 3) {
		return sitrep.Dateline{}, false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !smallPlaceWords[w] {
			return sitrep.Dateline{}, false
		}
	}
	return d, true
}

var smallPlaceWords = map[string]bool{"de": true, "la": true, "el": true, "al": true, "of": true, "the": true, "and": true, "near": true, "on": true, "du": true, "des": true, "del": true, "da": true, "do": true}

// dayWords reads "March 3", "Nov. 21", "3 March" and the same with a year; zero for anything else.
func dayWords(s string) sitrep.CivilDate {
	words := timeWords(s)
	if len(words) > 0 && weekdays[strings.ToLower(words[0])] {
		words = words[1:]
	}
	if len(words) < 2 || len(words) > 3 {
		return sitrep.CivilDate{}
	}
	month, day := months[strings.ToLower(words[0])], ordinal(words[1])
	if month == 0 {
		month, day = months[strings.ToLower(words[1])], ordinal(words[0])
	}
	if month == 0 || day < 1 || day > 31 {
		return sitrep.CivilDate{}
	}
	year := 0
	if len(words) == 3 {
		if year = number(words[2]); !plausible(year) {
			return sitrep.CivilDate{}
		}
	}
	return sitrep.CivilDate{Year: year, Month: month, Day: day}
}

var weekdays = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thur": true, "thurs": true, "fri": true, "sat": true, "sun": true,
}

// acronyms are words in capitals that begin reports and are no places.
var acronyms = map[string]bool{
	"NATO": true, "UNICEF": true, "UNHCR": true, "OSCE": true, "OCHA": true, "ISIS": true, "ISIL": true, "OPEC": true, "ASEAN": true, "ECOWAS": true,
	"UNESCO": true, "UNRWA": true, "IAEA": true, "OPCW": true, "SANA": true, "IRNA": true, "UPDATE": true, "BREAKING": true, "URGENT": true, "FARC": true,
	"MONUSCO": true, "UNIFIL": true, "UNAMA": true, "AMISOM": true, "UNMISS": true, "MINUSMA": true, "HAMAS": true, "HEZBOLLAH": true, "CORRECTED": true,
	"EXCLUSIVE": true, "ANALYSIS": true, "FACTBOX": true, "TIMELINE": true, "SOURCE": true, "WATCH": true,
}

// barePlace is a place in capitals before a sentence that begins right after it: "LISBON The army", "LISBON, Portugal The army".
func barePlace(head string) string {
	words := strings.Fields(head)
	n := 0
	for n < len(words) && n < 4 && isCapitals(strings.TrimRight(words[n], ","), 4-min(n, 1)) && !strings.Contains(words[n], ".") {
		n++
		if strings.HasSuffix(words[n-1], ",") {
			break
		}
	}
	if n == 0 || acronyms[words[0]] || n+1 >= len(words) {
		return ""
	}
	if strings.HasSuffix(words[n-1], ",") && startsUpper(words[n]) {
		n++
	}
	if !startsUpper(words[n]) || isCapitals(words[n], 4) || strings.IndexFunc(strings.Join(words[n:], " "), unicode.IsLower) < 0 {
		return ""
	}
	return strings.Trim(strings.Join(words[:n], " "), ",.")
}

// isCapitals tells whether a word has at least so many letters, all of them capitals.
func isCapitals(w string, least int) bool {
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
	}
	return letters >= least
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'“‘(`))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
