package role

import "sitrep"

// became are what the report says became of a thing by the words that tell it.
var became = func() map[string]sitrep.Effect {
	all := map[string]sitrep.Effect{}
	for effect, words := range map[sitrep.Effect]string{
		sitrep.Destroyed: `destroy demolish raze flatten level obliterate gut incinerate wreck annihilate pulverize pulverise collapse ruin topple sink`,
		sitrep.Damaged:   `damage scorch burn torch shatter crack dent singe blacken deface vandalize vandalise ransack blast`,
	} {
		for w := range set(words) {
			all[w] = effect
		}
	}
	return all
}()

var (
	// harmNouns are what a thing is told to have had: "damage to the bridge", "the destruction of the bridge".
	harmNouns = map[string]sitrep.Effect{"damage": sitrep.Damaged, "destruction": sitrep.Destroyed}
	// causes have the damage as their object.
	causes = set(`cause inflict do suffer sustain leave report receive`)
	// unreal are the auxiliaries of what has not happened.
	unreal = set(`could would might may will shall should can`)
)

// tellEffects notes how many things were hit, and what became of them.
func (t *table) tellEffects() {
	for i := range t.Events {
		for k := range t.Events[i].Actors {
			a := &t.Events[i].Actors[k]
			if a.Kind != sitrep.ThingEntity || a.Role != sitrep.Target {
				continue
			}
			t.count(a)
			if e, word := t.effect(i, a); e != "" {
				a.Effect = e
				a.Why = append(a.Why, sitrep.Reason{Field: "effect", Rule: string(e), Words: t.Tokens[word].Span})
			}
		}
	}
}

// effect is what the sentences that tell of an event say became of a thing that it hit, with the word that says so; empty where they say nothing.
func (t *table) effect(event int, a *sitrep.Actor) (sitrep.Effect, int) {
	told := map[int]bool{}
	for _, i := range t.Events[event].MentionsOf {
		told[t.Tree.Sentence(t.Mentions[i].Trigger)] = true
	}
	best, at := sitrep.Effect(""), -1
	for _, h := range t.heads(a) {
		if !told[t.Tree.Sentence(h)] {
			continue
		}
		if e, word := t.befell(h); e == sitrep.Destroyed || e != "" && best == "" {
			best, at = e, word
		}
	}
	return best, at
}

// befell is what a clause, or the words about a noun, say became of what it names.
func (t *table) befell(h int) (sitrep.Effect, int) {
	for _, c := range t.Tree.Children(h) {
		if x := &t.Tokens[c]; sitrep.Is(x.Deprel, "amod") || x.Deprel == "acl" && passiveForm(x) {
			if e := t.done(c); e != "" {
				return e, c
			}
		}
	}
	top := h
	for steps := 0; sitrep.Is(t.Tokens[top].Deprel, "conj") && steps < maxSteps; steps++ {
		top = t.Tokens[top].Head
	}
	x := &t.Tokens[top]
	if x.Head < 0 {
		return "", -1
	}
	above := &t.Tokens[x.Head]
	switch d := x.Deprel; {
	case d == "obj", d == "nsubj:pass":
		return t.done(x.Head), x.Head
	case d == "nsubj":
		if verbal(above) && (above.Lemma == "collapse" || dyingVerbs[above.Lemma] && t.Tree.Child(x.Head, "obj") < 0) {
			return t.done(x.Head), x.Head
		}
		if o := t.Tree.Child(x.Head, "obj"); o >= 0 && (above.Lemma == "suffer" || above.Lemma == "sustain") {
			return t.having(o, x.Head), o
		}
	case sitrep.Is(d, "nmod"):
		if p := preposition(t.Story, top); p == "to" || p == "of" || d == "nmod:poss" {
			return t.having(x.Head, t.Tokens[x.Head].Head), x.Head
		}
	case sitrep.Is(d, "obl"):
		if o := t.Tree.Child(x.Head, "obj"); o >= 0 && preposition(t.Story, top) == "to" && causes[above.Lemma] {
			return t.having(o, x.Head), o
		}
	}
	return "", -1
}

func passiveForm(x *sitrep.Token) bool { return x.XPOS == "VBN" || x.XPOS == "VBD" }

// done is what a verb says became of what it is done to.
func (t *table) done(verb int) sitrep.Effect {
	x := &t.Tokens[verb]
	e := became[x.Lemma]
	if e == "" && x.Lemma == "blow" && t.particle(verb, "up") {
		e = sitrep.Destroyed
	}
	if e == "" && x.Lemma == "undamaged" {
		return sitrep.Undamaged
	}
	if e == "" || !t.real(verb) {
		return ""
	}
	return unless(t.not(verb), e)
}

// unless is an effect where it is not denied.
func unless(denied bool, e sitrep.Effect) sitrep.Effect {
	switch {
	case !denied:
		return e
	case e == sitrep.Damaged:
		return sitrep.Undamaged
	}
	return ""
}

// having is what a noun of damage says, by itself and by the verb that it is the object of.
func (t *table) having(noun, verb int) sitrep.Effect {
	e := harmNouns[t.Tokens[noun].Lemma]
	if e == "" || verb >= 0 && !t.real(verb) {
		return ""
	}
	return unless(t.not(noun) || verb >= 0 && t.not(verb), e)
}

func (t *table) particle(verb int, word string) bool {
	c := t.Tree.Child(verb, "compound:prt")
	return c >= 0 && t.Tokens[c].Lemma == word
}

// real tells whether a word is not what only may happen, was tried or is threatened.
func (t *table) real(i int) bool {
	for _, c := range t.Tree.Children(i) {
		if unreal[t.Tokens[c].Lemma] && sitrep.Is(t.Tokens[c].Deprel, "aux") {
			return false
		}
	}
	x := &t.Tokens[i]
	return x.Head < 0 || !sitrep.Is(x.Deprel, "xcomp", "ccomp") || !untried[t.Tokens[x.Head].Lemma]
}

// untried are the verbs under which nothing has happened.
var untried = set(`try attempt fail want plan threaten vow intend seek aim refuse`)
