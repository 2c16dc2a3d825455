package actor

import (
	"slices"
	"strings"
	"unicode"

	"sitrep"
)

// afterDateline is the token behind the place from where the report was sent ("OLDTOWN, Freedonia — The army"), 0 where it names none. That place
// is no body that does anything, and part of nobody's name.
func (sc *scene) afterDateline() int {
	if end := sc.afterOutlet(); end > 0 {
		return end
	}
	if len(sc.low) == 0 || !upper(sc.token(0).Form) {
		return 0
	}
	end := sc.placeEnd(0)
	for end+1 < len(sc.low) && (sc.low[end] == "," || sc.low[end] == "/") && sc.placeEnd(end+1) > 0 {
		end = sc.placeEnd(end + 1)
	}
	if end == 0 && len(sc.low) > 2 && sc.low[1] == "," {
		end = sc.placeEnd(2) // a town that no list has
	}
	if end >= len(sc.low) || !begins(sc.token(end).Form) && !sc.dated(end) {
		return 0
	}
	return end
}

// afterOutlet is the token behind the outlet that opens a report, with places and days before it at most ("4 May 2016 Dorel Radio The army …"), 0 where none does.
func (sc *scene) afterOutlet() int {
	outlet := strings.Fields(strings.ToLower(sc.Report.Outlet))
	if len(outlet) == 0 {
		return 0
	}
	for i := 0; i+len(outlet) < len(sc.low); {
		if slices.Equal(sc.low[i:i+len(outlet)], outlet) {
			if end := i + len(outlet); begins(sc.token(end).Form) {
				return end
			}
			return 0
		}
		next := sc.placeEnd(i)
		if n := sc.named[i]; n >= 0 && sc.Names[n].Label == sitrep.Date {
			next = sc.Names[n].Last
		}
		if next <= i && sc.token(i).UPOS == "PUNCT" {
			next = i + 1
		}
		if next <= i {
			return 0
		}
		i = next
	}
	return 0
}

// dated tells whether a comma and a day stand behind a place: "OLDTOWN, May 4 — The army".
func (sc *scene) dated(comma int) bool {
	if comma+1 >= len(sc.low) || sc.low[comma] != "," {
		return false
	}
	n := sc.named[comma+1]
	return n >= 0 && sc.Names[n].Label == sitrep.Date
}

// placeEnd is where the place or the state ends that begins at a token, 0 where none does.
func (sc *scene) placeEnd(i int) int {
	if t := sc.places[i]; t != nil {
		return t.Last
	}
	if m, ok := sc.index.matchAt(sc.Doc, sc.low, i); ok && m.kind == countryName {
		return m.last
	}
	return 0
}

// upper tells whether a word is written in capitals, and is no acronym.
func upper(form string) bool { return len(form) > 3 && form == strings.ToUpper(form) }

// begins tells whether a sentence may begin with a word, or a mark stand before it, where all before was in capitals.
func begins(form string) bool {
	r := []rune(form)[0]
	return unicode.IsUpper(r) && !upper(strings.TrimSuffix(form, "’S")) || form == "(" || strings.Trim(form, "-–—") == "" || unicode.IsDigit(r) || strings.ContainsRune("\"“‘'", r)
}
