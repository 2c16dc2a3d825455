package role

import (
	"sitrep"
	"sitrep/nlp/values"
)

// count is how many of a thing that was hit the words before it tell of, as they tell it; nothing where they give no number.
func (t *table) count(a *sitrep.Actor) {
	n := t.Tree.Child(a.Head, "nummod")
	if n < 0 || n > a.Head || preposition(t.Story, a.Head) == "of" {
		return // "three of the seven bridges"
	}
	from, _ := t.Tree.Extent(a.Head)
	var words []string
	for i := from; i < a.Head; i++ {
		words = append(words, t.Tokens[i].Form)
	}
	for i := range words {
		if x, read := values.ReadNumber(words[i:]); from+i <= n && n < from+i+read && x.Low >= 1 && x.High <= mostThings && x.Low == float64(int(x.Low)) {
			a.Count, a.Qualifier = int(x.Low), sitrep.TollQualifier(x.Qualifier)
			if x.Qualifier == values.Range {
				a.CountTo = int(x.High)
			}
			return
		}
	}
}

// mostThings bounds what a report counts of things that were hit.
const mostThings = 1e6
