package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
)

// longest is how many bytes of a report a note quotes at most.
const longest = 300

// note gives the number of the note that quotes the sentence around a span of a report's text.
func (m *maker) note(r *report, s sitrep.Span) int {
	text := r.Text
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return 0
	}
	around := sentenceAround(text, s)
	return m.number(&r.Head, r.Head.ID, around, text[around.Start:around.End])
}

// number gives the number of the note with certain words of a report.
func (m *maker) number(h *sitrep.ReportHead, id string, s sitrep.Span, quote string) int {
	quote = strings.Join(strings.Fields(quote), " ")
	if quote == "" {
		return 0
	}
	k := noteKey{id, s, quote}
	if n := m.noted[k]; n > 0 {
		return n
	}
	n := Note{Report: id, Quote: quote}
	if h != nil {
		n.Outlet, n.URL, n.Published = h.Outlet, h.URL, day(h)
	}
	m.outlets[n.Outlet] = true
	m.brief.Notes = append(m.brief.Notes, n)
	m.noted[k] = len(m.brief.Notes)
	return m.noted[k]
}

func day(h *sitrep.ReportHead) sitrep.CivilDate {
	if h.Published.IsZero() {
		return sitrep.CivilDate{}
	}
	return sitrep.CivilDateOf(h.Published)
}

// noteOf is note for an event's key; where the report's text is not at hand, it quotes the words that are given.
func (m *maker) noteOf(k sitrep.EventKey, s sitrep.Span, quote string) (int, error) {
	r, err := m.report(k.Report)
	if err != nil {
		return 0, err
	}
	if r == nil {
		return 0, nil // taken out, or no more: nothing is quoted of it
	}
	text := r.Text
	if quote == "" || s.Start >= 0 && s.End <= len(text) && s.Start < s.End && text[s.Start:s.End] == quote {
		return m.note(r, s), nil
	}
	return m.number(&r.Head, r.Head.ID, s, cut(quote)), nil // words of an older version
}

// sentenceAround is the sentence that holds a span, or so much of it around the span as may be quoted.
func sentenceAround(text string, s sitrep.Span) sitrep.Span {
	start, end := s.Start, s.End
	for start > 0 && s.End-start < longest && !endsBefore(text, start) {
		start--
	}
	for end < len(text) && end-start < longest && !endsBefore(text, end) {
		end++
	}
	for start < s.Start && !utf8.RuneStart(text[start]) {
		start++
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	if end-start > longest {
		end = start + len(cut(text[start:end]))
	}
	for start < end && unicode.IsSpace(rune(text[start])) {
		start++
	}
	return sitrep.Span{Start: start, End: max(start, end)}
}

// endsBefore tells whether a sentence ends before an offset: behind a full stop and a blank, or at an empty line.
func endsBefore(text string, i int) bool {
	if i >= 2 && text[i-1] == '\n' && text[i-2] == '\n' {
		return true
	}
	if i < 3 || text[i-1] != ' ' && text[i-1] != '\n' {
		return false
	}
	k := i - 2
	if text[k] == '"' || text[k] == ')' {
		k--
	} else if strings.HasSuffix(text[:k+1], "”") {
		k -= len("”")
	}
	if k < 1 || !strings.ContainsRune(".!?", rune(text[k])) {
		return false
	}
	if text[k] != '.' {
		return true
	}
	// "Col. Berg", "U.S. troops": a point behind a short word with a capital is none of a sentence.
	w := text[strings.LastIndexAny(text[:k], " \n\"“(")+1 : k]
	r, _ := utf8.DecodeRuneInString(w)
	return !(len(w) <= 4 && unicode.IsUpper(r)) && !strings.Contains(w, ".")
}

// cut shortens words to what may be quoted.
func cut(s string) string {
	if len(s) <= longest {
		return s
	}
	end := longest
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	if i := strings.LastIndexByte(s[:end], ' '); i > end/2 {
		end = i
	}
	return s[:end]
}

// notes are the numbers without zeros, each once, in order.
func notes(numbers ...int) []int {
	numbers = slices.DeleteFunc(slices.Clone(numbers), func(n int) bool { return n == 0 })
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// covered tells whether one of some notes quotes words.
func (m *maker) covered(words string, numbers []int) bool {
	return slices.ContainsFunc(numbers, func(n int) bool { return n > 0 && find(m.brief.Notes[n-1].Quote, words) >= 0 })
}

// cover adds a note that quotes words of a name, from the reports of some events, nearest to where they tell of it. ok is false where none has them.
func (m *maker) cover(words string, keys []sitrep.EventKey, have []int) (numbers []int, ok bool, err error) {
	words = strings.Join(strings.Fields(words), " ")
	if words == "" || m.covered(words, have) {
		return have, words != "", nil
	}
	for _, k := range keys {
		r, err := m.report(k.Report)
		if err != nil {
			return have, false, err
		}
		if r == nil {
			continue
		}
		if i := r.find(words); i >= 0 {
			return append(have, m.note(r, sitrep.Span{Start: i, End: min(len(r.Text), i+len(words))})), true, nil
		}
		if voice(words, &r.Head) {
			return have, true, nil
		}
	}
	return have, false, nil
}

// find is where words stand in a text as whole words, whatever blanks are between them and whatever their case; -1 where they do not.
func find(text, words string) int { return findIn(text, strings.ToLower(text), words) }

// findIn is find for a text whose small letters are at hand.
func findIn(text, low, words string) int {
	want := strings.ToLower(words)
	if len(low) != len(text) { // a letter changes its length with its case: offsets would not fit
		low, want = text, words
	}
	parts := strings.Fields(want)
	if len(parts) == 0 {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(low[from:], parts[0])
		if i < 0 {
			return -1
		}
		i += from
		if end := follows(low, i+len(parts[0]), parts[1:]); end > 0 && edge(low, i) && edge(low, end) {
			return i
		}
		from = i + len(parts[0])
	}
}

func follows(s string, at int, parts []string) int {
	for _, p := range parts {
		k := at
		for k < len(s) && strings.ContainsRune(" \n\t\r", rune(s[k])) {
			k++
		}
		if k == at || !strings.HasPrefix(s[k:], p) {
			return 0
		}
		at = k + len(p)
	}
	return at
}

// edge tells whether no word goes over an offset.
func edge(s string, i int) bool {
	if i <= 0 || i >= len(s) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return !(wordRune(before) && wordRune(after))
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
