package privacy

import (
	"regexp"
	"slices"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
)

// text is one of the texts of a report, the body or the title, with its words.
type text struct {
	string
	words []word
	taken []sitrep.Span // names of places, bodies and things: no person is looked for in them
}

// naming is words that name a person: words[first:last] of a text.
type naming struct {
	in          *text
	first, last int
}

func (n naming) words() []word { return n.in.words[n.first:n.last] }

// written is the name as it stands there, its line ends and runs of blanks one blank.
func (n naming) written() string {
	w := n.words()
	return strings.Join(strings.Fields(strings.ReplaceAll(n.in.string[w[0].Start:w[len(w)-1].End], "-\n", "")), " ")
}

// notNames are words with a capital that begin no name.
var notNames = set("the", "a", "an", "on", "in", "at", "and", "but", "he", "she", "they", "we", "it", "i", "his", "her", "their", "its", "our", "my", "this", "that", "these", "those", "when", "after", "before", "as", "while",
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april", "june", "july", "august", "september", "october", "november", "december", "for", "from", "by", "with",
	"if", "also", "who", "where", "what", "among", "one", "two", "three", "since", "during", "about", "according", "some", "many", "no", "not", "there", "then", "meanwhile", "however", "local", "former", "late", "senior", "police", "example", "another", "dear", "most", "new", "west", "east", "north", "south", "is", "was", "god", "allah", "inshallah", "mr", "internet", "facebook", "twitter", "telegram", "covid", "ramadan", "eid")

// runEnd is the end of a run of words with capitals that begins at a word, small words of names inside it.
func (x *Index) runEnd(t *text, i, limit int) int {
	end := i
	for i < limit {
		w := &t.words[i]
		if !w.capital() && !(particle[w.key] && i+1 < limit && t.words[i+1].capital() && plain(w.gap)) {
			break
		}
		i++
		if w.capital() {
			end = i
		}
		if w.possessive || !(plain(w.gap) || strings.TrimSpace(w.gap) == "." && x.shortened(w)) {
			break
		}
	}
	return end
}

// shortened tells whether a point behind a word is that of an initial or of a title: "K. Haddad", "Col. Berg".
func (x *Index) shortened(w *word) bool {
	return w.initial() || len(w.text) < 7 && (courtesy[w.key] || x.words[w.key] != unknown)
}

// plain tells whether a gap is one blank or line end, as inside a name.
func plain(gap string) bool {
	return gap != "" && strings.TrimSpace(gap) == "" && strings.Count(gap, "\n") < 2 && len(gap) < 5
}

// inSpan are the words of a span: words[first:last].
func (t *text) inSpan(s sitrep.Span) (first, last int) {
	first, _ = slices.BinarySearchFunc(t.words, s.Start, func(w word, at int) int { return w.Start - at })
	for last = first; last < len(t.words) && t.words[last].Start < s.End; last++ {
	}
	return first, last
}

// isTaken tells whether a stretch lies in the name of something else.
func (t *text) isTaken(first, last int) bool {
	s := sitrep.Span{Start: t.words[first].Start, End: t.words[last-1].End}
	return slices.ContainsFunc(t.taken, func(o sitrep.Span) bool { return o.Overlaps(s) })
}

// trim takes from a run what stands before the name: titles, offices, peoples, bodies.
func (x *Index) trim(t *text, first, last int) (naming, bool) {
	for first < last {
		n := x.leading(t.words[first:last])
		if n == 0 {
			break
		}
		first += n
	}
	if first < last {
		first += x.title(t, first, last)
	}
	for last > first && notNames[t.words[last-1].key] {
		last--
	}
	return naming{t, first, last}, first < last && len(t.words[last-1].key) > 1 && !(last-first == 1 && courtesy[t.words[first].key]) && !x.goesOn(t, last)
}

// goesOn tells whether what ends at a word is a title only, with the name behind it: "the Darvin Police Chief, Mark Olm".
func (x *Index) goesOn(t *text, last int) bool {
	st := x.words[t.words[last-1].key]
	return (st == official || st == heading) && last < len(t.words) && (t.words[last].capital() || t.words[last].key == "and") && !x.given[t.words[last-1].key]
}

// title is how many words at the beginning of a name belong to a title: one that began before it ("Secretary of State"), or one behind the
// name of a place or body ("Darvin Police Chief").
func (x *Index) title(t *text, first, last int) int {
	for n := min(3, last-first-1); n > 0; n-- {
		for before := 1; before < 4 && before <= first; before++ {
			if st := x.words[phrase(t.words[first-before:first+n])]; st != unknown && plain(t.words[first-1].gap) {
				return n
			}
		}
	}
	if x.given[t.words[first].key] {
		return 0
	}
	for n := last - first - 1; n > 1; n-- {
		if _, k := x.phraseBefore(t.words, first+1, first+n); k > 0 && !courtesy[t.words[first+n-1].key] {
			return n
		}
	}
	return 0
}

