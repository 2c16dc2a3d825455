package actor

import (
	"strings"

	"sitrep/lexicon"
)

// longestOf is how many words "ministry of internal affairs" and the like may have.
const longestOf = 5

// roleAt is the role word or the word for a body of a state whose head is a token, and where its words begin: the longest that ends there, or
// that begins there and goes on with "of".
func (sc *scene) roleAt(i int) (*lexicon.Role, *lexicon.Body, int) {
	lemma := sc.lemma(i)
	if sc.index.heads[sc.low[i]] {
		for n := min(longestOf, len(sc.low)-i); n > 1; n-- {
			if b := sc.index.bodies[strings.Join(sc.low[i:i+n], " ")]; b != nil {
				return sc.index.roles[lemma], b, i
			}
		}
	}
	for n := min(i, max(sc.index.before[sc.low[i]], sc.index.before[lemma])); n >= 0; n-- {
		if n > 0 && !sc.joined(i-n, i) {
			continue
		}
		if r, b := sc.lookUp(i-n, i, sc.low[i]); r != nil || b != nil {
			if r == nil {
				r = sc.index.roles[lemma]
			}
			return r, b, i - n
		}
		// "the governments" are no state's government: a lemma gives no body.
		if r, _ := sc.lookUp(i-n, i, lemma); r != nil {
			return r, nil, i - n
		}
	}
	return nil, nil, i
}

func (sc *scene) lemma(i int) string {
	if l := sc.token(i).Lemma; l != "" {
		return strings.ToLower(l)
	}
	return sc.low[i]
}

// lookUp is what the lists have for the words from first up to a head, and the head's form or lemma.
func (sc *scene) lookUp(first, i int, head string) (*lexicon.Role, *lexicon.Body) {
	b := sc.buffer[:0]
	for k := first; k < i; k++ {
		b = append(append(b, sc.low[k]...), ' ')
	}
	b = append(b, head...)
	sc.buffer = b
	return sc.index.roles[string(b)], sc.index.bodies[string(b)]
}

// joined tells whether the tokens from first up to a head are modifiers of one phrase.
func (sc *scene) joined(first, head int) bool {
	left, _ := sc.Tree.Extent(head)
	return left <= first
}
