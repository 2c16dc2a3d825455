package when

import (
	"strconv"
	"strings"

	"sitrep"
	"sitrep/ground/date"
	"sitrep/internal/maxent"
)

// Candidate is an interval that may be that of a mention, with the expressions that tell it and the features by which it is judged.
type Candidate struct {
	When    sitrep.Interval
	Timexes []int // indices in Story.Timexes; nil where no word tells it
	maxent.Vector
}

// near bounds how many sentences back, and how many expressions outside the sentence, may date a mention.
const (
	sentencesBack = 3
	mostOutside   = 2
)

// candidates lists what may date a mention.
func (v *view) candidates(i int) []Candidate {
	m := v.mention(i)
	var all []Candidate
	first, last := v.timexesOf(m.sentence)
	for x := first; x < last; x++ {
		if !v.behindOffset(m, x) && !v.ofAnother(m, x) { // on Friday, two days after what: not on Friday
			all = v.inSentence(all, m, x)
		}
	}
	all = v.before(all, m, first)
	return v.untold(all, m)
}

// ofAnother tells whether an expression stands before the noun for fighting and dates that, where the mention is of what people agree or talk about: in "their
// 2020 war jeopardized the peace talks" it dates no talks.
func (v *view) ofAnother(m *mention, x int) bool {
	t := &v.Timexes[x]
	return m.Nominal && spoken[m.EventMention.Kind] && t.Governor >= t.Last && v.fighting[t.Governor] && !v.Tree.Below(m.Trigger, t.Governor) &&
		!v.Tree.Below(t.Governor, m.Trigger)
}

// spoken are kinds of what is done in words.
var spoken = map[sitrep.Kind]bool{sitrep.Talks: true, sitrep.Agreement: true, sitrep.Sanction: true, sitrep.Trial: true}

// inSentence adds the readings of an expression in the mention's sentence.
func (v *view) inSentence(all []Candidate, m *mention, x int) []Candidate {
	t := &v.Timexes[x]
	if x > 0 && v.runsTo(x-1) {
		return all // its end was read with its beginning
	}
	if v.runsTo(x) {
		w := date.Span(t.Interval.From, v.Timexes[x+1].Interval.To)
		w.Basis = t.Interval.Basis
		return append(all, v.candidate(m, w, "closed", []int{x, x + 1}))
	}
	if t.Type == sitrep.TimexDuration && t.Interval.IsZero() {
		if w := v.lasting(t); !w.IsZero() && !v.bygone(x) {
			all = append(all, v.candidate(m, w, "lasting", []int{x}))
		}
		return v.offset(all, m, x)
	}
	return v.readings(all, m, x, t.Interval.Basis)
}

// offset adds the days that "a day after" gives to what is told behind it, counted from the time told before it in the sentence, or from
// the day of publication: "on Friday, two days after rebels took the town".
func (v *view) offset(all []Candidate, m *mention, x int) []Candidate {
	t := &v.Timexes[x]
	n, u := length(t.Value)
	n *= v.offsetSign(x)
	if n == 0 || m.Trigger < t.Last || m.Nominal && spoken[m.EventMention.Kind] && v.fightingBetween(t.Last, m.Trigger) {
		return all
	}
	first, _ := v.timexesOf(m.sentence)
	for y := x - 1; y >= first; y-- {
		if d := v.Timexes[y].Interval.From; d.Day > 0 {
			return v.shifted(all, m, coarse(date.Add(d, n, u), u), "offset", []int{x, y})
		}
	}
	return v.shifted(all, m, coarse(date.Add(v.day, n, u), u), "offset from publication", []int{x})
}

// fightingBetween tells whether a noun for fighting stands between two tokens and does not belong to the later one: two weeks after the fighting that spoiled
// the talks is no time of the talks.
func (v *view) fightingBetween(first, last int) bool {
	for i := first; i < last; i++ {
		if v.fighting[i] && !v.Tree.Below(i, last) {
			return true
		}
	}
	return false
}

// offsetSign says whether a length of time is one before (-1) or after (1) what stands in front of it, by the word behind it; 0 where it is
// neither.
func (v *view) offsetSign(x int) int {
	t := &v.Timexes[x]
	if t.Type != sitrep.TimexDuration || t.Last >= len(v.Tokens) {
		return 0
	}
	switch strings.ToLower(v.Tokens[t.Last].Form) {
	case "after", "since", "following":
		return -1
	case "before":
		return 1
	}
	return 0
}

func (v *view) shifted(all []Candidate, m *mention, d sitrep.CivilDate, form string, timexes []int) []Candidate {
	if d.IsZero() {
		return all
	}
	w := date.Span(d, d)
	w.Basis = sitrep.Resolved
	return append(all, v.candidate(m, w, form, timexes))
}

// readings adds an expression's days as those of the mention, and as those from which it goes on.
func (v *view) readings(all []Candidate, m *mention, x int, basis sitrep.Basis) []Candidate {
	w := v.Timexes[x].Interval
	if w.IsZero() || v.dateline(x) {
		return all
	}
	w.Basis = basis
	open := w
	open.To = sitrep.CivilDate{}
	open.Precision = sitrep.PrecisionOf(open.From, open.From)
	return append(all, v.candidate(m, w, "closed", []int{x}), v.candidate(m, open, "open", []int{x}))
}

