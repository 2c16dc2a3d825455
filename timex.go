package sitrep

import "strings"

// TimexType is a type of TIMEX3.
type TimexType string

// The types of time expressions.
const (
	TimexDate     TimexType = "DATE"
	TimexTime     TimexType = "TIME"
	TimexDuration TimexType = "DURATION"
	TimexSet      TimexType = "SET"
)

// Timex is an expression of time: the tokens Doc.Tokens[First:Last], with its value in the terms of TIMEX3.
type Timex struct {
	Span
	First, Last int
	Type        TimexType
	Value, Mod  string
	Interval    Interval // the days it stands for; zero for a duration, a set, and what cannot be placed on the calendar
	// Head is the syntactic head of the expression, Governor the token that it modifies (-1 for none): what it dates.
	Head, Governor int
	Preposition    string // the word before it that says how it is meant ("since", "until"), in small letters; empty where none does
}

// Attach finds the expression's head, the token that it modifies, and its preposition, in the tree of its sentence.
//
// Between a verb of saying and the clause that it opens ("said on Monday that two were killed"), an expression dates the saying. Parsers
// tend to hang it on the clause, so that is mended here.
func (x *Timex) Attach(d *Doc, t *Tree) {
	x.Head, x.Governor = x.Last-1, NoHead
	for i := x.First; i < x.Last; i++ {
		if h := d.Tokens[i].Head; h < x.First || h >= x.Last {
			x.Head, x.Governor = i, h
			break
		}
	}
	if g := x.Governor; g >= x.Last {
		if matrix := d.Tokens[g].Head; matrix >= 0 && matrix < x.First && Is(d.Tokens[g].Deprel, "ccomp", "parataxis") && t.opensAfter(x.Last, g) {
			x.Governor = matrix
		}
	}
	if c := t.Child(x.Head, "case", "mark"); c >= 0 && c < x.First {
		x.Preposition = strings.ToLower(d.Tokens[c].Form)
	} else if x.First > 0 && (d.Tokens[x.First-1].UPOS == "ADP" || d.Tokens[x.First-1].UPOS == "SCONJ") {
		x.Preposition = strings.ToLower(d.Tokens[x.First-1].Form)
	}
}

// opensAfter tells whether the clause of a verb begins only at or after a token: its conjunction or subject stands there.
func (t *Tree) opensAfter(i, verb int) bool {
	for _, c := range t.Children(verb) {
		if Is(t.doc.Tokens[c].Deprel, "mark", "nsubj", "csubj", "expl") {
			return c >= i
		}
	}
	return false
}
