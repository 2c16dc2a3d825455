package lemma

import (
	"hash/maphash"
	"strings"
)

// A memo remembers the lemmas of the words that were asked for last, so that a word met again costs one comparison and no memory.
// It is direct-mapped and thus bounded; it copies what it keeps, so that it never holds a whole text. One user at a time.
type memo struct {
	seed  maphash.Seed
	slots []remembered
}

type remembered struct {
	class       Class
	word, lemma string
}

const (
	memoSlots = 1 << 13
	// longestWord bounds the words that are looked up at all; longer ones are addresses and noise, their own lemma.
	longestWord = 64
)

func newMemo() *memo { return &memo{maphash.MakeSeed(), make([]remembered, memoSlots)} }

func (m *memo) lemma(t *Table, c Class, word string) string {
	if len(word) > longestWord {
		return word
	}
	s := &m.slots[maphash.String(m.seed, word)&(memoSlots-1)]
	if s.word == word && s.class == c {
		return s.lemma
	}
	l := t.Lemma(c, word)
	s.class, s.word = Class(strings.Clone(string(c))), strings.Clone(word)
	if s.lemma = s.word; l != word {
		s.lemma = strings.Clone(l)
	}
	return s.lemma
}
