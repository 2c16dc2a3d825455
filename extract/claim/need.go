package claim

// asks tells whether words ask for something by calling it necessary: "the withdrawal of the troops is a necessity", "it is essential that the
// road be opened". A thing that is called so ("the bridge is vital") is not asked for.
func (r *reader) asks(a run) bool {
	n := r.headOf(a)
	c := r.Tree.Child(n, "cop")
	if c < 0 || !a.holds(c) || r.Tokens[c].XPOS != "VBZ" && r.Tokens[c].XPOS != "VBP" || r.negated(n) || r.Tree.Child(n, "mark") >= 0 && r.mark(n) != "that" {
		return false
	}
	s := r.Tree.Child(n, "nsubj", "csubj")
	switch {
	case needNouns[r.lemma(n)]:
		return s < 0 || r.Tokens[s].UPOS != "PRON" || r.expected(n)
	case !needAdjectives[r.lemma(n)]:
		return false
	}
	return r.expected(n) || s >= 0 && deedNouns[r.lemma(s)]
}

// expected tells whether a predicate says of a clause what it is: "it is necessary to leave", "leaving is necessary".
func (r *reader) expected(n int) bool {
	for _, c := range r.Tree.All(n, "csubj", "ccomp", "xcomp", "advcl", "acl") {
		if r.infinitive(c) || r.is(c, "csubj") || r.mark(c) == "that" {
			return true
		}
	}
	return false
}

var (
	needNouns      = setOf("necessity must imperative precondition prerequisite requirement")
	needAdjectives = setOf("necessary essential imperative vital crucial indispensable needed required")
	// deedNouns are what somebody would have to do.
	deedNouns = setOf(`withdrawal deployment release end ending halt ceasefire truce pause cessation dialogue talks negotiation negotiations disarmament lifting
		investigation inquiry solution settlement access return protection implementation removal dismantling recognition de-escalation restraint action`)
)
