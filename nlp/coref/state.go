package coref

import (
	"slices"
	"strings"
	"sync"

	"sitrep"
)

// state is the work on one document. Its slices are kept between documents in a pool.
type state struct {
	doc   *sitrep.Doc
	words *wordlist

	// The tree, by token. edges* are the ends of the whole subtree, np* those of the noun phrase, both inclusive.
	governor              []int32 // the head of a token in its sentence, or -1
	firstChild, nextChild []int32
	fullFirst, fullLast   []int32
	npFirst, npLast       []int32
	order                 []int32 // every token that a root reaches, governors first
	sentence              []int32
	name                  []int32 // index in doc.Names + 1
	quote                 []int32 // index in doc.Quotes + 1 of the innermost quote
	lemma                 []int32 // id of the lower-case lemma
	mentionAt             []int32 // index in mentions + 1, by head
	beginAt               []int32 // index of the last mention that begins here + 1

	ids      map[string]int32 // lower-case lemma → id
	texts    []string         // id → lower-case lemma
	mentions []mention
	clusters []cluster // by mention; only the one at a mention's root counts
	parts    []int32   // members of coordinations, flat: mention.parts is a range of it
	sentRun  []int32   // by sentence, index of its first mention
	speakers []speaker // by quote
	roles    []role
	roleOf   map[int32]int32 // id of a role word → its last entry in roles
	headOf   map[int32]int32 // id of a head lemma → last mention with that head + 1
	places   map[string]bool // keys of the places that Doc.Names holds
	voices   map[voice]int32 // last "I" or "we" of a voice + 1
	names    nameIndex
}

var pool = sync.Pool{New: func() any {
	return &state{ids: map[string]int32{}, roleOf: map[int32]int32{}, headOf: map[int32]int32{}, voices: map[voice]int32{}, places: map[string]bool{}, names: newNameIndex()}
}}

func newState(d *sitrep.Doc, w *wordlist) *state {
	s := pool.Get().(*state)
	s.doc, s.words = d, w
	n := len(d.Tokens)
	for _, a := range s.arrays() {
		*a = zeroed(*a, n)
	}
	s.texts = append(s.texts[:0], "")
	s.order, s.mentions, s.clusters, s.parts = s.order[:0], s.mentions[:0], s.clusters[:0], s.parts[:0]
	s.order = slices.Grow(s.order, n)
	s.mentions = slices.Grow(s.mentions, n/4)
	s.clusters = slices.Grow(s.clusters, n/4)
	s.roles = append(s.roles[:0], role{})
	s.mark()
	return s
}

func (s *state) arrays() []*[]int32 {
	return []*[]int32{&s.governor, &s.firstChild, &s.nextChild, &s.fullFirst, &s.fullLast, &s.npFirst, &s.npLast,
		&s.sentence, &s.name, &s.quote, &s.lemma, &s.mentionAt, &s.beginAt}
}

// zeroed gives a slice of n zeros, in the old one's memory where that is large enough.
func zeroed(a []int32, n int) []int32 {
	if cap(a) < n {
		return make([]int32, n)
	}
	a = a[:n]
	clear(a)
	return a
}

// deepestQuote bounds the work of marking tokens with quotes that nest.
const deepestQuote = 3

// mark notes for every token its sentence, its name, its innermost quote and the id of its lemma.
func (s *state) mark() {
	d := s.doc
	for i, sent := range d.Sentences {
		for t := sent.First; t < sent.Last && t < len(d.Tokens); t++ {
			s.sentence[t] = int32(i)
		}
	}
	for i, n := range d.Names {
		if !isName(n.Label) || n.First < 0 || n.First >= n.Last || n.Last > len(d.Tokens) {
			continue
		}
		fill(s.name, n.First, n.Last, int32(i+1))
		if n.Label == sitrep.GPE || n.Label == sitrep.Location {
			s.notePlace(n)
		}
	}
	for depth := 1; depth <= deepestQuote; depth++ {
		for i, q := range d.Quotes {
			if q.Depth == depth {
				fill(s.quote, q.First, q.Last, int32(i+1))
			}
		}
	}
	for i := range d.Tokens {
		if carries(d.Tokens[i].UPOS) {
			s.lemma[i] = s.id(d.Tokens[i].Lemma)
		}
	}
}

func (s *state) notePlace(n sitrep.Name) {
	if key := s.nameKey(n.First, n.Last); !s.places[string(key)] {
		s.places[string(key)] = true
	}
}

func fill(a []int32, first, last int, v int32) {
	for i := max(first, 0); i < last && i < len(a); i++ {
		a[i] = v
	}
}

// carries tells whether the lemma of a part of speech takes part in comparisons.
func carries(upos string) bool {
	switch upos {
	case "NOUN", "PROPN", "ADJ", "VERB", "NUM", "X", "ADV", "DET":
		return true
	}
	return false
}

// isName leaves dates and values out.
func isName(l sitrep.NameLabel) bool {
	switch l {
	case sitrep.Person, sitrep.Org, sitrep.GPE, sitrep.Location, sitrep.Facility, sitrep.NORP:
		return true
	}
	return false
}

// id gives a word its number in this document; words that differ in case only, and a country and its demonym, share one.
func (s *state) id(word string) int32 {
	if i, ok := s.ids[word]; ok {
		return i
	}
	low := strings.ToLower(word)
	if c, ok := s.words.demonym[low]; ok {
		low = c
	}
	i, ok := s.ids[low]
	if !ok {
		i = int32(len(s.texts))
		s.texts = append(s.texts, low)
		s.ids[low] = i
	}
	s.ids[word] = i
	return i
}

// release gives the memory back; a very long text's is left to the garbage collector.
func (s *state) release() {
	const keep = 1 << 18
	if cap(s.sentence) > keep {
		return
	}
	s.doc, s.words = nil, nil
	clear(s.ids)
	clear(s.roleOf)
	clear(s.headOf)
	clear(s.voices)
	clear(s.places)
	clear(s.texts)
	s.names.clear()
	pool.Put(s)
}
