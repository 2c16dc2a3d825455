package claim

import (
	"strings"

	"sitrep"
)

// sourceOf is the head of the one who does a verb of saying, and of the one who relays it; -1 where none is told. Where the tree gives none,
// the words around the verb may.
func (r *reader) sourceOf(v int) (source, relay int) {
	if _, name, ok := r.titled(v); ok && !r.isPassive(v) {
		return r.headIn(name), -1
	}
	if r.quotes(v) && r.Tree.Child(v, "ccomp", "parataxis") >= 0 && r.Tree.Child(v, "obj") >= 0 {
		return r.quotedPerson(v)
	}
	if s := r.Tree.Child(v, "nsubj"); r.isPassive(v) || s >= 0 && !r.placeLine(s) {
		return r.governedSource(v)
	}
	if s := r.nounBeside(v); s >= 0 {
		return s, -1
	}
	return r.governedSource(v)
}

// placeLine tells whether a token is a town in capitals that heads a report.
func (r *reader) placeLine(t int) bool {
	w := r.Tokens[t].Form
	return len(w) > 3 && r.sentenceRun(t).first == t && strings.ToUpper(w) == w && r.Tokens[t].UPOS == "PROPN" && (t+1 < len(r.Tokens)) && r.Tokens[t+1].XPOS != "VBD"
}

// nounBeside is the head of the noun phrase that stands right before a verb in the past or the present ("..., the mayor said"), or right after
// one that follows a quote (`..." said the mayor`), though the tree hangs it elsewhere.
func (r *reader) nounBeside(v int) int {
	if !r.present(v) || r.is(v, "conj", "acl") {
		return -1
	}
	sentence := r.sentenceRun(v)
	if t := v + 1; t < sentence.last && v > sentence.first && r.punct(v-1) && !r.punct(t) {
		if s := r.phraseFrom(t, sentence); s >= 0 {
			return s
		}
	}
	t := v - 1
	for t > sentence.first && (r.Tokens[t].UPOS == "ADV" || r.Tokens[t].UPOS == "AUX") {
		t--
	}
	return r.phraseTo(t, sentence)
}

// phraseFrom is the head of the noun phrase that begins at a token.
func (r *reader) phraseFrom(t int, sentence run) int {
	for h := t; h < min(t+6, sentence.last); h++ {
		if r.nominal(h) && r.extent(h).first == t && (r.is(h, "nsubj", "obj", "root", "ccomp", "conj", "appos")) {
			return h
		}
	}
	return -1
}

// phraseTo is the head of the noun phrase that ends at a token: the highest whose words all stand before the token's end.
func (r *reader) phraseTo(t int, sentence run) int {
	if t < sentence.first || !r.nominal(t) {
		return -1
	}
	for steps := 0; steps < 12; steps++ {
		h := r.Tokens[t].Head
		if h < 0 || h > t+3 && !r.is(t, "compound") || !r.nominal(h) || r.extent(h).last != r.extent(t).last || r.is(t, "obl") {
			break
		}
		t = h
	}
	return t
}

func (r *reader) nominal(t int) bool {
	u := r.Tokens[t].UPOS
	return u == "NOUN" || u == "PROPN" || u == "PRON"
}

