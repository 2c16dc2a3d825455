package claim

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/lexicon"
)

// match is the dependents of a verb that are its content by a frame.
type match struct {
	ok         bool
	parts      []int
	addressee  int
	above      bool // the verb stands below its content: "..., he said"
	impersonal bool // nobody is told who says it
	before     run  // the content, where the order of the words tells it against the tree
}

func (r *reader) match(v int, frame lexicon.CueFrame) match {
	m := match{addressee: -1}
	switch frame {
	case "that":
		r.clauses(v, &m)
	case "to":
		m.parts = r.infinitives(v)
		r.raise(v, &m)
	case "who-to":
		if o := r.Tree.Child(v, "obj", "iobj"); o >= 0 && !r.isPassive(v) {
			m.parts, m.addressee = r.infinitives(v), o
		} else if s := r.Tree.Child(v, "nsubj:pass"); s >= 0 {
			m.parts, m.addressee = r.infinitives(v), s
			r.raise(v, &m)
		} else {
			m.parts = r.clausesAfterObject(v)
		}
	case "on-to":
		for _, c := range r.Tree.All(v, "obl") {
			if p := r.mark(c); c > v && (p == "on" || p == "upon") {
				m.parts, m.addressee = r.infinitives(v), c
				if len(m.parts) == 0 {
					m.parts = r.infinitivesBelow(c)
				}
			}
		}
	case "np":
		r.objects(v, &m)
	case "pred":
		r.predicates(v, &m)
	case "ing":
		for _, c := range r.Tree.All(v, "xcomp", "advcl", "ccomp") {
			if c > v && r.Tokens[c].XPOS == "VBG" && r.mark(c) == "" {
				m.parts = append(m.parts, c)
			}
		}
	default:
		r.prepositions(v, frame, &m)
	}
	if len(m.parts) == 0 && m.before.empty() && frame == "that" {
		m.before = r.wordsAfter(v)
	}
	m.ok = len(m.parts) > 0 || !m.before.empty()
	return m
}

// clauses finds a clause or a quote that a verb of saying governs, or is attached to.
func (r *reader) clauses(v int, m *match) {
	for _, c := range r.Tree.Children(v) {
		switch {
		case r.is(c, "ccomp"), r.is(c, "parataxis") && r.clausal(c, v), r.is(c, "xcomp") && c > v && r.quote[c] >= 0 && r.quote[v] != r.quote[c],
			r.is(c, "obj", "obl", "nsubj", "advcl", "dep") && r.inQuote(c, v):
			m.parts = append(m.parts, c)
		case r.is(c, "obj", "iobj") && !r.punct(c):
			m.addressee = c
		}
	}
	m.before = r.wordsBefore(v)
	if len(m.parts) > 0 && 10*r.partsLen(m.parts) >= 6*m.before.len() {
		m.before = run{}
		return
	}
	if !m.before.empty() {
		m.parts = nil
		return
	}
	h := r.Tokens[v].Head
	if h < 0 || !r.is(v, "parataxis", "ccomp", "discourse", "appos", "conj", "acl", "acl:relcl", "advcl") {
		return
	}
	if r.is(v, "parataxis") || r.quote[h] >= 0 && r.quote[v] < 0 && v > h && !r.marked(v) {
		if r.Tree.Child(v, "nsubj") >= 0 && (r.verbal(h) || r.extent(h).len() > 4) {
			m.parts, m.above = []int{h}, true
		}
	}
}

func (r *reader) partsLen(parts []int) int {
	n := 0
	for _, c := range parts {
		n += r.extent(c).len()
	}
	return n
}

// wordsBefore is the clause before "..., the ministry said." at the end of a sentence, wherever the tree hangs the verb.
func (r *reader) wordsBefore(v int) run {
	if !r.present(v) || r.is(v, "acl", "ccomp", "xcomp", "advcl") && !r.endsWithPronoun(v) {
		return run{}
	}
	sentence := r.sentenceRun(v)
	s := r.nounBeside(v)
	if g := r.Tree.Child(v, "nsubj"); g >= 0 {
		s = g
	}
	if s < 0 || !r.endsWith(v, s, sentence) {
		return run{}
	}
	e := r.extent(s)
	if e.holds(v) {
		e.last, e.first = max(e.first, min(e.last, v)), max(e.first, s-8)
	}
	a := run{sentence.first, min(e.first, v)}
	if s > v {
		if !r.punct(v - 1) {
			return run{}
		}
		a.last = v - 1
	}
	if a.len() < 4 || !r.holdsClause(a) || r.Tokens[a.last-1].UPOS == "CCONJ" || r.Tokens[a.last-1].UPOS == "SCONJ" {
		return run{}
	}
	return a
}

