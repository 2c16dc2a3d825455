package place

import (
	"strings"

	"sitrep/gazetteer"
)

// sift leaves out what only looks like a name of a place: a point of the compass, an armed group, an abbreviation; and reads names that lost an
// apostrophe.
func (f *finder) sift() {
	known := map[string]bool{}
	for i := range f.names {
		known[f.names[i].text] = true
	}
	var kept []name
	for _, n := range f.names {
		f.mendPossessive(&n, known)
		if short := strings.ToLower(n.text); n.Last == n.First+1 && compass[short] != "" && capital(n.text) {
			half := f.halfOfCountry(n.text, known)
			if half == nil {
				continue
			}
			n.known = half
		}
		if f.groups[gazetteer.Fold(n.text)] && !f.located(n.First) || f.isAbbreviation(&n) {
			continue
		}
		kept = append(kept, n)
	}
	f.names = kept
}

// mendPossessive takes the "s" off a name in a text that lost its apostrophes: "Syrias war". Only a country, or a name that the text also has
// without it, is mended.
func (f *finder) mendPossessive(n *name, known map[string]bool) {
	base, ok := strings.CutSuffix(n.text, "s")
	if !ok || n.demonym || len(base) < 4 || f.isCountry(n.text) {
		return
	}
	if known[base] || f.isCountry(base) {
		n.text, n.End = base, n.End-1
	}
}

// halfOfCountry is the country that a point of the compass stands for, "the North" in a report that names North Korea; nil for none.
func (f *finder) halfOfCountry(point string, known map[string]bool) *gazetteer.Place {
	for i := range f.names {
		text := f.names[i].text
		if strings.HasPrefix(text, point+" ") && f.isCountry(text) && known[text] {
			return f.countryNamed(text)
		}
	}
	if other := opposite[point]; other != "" {
		for i := range f.names {
			if rest, ok := strings.CutPrefix(f.names[i].text, other+" "); ok && f.isCountry(other+" "+rest) && f.isCountry(point+" "+rest) {
				return f.countryNamed(point + " " + rest)
			}
		}
	}
	return nil
}

var opposite = map[string]string{"North": "South", "South": "North"}

func (f *finder) countryNamed(text string) *gazetteer.Place {
	for _, p := range f.places.Find(text) {
		return &p
	}
	return nil
}

// isAbbreviation tells whether capitals abbreviate something that is no place: those of a place stand in a place line ("SEOUL (Agency)"), or before a
// comma at the start of a paragraph.
func (f *finder) isAbbreviation(n *name) bool {
	if n.Last != n.First+1 || len(n.text) < 2 || len(n.text) > 5 || strings.ToUpper(n.text) != n.text || strings.Contains(n.text, ".") {
		return false
	}
	if _, ok := f.short[n.text]; ok || f.isCountry(n.text) {
		return false
	}
	if _, ok := f.postal[n.text]; ok && f.follows(n.First, ",") {
		return false
	}
	return !f.inPlaceLine(n)
}

// inPlaceLine tells whether a name opens a sentence or stands before the bracket or dash of a place line.
func (f *finder) inPlaceLine(n *name) bool {
	s := f.story.Sentences[f.story.Tree.Sentence(n.First)]
	if n.First-s.First < 2 {
		return true
	}
	return n.Last < len(f.story.Tokens) && placeLineMarks[f.story.Tokens[n.Last].Reading()]
}

var placeLineMarks = set("(", "—", "–", "-", "--", "/", ",")