func (r *reader) governedSource(v int) (source, relay int) {
	for steps := 0; v >= 0 && steps < 6; steps++ {
		if r.isPassive(v) {
			if strings.EqualFold(r.Tokens[v].Lemma, "quote") || strings.EqualFold(r.Tokens[v].Lemma, "cite") {
				return r.Tree.Child(v, "nsubj:pass", "nsubj"), r.agent(v)
			}
			return r.agent(v), -1
		}
		if s := r.Tree.Child(v, "nsubj"); s >= 0 {
			return s, -1
		}
		if a := r.agent(v); a >= 0 && r.Tokens[v].XPOS == "VBN" {
			return a, -1
		}
		h := r.Tokens[v].Head
		switch {
		case h < 0:
			return -1, -1
		case r.is(v, "acl:relcl"):
			return -1, -1
		case r.is(v, "acl"):
			if r.Tokens[v].XPOS == "VBN" {
				return -1, -1
			}
			return r.issuer(h), -1
		case r.is(v, "xcomp", "advcl", "obl", "ccomp") && r.quotes(h):
			return r.quotedPerson(h)
		case r.is(v, "xcomp") && r.Tree.Child(h, "obj", "iobj") >= 0 && r.infinitive(v):
			return r.Tree.Child(h, "obj", "iobj"), -1
		case r.is(v, "conj", "xcomp", "advcl", "parataxis"):
			v = h
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// issuer is who puts out a paper that says something ("the embassy issued a message that ..."), or the paper itself.
func (r *reader) issuer(h int) int {
	if v := r.Tokens[h].Head; v >= 0 && r.is(h, "obj") && papers[r.lemma(h)] && lightVerbs[r.lemma(v)] {
		if s := r.Tree.Child(v, "nsubj"); s >= 0 {
			return s
		}
	}
	return h
}

// citedBy is whom a source cites for what it says: "the channel, citing the army, said", "said, citing the army".
func (r *reader) citedBy(v, source int) int {
	for _, h := range []int{v, source} {
		if h < 0 {
			continue
		}
		for _, c := range r.Tree.All(h, "advcl", "acl") {
			if r.quotes(c) && r.Tokens[c].XPOS == "VBG" {
				if o := r.Tree.Child(c, "obj"); o >= 0 && r.canSpeak(o) {
					return o
				}
			}
		}
	}
	return 0
}

// canSpeak tells whether a noun phrase is of people or a body that may be a source.
func (r *reader) canSpeak(t int) bool {
	e := r.Cast.At(t)
	return e != nil && (e.SourceKind != "" || e.Kind == sitrep.PersonEntity || e.Kind == sitrep.PeopleEntity || e.Kind == sitrep.OrganisationEntity) && !papers[r.lemma(t)]
}

func (r *reader) quotes(h int) bool {
	l := strings.ToLower(r.Tokens[h].Lemma)
	return l == "quote" || l == "cite"
}

// quotedPerson is who is quoted as saying something, and who quotes: "the agency quoted him as saying", "he was quoted by the agency as saying".
func (r *reader) quotedPerson(h int) (source, relay int) {
	if r.isPassive(h) || r.Tokens[h].XPOS == "VBN" && r.Tree.Child(h, "obj") < 0 {
		return r.Tree.Child(h, "nsubj:pass", "nsubj"), r.agent(h)
	}
	return r.Tree.Child(h, "obj", "iobj"), r.Tree.Child(h, "nsubj")
}

// agent is who does what is told in the passive, with "by".
func (r *reader) agent(v int) int {
	for _, c := range r.Tree.All(v, "obl") {
		if r.mark(c) == "by" {
			return c
		}
	}
	return -1
}

// sourceRunOf is the noun phrase of a source, without its preposition and without the cue.
func (r *reader) sourceRunOf(s, cue int) run {
	if s < 0 {
		return run{}
	}
	if title, name, ok := r.titled(max(cue, 0)); ok && name.holds(s) {
		return run{title.first, name.last + 1} // with the comma that closes the apposition
	}
	a := r.extent(s)
	for _, c := range r.Tree.Children(s) {
		if c < s && r.is(c, "case", "mark", "cc", "advmod") && c == a.first {
			a.first = c + 1
		}
	}
	if a.holds(cue) {
		if cue > s {
			a.last = cue
		} else {
			a.first = cue + 1
		}
	}
	if r.is(s, "nmod:poss") {
		a.last = r.beforeGenitive(s, a)
	}
	return r.closed(r.bare(r.namingPart(s, a)))
}

// namingPart ends a noun phrase before what is told of it beside: a relative clause after a comma, or a day.
func (r *reader) namingPart(s int, a run) run {
	for _, c := range r.Tree.Children(s) {
		if c <= s {
			continue
		}
		e := r.extent(c)
		switch {
		case r.is(c, "acl:relcl") && e.first > a.first && r.Tokens[e.first-1].Form == ",", r.is(c, "acl:relcl") && r.Tokens[e.first].Form == ",":
			a.last = min(a.last, e.first)
		case r.is(c, "nmod", "obl") && e.last >= a.last && r.isDate(c):
			a.last = min(a.last, e.first)
		}
	}
	return a
}

// isDate tells whether a token stands in a name of a day or a time.
func (r *reader) isDate(t int) bool { return r.labelled(t, sitrep.Date) || r.labelled(t, sitrep.Time) }

// closed takes in the comma that closes an apposition: "Ada Example, the mayor, said".
func (r *reader) closed(a run) run {
	if a.empty() || a.last >= len(r.Tokens) || r.Tokens[a.last].Form != "," {
		return a
	}
	for t := a.first; t < a.last; t++ {
		if r.Tokens[t].Form == "," && t+1 < a.last && !r.is(t+1, "conj") {
			a.last++
			return a
		}
	}
	return a
}

func (r *reader) beforeGenitive(s int, a run) int {
	if g := r.Tree.Child(s, "case"); g > s && g == a.last-1 {
		return g
	}
	return a.last
}

// without ends a run where a content begins within it.
func (r *reader) without(a run, content []run) run {
	for _, c := range content {
		if c.meets(a) && c.first > a.first {
			a.last = c.first
			a = r.bare(a)
		}
	}
	return a
}
