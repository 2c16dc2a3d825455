package when

import (
	"strings"

	"sitrep"
)

// candidate makes a candidate of one of the forms: closed, open (it goes on), range, lasting, and, where no word tells it, day (of
// publication), eve, fresh (it goes on since that day) and none.
func (v *view) candidate(m *mention, w sitrep.Interval, form string, timexes []int) Candidate {
	c := Candidate{When: w, Timexes: timexes}
	c.IDs = append(make([]uint32, 0, 64), m.shared(form, func(c *Candidate) { v.common(c, m, form, timexes == nil) })...)
	if timexes != nil {
		v.told(&c, m, form, timexes[0])
	}
	return c
}

// common adds what the mention says for a form.
func (v *view) common(c *Candidate, m *mention, form string, untold bool) {
	c.Add(form)
	c.Add(form, "kind", m.kind)
	c.Add(form, "aspect", m.aspect)
	c.Add(form, "status", string(m.Status))
	c.Add(form, "status, kind", string(m.Status), m.kind)
	c.Add(form, "lemma", v.Tokens[m.Trigger].Lemma)
	c.Add(form, "clause", v.Tokens[m.clause].Lemma)
	c.Add(form, "told", bucket(m.told, 0, 1, 2))
	for _, word := range m.words {
		c.Add(form, "word", word)
	}
	c.Add(form, "deprel", m.deprel)
	if untold {
		nominal := "verb"
		if m.Nominal {
			nominal = "noun"
		}
		c.Add(form, "place", m.lead)
		c.Add(form, "nominal", nominal, m.lead)
		c.Add(form, "aspect, place", m.aspect, m.lead)
		c.Add(form, "head", v.head)
		c.Add(form, "main", v.main)
		c.Add(form, "main, told", v.main, bucket(m.told, 0, 1))
		c.Add(form, "main, aspect", v.main, m.aspect)
		c.Add(form, "head, place", v.head, m.lead)
		c.Add(form, "told, aspect", bucket(m.told, 0, 1), m.aspect)
		c.AddIf(m.attached, "attached, but untold")
		c.AddIf(m.attached, form, "attached")
		c.AddIf(m.definite, form, "definite")
		c.AddIf(m.inSay, form, "said")
		c.AddIf(v.Tree.Child(m.Trigger, "amod") >= 0, form, "modified")
	}
}

// told adds what the expression and its way to the mention say.
func (v *view) told(c *Candidate, m *mention, form string, x int) {
	t := &v.Timexes[x]
	age, precision := v.age(t.Interval.From), string(t.Interval.Precision)
	if t.Type == sitrep.TimexTime { // one night lies on two days
		precision = string(sitrep.DayPrecision)
	}
	away := m.sentence - v.Tree.Sentence(t.First)
	c.Add(form, "age", age)
	c.Add(form, "age, aspect", age, m.aspect)
	c.Add(form, "age, status", age, string(m.Status))
	c.Add(form, "precision", precision)
	c.Add(form, "precision, kind", precision, m.kind)
	c.Add(form, "preposition", t.Preposition)
	c.Add(form, "kind, governor", m.kind, v.lemma(t.Governor))
	c.Add(form, "governor", v.lemma(t.Governor))
	c.Add(form, "preposition, precision", t.Preposition, precision)
	if away == 0 {
		v.within(c, m, form, x)
		return
	}
	c.Add(form, "away", bucket(away, 1, 2, 3))
	c.Add(form, "away, told", bucket(away, 1, 2, 3), bucket(m.told, 0, 1))
	c.Add(form, "away, aspect", m.aspect)
	c.Add(form, "away, age", age)
	c.Add(form, "away, precision", precision)
	c.AddIf(x == v.lead, form, "lead")
	c.AddIf(v.Sentences[m.sentence].Paragraph == v.Sentences[v.Tree.Sentence(t.First)].Paragraph, form, "paragraph")
	c.AddIf(v.nextBefore(m, x), form, "last before")
	c.AddIf(m.definite, form, "away, definite")
	c.Add(form, "away, place", m.lead)
}