// wordsAfter is "that ..." after "the group said in a statement", wherever the tree hangs it.
func (r *reader) wordsAfter(v int) run {
	if r.sortOf(v) != string(lexicon.SayCue) || r.quotes(v) || !r.present(v) && r.Tokens[v].XPOS != "VBG" {
		return run{}
	}
	sentence := r.sentenceRun(v)
	for t := v + 1; t < min(v+14, sentence.last-2); t++ {
		if r.punct(t) {
			return run{}
		}
		if r.lemma(t) == "that" && (r.Tokens[t].UPOS == "SCONJ" || r.Tokens[t].XPOS == "IN") {
			return run{t, sentence.last}
		}
	}
	return run{}
}

// present tells whether a verb stands in the present or the past without an auxiliary, or with "have".
func (r *reader) present(v int) bool {
	x := r.Tokens[v].XPOS
	return x == "VBD" || x == "VBZ" || x == "VBP" || x == "VBN" && r.Tree.Child(v, "aux") >= 0 && r.Tree.Child(v, "aux:pass") < 0
}

// endsWithPronoun tells whether a sentence ends with "he said", which the tree may take for a clause about the noun before.
func (r *reader) endsWithPronoun(v int) bool {
	return v > 0 && r.Tokens[v-1].XPOS == "PRP" && r.words(run{v + 1, r.sentenceRun(v).last}) == 0 && r.sortOf(v) == string(lexicon.SayCue)
}

// endsWith tells whether a verb, its subject s and phrases of time and place are the end of a sentence.
func (r *reader) endsWith(v, s int, sentence run) bool {
	for t := v + 1; t < sentence.last; t++ {
		if u := r.Tokens[t].UPOS; (u == "VERB" || u == "AUX") && !r.extent(s).holds(t) || r.punct(t) && t+1 < sentence.last && t > v+8 {
			return false
		}
	}
	for _, c := range r.Tree.All(v, "obj", "ccomp", "xcomp") {
		if c > v && c != s {
			return false
		}
	}
	return true
}

func (r *reader) holdsClause(a run) bool {
	for t := a.first; t < a.last; t++ {
		if u := r.Tokens[t].UPOS; (u == "VERB" || u == "AUX") && r.Tree.Child(t, "nsubj") >= 0 || r.is(t, "nsubj") {
			return true
		}
	}
	return false
}

func (r *reader) marked(v int) bool {
	return r.Tree.Child(v, "mark") >= 0 || r.Tree.Child(v, "cc") >= 0
}

// clausal tells whether a side clause of a verb may be its content: it has a subject of its own or stands after a colon or in quotes.
func (r *reader) clausal(c, v int) bool {
	return r.inQuote(c, v) || r.verbal(c) && len(r.Step.verbs[r.lemma(c)]) == 0 && r.Tree.Child(c, "nsubj") >= 0
}

// inQuote tells whether a dependent of a verb is a quote: its head stands in marks within which the verb is not.
func (r *reader) inQuote(c, v int) bool {
	q := r.quote[c]
	if q < 0 || r.quote[v] == q {
		return false
	}
	a := r.extent(c)
	b := r.quoted[q]
	return b.len() >= 4 && (a.first <= b.first+1 || c < v)
}

// raise takes the subject of "seems to" and of "is expected to" for a part of the content: it is nobody's who speaks.
func (r *reader) raise(v int, m *match) {
	l := r.lemma(v)
	if len(m.parts) == 0 || l != "seem" && l != "appear" && !(r.isPassive(v) && r.sortOf(v) == string(lexicon.ThinkCue)) {
		return
	}
	m.impersonal, m.addressee = true, -1
	if s := r.Tree.Child(v, "nsubj"); s >= 0 {
		m.parts = append(m.parts, s)
	}
}

func (r *reader) infinitives(v int) []int {
	var all []int
	for _, c := range r.Tree.All(v, "xcomp", "advcl", "ccomp") {
		if c > v && r.infinitive(c) {
			all = append(all, c)
		}
	}
	return all
}

func (r *reader) infinitivesBelow(n int) []int {
	for _, c := range r.Tree.All(n, "acl", "xcomp", "advcl") {
		if c > n && r.infinitive(c) {
			return []int{c}
		}
	}
	return nil
}

// clausesAfterObject finds "urged the sides to talk" where the parser took "the sides to talk" for one clause.
func (r *reader) clausesAfterObject(v int) []int {
	for _, c := range r.Tree.All(v, "ccomp", "xcomp") {
		if c > v && r.infinitive(c) {
			return []int{c}
		}
	}
	return nil
}

