package lemma

import "strings"

// Class is the inflectional class that decides which rules apply to a word: its Penn Treebank tag, or one of the classes below where
// that tag says too little.
type Class string

// The classes that are no Penn Treebank tag.
const (
	Punct      Class = "PUNCT"
	Sym        Class = "SYM"
	NamedVerb  Class = "VERB/NNP" // a verb inside a name: "United" of "United Nations"
	Unknown    Class = "X"        // no tag at all
	plainNoun  Class = "NN"
	properNoun Class = "NNP"
	number     Class = "CD"
	verbZ      Class = "VBZ"
)

// ClassOf tells the class of a word from its tags. Without an XPOS it goes by UPOS and features.
func ClassOf(upos, xpos, feats string) Class {
	switch {
	case upos == "PUNCT" && xpos == "":
		return Punct
	case upos == "SYM":
		return Sym
	case xpos == "NNP" && upos == "VERB":
		return NamedVerb
	case xpos != "":
		return Class(xpos)
	}
	return classOfFeats(upos, feats)
}

func classOfFeats(upos, feats string) Class {
	has := func(f string) bool { return strings.Contains(feats, f) }
	switch upos {
	case "NOUN":
		if has("Number=Plur") {
			return "NNS"
		}
		return plainNoun
	case "PROPN":
		if has("Number=Plur") {
			return "NNPS"
		}
		return properNoun
	case "VERB", "AUX":
		return classOfVerb(has)
	case "ADJ", "ADV":
		return classOfDegree(upos, has)
	case "PRON":
		if has("Poss=Yes") {
			return "PRP$"
		}
		return "PRP"
	}
	if c, ok := plainClasses[upos]; ok {
		return c
	}
	return Unknown
}

var plainClasses = map[string]Class{"DET": "DT", "NUM": "CD", "ADP": "IN", "SCONJ": "IN", "CCONJ": "CC", "PART": "RB", "INTJ": "UH"}

func classOfVerb(has func(string) bool) Class {
	switch {
	case has("VerbForm=Ger"):
		return "VBG"
	case has("VerbForm=Part") && has("Tense=Pres"):
		return "VBG"
	case has("VerbForm=Part"):
		return "VBN"
	case has("Tense=Past"):
		return "VBD"
	case has("Person=3") && has("Number=Sing"):
		return "VBZ"
	case has("VerbForm=Fin"):
		return "VBP"
	}
	return "VB"
}

func classOfDegree(upos string, has func(string) bool) Class {
	stem := Class("JJ")
	if upos == "ADV" {
		stem = "RB"
	}
	switch {
	case has("Degree=Cmp"):
		return stem + "R"
	case has("Degree=Sup"):
		return stem + "S"
	}
	return stem
}

// KeepsCase tells whether lemmas of the class keep the capitals of the word as written.
func (c Class) KeepsCase() bool {
	switch c {
	case "NNP", "NNPS", NamedVerb, "ADD", "LS", Unknown:
		return true
	}
	return false
}

// HasCaseRules tells whether a capital in a word of the class may belong to its lemma ("Syrian"), so that case rules are asked.
func (c Class) HasCaseRules() bool {
	switch c {
	case "NN", "NNS", "JJ", "FW", "AFX":
		return true
	}
	return false
}
