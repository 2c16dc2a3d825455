package claim

import (
	"strconv"
	"strings"

	"sitrep/internal/maxent"
)

// keepFeatures describe whether words are a claim: the cue and its form, who speaks, what is said, and whether it stands in other words that
// somebody says.
func (r *reader) keepFeatures(c *Candidate, over []int) {
	f, v := &r.found[c.found], &c.Keep
	word, sort := f.name()
	v.Add("cue", word)
	v.Add("sort", sort)
	if f.cue != nil {
		v.Add("does", string(f.cue.Stance), sort)
		v.Add("does so", string(f.cue.Stance), string(f.frame))
	}
	v.Add("frame", string(f.frame), sort)
	v.Add("cue+frame", word, string(f.frame))
	v.Add("rule", f.rule)
	v.AddIf(f.negated, "negated", sort)
	v.AddIf(f.nominal, "nominal")
	r.cueFeatures(f, v, sort)
	r.sourceFeatures(f, v, sort)
	r.contentFeatures(c, v, sort)
	v.Add("nested", r.nesting(f, over), sort)
	r.innerFeatures(c, v, sort)
}

// innerFeatures tell how much of the words is what somebody else says within them, or in the same place.
func (r *reader) innerFeatures(c *Candidate, v *maxent.Vector, sort string) {
	own := c.piece[0]
	for _, i := range r.bySentence[r.Tree.Sentence(own.first)] {
		g := &r.found[i]
		if i == c.found || g.speaker >= 0 {
			continue
		}
		both := 0
		for _, a := range g.content {
			both += max(0, min(a.last, own.last)-max(a.first, own.first))
		}
		if share := 4 * both / max(1, own.len()); share > 0 {
			_, other := g.name()
			place := "beside"
			if own.holds(g.token) {
				place = "within"
			}
			v.Add("other", place, other, sort, strconv.Itoa(share))
		}
	}
}

// name is the word of a cue and its sort.
func (f *found) name() (word, sort string) {
	if f.cue == nil {
		return f.rule, "none"
	}
	return f.cue.Word, string(f.cue.Sort)
}

func (r *reader) cueFeatures(f *found, v *maxent.Vector, sort string) {
	if f.token < 0 {
		return
	}
	t := r.token(f.token)
	v.Add("tag", t.XPOS, sort)
	v.Add("relation", t.Deprel, sort)
	v.AddIf(r.infinitive(f.token), "infinitive", sort)
	v.AddIf(r.quote[f.token] >= 0, "cue in quote", sort)
	for _, c := range r.Tree.All(f.token, "aux", "mark") {
		if c < f.token {
			v.Add("helper", r.lemma(c))
		}
	}
	if t.Head >= 0 {
		v.Add("governor", r.lemma(t.Head), t.Deprel)
		v.Add("governor's sort", r.sortOf(t.Head), t.Deprel)
	}
}

// sortOf is the sort of a word as a cue, empty for none.
func (r *reader) sortOf(t int) string {
	if cues := r.Step.verbs[r.lemma(t)]; len(cues) > 0 && r.Tokens[t].UPOS == "VERB" {
		return string(cues[0].Sort)
	}
	return ""
}

func (r *reader) sourceFeatures(f *found, v *maxent.Vector, sort string) {
	if f.source < 0 {
		v.Add("no source", sort)
		return
	}
	head := r.antecedent(f.source)
	t := r.token(head)
	v.Add("source tag", t.XPOS, sort)
	v.Add("source", strings.ToLower(t.Lemma))
	v.Add("source before", strconv.FormatBool(f.source < f.token), sort)
	v.AddIf(t.UPOS == "PRON", "source pronoun", r.lemma(head), sort)
	if e := r.Cast.At(head); e != nil {
		v.Add("source kind", string(e.Kind), string(e.SourceKind), sort)
		v.Add("source named", strconv.FormatBool(e.Named))
	}
	for _, n := range r.Names {
		if n.First <= head && head < n.Last {
			v.Add("source label", string(n.Label), sort)
		}
	}
}

func (r *reader) contentFeatures(c *Candidate, v *maxent.Vector, sort string) {
	words, quoted := 0, 0
	for _, a := range c.piece {
		for t := a.first; t < a.last; t++ {
			if !r.punct(t) {
				words++
				if r.quote[t] >= 0 {
					quoted++
				}
			}
		}
	}
	v.Add("words", bucket(words), sort)
	v.Add("quoted", strconv.Itoa(4*quoted/max(1, words)), sort)
	v.Add("parts", strconv.Itoa(len(c.piece)))
	head := r.headOf(c.piece[0])
	v.Add("content tag", r.Tokens[head].UPOS, sort)
	v.AddIf(r.Tokens[head].UPOS == "NOUN", "content noun", r.lemma(head), sort)
	v.Add("content begins", strings.ToLower(r.Tokens[c.piece[0].first].Form), sort)
}

// headOf is the token of a run that is governed from outside it: the first of them.
func (r *reader) headOf(a run) int {
	for t := a.first; t < a.last; t++ {
		if !r.punct(t) && !a.holds(r.Tokens[t].Head) {
			return t
		}
	}
	return a.first
}

// nesting says how an attribution lies in the words of another.
func (r *reader) nesting(f *found, over []int) string {
	if f.token < 0 || over[f.token] == 0 {
		return "no"
	}
	if r.quote[f.token] >= 0 {
		return "in a quote"
	}
	return "in other words"
}

func bucket(n int) string {
	for i, top := range []int{2, 3, 4, 6, 9, 14, 22} {
		if n <= top {
			return strconv.Itoa(i)
		}
	}
	return "more"
}
