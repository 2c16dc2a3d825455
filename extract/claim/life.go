package claim

import "strings"

// takesLives tells whether a verb that can say something tells of the dead instead: "claimed the lives of nine people", "claimed 30 lives".
func (r *reader) takesLives(v int) bool {
	if r.lemma(v) != "claim" {
		return false
	}
	for _, o := range r.Tree.All(v, "obj", "nsubj:pass") {
		if r.lives(o) {
			return true
		}
		for _, c := range r.Tree.All(o, "nmod", "compound") {
			if r.lives(c) && r.words(r.extent(o)) <= lifeWords {
				return true
			}
		}
	}
	return false
}

// lifeWords is how long a phrase of lives may be: a longer one has them somewhere within what is said.
const lifeWords = 12

func (r *reader) lives(t int) bool {
	l := r.lemma(t)
	return l == "life" || l == "lives" || l == "victim" || l == "casualty" || strings.EqualFold(r.Tokens[t].Form, "lives")
}
