package claim

import (
	"cmp"
	"slices"
	"strings"
)

// clauses finds a clause or a quote that a verb of saying governs, or is attached to.
func (r *reader) clauses(v int, m *match) {
	for _, c := range r.Tree.Children(v) {
		switch {
		case r.is(c, "ccomp") && !r.onDoing(c), r.is(c, "parataxis") && r.clausal(c, v), r.is(c, "xcomp") && c > v && r.quote[c] >= 0 && r.quote[v] != r.quote[c],
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
			if k := r.before(c); k >= 0 && k < c && (len(m.parts) == 1 || c == m.parts[0] && r.Tokens[m.parts[1]].XPOS == "VBG") && !strings.EqualFold(r.Tokens[k].Form, "to") && r.is(c, "obl", "advcl") {
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
	if r.quote[all[0].last-1] < 0 && r.dates(all[1]) {
		return all[:1]
	}
	if u := r.Tokens[all[1].first].UPOS; r.quote[all[0].last-1] >= 0 || !r.punct(all[1].first-1) && u == "ADP" || r.punct(all[1].first-1) && (u == "DET" || u == "NOUN") {
		return all[:1]
	}
	return all
}

// dates tells whether words begin by saying how long after or before something else it was, which the reporter adds: "two weeks after the truce".
func (r *reader) dates(a run) bool {
	for t := a.first; t < min(a.last, a.first+5); t++ {
		switch l := r.lemma(t); {
		case l == "after" || l == "before" || l == "since":
			return t > a.first && r.punct(a.first-1)
		case !lengths[l] && r.Tokens[t].UPOS != "NUM" && r.Tokens[t].UPOS != "ADV" && r.Tokens[t].UPOS != "DET" && r.Tokens[t].UPOS != "ADJ":
			return false
		}
	}
	return false
}

var lengths = map[string]bool{"minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true, "decade": true, "couple": true}

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
		if r.namesClaim(t) {
			a.last = t
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

// namesClaim tells whether after a dash or a comma the reporter says what was said and what another makes of it: "— a demand that the rebels reject".
func (r *reader) namesClaim(t int) bool {
	if u := r.Tokens[t].UPOS; u != "DET" || !r.punct(t-1) || strings.EqualFold(r.Tokens[t].Form, "the") {
		return false
	}
	for n := t + 1; n < min(t+4, len(r.Tokens)); n++ {
		if claimNouns[r.lemma(n)] && r.Tokens[n].UPOS == "NOUN" {
			return r.Tree.Child(n, "acl:relcl", "acl") > n
		}
		if r.punct(n) {
			return false
		}
	}
	return false
}

// claimNouns name what somebody has said.
var claimNouns = setOf(`demand claim charge allegation accusation call proposal offer assertion condition request position threat statement assessment view figure
	suggestion warning promise pledge denial`)

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
	if title, name, ok := r.titled(v); ok && name.holds(source) {
		return run{title.first, v + 1}
	}
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
