package trigger

import "sitrep"

// harms are verbs and nouns of what a happening did.
var harms = lemmas(`kill wound injure die hurt maim destroy damage death casualty dead behind burn flee displace hit strike target missing victim toll shatter
	fatality set leave rip tear rock shake slam land fall explode detonate go crash demolish wreck flatten fire`)

// absorb lets candidates that tell of the happening of another one go up in that: the harm in its cause, the modifier in its head, the act in
// what is done.
func absorb(t *text, found []candidate) {
	at := make(map[int]int, len(found))
	for k := range found {
		at[found[k].token] = k
	}
	for k := range found {
		if m := stronger(t, found, at, k); m >= 0 && m != k && !leads(found, m, k) {
			found[k].into = m
		}
	}
	for k := range found {
		if found[k].into >= 0 {
			found[top(found, k)].take(&found[k])
		}
	}
}

// top is the candidate that one goes up in at last.
func top(found []candidate, k int) int {
	for steps := 0; found[k].into >= 0 && steps <= len(found); steps++ {
		k = found[k].into
	}
	return k
}

// take lets what one word says of a happening count for the other: it is an event as surely as the surer of the two says, and where the better
// word only says that it was an attack, the other may say of which kind.
func (c *candidate) take(o *candidate) {
	c.score = max(c.score, o.score)
	if k := o.kind(); c.kind() == sitrep.Attack && violent(k) && k != sitrep.Destruction && o.score >= 0.5 {
		c.kinds = o.kinds
	}
}

// leads tells whether a candidate goes up, by however many steps, in another one.
func leads(found []candidate, k, top int) bool {
	for steps := 0; k >= 0 && steps <= len(found); k, steps = found[k].into, steps+1 {
		if k == top {
			return true
		}
	}
	return false
}

// stronger is the candidate that tells better of the happening of candidate k, -1 for none.
func stronger(t *text, found []candidate, at map[int]int, k int) int {
	c := &found[k]
	i := c.token
	g := t.Tokens[i].Head
	if t.modifier(i) && !t.is(i, "nmod:poss") {
		if m, ok := at[g]; ok {
			return m
		}
	}
	if m, ok := at[g]; ok && t.weapon[i] != "" && t.Tokens[i].UPOS != "VERB" && t.is(i, "obj", "obl", "nmod", "nsubj:pass") && violent(found[m].kind()) {
		return m
	}
	if harms[t.lemma[i]] {
		if m := cause(t, found, at, i); m >= 0 {
			return m
		}
	}
	if t.Tokens[i].UPOS == "VERB" {
		for _, o := range t.objects(i) {
			if m, ok := at[o]; ok && t.Tokens[o].UPOS != "VERB" && t.weapon[o] == "" && sameFamily(found[m].kind(), c.kind()) {
				return m
			}
		}
	}
	return -1
}

// cause is the candidate that a harm is told to come from: its subject, its means, or the violent deed that its clause hangs from.
func cause(t *text, found []candidate, at map[int]int, i int) int {
	for _, s := range append(t.subjects(i), t.means(i)...) {
		if m, ok := at[s]; ok && violent(found[m].kind()) && s != i {
			return m
		}
	}
	for g, steps := t.Tokens[i].Head, 0; g >= 0 && steps < 3; g, steps = t.Tokens[g].Head, steps+1 {
		if m, ok := at[g]; ok && violent(found[m].kind()) && t.is(i, "conj", "advcl", "acl", "xcomp") && !ownSubject(t, i) {
			return m
		}
		if !t.is(g, "conj", "advcl", "acl", "xcomp") {
			break
		}
	}
	return -1
}

func ownSubject(t *text, i int) bool { return t.Tree.Child(i, "nsubj") >= 0 && !t.is(i, "acl") }

func violent(k sitrep.Kind) bool { return family(k) == "violence" }

// family is the group of kinds that are taken for each other most easily.
func family(k sitrep.Kind) string {
	switch k {
	case sitrep.Battle, sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.Violation, sitrep.War, sitrep.Destruction, sitrep.Coup:
		return "violence"
	case sitrep.Territory, sitrep.Deployment, sitrep.Withdrawal:
		return "control"
	case sitrep.Abduction, sitrep.Arrest, sitrep.Release, sitrep.Displacement, sitrep.Trial:
		return "people"
	case sitrep.Ceasefire, sitrep.Agreement, sitrep.Talks:
		return "diplomacy"
	}
	return string(k)
}

func sameFamily(a, b sitrep.Kind) bool { return family(a) == family(b) }
