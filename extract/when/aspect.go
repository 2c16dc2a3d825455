package when

import "sitrep"

// aspect is the tense and aspect of a verb with its auxiliaries, in one word.
func (v *view) aspect(i int) string {
	t := &v.Tokens[i]
	have, be, modal := "", "", ""
	for _, c := range v.Tree.Children(i) {
		x := &v.Tokens[c]
		if !sitrep.Is(x.Deprel, "aux", "cop") {
			continue
		}
		switch {
		case x.XPOS == "MD":
			modal = x.Lemma
		case x.Lemma == "have":
			have = x.XPOS
		case x.Lemma == "be":
			be = x.XPOS
		}
	}
	return aspectOf(t.XPOS, have, be, modal)
}

func aspectOf(xpos, have, be, modal string) string {
	switch {
	case modal == "will" || modal == "shall" || modal == "would":
		return "future"
	case modal != "":
		return "modal"
	case have == "VBD":
		return "past perfect"
	case have == "VBG":
		return "participle"
	case have != "" && (be == "VBN" && xpos == "VBG"):
		return "perfect progressive"
	case have != "":
		return "perfect"
	case xpos == "VBG" && be == "VBD":
		return "past progressive"
	case xpos == "VBG" && be != "":
		return "progressive"
	case be == "VBD" || xpos == "VBD":
		return "past"
	case be != "" || xpos == "VBZ" || xpos == "VBP":
		return "present"
	case xpos == "VB":
		return "infinitive"
	case xpos == "VBN":
		return "past participle"
	case xpos == "VBG":
		return "gerund"
	}
	return "none"
}