// objects finds what a verb is done to in words: "condemned the attack", "the attack that the union condemned", "an attack claimed by the rebels".
func (r *reader) objects(v int, m *match) {
	relations := []string{"obj"}
	if r.isPassive(v) {
		relations = []string{"nsubj:pass"}
	}
	for _, c := range r.Tree.All(v, relations...) {
		if !r.punct(c) && !(r.Tokens[c].UPOS == "PRON" && r.Tokens[c].XPOS == "PRP") && r.Tokens[c].XPOS != "WDT" && r.Tokens[c].XPOS != "WP" {
			m.parts = append(m.parts, c)
		}
	}
	if len(m.parts) == 0 && r.describes(v) {
		m.parts, m.above = []int{r.Tokens[v].Head}, true
	}
}

// describes tells whether a verb stands in a clause about the noun that is its object.
func (r *reader) describes(v int) bool {
	h := r.Tokens[v].Head
	if h < 0 || h > v || !r.nominal(h) {
		return false
	}
	if r.is(v, "acl:relcl") {
		if r.isPassive(v) {
			return r.agent(v) >= 0
		}
		s := r.Tree.Child(v, "nsubj")
		return s >= 0 && r.Tokens[s].XPOS != "WDT" && r.Tokens[s].XPOS != "WP" && r.Tree.Child(v, "obj", "ccomp", "xcomp") != -1 == r.relative(v)
	}
	return r.is(v, "acl") && r.Tokens[v].XPOS == "VBN" && r.agent(v) >= 0
}

// relative tells whether the object of a verb is a relative pronoun.
func (r *reader) relative(v int) bool {
	o := r.Tree.Child(v, "obj")
	return o >= 0 && (r.Tokens[o].XPOS == "WDT" || r.Tokens[o].XPOS == "WP")
}

// predicates finds what somebody is called: "called the plan a mistake".
func (r *reader) predicates(v int, m *match) {
	o := r.Tree.Child(v, "obj")
	if r.isPassive(v) {
		o = r.Tree.Child(v, "nsubj:pass")
	}
	x := r.Tree.Child(v, "xcomp", "obj")
	if o >= 0 && x == o {
		for _, c := range r.Tree.All(v, "obj") {
			x = c
		}
	}
	if o >= 0 && x > v && x != o && !r.infinitive(x) {
		m.parts = []int{o, x}
	}
}

func (r *reader) prepositions(v int, frame lexicon.CueFrame, m *match) {
	p, object := frame.Preposition()
	for _, c := range r.Tree.Children(v) {
		if c > v && r.is(c, "obl", "advcl", "nmod", "xcomp", "ccomp") && r.mark(c) == p && !(p == "to" && r.infinitive(c)) && !r.is(c, "obl:unmarked") {
			m.parts = append(m.parts, c)
		}
	}
	if a := r.agent(v); object && len(m.parts) == 0 && a >= 0 && r.isPassive(v) {
		m.parts = r.gerunds(a, p)
	}
	if !object || len(m.parts) == 0 {
		if len(m.parts) > 0 {
			m.parts = append(m.parts, r.infinitivesOf(v, p)...)
		}
		return
	}
	o := r.Tree.Child(v, "obj", "iobj")
	if r.isPassive(v) {
		o = r.Tree.Child(v, "nsubj:pass")
	}
	if o < 0 {
		m.parts = nil
		return
	}
	m.parts = append(m.parts, o)
}

// gerunds finds "of mining the road" where the parser took it for a part of "by the army".
func (r *reader) gerunds(n int, p string) []int {
	for _, c := range r.Tree.All(n, "acl", "nmod") {
		if c > n && r.mark(c) == p {
			return []int{c}
		}
	}
	return nil
}

// infinitivesOf are the infinitives of "called for the army to leave".
func (r *reader) infinitivesOf(v int, p string) []int {
	if p == "for" || p == "on" {
		return r.infinitives(v)
	}
	return nil
}

func (r *reader) isPassive(v int) bool {
	return r.Tree.Child(v, "aux:pass") >= 0 || r.Tree.Child(v, "nsubj:pass") >= 0
}

// contentOf gives the stretches that the parts of a match cover: without the verb, its source and what else belongs to the verb.
func (r *reader) contentOf(v, source int, m match) []run {
	if !m.before.empty() {
		return r.around(m.before, run{m.before.last, m.before.last}, v)
	}
	if m.above {
		hole := r.extent(v)
		core := r.cueCore(v, source)
		return r.around(r.extent(m.parts[0]), run{min(hole.first, core.first), max(hole.last, core.last)}, v)
	}
	var before, after run
	for _, c := range m.parts {
		a := r.extent(c)
		if c > v && !r.is(c, "ccomp", "parataxis") {
			if k := r.Tree.Child(c, "case", "mark"); k >= 0 && k < c && len(m.parts) == 1 && !strings.EqualFold(r.Tokens[k].Form, "to") && r.is(c, "obl", "advcl") {
				a.first = max(a.first, k+1)
			}
		}
		side := &after
		if c < v {
			side = &before
		}
		if side.empty() {
			*side = a
		} else {
			*side = run{min(side.first, a.first), max(side.last, a.last)}
		}
	}
	cut := r.cueCore(v, source)
	if r.isPassive(v) || m.impersonal {
		cut = run{v, v + 1}
	}
	var all []run
	for _, a := range []run{before, r.ended(after, v)} {
		all = append(all, r.around(a, cut, v)...)
	}
	slices.SortFunc(all, func(a, b run) int { return cmp.Or(a.first-b.first, a.last-b.last) })
	return r.rest(slices.Compact(all), v)
}

