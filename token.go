package sitrep

// Token is a syntactic word in the sense of Universal Dependencies, with the annotation that the components add to it.
// Text[Start:End] == Form holds for every token, always: the parts of a contraction ("do", "n't") share out its letters.
type Token struct {
	Span
	Form string
	// Norm is the form that the models read in place of Form, where they differ: truecased text, repaired quotes. Empty means Form.
	Norm string
	// Lemma is the dictionary form; UPOS, XPOS (Penn Treebank) and Feats are tags in the terms of Universal Dependencies, Feats "_" where there are none.
	Lemma, UPOS, XPOS, Feats string
	// Head is the index of the governor in Doc.Tokens, NoHead at the root of a sentence and before parsing.
	Head int
	// Deprel is the relation to the governor, with its subtype ("nsubj:pass").
	Deprel string
	// Joined marks a word of a multiword token that is followed by another word of the same one ("do" in "don't").
	Joined bool
}

// NoHead is the Head of a root, and of every token that has not been parsed.
const NoHead = -1

// Reading is the form that models read: Norm, or Form where Norm is empty.
func (t *Token) Reading() string {
	if t.Norm != "" {
		return t.Norm
	}
	return t.Form
}
