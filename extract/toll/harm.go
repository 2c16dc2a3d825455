package toll

import (
	"sitrep"
	"sitrep/lexicon"
)

var (
	killedObject   = &lexicon.HarmWord{Lemma: "kill", Harm: "killed", Slot: "object"}
	killedEither   = &lexicon.HarmWord{Lemma: "starve", Harm: "killed", Slot: "either"}
	killedSubject  = &lexicon.HarmWord{Lemma: "die", Harm: "killed", Slot: "subject"}
	livesLost      = &lexicon.HarmWord{Lemma: "life", Harm: "killed", Slot: "people"}
	woundedObject  = &lexicon.HarmWord{Lemma: "wound", Harm: "wounded", Slot: "object"}
	wipedOut       = &lexicon.HarmWord{Lemma: "wipe", Harm: "killed", Slot: "object"}
	woundedSubject = &lexicon.HarmWord{Lemma: "suffer", Harm: "wounded", Slot: "subject"}
	capturedObject = &lexicon.HarmWord{Lemma: "take", Harm: "captured", Slot: "object"}
	displacedBoth  = &lexicon.HarmWord{Lemma: "force", Harm: "displaced", Slot: "object"}
	fatalDeed      = &lexicon.HarmWord{Lemma: "shooting", Harm: "killed", Slot: "deed"}
	shot           = &lexicon.HarmWord{Lemma: "shoot", Harm: "casualties", Slot: "object"}
	missingState   = &lexicon.HarmWord{Lemma: "unaccounted", Harm: "missing", Slot: "state"}
)

// harms finds the words of harm in the sentence, and tells whether there are any.
func (f *finder) harms() bool {
	f.harm = f.harm[:0]
	any := false
	for i := f.first; i < f.last; i++ {
		h := f.harmWord(i)
		f.harm = append(f.harm, h)
		any = any || h != nil
	}
	return any
}

// harmAt is the word of harm at a token of the sentence, nil where there is none.
func (f *finder) harmAt(i int) *lexicon.HarmWord {
	if i < f.first || i >= f.last {
		return nil
	}
	return f.harm[i-f.first]
}

func (f *finder) harmWord(i int) *lexicon.HarmWord {
	if h := f.phrasal(i); h != nil {
		return h
	}
	all := f.harmWords[f.lemma(i)]
	if all == nil {
		all = f.harmWords[f.form(i)]
	}
	for k := range all {
		if f.fits(i, &all[k]) {
			return &all[k]
		}
	}
	return nil
}

// fits tells whether a token is of the word class that its slot asks for.
func (f *finder) fits(i int, h *lexicon.HarmWord) bool {
	t := &f.Tokens[i]
	switch h.Slot {
	case "object", "subject", "either":
		if h.Lemma == "gun" {
			return f.form(i+1) == "down" || f.form(i+2) == "down"
		}
		return t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "ADJ"
	case "state":
		return t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "ADV" || t.UPOS == "VERB"
	case "deed":
		return (t.UPOS == "NOUN" || t.UPOS == "PROPN") && !f.inCompound(i)
	}
	return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ" || t.UPOS == "VERB"
}

// inCompound tells whether a noun only describes the next one: "death sentence", "murder suspect".
func (f *finder) inCompound(i int) bool {
	return f.Tokens[i].Deprel == "compound" && f.Tokens[i].Head > i
}

// phrasal reads harm that takes more than one word.
func (f *finder) phrasal(i int) *lexicon.HarmWord {
	if (f.form(i-1) == "fatally" || f.form(i-1) == "mortally" || f.form(i+1) == "fatally") && f.Tokens[i].UPOS == "VERB" {
		return killedObject
	}
	switch f.lemma(i) {
	case "shoot", "stab", "beat", "burn", "hack", "crush", "stone", "strangle", "bludgeon", "torture", "trample", "club", "knife", "slash", "poison", "freeze", "bleed", "starve", "put", "scare":
		if h := f.toDeath(i); h != nil || f.lemma(i) != "shoot" && f.lemma(i) != "stab" {
			return h
		}
		return f.hit(i)
	case "shooting", "stabbing", "beating":
		if a := f.Tree.Child(i, "amod"); a >= 0 && (f.lemma(a) == "fatal" || f.lemma(a) == "deadly") && f.Tokens[i].UPOS == "NOUN" {
			return fatalDeed
		}
	case "life":
		if f.Tokens[i].UPOS == "NOUN" && f.livesTaken(i) {
			return livesLost
		}
	case "wound":
		if f.woundsIn(i) {
			return woundedObject
		}
	case "wipe", "mow":
		if w := f.form(i + 1); f.Tokens[i].UPOS == "VERB" && (w == "out" || w == "down") {
			return wipedOut
		}
	case "lose":
		if k := f.childLemma(i, "obj", "life"); k >= 0 && f.Tree.Child(k, "nmod:poss") >= 0 {
			return killedSubject
		}
		return f.lost(i)
	case "suffer", "sustain", "receive":
		for _, w := range []string{"injury", "wound", "burn"} {
			if f.childLemma(i, "obj", w) >= 0 {
				return woundedSubject
			}
		}
	case "take", "hold", "seize", "capture":
		if s := f.Tree.Child(i, "nsubj:pass"); s >= 0 && captiveWords[f.lemma(s)] {
			return capturedObject
		}
		if o := f.Tree.Child(i, "obj"); o > i && captiveWords[f.lemma(o)] && f.lemma(i) == "take" && f.Tree.Child(o, "nummod") >= 0 {
			return capturedObject
		}
		for k := i + 1; k < min(f.last, i+9); k++ {
			if w := f.form(k); w == "hostage" || w == "captive" || w == "prisoner" || w == "prisoners" && f.Tokens[k].Deprel == "xcomp" || w == "custody" {
				return capturedObject
			}
		}
	case "force", "drive", "compel":
		return f.drivenOut(i)
	case "flee":
		if f.form(i-1) == "to" {
			return nil
		}
	case "unaccounted":
		return missingState
	}
	return nil
}

