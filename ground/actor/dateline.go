package actor

import (
	"strings"
	"unicode"

	"sitrep"
)

// afterDateline is the token behind the place from where the report was sent ("OLDTOWN, Freedonia — The army"), 0 where it names none. That place
// is no body that does anything, and part of nobody's name.
func (sc *scene) afterDateline() int {
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
