package peace

// obliged reads what parties are to do in the sentences that follow one which names the accord.
func (v *view) obliged() {
	event, since := -1, 99
	next := 0
	for n := range v.Sentences {
		if since++; since > 2 && !(since <= 4 && n > 0 && v.Sentences[n].Paragraph == v.Sentences[n-1].Paragraph) {
			event = -1
		}
		for ; next < len(v.accords) && v.accords[next].token < v.Sentences[n].Last; next++ {
			if v.another(v.accords[next].token) {
				event = -1
				continue
			}
			event, since = v.accords[next].event, 0
		}
		if event >= 0 && v.duties(event, n, since) {
			since = 0
		}
	}
}

// duties notes what the parties of an accord are to do by a sentence; false where it tells of none.
func (v *view) duties(event, n, since int) bool {
	found := false
	for t := v.Sentences[n].First; t < v.Sentences[n].Last; t++ {
		if v.Tokens[t].UPOS == "VERB" && !meetVerbs[v.lemma(t)] && v.duty(event, t, since) && v.spoken(t) {
			v.verbTerms(event, t)
			found = true
		}
	}
	return found
}

// duty tells whether a verb is what somebody is to do by an accord.
func (v *view) duty(event, t, since int) bool {
	subject := v.Tree.Child(t, "nsubj")
	switch {
	case v.helpers(t) == future && v.child(t, "to") >= 0:
		return subject >= 0 && v.Tokens[subject].UPOS != "PRON" || v.party(event, subject)
	case v.child(t, "must") >= 0 || v.child(t, "shall") >= 0:
		return v.party(event, subject) && since <= 1
	case v.is(t, "xcomp", "advcl", "ccomp", "conj") && v.child(t, "to") >= 0:
		return v.undertaken(event, t)
	}
	return false
}

// undertaken tells whether an infinitive is what parties agreed or committed themselves to do.
func (v *view) undertaken(event, t int) bool {
	h := v.Tokens[t].Head
	if h < 0 || v.is(t, "conj") || v.is(h, "acl") || v.treaty(event, h) {
		return false
	}
	switch v.lemma(h) {
	case "agree", "commit", "undertake":
		return v.helpers(h) == actual && v.party(event, v.Tree.Child(h, "nsubj"))
	}
	return false
}

// treaty tells whether a verb is the one that tells of the accord itself: what is agreed by it is no term but the accord.
func (v *view) treaty(event, t int) bool {
	k, ok := v.own[t]
	return ok && k == event && v.isTruce(event)
}

// party tells whether a noun stands for parties of an accord.
func (v *view) party(event, t int) bool {
	if t < 0 {
		return false
	}
	if partyWords[v.lemma(t)] || v.form(t) == "they" {
		return true
	}
	if k := v.Cast.Index(t); k >= 0 {
		for i := range v.Events[event].Actors {
			if v.Events[event].Actors[i].Entity == k {
				return true
			}
		}
	}
	return false
}