var captiveWords = words("hostage captive prisoner")

// woundsIn tells whether a headline says "wounds 12": after what else was done, the tagger takes the verb for a noun.
func (f *finder) woundsIn(i int) bool {
	return f.form(i) == "wounds" && (f.form(i-1) == "," || f.form(i-1) == "and") && i+1 < f.last && f.isNumeral(i+1)
}

// toDeath reads "shot dead", "beaten to death".
func (f *finder) toDeath(i int) *lexicon.HarmWord {
	if f.Tokens[i].UPOS != "VERB" {
		return nil
	}
	for k := i + 1; k < min(f.last, i+8); k++ {
		if f.form(k) == "dead" && k-i < 7 && f.Tokens[k].Head == i || f.form(k) == "dead" && k == i+1 || f.form(k) == "death" && f.form(k-1) == "to" {
			if l := f.lemma(i); l == "starve" || l == "freeze" || l == "bleed" {
				return killedEither
			}
			return killedObject
		}
		if f.Tokens[k].UPOS == "VERB" || f.Tokens[k].UPOS == "PUNCT" {
			break
		}
	}
	return nil
}

// hit reads "shot four people": whether they lived is not told, so that they are casualties.
func (f *finder) hit(i int) *lexicon.HarmWord {
	if f.Tokens[i].UPOS != "VERB" || f.form(i+1) == "down" || f.form(i+1) == "at" {
		return nil
	}
	for _, c := range f.withJoined(i)[1:] {
		if w := f.lemma(c); w == "kill" || w == "die" || w == "wound" || w == "injure" {
			return nil
		}
	}
	return shot
}

// livesTaken tells whether a verb that takes lives governs the noun.
func (f *finder) livesTaken(i int) bool {
	h := f.Tokens[i].Head
	for steps := 0; h >= f.first && h < f.last && steps < 3; steps++ {
		switch f.lemma(h) {
		case "claim", "take", "cost", "lose", "snuff", "kill", "end":
			return f.Tree.Child(i, "nmod:poss") < 0
		}
		h = f.Tokens[h].Head
	}
	switch f.lemma(i + 1) {
	case "lose", "claim":
		return true
	}
	switch f.lemma(i - 1) {
	case "claim", "cost":
		return true
	}
	return false
}

// lost reads "lost 30 soldiers": forces lose their own.
func (f *finder) lost(i int) *lexicon.HarmWord {
	k := f.Tree.Child(i, "obj")
	if k < 0 || f.Tree.Child(k, "nummod") < 0 {
		return nil
	}
	if p, ok := f.class(k); ok && (p.Civilian == "no" || p.Class == "police" || p.Lemma == "man") {
		return killedObject
	}
	return nil
}

// drivenOut reads "forced 2,000 to flee", "driven from their homes".
func (f *finder) drivenOut(i int) *lexicon.HarmWord {
	if f.Tokens[i].UPOS != "VERB" {
		return nil
	}
	for k := i + 1; k < min(f.last, i+14); k++ {
		switch f.lemma(k) {
		case "home", "house":
			if f.form(k-2) == "from" || f.form(k-2) == "of" || f.form(k-1) == "from" {
				return displacedBoth
			}
		case "flee", "evacuate":
			if f.form(k-1) == "to" {
				return displacedBoth
			}
		}
	}
	return nil
}

// childLemma is the child of a token with a relation and a lemma; -1 for none.
func (f *finder) childLemma(i int, relation, lemma string) int {
	for _, c := range f.Tree.Children(i) {
		if sitrep.Is(f.Tokens[c].Deprel, relation) && f.lemma(c) == lemma {
			return c
		}
	}
	return -1
}
