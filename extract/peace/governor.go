package peace

import "sitrep"

// governors are the verbs and predicates that tell something of a phrase, each with the relation that the phrase has to it.
func (v *view) governors(t int) (all []governor) {
	for _, c := range v.Tree.All(t, "amod") {
		if x := v.Tree.Child(c, "xcomp"); x > c && c > t {
			all = append(all, governor{x, "nsubj", ""}) // "a truce due to begin"
		}
	}
	if t+1 < len(v.Tokens) && v.form(t+1) == "due" && v.is(t+1, "mark") {
		all = append(all, governor{v.Tokens[t+1].Head, "nsubj", ""})
	}
	if h := v.Tokens[t].Head; h >= 0 && v.is(t, "conj") && v.is(h, "nsubj", "obj", "obl") {
		t = h
	}
	h := v.Tokens[t].Head
	if h >= 0 && v.is(t, "nsubj", "obj", "obl", "iobj") {
		all = append(all, governor{h, v.Tokens[t].Deprel, v.preposition(t)})
		for _, c := range v.joined(h) {
			if v.is(t, "nsubj") && v.Tree.Child(c, "nsubj", "csubj") < 0 {
				relation := "nsubj"
				if v.Tree.Child(c, "aux:pass") >= 0 || v.Tokens[c].XPOS == "VBN" && v.is(t, "nsubj:pass") {
					relation = "nsubj:pass"
				}
				all = append(all, governor{c, relation, ""})
			}
		}
	}
	for _, c := range v.Tree.All(t, "acl") {
		switch s := v.Tree.Child(c, "nsubj", "obj"); {
		case v.is(c, "acl:relcl") && s >= 0 && v.relative(s):
			all = append(all, governor{c, v.Tokens[s].Deprel, ""})
		case v.is(c, "acl:relcl") && (s < 0 || v.is(s, "nsubj")) && v.Tokens[c].XPOS != "VBG":
			all = append(all, governor{c, "obj", ""})
		case v.Tokens[c].XPOS == "VBN":
			all = append(all, governor{c, "nsubj:pass", ""})
		}
	}
	for _, g := range all {
		if x := v.Tree.Child(g.token, "xcomp"); x > g.token && leading[v.lemma(g.token)] && sitrep.Is(g.relation, "nsubj") {
			all = append(all, governor{x, "nsubj", ""})
		}
	}
	return all
}

// leading are the words whose complement says what the subject does: "is set to begin", "continues to hold".
var leading = words("set due expect schedule plan begin start continue")

// joined are the predicates that share the subject of one: those joined to it, and finite ones that trees join to an infinitive below it ("has
// been in place to allow talks but has collapsed").
func (v *view) joined(t int) []int {
	all := v.Tree.All(t, "conj")
	for _, c := range v.Tree.All(t, "advcl") {
		if !v.infinitive(c) {
			continue
		}
		for _, j := range v.Tree.All(c, "conj") {
			if a := v.Tree.Child(j, "aux"); a >= 0 && v.Tokens[a].XPOS != "VB" {
				all = append(all, j)
			}
		}
	}
	return all
}

// governor is a verb or predicate with the relation and the preposition that a phrase has to it.
type governor struct {
	token                 int
	relation, preposition string
}

func (v *view) relative(t int) bool {
	return v.Tokens[t].UPOS == "PRON" && (v.form(t) == "which" || v.form(t) == "that")
}

func (v *view) preposition(t int) string {
	if c := v.Tree.Child(t, "case"); c >= 0 {
		return v.form(c)
	}
	return ""
}
