package claim

import "sitrep"

// longestTitle is how many words a title before a name may have.
const longestTitle = 12

// titled is the name that stands between commas before a verb, and the title before it that stands between commas too: "the road was cut, the
// mayor of Oldtown, Ada Example, said". The tree often hangs both on the last noun of what is said.
func (r *reader) titled(v int) (title, name run, ok bool) {
	sentence := r.sentenceRun(v)
	if v-2 <= sentence.first || r.Tokens[v-1].Form != "," || !r.present(v) {
		return title, name, false
	}
	name = run{v - 1, v - 1}
	for name.first > sentence.first && r.Tokens[name.first-1].UPOS == "PROPN" {
		name.first--
	}
	if name.empty() || !r.labelled(name.last-1, sitrep.Person) || r.Tokens[name.first-1].Form != "," {
		return title, name, false
	}
	title = run{name.first - 1, name.first - 1}
	for title.first > sentence.first && title.len() <= longestTitle && !r.punct(title.first-1) {
		title.first--
	}
	return title, name, title.first > sentence.first+1 && title.len() <= longestTitle && r.isTitle(title)
}

// isTitle tells whether words are a noun phrase for one person.
func (r *reader) isTitle(a run) bool {
	for t := a.first; t < a.last; t++ {
		if r.Tokens[t].UPOS == "VERB" || r.Tokens[t].UPOS == "AUX" {
			return false
		}
	}
	for t := a.first; t < a.last; t++ {
		if !a.holds(r.Tokens[t].Head) && r.Tokens[t].UPOS == "NOUN" {
			e := r.Cast.At(t)
			return personal(r.lemma(t)) || e != nil && e.Kind == sitrep.PersonEntity
		}
	}
	return false
}

// headIn is the token of a run that governs the others.
func (r *reader) headIn(a run) int {
	for t := a.first; t < a.last; t++ {
		if !a.holds(r.Tokens[t].Head) {
			return t
		}
	}
	return a.last - 1
}