// within adds what holds of an expression in the mention's sentence.
func (v *view) within(c *Candidate, m *mention, form string, x int) {
	t := &v.Timexes[x]
	path := v.path(m.Trigger, t.Governor)
	side := "after"
	if t.First < m.Trigger {
		side = "before"
	}
	rank, between := v.nearness(m, x)
	c.Add("path", path)
	c.Add(form, "path", path)
	c.Add("path, side", path, side)
	c.Add("side, rank", side, rank)
	c.Add("rank", rank, bucket(m.told, 1, 2))
	c.Add(form, "between", between)
	c.AddIf(strings.HasPrefix(form, "offset"), "offset", between)
	c.Add("governor", v.lemma(t.Governor), side)
	c.AddIf(t.Governor == m.Trigger, "own")
	c.AddIf(t.Governor == m.Trigger, form, "own")
	c.AddIf(t.Governor == m.clause, "own clause")
	c.AddIf(t.Governor == m.clause, form, "own clause")
	c.Add("own, aspect", m.aspect, boolName(t.Governor == m.clause || t.Governor == m.Trigger))
	c.Add("deprel", v.Tokens[t.Head].Deprel)
	c.AddIf(m.Span.Contains(t.Span), form, "inside")
	c.AddIf(t.Type == sitrep.TimexDuration, form, "duration")
	c.AddIf(t.First == v.Sentences[m.sentence].First || t.First == v.Sentences[m.sentence].First+1, form, "opens")
}

// behindOffset tells whether "two days after" or the like stands between an expression and the mention, which is the first behind it.
func (v *view) behindOffset(m *mention, x int) bool {
	_, last := v.timexesOf(m.sentence)
	for y := x + 1; y < last && v.Timexes[y].First < m.Trigger; y++ {
		if v.offsetSign(y) != 0 {
			_, between := v.nearness(m, y)
			return between == "a"
		}
	}
	return false
}

func boolName(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func (v *view) lemma(i int) string {
	if i < 0 {
		return ""
	}
	return v.Tokens[i].Lemma
}

// nextBefore tells whether no other expression that can be placed stands between one and the mention.
func (v *view) nextBefore(m *mention, x int) bool {
	for y := x + 1; y < len(v.Timexes) && v.Timexes[y].First < m.Trigger; y++ {
		if !v.Timexes[y].Interval.IsZero() {
			return false
		}
	}
	return true
}

// nearness is how many expressions of the sentence stand nearer to the mention, and how many other mentions stand between.
func (v *view) nearness(m *mention, x int) (rank, between string) {
	own := distance(m.Trigger, &v.Timexes[x])
	nearer := 0
	first, last := v.timexesOf(m.sentence)
	for y := first; y < last; y++ {
		if y != x && distance(m.Trigger, &v.Timexes[y]) < own && !v.Timexes[y].Interval.IsZero() {
			nearer++
		}
	}
	low, high := min(m.Trigger, v.Timexes[x].First), max(m.Trigger, v.Timexes[x].First)
	n := 0
	for i := range v.Mentions {
		if k := v.Mentions[i].Trigger; k > low && k < high {
			n++
		}
	}
	return bucket(nearer, 0, 1), bucket(n, 0, 1, 2)
}

func distance(token int, t *sitrep.Timex) int {
	switch {
	case token < t.First:
		return t.First - token
	case token >= t.Last:
		return token - t.Last + 1
	}
	return 0
}

// longestPath bounds the steps of a path that are told apart.
const longestPath = 5

// path is the way in the tree from a token to another: the relations up to where they meet, and those down from there.
func (v *view) path(from, to int) string {
	if from < 0 || to < 0 {
		return "none"
	}
	var up [longestPath + 1]string
	n := 0
	for k := from; k >= 0 && n <= longestPath; k = v.Tokens[k].Head {
		if v.Tree.Below(to, k) {
			return strings.Join(up[:n], ">") + "|" + v.down(to, k)
		}
		up[n] = relation(v.Tokens[k].Deprel)
		n++
	}
	return "far"
}

func (v *view) down(to, top int) string {
	var steps [longestPath]string
	n := 0
	for k := to; k != top && k >= 0; k = v.Tokens[k].Head {
		if n == longestPath {
			return "far"
		}
		steps[n] = relation(v.Tokens[k].Deprel)
		n++
	}
	return strings.Join(steps[:n], "<")
}

// relation is a relation without its subtype, with those that make no difference to time taken together.
func relation(deprel string) string {
	if i := strings.IndexByte(deprel, ':'); i > 0 && deprel != "acl:relcl" {
		deprel = deprel[:i]
	}
	return deprel
}
