package trigger

import (
	"slices"
	"strings"

	"sitrep"
)

func frameName(c *candidate) string {
	f := c.frames[0]
	if len(f.When) == 0 {
		return f.Words[0] + "/" + f.POS
	}
	return f.Words[0] + "/" + f.POS + " " + f.When[0].Where + ":" + f.When[0].What[0]
}

// doubts are what speaks against a happening; the models weigh them.
var doubts = []struct {
	name  string
	holds func(*text, int) bool
}{
	{"negated", (*text).negated},
	{"modal", (*text).modal},
	{"wished or feared", (*text).wished},
	{"in a name", (*text).inName},
	{"modifies another noun", (*text).modifier},
	{"demanded", (*text).claimedOtherwise},
}

// clause is the verb, or predicate, of the clause that a token stands in.
func (t *text) clause(i int) int {
	for steps := 0; steps < 30; steps++ {
		if t.Tokens[i].UPOS == "VERB" && !t.is(i, "amod", "compound") || t.Tokens[i].Head < 0 {
			return i
		}
		i = t.Tokens[i].Head
	}
	return i
}

func (t *text) negated(i int) bool {
	for _, k := range [2]int{i, t.clause(i)} {
		for _, c := range t.Tree.Children(k) {
			if slices.Contains([]string{"not", "never", "n't", "no", "nor", "neither"}, t.lemma[c]) {
				return true
			}
		}
	}
	return false
}

// modal tells whether a token stands under "could", "would", "may" and the like, or in a clause of "if" or "unless".
func (t *text) modal(i int) bool {
	v := t.clause(i)
	for _, c := range t.Tree.Children(v) {
		if t.is(c, "aux") && slices.Contains([]string{"could", "would", "may", "might", "should", "must", "can"}, t.lemma[c]) {
			return true
		}
		if t.is(c, "mark") && slices.Contains([]string{"if", "unless", "whether", "lest"}, t.lemma[c]) {
			return true
		}
	}
	return false
}

// wishes are governors under which nothing has happened.
var wishes = lemmas(`want wish hope fear threaten warn demand urge call seek try refuse prevent avoid stop vow plan intend propose offer ask
	aim prepare consider need require deter urge appeal reject deny risk threat fear hope demand call plan possibility risk danger ability effort attempt
	request proposal oppose discourage prohibit ban favor support advocate capable able ready willing likely unlikely potential prospect prevention
	prevention proposal talk bid right`)

func lemmas(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// wished tells whether a token stands below a word under which nothing has happened.
func (t *text) wished(i int) bool {
	for steps := 0; steps < 4; steps++ {
		g := t.Tokens[i].Head
		if g < 0 {
			return false
		}
		below := t.is(i, "xcomp", "ccomp", "acl", "obj", "csubj") || t.is(i, "obl", "nmod") && t.has(i, "for", "of", "from", "to", "against")
		if below && wishes[t.lemma[g]] {
			return true
		}
		if t.Tokens[i].UPOS == "VERB" && !t.is(i, "xcomp", "ccomp", "conj") {
			return false
		}
		i = g
	}
	return false
}

// inName tells whether a token is a word of the name of a body, a person or a place.
func (t *text) inName(i int) bool {
	switch t.label(i) {
	case sitrep.Org, sitrep.Person, sitrep.GPE, sitrep.Location, sitrep.Facility, sitrep.NORP:
		return true
	}
	return false
}

// modifier tells whether a noun only says which kind another one is of.
func (t *text) modifier(i int) bool {
	return t.Tokens[i].UPOS != "VERB" && t.is(i, "compound", "amod", "nmod:poss")
}

// claimedOtherwise tells whether a token stands in a demand, a threat, a warning or a denial.
func (t *text) claimedOtherwise(i int) bool {
	for k := range t.Claims {
		c := &t.Claims[k]
		switch c.Stance {
		case sitrep.Demand, sitrep.Threaten, sitrep.Warn, sitrep.Reject:
			if c.Holds(t.Tokens[i].Span) {
				return true
			}
		}
	}
	return false
}
