package trigger

import (
	"strconv"
	"strings"

	"sitrep"
	"sitrep/internal/maxent"
)

// features are what the model of kinds sees of a candidate; that of events sees the neural trunk too, see ofVectors.
func (s *scene) features(k int, v *maxent.Vector) {
	v.Reset()
	c := &s.found[k]
	s.ofFrame(c, v)
	s.ofWord(c, v)
	s.ofClause(c, v)
	s.ofArguments(c, v)
	s.ofPlace(k, v)
}

func (s *scene) ofFrame(c *candidate, v *maxent.Vector) {
	kind := string(c.kind())
	v.Add("frame", frameName(c))
	v.Add("kind", kind)
	v.Add("sure", bucket(int(c.frames[0].Sure*10), 1, 2, 3, 4, 5, 6, 7, 8))
	for _, f := range c.frames[1:] {
		v.Add("also", string(f.Kind))
	}
	v.Number(c.frames[0].Sure)
	for _, d := range doubts {
		if d.holds(s.text, c.token) {
			v.Add("doubt", d.name)
			v.Add("doubt", d.name, family(c.kind()))
		}
	}
}

func (s *scene) ofWord(c *candidate, v *maxent.Vector) {
	i, tok, kind := c.token, &s.Tokens[c.token], string(c.kind())
	v.Add("lemma", s.lemma[i])
	v.Add("xpos", tok.XPOS)
	v.Add("xpos", tok.XPOS, kind)
	v.Add("relation", tok.Deprel)
	v.Add("relation", tok.Deprel, kind)
	v.Add("label", string(s.label(i)))
	if g := tok.Head; g >= 0 {
		v.Add("governor", s.lemma[g])
		v.Add("governor", s.lemma[g], tok.Deprel)
		v.Add("governor's class", s.Tokens[g].UPOS, tok.Deprel)
	}
	if i > 0 {
		v.Add("before", s.lemma[i-1])
	}
	if i+1 < len(s.Tokens) {
		v.Add("after", s.lemma[i+1])
	}
	det := s.Tree.Child(i, "det", "nmod:poss")
	name := "none"
	if det >= 0 {
		name = s.lemma[det]
		if !s.is(det, "det") {
			name = "possessor"
		}
	}
	v.Add("determiner", name, tok.XPOS)
}

func (s *scene) ofClause(c *candidate, v *maxent.Vector) {
	verb := s.clause(c.token)
	v.Add("clause", s.lemma[verb])
	v.Add("clause's form", s.Tokens[verb].XPOS, s.Tokens[verb].Deprel)
	for _, d := range s.Tree.Children(verb) {
		switch {
		case s.is(d, "aux", "mark", "cop"):
			v.Add("aux", s.lemma[d])
		case s.is(d, "advmod"):
			v.Add("adverb", s.lemma[d])
		}
	}
	if g := s.Tokens[verb].Head; g >= 0 {
		v.Add("above", s.lemma[g], s.Tokens[verb].Deprel)
	}
	v.AddIf(s.quoted[c.token], "quoted")
	v.Add("stance", string(s.stance[c.token]))
	v.Add("stance", string(s.stance[c.token]), family(c.kind()))
}

func (s *scene) ofArguments(c *candidate, v *maxent.Vector) {
	i := c.token
	for _, d := range s.Tree.Children(i) {
		if s.is(d, "punct", "det", "case") {
			continue
		}
		v.Add("dependent", s.lemma[d], s.Tokens[d].Deprel)
		v.Add("dependent's class", s.Tokens[d].Deprel, string(s.label(d)))
		if k := s.Tree.Child(d, "case"); k >= 0 {
			v.Add("preposition", s.lemma[k])
			v.Add("preposition", s.lemma[k], string(s.label(d)))
		}
	}
	for _, o := range s.objects(i) {
		v.Add("object", s.lemma[o])
		v.Add("object's label", string(s.label(o)))
	}
	v.Add("count", s.count(i))
	for _, o := range s.subjects(i) {
		v.Add("subject", s.lemma[o])
		v.Add("subject's label", string(s.label(o)))
	}
	first, last := s.stretch(i)
	for k := first; k < last; k++ {
		if w := s.weapon[k]; w != "" && k != i {
			v.Add("weapon", w)
		}
		switch s.label(k) {
		case sitrep.Date, sitrep.Time, sitrep.GPE, sitrep.Location, sitrep.Cardinal:
			v.Add("holds", string(s.label(k)))
		}
	}
	v.Add("length", bucket(last-first, 1, 2, 4, 8, 15, 25))
}

