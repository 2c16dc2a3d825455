package peace

import (
	"slices"

	"sitrep"
)

// unwant takes out the deeds that are told of only as what somebody asks for or calls necessary, and the accords that are told of as not made: a withdrawal
// that was demanded is a claim, and no event, and so is what somebody does not confirm. It tells whether there were any.
func (v *view) unwant() bool {
	n := len(v.Events)
	v.Events = slices.DeleteFunc(v.Events, func(e sitrep.Event) bool {
		return demandable[e.Kind] && v.all(&e, v.wanted) || (e.Kind == sitrep.Agreement || e.Kind == sitrep.Ceasefire) && v.all(&e, v.unmade) ||
			v.all(&e, v.unsaid)
	})
	return len(v.Events) < n
}

// unsaid tells whether a word stands in what somebody is told not to say: "could not confirm that rebels had killed five".
func (v *view) unsaid(t int) bool {
	if slices.ContainsFunc(v.Claims, func(c sitrep.Claim) bool { return c.Unsaid && c.Holds(v.Tokens[t].Span) }) {
		return true
	}
	if v.untrue(t) {
		return true
	}
	for steps := 0; steps < 8 && v.Tokens[t].Head >= 0; steps++ {
		h := v.Tokens[t].Head
		if v.is(t, "ccomp") && confirming[v.lemma(h)] && v.denied(h) || v.is(t, "obj", "obl", "xcomp", "ccomp", "advcl") && rehearsing[v.lemma(h)] {
			return true
		}
		t = h
	}
	return false
}

// untrue tells whether a noun is of what is told not to have been: "the attack never took place", "there was no attack", "reports of an attack were false".
func (v *view) untrue(t int) bool {
	h := v.Tokens[t].Head
	if h < 0 {
		return false
	}
	if v.is(t, "nsubj") && (happening[v.lemma(h)] && v.denied(h) || v.child(t, "no") >= 0 && v.Tree.Child(h, "expl") >= 0) {
		return true
	}
	if !v.is(t, "nmod") || v.preposition(t) != "of" || !tidings[v.lemma(h)] || !v.is(h, "nsubj") {
		return false
	}
	return falsehoods[v.lemma(v.Tokens[h].Head)]
}

var (
	happening  = words("take happen occur")
	tidings    = words("report claim rumor rumour allegation news account")
	falsehoods = words("false untrue wrong incorrect baseless unfounded groundless fake fabricated lie fabrication")
	// rehearsing is done to deeds that are only played.
	rehearsing = words("practise practice rehearse simulate")
)

// denied tells whether a word of denial stands with a verb.
func (v *view) denied(t int) bool {
	return slices.ContainsFunc(v.Tree.Children(t), func(c int) bool { return denials[v.lemma(c)] && v.is(c, "advmod", "cc") })
}

var denials = words("not n't never neither nor")

// confirming is what is done to what was told before.
var confirming = words("confirm verify corroborate substantiate")

// all tells whether the triggers of all mentions of an event are of a sort, but for those that stand within the words of one that is.
func (v *view) all(e *sitrep.Event, of func(int) bool) bool {
	var found []sitrep.Span
	for _, i := range e.MentionsOf {
		if m := &v.Mentions[i]; of(m.Trigger) {
			found = append(found, m.Span)
		}
	}
	return len(found) > 0 && !slices.ContainsFunc(e.MentionsOf, func(i int) bool {
		return !slices.ContainsFunc(found, func(s sitrep.Span) bool { return s.Contains(v.Mentions[i].Span) })
	})
}

// unmade tells whether a noun is an accord that there is none of: "ended without an agreement", "no deal was reached", "failed to reach a truce".
func (v *view) unmade(t int) bool {
	if t = v.top(t); v.Tokens[t].UPOS != "NOUN" || v.definite(t) {
		return false
	}
	h := v.Tokens[t].Head
	if v.preposition(t) == "without" || v.child(t, "no") >= 0 {
		return true
	}
	return h >= 0 && v.is(t, "obj") && making[v.lemma(h)] && (v.helpers(h) == negated || v.is(h, "xcomp") && v.lemma(v.Tokens[h].Head) == "fail" && v.helpers(v.Tokens[h].Head) == actual)
}

// making is done to an accord when it is made.
var making = words("reach sign make conclude seal strike produce secure achieve clinch get")

// demandable are kinds of deeds that are asked for before they are done.
var demandable = map[sitrep.Kind]bool{sitrep.Withdrawal: true, sitrep.Deployment: true, sitrep.Release: true, sitrep.Arrest: true, sitrep.Sanction: true,
	sitrep.Aid: true, sitrep.Agreement: true, sitrep.Talks: true}

// wanted tells whether a noun is what somebody asks for: "called for the withdrawal of troops", "demands the release of all", "their deployment is a
// necessity". "The talks", with no word of what they are, are known already, and what is to be extended or lifted is there.
func (v *view) wanted(t int) bool {
	if v.Tokens[t].UPOS != "NOUN" || v.definite(t) && v.Tree.Child(t, "nmod") < 0 {
		return false
	}
	t = v.whole(t)
	h := v.Tokens[t].Head
	if h < 0 || v.helpers(h) == negated {
		return false
	}
	switch l := v.lemma(h); {
	case v.is(t, "obl", "nmod"):
		return (l == "call" || l == "appeal" || l == "plea" || l == "demand") && v.preposition(t) == "for"
	case v.is(t, "obj"):
		return askVerbs[l]
	case v.is(t, "nsubj"):
		return needWords[l] && v.Tree.Child(h, "cop", "aux:pass") >= 0
	}
	return false
}

// whole is the deed that a noun belongs to: "withdrawal" for "deployment" and "force" in "withdrawal of troops and deployment of a force". Trees join the
// second of two deeds to the people of the first.
func (v *view) whole(t int) int {
	for steps := 0; steps < 5; steps++ {
		h := v.Tokens[t].Head
		if h < 0 || !(v.is(t, "conj") && v.Tokens[h].UPOS == "NOUN" || v.moved(t) || v.is(t, "nmod") && v.preposition(t) == "of" && v.moved(h)) {
			break
		}
		t = h
	}
	return t
}

// moved tells whether a noun is that of those who are to be sent or withdrawn.
func (v *view) moved(t int) bool {
	h := v.Tokens[t].Head
	return h >= 0 && v.is(t, "nmod") && v.preposition(t) == "of" && moves[v.lemma(h)]
}

var (
	moves     = words("withdrawal deployment dispatch pullout return redeployment")
	askVerbs  = words("demand urge want seek request")
	needWords = words("necessity must imperative precondition prerequisite necessary essential vital crucial indispensable need needed require required")
)