// leading is how many words at the beginning of a run are no part of the name.
func (x *Index) leading(words []word) int {
	for n := min(6, len(words)); n > 0; n-- {
		p := phrase(words[:n])
		whole := n == len(words)
		if st, ok := x.words[p]; ok && !(whole && st == unknown) && p != "abu" && p != "umm" && !(whole && courtesy[p]) {
			return n
		}
		if x.orgWords[p] || x.things[strings.ReplaceAll(p, " ", "")] && !x.given[strings.ReplaceAll(p, " ", "")] {
			return n
		}
	}
	if notNames[words[0].key] || len(words) > 1 && courtesy[words[0].key] && words[0].key != "abu" && words[0].key != "umm" || !words[0].capital() {
		return 1
	}
	return 0
}

// namings are all stretches of a text that name a person: those in which the reading has one, and those that look like one.
func (x *Index) namings(t *text, persons []sitrep.Span) []naming {
	var all []naming
	add := func(first, last int) {
		if n, ok := x.trim(t, first, last); ok && !x.isThing(n) && last-first <= 2*maxWords && n.last-n.first <= maxWords && !x.portfolio(n) {
			all = append(all, n)
		}
	}
	for _, s := range persons {
		first, last := t.inSpan(s)
		for i := first; i < last; i++ {
			if t.words[i].capital() {
				end := x.runEnd(t, i, last)
				if i == first || end == last && !stops[t.words[i-1].key] && t.words[i-1].key != "the" || x.given[t.words[i].key] {
					add(i, end)
				}
				i = end - 1
			}
		}
	}
	for i := range t.words {
		if end := x.looksLike(t, i); end > i && !t.isTaken(i, end) {
			add(i, end)
		}
	}
	return distinct(all)
}

// maxWords are the words that a name may have: more are a list without commas.
const maxWords = 6

// portfolio tells whether a naming says what an office is for: "minister of Policy Planning".
func (x *Index) portfolio(n naming) bool {
	w := n.in.words
	if n.first < 2 {
		return false
	}
	if p := w[n.first-1].key; p != "of" && p != "for" || !plain(w[n.first-1].gap) {
		return false
	}
	st, _ := x.phraseBefore(w, max(0, n.first-6), n.first-1)
	return st == official || st == heading
}

// looksLike is the end of what looks like a person's name at a word: a given name with more behind it, or whatever stands where persons are introduced.
func (x *Index) looksLike(t *text, i int) int {
	w := &t.words[i]
	if !w.capital() || notNames[w.key] {
		return 0
	}
	end := x.runEnd(t, i, min(len(t.words), i+7))
	if end-i > maxWords {
		return 0
	}
	if end-i > 1 && x.given[w.key] && !w.shouted() {
		return end
	}
	if i > 0 && t.words[i-1].capital() && plain(t.words[i-1].gap) && !x.standsBefore(t, i) {
		return 0 // inside a run
	}
	if x.introduced(t, i, end) {
		return end
	}
	return 0
}

// standsBefore tells whether a title or role ends before a word.
func (x *Index) standsBefore(t *text, i int) bool {
	st, _ := x.phraseBefore(t.words, max(0, i-6), i)
	return st != unknown
}

// introduced tells whether the words around a name are those that introduce a person: an age behind it, a relative or "named" before it.
func (x *Index) introduced(t *text, first, end int) bool {
	if age, _ := ageAfter(t.words, end-1); age > 0 {
		return true
	}
	if first == 0 {
		return false
	}
	b := &t.words[first-1]
	if b.possessive || !plain(b.gap) && strings.TrimSpace(b.gap) != "," {
		return false
	}
	switch k := gazetteer.Fold(b.text); k {
	case "named", "called", "nicknamed":
		return true
	case "as":
		return first > 1 && (t.words[first-2].key == "identified" || t.words[first-2].key == "named")
	default:
		return kin[k] && (plain(b.gap) || x.closed(t, end))
	}
}

// closed tells whether a comma, or the end of the sentence, stands behind a name.
func (x *Index) closed(t *text, end int) bool {
	g := strings.TrimSpace(t.words[end-1].gap)
	return strings.HasPrefix(g, ",") || strings.HasPrefix(g, ".")
}

// isThing tells whether a name is that of a country, a people, a group or a body, or ends like the name of a body.
func (x *Index) isThing(n naming) bool {
	w := n.words()
	key := ""
	for i := range w {
		key += w[i].key
	}
	if len(w) == 1 && (strings.ContainsAny(w[0].text, "0123456789") || acronym.MatchString(w[0].text)) {
		return true
	}
	if w[len(w)-1].key == "based" || strings.HasSuffix(w[0].text, "-based") {
		return true
	}
	singular := strings.TrimSuffix(key, "s")
	return x.things[key] && !x.given[key] || x.things[singular] && !x.given[singular] || len(w) > 1 && x.orgWords[gazetteer.Fold(w[len(w)-1].text)]
}

// acronym is a short name in capitals, maybe with an ending whose apostrophe was lost.
var acronym = regexp.MustCompile(`^[A-Z]{2,5}s?$`)

// distinct leaves of namings that overlap the longest.
func distinct(all []naming) []naming {
	slices.SortStableFunc(all, func(a, b naming) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return b.last - a.last
	})
	var out []naming
	for _, n := range all {
		if k := len(out) - 1; k >= 0 && n.first < out[k].last {
			if n.last-n.first > out[k].last-out[k].first {
				out[k] = n
			}
			continue
		}
		out = append(out, n)
	}
	return out
}
