package peace

// mood says whether a verb tells of something real.
type mood int

const (
	actual mood = iota
	future
	negated
	unreal
)

// mood reads it off the helpers of the verb and the verbs above it.
func (v *view) mood(t int) mood {
	m := v.helpers(t)
	for steps := 0; steps < 6 && m != unreal; steps++ {
		h := v.Tokens[t].Head
		switch {
		case h < 0:
			return m
		case v.is(t, "xcomp"):
			m = max(m, v.complement(t, h))
		case v.is(t, "ccomp", "csubj") && wishVerbs[v.lemma(h)], v.is(t, "acl", "advcl") && (v.infinitive(t) || v.gerund(t)):
			return unreal
		case v.is(t, "acl") && (wishNouns[v.lemma(h)] || v.lemma(h) == "effort" || v.lemma(h) == "attempt"):
			return unreal
		}
		if !v.is(t, "xcomp", "ccomp", "conj", "advcl", "acl") {
			return m
		}
		if t = h; v.is(t, "ccomp", "xcomp") && v.helpers(t) == unreal {
			return unreal
		}
	}
	return m
}

// complement is the mood of an infinitive or participle below another verb.
func (v *view) complement(t, h int) mood {
	switch l := v.lemma(h); {
	case l == "due" || l == "set" || l == "schedule" || l == "expect" || l == "plan" || l == "agree":
		return future
	case l == "begin" || l == "start" || l == "continue":
		return v.helpers(h)
	case v.infinitive(t):
		return unreal
	}
	return actual
}

// helpers is the mood that a verb's own auxiliaries and marks give it.
func (v *view) helpers(t int) mood {
	m, to, copula := actual, false, false
	for _, c := range v.Tree.Children(t) {
		switch l := v.lemma(c); {
		case v.is(c, "advmod") && (l == "not" || l == "never" || l == "n't" || l == "yet" && m == negated), l == "no" && v.is(c, "det"):
			m = max(m, negated)
		case v.is(c, "aux") && (l == "will" || l == "'ll"):
			m = max(m, future)
		case v.is(c, "aux") && v.Tokens[c].XPOS == "MD":
			m = unreal
		case v.is(c, "mark") && (l == "if" || l == "unless" || l == "whether"):
			m = unreal
		case v.is(c, "mark", "advmod") && l == "due":
			m = max(m, future)
		case v.is(c, "mark") && l == "to":
			to = true
		case v.is(c, "cop", "aux") && l == "be" && c < t:
			copula = true
		}
	}
	if to && copula {
		return max(m, future)
	}
	return m
}

// gerund tells whether a verb is the matter of something rather than told: "an understanding on renewing the truce".
func (v *view) gerund(t int) bool {
	switch v.mark(t) {
	case "on", "of", "about", "for", "before", "without", "towards", "toward", "at":
		return v.Tokens[t].XPOS == "VBG"
	}
	return false
}

func (v *view) infinitive(t int) bool {
	c := v.child(t, "to")
	return c >= 0 && c < t && v.is(c, "mark") || v.Tokens[t].XPOS == "VB" && v.Tree.Child(t, "aux") < 0 && v.is(t, "xcomp")
}
