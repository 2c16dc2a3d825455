package when

import (
	"sitrep"
	"sitrep/ground/date"
	"sitrep/internal/maxent"
)

// view is a story with what the dating of its mentions asks for again and again.
type view struct {
	*sitrep.Story
	day      sitrep.CivilDate
	first    []int // of each sentence: its first expression of time in Timexes
	lead     int   // the first expression of a day in the text, -1 where there is none
	head     string
	fighting map[int]bool // the nouns that tell of fighting or a war
	main     string       // which of the day of publication and the day before is told more often
}

func newView(s *sitrep.Story) *view {
	v := &view{Story: s, day: s.Report.Day(), first: make([]int, len(s.Sentences)+1), lead: -1, fighting: map[int]bool{}}
	for i := range s.Mentions {
		switch m := &s.Mentions[i]; m.Kind {
		case sitrep.War, sitrep.Battle, sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.Coup:
			v.fighting[m.Trigger] = m.Nominal
		}
	}
	x := 0
	for i := range s.Sentences {
		v.first[i] = x
		for x < len(s.Timexes) && s.Timexes[x].First < s.Sentences[i].Last {
			x++
		}
	}
	v.first[len(s.Sentences)] = x
	for x := range s.Timexes {
		if t := &s.Timexes[x]; t.Interval.Precision == sitrep.DayPrecision && (t.Type == sitrep.TimexDate || t.Type == sitrep.TimexTime) {
			v.lead = x
			break
		}
	}
	v.main = v.mainDay()
	v.head = "no day"
	if v.lead >= 0 {
		v.head = v.age(v.Timexes[v.lead].Interval.From)
	}
	return v
}

// mainDay tells which day the report mostly writes of.
func (v *view) mainDay() string {
	day, eve := 0, 0
	for x := range v.Timexes {
		if t := &v.Timexes[x]; t.Interval.Precision == sitrep.DayPrecision && !v.dateline(x) {
			switch v.age(t.Interval.From) {
			case "day":
				day++
			case "eve":
				eve++
			}
		}
	}
	switch {
	case day > eve:
		return "day"
	case eve > day:
		return "eve"
	case day > 0:
		return "both"
	}
	return "neither"
}

// timexesOf are the expressions of a sentence, half open.
func (v *view) timexesOf(sentence int) (first, last int) {
	return v.first[sentence], v.first[sentence+1]
}

// age is how long before publication a date lies, coarsely.
func (v *view) age(d sitrep.CivilDate) string {
	if d.IsZero() || v.day.IsZero() {
		return "unknown"
	}
	if d.Covers(v.day) && d.Day == 0 {
		return "this month or year"
	}
	switch n := date.DaysBetween(d, v.day); {
	case n < -31:
		return "far ahead"
	case n < -1:
		return "ahead"
	case n == -1:
		return "tomorrow"
	case n == 0:
		return "day"
	case n == 1:
		return "eve"
	case n <= 7:
		return "week"
	case n <= 31:
		return "month"
	case n <= 366:
		return "year"
	}
	return "old"
}

// mention is a mention with what its candidates share.
type mention struct {
	*sitrep.EventMention
	sentence int
	aspect   string
	kind     string
	clause   int // the verb of its clause, the trigger itself where none is above it
	told     int // how many expressions stand in its sentence
	attached bool
	definite bool
	lead     string
	inSay    bool     // it stands in what somebody says
	words    []string // the small words that place it in time: "after", "previous", "still"
	deprel   string
	forms    map[string][]uint32 // what the candidates of each form share
}

// shared gives the features that all candidates of a form have, made once.
func (m *mention) shared(form string, add func(*Candidate)) []uint32 {
	if ids, ok := m.forms[form]; ok {
		return ids
	}
	var c Candidate
	add(&c)
	m.forms[form] = c.IDs
	return c.IDs
}

func (v *view) mention(i int) *mention {
	e := &v.Mentions[i]
	m := &mention{EventMention: e, sentence: v.Tree.Sentence(e.Trigger), kind: string(e.Kind), clause: v.clauseOf(e.Trigger), forms: map[string][]uint32{}}
	m.aspect = v.aspect(m.clause)
	first, last := v.timexesOf(m.sentence)
	m.told = last - first
	for x := first; x < last; x++ {
		if g := v.Timexes[x].Governor; (g == e.Trigger || g == m.clause) && !v.Timexes[x].Interval.IsZero() {
			m.attached = true
		}
	}
	if d := v.Tree.Child(e.Trigger, "det"); d >= 0 {
		m.definite = v.Tokens[d].Lemma != "a"
	}
	m.lead = bucket(m.sentence, 0, 1, 3, 7)
	m.inSay = v.said(m.clause)
	m.deprel = relation(v.Tokens[e.Trigger].Deprel) + "/" + relation(v.Tokens[m.clause].Deprel)
	m.words = v.placing(m)
	return m
}

// placing lists the small words on the trigger and on the verb of its clause, each with what it is there: "case after", "amod previous".
func (v *view) placing(m *mention) []string {
	all := v.small(nil, m.Trigger, "own")
	if m.clause != m.Trigger {
		all = v.small(all, m.clause, "clause")
	}
	return all
}

func (v *view) small(all []string, i int, where string) []string {
	for _, c := range v.Tree.Children(i) {
		t := &v.Tokens[c]
		if sitrep.Is(t.Deprel, "case", "mark", "amod", "advmod", "det", "nummod") && len(all) < 12 {
			all = append(all, where+" "+t.Lemma)
		}
	}
	return all
}

// clauseOf is the nearest verb at or above a token.
func (v *view) clauseOf(i int) int {
	for k, steps := i, 0; k >= 0 && steps < 12; k, steps = v.Tokens[k].Head, steps+1 {
		if u := v.Tokens[k].UPOS; u == "VERB" || u == "AUX" || v.Tree.Child(k, "cop") >= 0 {
			return k
		}
	}
	return i
}

// said tells whether a clause is what a verb of saying opens.
func (v *view) said(i int) bool {
	for steps := 0; i >= 0 && steps < 8; i, steps = v.Tokens[i].Head, steps+1 {
		if sitrep.Is(v.Tokens[i].Deprel, "ccomp", "parataxis") {
			return true
		}
	}
	return false
}

// bucket names the first bound that n does not exceed.
func bucket(n int, bounds ...int) string {
	for i, b := range bounds {
		if n <= b {
			return maxent.Letter(i)
		}
	}
	return "more"
}