// rest leaves out what follows "..., he said" after a quote where it is none, or where a preposition goes on without a comma.
func (r *reader) rest(all []run, v int) []run {
	if len(all) != 2 || all[0].first > v || all[1].first < v || r.isPassive(v) {
		return all
	}
	if b := all[1]; r.quote[b.first] >= 0 && r.opens(b.first) {
		return all
	}
	if u := r.Tokens[all[1].first].UPOS; r.quote[all[0].last-1] >= 0 || !r.punct(all[1].first-1) && u == "ADP" || r.punct(all[1].first-1) && (u == "DET" || u == "NOUN") {
		return all[:1]
	}
	return all
}

// ended cuts a content at the reporter's sum (", bringing the toll to 40"), and at a verb of saying that the tree joins to the content though its form joins it to the cue ("suggested that he leave and praised the plan").
func (r *reader) ended(a run, v int) run {
	for t := a.first + 1; t < a.last-1; t++ {
		if r.quote[t] >= 0 {
			continue
		}
		if r.Tokens[t].XPOS == "VBG" && r.lemma(t) == "bring" && r.Tokens[t-1].Form == "," {
			a.last = t - 1
			return a
		}
		if r.is(t, "cc") && a.holds(r.Tokens[t].Head) {
			if c := r.Tokens[t].Head; r.is(c, "conj") && c > t && r.sortOf(c) != "" && r.Tokens[c].XPOS == r.Tokens[v].XPOS && r.Tokens[v].XPOS != "VB" &&
				r.Tree.Child(c, "nsubj", "aux") < 0 && a.holds(r.Tokens[c].Head) && !r.finite(r.Tokens[c].Head, r.Tokens[v].XPOS) {
				a.last = t
				return a
			}
		}
	}
	return a
}

// finite tells whether a verb has a form, or an auxiliary of that form.
func (r *reader) finite(t int, form string) bool {
	if r.Tokens[t].XPOS == form {
		return true
	}
	for _, c := range r.Tree.All(t, "aux", "cop") {
		if r.Tokens[c].XPOS == form {
			return true
		}
	}
	return false
}

// cueCore is the run from the source to the verb, or from the verb to the source, that no content may cover.
func (r *reader) cueCore(v, source int) run {
	a := run{v, v + 1}
	if source >= 0 && r.Tree.Sentence(source) == r.Tree.Sentence(v) && !r.is(source, "nmod:poss") {
		b := r.extent(source)
		if b.holds(v) && v < source {
			b.first = v + 1
		} else if b.holds(v) {
			b.last = v
		}
		if r.Tokens[source].Head == v || b.last >= v-3 && b.first <= v+3 {
			a = run{min(a.first, b.first), max(a.last, b.last)}
		}
	}
	return a
}

// around cuts a hole out of a run: what is before it and what is after it.
func (r *reader) around(a, hole run, cue int) []run {
	var all []run
	for _, b := range []run{{a.first, min(a.last, hole.first)}, {max(a.first, hole.last), a.last}} {
		if b = r.whole(r.trim(b), cue); !b.empty() && r.words(b) > 0 {
			all = append(all, b)
		}
	}
	return all
}

// whole takes in the quotation marks of a quote that the run holds otherwise, and the rest of a quote that goes on beyond the sentence, unless
// the cue stands in the quote too.
func (r *reader) whole(a run, cue int) run {
	if a.empty() {
		return a
	}
	if q := r.quote[a.first]; q >= 0 && q != r.quote[cue] {
		if f := r.quoted[q].first; f < a.first && (a.first-f <= 1 || r.Tree.Sentence(f) != r.Tree.Sentence(a.first)) {
			a.first = f
		}
	}
	if q := r.quote[a.last-1]; q >= 0 && q != r.quote[cue] {
		if l := r.quoted[q].last; l > a.last && (l-a.last <= 2 || r.Tree.Sentence(l-1) != r.Tree.Sentence(a.last-1)) {
			a.last = l
		}
	}
	return a
}

func (r *reader) words(a run) int {
	n := 0
	for t := a.first; t < a.last; t++ {
		if !r.punct(t) {
			n++
		}
	}
	return n
}
