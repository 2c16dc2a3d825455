package role

import (
	"strings"

	"sitrep"
)

// argument is a noun phrase that hangs on a trigger by syntax.
type argument struct {
	head int    // its head token
	slot string // how it hangs there: see the constants
	via  string // the lemma of the word between the two, empty where they hang together directly
}

// Slots. A preposition is a slot of its own, under its lemma; with the prefix "up " the phrase hangs on a noun above the trigger ("a wave of
// attacks by ..."), with a prefix "in ", "by " etc. on the verb of which the trigger is an oblique ("killed in an attack").
const (
	subject    = "subject"    // of a verb in the active
	undergoer  = "undergoer"  // the subject of a verb in the passive
	object     = "object"     // of a verb
	recipient  = "recipient"  // the indirect object
	agent      = "by"         // the agent of a passive, and a noun's "by"
	owner      = "owner"      // "Ruritania's shelling"
	modifier   = "modifier"   // "Ruritanian shelling", "rebel attack"
	leader     = "leader"     // "Ruritanian-led", "backed"
	doer       = "doer"       // the subject of the verb that has the trigger as its object: "rebels carried out an attack"
	affected   = "affected"   // the object of the verb that has the trigger as its subject: "the attack killed soldiers"
	predicated = "predicated" // the subject of a trigger that is a predicate: "this was an attack"
	blamed     = "blamed"     // whoever the trigger is blamed on
)

// maxSteps bounds every walk up a tree, which a broken parse may make long.
const maxSteps = 12

// syntax finds the arguments of one trigger.
type syntax struct {
	*sitrep.Story
	trigger int
	found   []argument
}

// arguments are the noun phrases that hang on a trigger, each by its first slot.
func arguments(s *sitrep.Story, trigger int) []argument {
	x := &syntax{Story: s, trigger: trigger}
	x.charged()
	if verbal(&s.Tokens[trigger]) {
		x.verb(trigger, "", "")
		if m, _ := x.subjectOf(trigger, 0); m >= 0 && munitions[s.Tokens[m].Lemma] {
			x.above(m, 0) // "rebels threw a grenade that exploded"
		}
	} else {
		x.noun(trigger, "", "")
		x.above(trigger, 0)
	}
	return x.found
}

func verbal(t *sitrep.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" }

// add takes an argument and what is joined to it.
func (x *syntax) add(head int, slot, via string) {
	if head < 0 || head == x.trigger || len(x.found) >= most {
		return
	}
	for _, a := range x.found {
		if a.head == head {
			return
		}
	}
	x.found = append(x.found, argument{head, slot, via})
	for _, c := range x.Tree.All(head, "conj") {
		if !verbal(&x.Tokens[c]) {
			x.add(c, slot, via)
		}
	}
	x.inside(head, slot, via)
}

// inside takes the phrase that a measure or a container stands for: "dozens of rebels", "a group of soldiers".
func (x *syntax) inside(head int, slot, via string) {
	t := &x.Tokens[head]
	if t.UPOS != "NUM" && !containers[t.Lemma] {
		return
	}
	for _, c := range x.Tree.All(head, "nmod") {
		if p := x.preposition(c); p == "of" || p == "among" {
			x.add(c, slot, via)
		}
	}
}

func (x *syntax) preposition(i int) string { return preposition(x.Story, i) }

// preposition is the lemma of the preposition of a phrase, empty where it has none.
func preposition(s *sitrep.Story, i int) string {
	c := s.Tree.Child(i, "case")
	if c < 0 {
		return ""
	}
	lemma := strings.ToLower(s.Tokens[c].Lemma)
	if lemma == "'s" || lemma == "’s" || lemma == "'" {
		return ""
	}
	return lemma
}

// verb takes the arguments of a verb. Slots get the prefix, and via where they have none of their own.
func (x *syntax) verb(v int, prefix, via string) {
	if s, slot := x.subjectOf(v, 0); s >= 0 {
		x.add(s, prefix+slot, via)
	}
	for _, c := range x.Tree.Children(v) {
		switch d := x.Tokens[c].Deprel; {
		case d == "obj":
			x.add(c, prefix+object, via)
		case d == "iobj":
			x.add(c, prefix+recipient, via)
		case d == "obl:agent":
			x.add(c, prefix+agent, via)
		case sitrep.Is(d, "obl"):
			if p := x.preposition(c); p != "" {
				x.add(c, prefix+p, via)
			}
		case sitrep.Is(d, "nmod"):
			if p := x.preposition(c); p != "" {
				x.add(c, prefix+p, via)
			}
		case sitrep.Is(d, "ccomp", "xcomp") && x.Tokens[c].UPOS == "NOUN":
			x.add(c, prefix+object, via)
		}
	}
	if x.Tokens[v].Deprel == "acl:relcl" {
		x.gap(v, prefix, via)
	}
}

// gap takes the noun that a relative clause without its own word for it leaves out: "the town that rebels shelled", "the town rebels shelled".
func (x *syntax) gap(v int, prefix, via string) {
	head := x.Tokens[v].Head
	for _, c := range x.Tree.Children(v) {
		if relative(&x.Tokens[c]) {
			if sitrep.Is(x.Tokens[c].Deprel, "obj") {
				x.replace(c, head)
			}
			return
		}
	}
	if x.Tree.Child(v, "obj") < 0 && !passive(x.Story, v) {
		x.add(head, prefix+object, via)
	}
}

func (x *syntax) replace(from, to int) {
	for i := range x.found {
		if x.found[i].head == from {
			x.found[i].head = to
		}
	}
}
