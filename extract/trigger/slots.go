package trigger

// objects are the heads of what a verb does something to: its object, the subject of its passive, what a participle stands by; of a noun what
// stands after "of".
func (t *text) objects(i int) []int {
	var all []int
	for _, c := range t.Tree.Children(i) {
		if t.is(c, "obj", "nsubj:pass", "iobj") {
			all = append(all, t.group(c)...)
		}
	}
	if g := t.Tokens[i].Head; g >= 0 && t.passive(i) && t.is(i, "acl", "amod") {
		all = append(all, g)
	}
	if g := t.Tokens[i].Head; g >= 0 && t.passive(i) && t.is(i, "xcomp") && len(all) == 0 {
		if s := t.Tree.Child(g, "nsubj"); s >= 0 {
			all = append(all, t.group(s)...)
		}
	}
	if t.is(i, "conj") && len(all) == 0 && t.Tokens[i].Head >= 0 && t.passive(i) {
		if s := t.Tree.Child(t.lead(i), "nsubj:pass"); s >= 0 {
			all = append(all, t.group(s)...)
		}
	}
	return all
}

// passive tells whether a verb is a past participle that suffers its deed.
func (t *text) passive(i int) bool {
	return t.Tokens[i].XPOS == "VBN" && t.Tree.Child(i, "obj") < 0
}

// subjects are the heads of who or what does it: the subject of the active, that of a verb it is joined to, the governor of a participle.
func (t *text) subjects(i int) []int {
	for steps := 0; i >= 0 && steps < 6; steps++ {
		for _, c := range t.Tree.Children(i) {
			if t.Tokens[c].Deprel == "nsubj" || t.Tokens[c].Deprel == "nsubj:outer" {
				return t.group(c)
			}
		}
		g := t.Tokens[i].Head
		switch {
		case g < 0 || t.Tree.Child(i, "nsubj:pass") >= 0:
			return t.means(i)
		case t.is(i, "acl") && !t.passive(i):
			return []int{g}
		case t.is(i, "conj", "xcomp", "advcl") && t.Tokens[g].UPOS == "VERB":
			i = g
		default:
			return t.means(i)
		}
	}
	return nil
}

// means are the heads of by whom, with what and in what something is done.
func (t *text) means(i int) []int {
	var all []int
	for _, c := range t.Tree.Children(i) {
		if !t.is(c, "obl", "nmod") {
			continue
		}
		if k := t.Tree.Child(c, "case"); k >= 0 {
			switch t.lemma[k] {
			case "by", "with", "in", "from", "during", "after", "when", "using":
				all = append(all, t.group(c)...)
			}
		}
	}
	return all
}

// of are the heads of what a noun is of: "the capture of the town", "the town's capture".
func (t *text) of(i int) []int {
	var all []int
	for _, c := range t.Tree.Children(i) {
		if t.is(c, "nmod:poss", "compound") {
			all = append(all, t.group(c)...)
		}
		if k := t.Tree.Child(c, "case"); t.is(c, "nmod") && k >= 0 && places[t.lemma[k]] {
			all = append(all, t.group(c)...)
		}
	}
	return all
}

var places = lemmas("of to in on against")

// modifiers are the words that stand before a noun and say what kind it is of.
func (t *text) modifiers(i int) []int {
	var all []int
	for _, c := range t.Tree.Children(i) {
		if c < i && t.is(c, "compound", "amod", "nmod") {
			all = append(all, c)
			for _, d := range t.Tree.Children(c) {
				if d < i && t.is(d, "compound", "amod") {
					all = append(all, d)
				}
			}
		}
	}
	return all
}

// group is a head with its conjuncts, what it is a number or a part of ("dozens of people"), and the words joined to it ("rocket fire").
func (t *text) group(i int) []int {
	all := []int{i}
	for k := 0; k < len(all) && len(all) < 24; k++ {
		for _, c := range t.Tree.Children(all[k]) {
			if t.is(c, "conj") || t.is(c, "compound") || t.is(c, "appos") {
				all = append(all, c)
			} else if t.is(c, "nmod") && t.has(c, "of") {
				all = append(all, c)
			}
		}
	}
	return all
}
