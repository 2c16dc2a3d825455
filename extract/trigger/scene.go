package trigger

import (
	"slices"
	"strconv"
	"strings"

	"sitrep"
)

// scene is what the features of all candidates of a text share.
type scene struct {
	*text
	found   []candidate
	title   map[string]bool // lemmas of the headline
	byKind  map[sitrep.Kind]int
	main    sitrep.Kind   // the violent kind told most often, but for attacks, which may be any
	last    []sitrep.Kind // of each candidate: the violent kind told last before it
	density string
	quoted  []bool
	stance  []sitrep.Stance // of the innermost claim that holds the token
	means   [][]float32     // of the rows of the neural trunk, by sentence
}

func newScene(t *text, found []candidate) *scene {
	s := &scene{text: t, found: found, title: map[string]bool{}, byKind: map[sitrep.Kind]int{}, means: make([][]float32, len(t.Sentences))}
	if t.Title != nil {
		for i := range t.Title.Tokens {
			s.title[strings.ToLower(t.Title.Tokens[i].Lemma)] = true
		}
	}
	sure := 0.0
	for k := range found {
		s.byKind[found[k].kind()]++
		sure += found[k].frames[0].Sure
	}
	s.lookBack()
	s.density = bucket(int(200*sure/float64(len(t.Tokens)+20)), 1, 2, 4, 6, 9, 13)
	s.markQuotes()
	s.markClaims()
	return s
}

// lookBack finds what "the attack" may mean.
func (s *scene) lookBack() {
	s.last = make([]sitrep.Kind, len(s.found))
	last, most := sitrep.Kind(""), 0
	for k := range s.found {
		s.last[k] = last
		if kind := s.found[k].kind(); violent(kind) && kind != sitrep.Attack && kind != sitrep.Destruction {
			last = kind
			if s.byKind[kind] > most {
				s.main, most = kind, s.byKind[kind]
			}
		}
	}
}

func (s *scene) markQuotes() {
	s.quoted = make([]bool, len(s.Tokens))
	for _, q := range s.Quotes {
		for i := max(0, q.First); i < min(q.Last, len(s.Tokens)); i++ {
			s.quoted[i] = true
		}
	}
}

func (s *scene) markClaims() {
	s.stance = make([]sitrep.Stance, len(s.Tokens))
	for i := range s.Claims {
		for _, part := range s.Claims[i].Content {
			s.mark(part, s.Claims[i].Stance)
		}
	}
}

func (s *scene) mark(part sitrep.Span, stance sitrep.Stance) {
	first, _ := slices.BinarySearchFunc(s.Tokens, part.Start, func(t sitrep.Token, start int) int { return t.Start - start })
	for i := first; i < len(s.Tokens) && s.Tokens[i].End <= part.End; i++ {
		s.stance[i] = stance
	}
}

// bucket names the range of a number.
func bucket(n int, limits ...int) string {
	for _, l := range limits {
		if n <= l {
			return "≤" + strconv.Itoa(l)
		}
	}
	return ">"
}