// count is the range of the greatest number among those to whom something is done: thousands of dead are a war's.
func (s *scene) count(i int) string {
	most := -1
	for _, o := range append(s.objects(i), s.subjects(i)...) {
		if n := s.Tree.Child(o, "nummod"); n >= 0 {
			if x, err := strconv.Atoi(strings.ReplaceAll(s.Tokens[n].Form, ",", "")); err == nil {
				most = max(most, x)
			}
		}
		switch s.lemma[o] {
		case "hundred":
			most = max(most, 200)
		case "thousand", "million":
			most = max(most, 2000)
		case "dozen", "scores":
			most = max(most, 24)
		}
	}
	return bucket(most, -1, 0, 1, 5, 20, 99, 500, 3000)
}

func (s *scene) ofPlace(k int, v *maxent.Vector) {
	c := &s.found[k]
	sent := s.Tree.Sentence(c.token)
	v.Add("sentence", bucket(sent, 0, 1, 3, 6, 12))
	v.AddIf(s.title[s.lemma[c.token]], "in the title")
	v.Add("density", s.density)
	v.Add("main", string(s.main), string(c.kind()))
	v.Add("last", string(s.last[k]), string(c.kind()))
	v.Add("of its kind", bucket(s.byKind[c.kind()], 1, 2, 3, 5, 8))
	first := k
	for first > 0 && s.Tree.Sentence(s.found[first-1].token) == sent {
		first--
	}
	for j := first; j < len(s.found) && s.Tree.Sentence(s.found[j].token) == sent; j++ {
		if j != k {
			v.Add("beside", string(s.found[j].kind()))
		}
	}
}

// ofStatus adds what the rules say of how real it is.
func (s *scene) ofStatus(c *candidate, v *maxent.Vector) {
	verb := s.clause(c.token)
	v.Add("status", string(status(s.text, c.token)))
	v.Add("status", string(status(s.text, c.token)), string(c.frames[0].Kind))
	v.Add("stage", string(stage(s.text, c.token)))
	for _, f := range []string{"Tense=Past", "Tense=Pres", "VerbForm=Part", "VerbForm=Fin", "VerbForm=Inf"} {
		v.AddIf(s.feat(verb, f), "feature", f)
	}
	first, last := s.stretch(c.token)
	for k := first; k < last; k++ {
		switch s.lemma[k] {
		case "tomorrow", "next", "later", "soon", "continue", "still", "ongoing", "since", "now", "daily", "past", "ago", "last", "yesterday", "day", "week",
			"month", "year", "will", "plan", "schedule", "expect", "due", "set", "begin", "start", "escalate", "rage", "remain", "current", "currently":
			v.Add("time", s.lemma[k])
		}
	}
}

// ofVectors adds the row of the neural trunk, and the mean of the rows of the sentence.
func (s *scene) ofVectors(c *candidate, v *maxent.Vector) {
	if s.Width != vectorWidth || len(s.Vectors) < len(s.Tokens)*s.Width {
		v.Dense = append(v.Dense, make([]float32, 2*vectorWidth)...)
		return
	}
	for _, x := range s.Vectors[c.token*vectorWidth : (c.token+1)*vectorWidth] {
		v.Number((float64(x) - 96) / 64)
	}
	v.Dense = append(v.Dense, s.meanOf(s.Tree.Sentence(c.token))...)
}

// meanOf is the mean of the rows of a sentence.
func (s *scene) meanOf(sentence int) []float32 {
	if s.means[sentence] != nil {
		return s.means[sentence]
	}
	var sums [vectorWidth]int
	sent := s.Sentences[sentence]
	for t := sent.First; t < sent.Last; t++ {
		for d, x := range s.Vectors[t*vectorWidth : (t+1)*vectorWidth] {
			sums[d] += int(x)
		}
	}
	out := make([]float32, vectorWidth)
	for d, sum := range sums {
		out[d] = (float32(sum)/float32(sent.Last-sent.First) - 96) / 64
	}
	s.means[sentence] = out
	return out
}

// vectorWidth is the length of a row of the neural trunk that the models were trained on.
const vectorWidth = 128