// dateline tells whether an expression is the date of the report itself, in the line above or before its first words.
func (v *view) dateline(x int) bool {
	t := &v.Timexes[x]
	return t.Interval.Basis == sitrep.Told && t.Interval.Precision == sitrep.DayPrecision && !v.day.IsZero() && v.Tree.Sentence(t.First) < 2 &&
		(t.Interval.From == v.day || t.Interval.From == v.day.AddDays(-1)) && t.Preposition != "on"
}

// before adds the expressions of the sentences before, and of the first ones of the report.
func (v *view) before(all []Candidate, m *mention, first int) []Candidate {
	added := 0
	for x := first - 1; x >= 0 && added < mostOutside; x-- {
		t := &v.Timexes[x]
		if m.sentence-v.Tree.Sentence(t.First) > sentencesBack {
			break
		}
		if n := len(all); t.Type == sitrep.TimexDate || t.Type == sitrep.TimexTime {
			all = v.readings(all, m, x, sitrep.Assumed)
			added += min(1, len(all)-n)
		}
	}
	if x := v.lead; x >= 0 && m.sentence-v.Tree.Sentence(v.Timexes[x].First) > sentencesBack {
		all = v.readings(all, m, x, sitrep.Assumed)
	}
	return all
}

// untold adds what no word tells: the day of publication, the day before, and nothing.
func (v *view) untold(all []Candidate, m *mention) []Candidate {
	if !v.day.IsZero() {
		eve := v.day.AddDays(-1)
		for _, c := range []struct {
			name     string
			from, to sitrep.CivilDate
		}{{"day", v.day, v.day}, {"eve", eve, eve}, {"fresh", v.day, sitrep.CivilDate{}}} {
			w := date.Span(c.from, c.to)
			w.Basis = sitrep.Assumed
			all = append(all, v.candidate(m, w, c.name, nil))
		}
	}
	return append(all, v.candidate(m, sitrep.Interval{}, "none", nil))
}

// runsTo tells whether an expression makes a range with the next one: "from May to July", "between 2011 and 2014", "July and August".
func (v *view) runsTo(x int) bool {
	if x+1 >= len(v.Timexes) {
		return false
	}
	a, b := &v.Timexes[x], &v.Timexes[x+1]
	if a.Interval.IsZero() || b.Interval.IsZero() || date.Before(b.Interval.To, a.Interval.From) || b.First != a.Last+1 || v.Tree.Sentence(a.First) != v.Tree.Sentence(b.First) {
		return false
	}
	switch strings.ToLower(v.Tokens[a.Last].Form) {
	case "to", "-", "–", "—", "through", "until", "till":
		return true
	case "and":
		return a.Preposition == "between" || a.Interval.Precision == b.Interval.Precision && a.Interval.Precision == sitrep.MonthPrecision
	}
	return false
}

// lasting reads a length of time as one that runs up to the day of publication: "the six-year war" began six years ago.
func (v *view) lasting(t *sitrep.Timex) sitrep.Interval {
	n, u := length(t.Value)
	if n == 0 || v.day.IsZero() {
		return sitrep.Interval{}
	}
	from := coarse(date.Add(v.day, -n, u), u)
	w := date.Span(from, from)
	w.To, w.Basis = sitrep.CivilDate{}, sitrep.Resolved
	return w
}

// bygone tells whether a length of time ran out long ago: what lasted has a time of its own ("a six-week war in 2020"), or its verb tells it as over ("it
// lasted four years").
func (v *view) bygone(x int) bool {
	g := v.Timexes[x].Governor
	if g < 0 {
		return false
	}
	if v.Tokens[g].UPOS == "VERB" {
		return v.aspect(g) == "past"
	}
	first, last := v.timexesOf(v.Tree.Sentence(g))
	for y := first; y < last; y++ {
		if o := &v.Timexes[y]; y != x && o.Governor == g && !o.Interval.IsZero() {
			return true
		}
	}
	return false
}

// coarse makes a day no finer than the unit it was counted in.
func coarse(d sitrep.CivilDate, u date.Unit) sitrep.CivilDate {
	switch {
	case u >= date.Year:
		return date.YearOf(d)
	case u >= date.Month:
		return date.MonthOf(d)
	}
	return d
}

// length takes a duration of TIMEX3 in days or longer apart.
func length(value string) (int, date.Unit) {
	if len(value) < 3 || value[0] != 'P' {
		return 0, date.NoUnit
	}
	n, err := strconv.Atoi(value[1 : len(value)-1])
	if err != nil || n <= 0 {
		return 0, date.NoUnit
	}
	switch value[len(value)-1] {
	case 'D':
		return n, date.Day
	case 'W':
		return n, date.Week
	case 'M':
		return n, date.Month
	case 'Y':
		return n, date.Year
	}
	return 0, date.NoUnit
}
