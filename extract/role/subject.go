package role

import (
	"strings"

	"sitrep"
)

// passive tells whether a verb is in the passive.
func passive(s *sitrep.Story, v int) bool {
	return strings.Contains(s.Tokens[v].Feats, "Voice=Pass") || s.Tree.Child(v, "aux:pass", "nsubj:pass") >= 0
}

func relative(t *sitrep.Token) bool {
	return t.UPOS == "PRON" && strings.Contains(t.Feats, "PronType=Rel")
}

// subjectOf is the noun phrase that does, or in the passive undergoes, what a verb tells, where its own clause does not name it too: the
// subject of the verb that it is joined to, that controls it or that it goes with.
func (x *syntax) subjectOf(v, steps int) (int, string) {
	slot := subject
	if passive(x.Story, v) {
		slot = undergoer
	}
	if s := x.Tree.Child(v, "nsubj"); s >= 0 {
		return x.antecedent(s, v), slot
	}
	head := x.Tokens[v].Head
	if head < 0 || steps > maxSteps {
		return -1, slot
	}
	switch d := x.Tokens[v].Deprel; {
	case d == "acl" || d == "acl:relcl":
		return x.modified(v, head, slot, steps)
	case d == "xcomp" || d == "ccomp" && x.infinitive(v):
		return x.controller(head, steps), slot
	case d == "conj" && verbal(&x.Tokens[head]):
		s, _ := x.subjectOf(head, steps+1)
		return s, slot
	case d == "advcl" && !x.finite(v):
		return x.accompanied(v, head, steps), slot
	}
	return -1, slot
}

// antecedent is the noun that a relative pronoun stands for, or the token itself.
func (x *syntax) antecedent(s, v int) int {
	if relative(&x.Tokens[s]) {
		for h, n := v, 0; h >= 0 && n < maxSteps; h, n = x.Tokens[h].Head, n+1 {
			if x.Tokens[h].Deprel == "acl:relcl" {
				return x.Tokens[h].Head
			}
		}
	}
	return s
}

// modified is the noun that a participle belongs to, or for an infinitive whoever has the plan, the bid, the order.
func (x *syntax) modified(v, noun int, slot string, steps int) (int, string) {
	if !x.infinitive(v) {
		return noun, slot
	}
	if o := x.Tree.Child(noun, "nmod:poss"); o >= 0 {
		return o, slot
	}
	if h := x.Tokens[noun].Head; h >= 0 && verbal(&x.Tokens[h]) && x.Tokens[noun].Deprel == "obj" {
		s, _ := x.subjectOf(h, steps+1)
		return s, slot
	}
	return noun, slot
}

// controller is the object of the verb above, or else its subject: "urged the rebels to leave", "the rebels began to leave".
func (x *syntax) controller(above, steps int) int {
	if o := x.Tree.Child(above, "obj", "iobj"); o >= 0 && !subjectControl[x.Tokens[above].Lemma] {
		return x.antecedent(o, above)
	}
	s, _ := x.subjectOf(above, steps+1)
	return s
}

// accompanied is whoever does what an adverbial clause without a subject tells. Under a passive that is the agent ("was hit by a rocket,
// killing five"), and under a verb of blame the one who is blamed.
func (x *syntax) accompanied(v, above, steps int) int {
	lemma := x.Tokens[above].Lemma
	if blameVerbs[lemma] {
		if o := x.Tree.Child(above, "obj"); o >= 0 {
			return x.antecedent(o, above)
		}
	}
	if passive(x.Story, above) && !blameVerbs[lemma] && strings.Contains(x.Tokens[v].Feats, "VerbForm=Part") && !passive(x.Story, v) {
		return x.Tree.Child(above, "obl:agent")
	}
	if !verbal(&x.Tokens[above]) {
		return x.Tree.Child(above, "nsubj")
	}
	s, _ := x.subjectOf(above, steps+1)
	return s
}

func (x *syntax) infinitive(v int) bool { return strings.Contains(x.Tokens[v].Feats, "VerbForm=Inf") }

func (x *syntax) finite(v int) bool {
	if a := x.Tree.Child(v, "aux", "cop"); a >= 0 && x.Tokens[a].XPOS != "VBG" { // but "of having shelled"
		return !strings.Contains(x.Tokens[v].Feats, "VerbForm=Ger")
	}
	return strings.Contains(x.Tokens[v].Feats, "VerbForm=Fin")
}
