package toll

import (
	"sitrep"
	"sitrep/lexicon"
)

// tie finds the word of harm that a group belongs to: the group's own noun, a word next to it, or one above it in the tree.
func (f *finder) tie(g *group) {
	if g.ofThem {
		f.right(g)
		return
	}
	for _, by := range []func(*group) bool{f.itself, f.left, f.right, f.tree, f.described, f.captives} {
		if by(g) {
			return
		}
	}
}

// bind ties a group to the word of harm at a token, unless the word's clause tells of nothing that came to pass.
func (f *finder) bind(g *group, word int, h *lexicon.HarmWord, rule string) bool {
	if !f.real(word) || rule != "noun" && f.excepted(g) {
		g.rule = "unreal"
		return true
	}
	if g.head >= 0 && !g.sure && (h.Harm == "captured" && !humanOnly[h.Lemma] || h.Slot == "state" && h.Harm == "missing") {
		return false
	}
	if h == shot && g.amount.High < 2 {
		return false
	}
	if g.number < 0 && !g.sure && !deadly[h.Lemma] {
		return false
	}
	if h == shot && g.head >= 0 && !g.sure || needsPeople[h.Lemma] && (g.head < 0 || !g.sure) {
		return false
	}
	if g.number < 0 && h.Harm == "captured" && (policed[h.Lemma] || f.label[g.head] == sitrep.Person && g.first == g.head) {
		return false
	}
	g.harm, g.word, g.rule = sitrep.Harm(h.Harm), word, rule
	if f.both(word) {
		g.harm = sitrep.Casualties
	}
	return true
}

// excepted tells whether a group is one of which some are left out: "all but one of the 14 rebels" are not 14.
func (f *finder) excepted(g *group) bool {
	i := g.first
	return f.form(i-1) == "the" && f.form(i-2) == "of" && f.form(i-4) == "but" && f.form(i-5) == "all"
}

// humanOnly are verbs of capture that take nothing but people.
var humanOnly = words("abduct kidnap detain arrest imprison apprehend jail")

// needsPeople are verbs that act on things as well.
var needsPeople = words("eliminate neutralize neutralise destroy annihilate wipe seize snatch nab")

// deadly are words of harm whose object is a person even where nothing else tells that a name is one's.
var deadly = words("kill murder assassinate assassination slaying execute behead wound injure kidnap abduct killing")

// policed are the verbs of arrest: one suspect in custody is no count of captives.
var policed = words("detain arrest imprison apprehend jail seize nab")

// both tells whether the word of harm stands together with one of the other harm for one number: "killed or wounded", "deaths and injuries".
func (f *finder) both(i int) bool {
	other := func(k int) bool {
		a, b := f.harmAt(i), f.harmAt(k)
		return a != nil && b != nil && (a.Harm == "killed" && b.Harm == "wounded" || a.Harm == "wounded" && b.Harm == "killed") && a.Slot != "count" && b.Slot != "count"
	}
	joined := func(k int) bool { w := f.form(k); return w == "and" || w == "or" || w == "/" }
	return joined(i+1) && other(i+2) && !f.startsGroup(i+3) || joined(i-1) && other(i-2) && !f.endsGroup(i-2)
}

// startsGroup tells whether a group begins at a token.
func (f *finder) startsGroup(i int) bool {
	g := f.groupAt(i)
	return g != nil && g.first == i && g.number >= 0
}

// endsGroup tells whether what is before or at a token belongs to a group that has the harm there for itself: "12 killed and wounded 30".
func (f *finder) endsGroup(i int) bool { return f.groupAt(i) != nil }

// itself ties a group whose noun is the word of harm: "12 fatalities", "three deaths".
func (f *finder) itself(g *group) bool {
	if g.head < 0 || g.number < 0 {
		return false
	}
	h := f.harmAt(g.head)
	if h == nil || h.Slot == "count" || f.diedOf(g, h) {
		return g.word >= 0
	}
	if h.Slot == "object" || h.Slot == "subject" || h.Slot == "either" {
		if f.form(g.head) != "wounded" && f.form(g.head) != "injured" {
			return false
		}
	}
	if h.Harm == "captured" {
		return false
	}
	g.part = g.part || g.of && f.form(g.numberEnd+1) == "the" // "13 of the dead were civilians"
	return f.bind(g, g.head, h, "noun")
}

// diedOf ties some of the wounded to what became of them then: "two of the wounded died".
func (f *finder) diedOf(g *group, h *lexicon.HarmWord) bool {
	up := f.Tokens[g.number].Head
	x := f.harmAt(up)
	return g.of && x != nil && up >= g.last && x.Harm == "killed" && h.Harm != "killed" && sitrep.Is(f.Tokens[g.number].Deprel, "nsubj") && f.bind(g, up, x, "subject")
}

// captives ties a group of hostages of whom nothing else is told.
func (f *finder) captives(g *group) bool {
	if g.head < 0 || g.of || g.number < 0 || g.amount.Low < 2 {
		return false
	}
	return f.isCaptive(g.head) && f.bind(g, g.head, f.harmAt(g.head), "noun")
}

// isCaptive tells whether a noun means people who were captured: "hostages".
func (f *finder) isCaptive(i int) bool {
	h := f.harmAt(i)
	return h != nil && h.Slot == "people" && h.Harm == "captured"
}

// left ties a group to the verb just before its number: "killed 12", "wounding at least 30", "shot dead four".
func (f *finder) left(g *group) bool {
	i := g.first - 1
	for i >= f.first && fillers[f.form(i)] && f.harmAt(i) == nil {
		i--
	}
	h := f.harmAt(i)
	if h == nil && f.form(i) == "dead" && i > f.first {
		i--
		h = f.harmAt(i)
	}
	if h == nil || h.Slot != "object" && h.Slot != "either" || !f.isVerb(i) || f.passive(i) || g.number < 0 && f.Tokens[g.top()].Head != i {
		return false
	}
	if h.Lemma == "evacuate" && (g.head < 0 || f.hanging(g, g.head)) {
		return g.word >= 0
	}
	if before := f.groupAt(i - 1); before != nil && before.number >= 0 && f.rightWord(g) >= 0 {
		return false
	}
	if h.Slot == "either" && f.Tree.Child(i, "nsubj") >= 0 && f.groupAt(f.Tree.Child(i, "nsubj")) != nil {
		return false
	}
	return f.bind(g, i, h, "object")
}

// isVerb tells whether a word of harm is used as a verb: not as the adjective of a noun to its right inside one group.
func (f *finder) isVerb(i int) bool {
	t := &f.Tokens[i]
	return t.UPOS == "VERB" || t.UPOS == "AUX" || len(t.XPOS) > 1 && t.XPOS[:2] == "VB" || f.harmAt(i) == woundedObject
}

// headOf is the head of a token; -1 for that of a root and of no token.
func (f *finder) headOf(i int) int {
	if i < 0 {
		return -1
	}
	return f.Tokens[i].Head
}

// passive tells whether the verb at a token has a form of "be" before it.
func (f *finder) passive(i int) bool {
	for _, c := range f.Tree.Children(i) {
		if f.Tokens[c].Deprel == "aux:pass" {
			return true
		}
	}
	w := f.lemma(i - 1)
	return w == "be" && f.Tokens[i].XPOS != "VBG"
}

// right ties a group to the participle, adjective or verb just after it: "12 people were killed", "30 wounded", "five died".
func (f *finder) right(g *group) bool {
	if i := f.rightWord(g); i >= 0 {
		return f.bind(g, i, f.harmAt(i), "subject")
	}
	return false
}

// rightWord is the word of harm that says what became of the group before it; -1 for none.
func (f *finder) rightWord(g *group) int {
	i := g.last
	for i < f.last && helpers[f.form(i)] && f.harmAt(i) == nil {
		i++
	}
	h := f.harmAt(i)
	if h == nil {
		if (f.form(i) == "wounded" || f.form(i) == "injured") && f.harmAt(i) != nil {
			return i
		}
		return -1
	}
	if g.number < 0 && f.Tokens[i].Head != g.head && f.Tokens[g.head].Head != i && !f.subjectless(i) {
		return -1
	}
	if up := f.headOf(g.number); g.ofMore && up >= 0 && f.Tokens[i].Head == g.head && f.isVerb(up) {
		return -1 // "13 of the 30 men abducted were freed": the 30 were abducted
	}
	switch h.Slot {
	case "subject", "state":
		if f.Tokens[i].Deprel == "amod" && f.Tokens[i].Head > i && !f.crosses(i+1, f.Tokens[i].Head) {
			return -1
		}
		return i
	case "object", "either", "people":
		if f.form(i) == "wounded" || f.form(i) == "injured" {
			if f.Tokens[i].Deprel == "amod" && f.Tokens[i].Head > i && f.Tokens[f.Tokens[i].Head].UPOS == "NOUN" && f.in[f.Tokens[i].Head-f.first] < 0 {
				return -1
			}
		} else if h.Slot == "people" {
			return -1
		}
		if f.takesObject(i) {
			return -1
		}
		return i
	}
	return -1
}

// subjectless tells whether a verb in the passive has no subject in the tree, which was cut wrong then: what stands just before it is the subject.
func (f *finder) subjectless(i int) bool {
	return f.passive(i) && f.Tree.Child(i, "nsubj") < 0
}

// takesObject tells whether a verb acts on what follows it, so that what stands before it is the doer.
func (f *finder) takesObject(i int) bool {
	t := &f.Tokens[i]
	if t.XPOS == "VBG" || t.XPOS == "VB" || t.XPOS == "VBZ" || t.XPOS == "VBP" {
		return true
	}
	if f.passive(i) || f.form(i-1) == "been" {
		return false
	}
	if o := f.Tree.Child(i, "obj"); o > i && !f.othersAfter(i) {
		g := f.groupAt(o)
		if g == nil || g.number < 0 || f.rightWord(g) < 0 || t.XPOS == "VBD" && f.Tree.Child(i, "nsubj") >= 0 && f.rightWord(g) < 0 {
			return true
		}
	}
	if f.startsGroup(i + 1) {
		return f.rightWord(f.groupAt(i+1)) < 0
	}
	return false
}

// othersAfter tells whether a headline goes on with what became of others: "2 killed others injured".
func (f *finder) othersAfter(i int) bool {
	return f.form(i+1) == "others" && f.harmAt(i+2) != nil && f.Tree.Child(i, "nsubj") < 0
}

// described ties a group with an adjective of harm: "46 wounded civilians", "12 dead soldiers".
func (f *finder) described(g *group) bool {
	if g.head < 0 || g.number < 0 {
		return false
	}
	for _, c := range f.Tree.Children(g.head) {
		if h := f.harmAt(c); h != nil && c >= g.numberEnd && c < g.head && sitrep.Is(f.Tokens[c].Deprel, "amod") && f.Tokens[c].XPOS != "VBG" {
			return f.bind(g, c, h, "adjective")
		}
	}
	return false
}
