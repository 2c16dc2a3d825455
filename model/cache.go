package model

import "hash/maphash"

// cachedWords bounds the words that an Encoder remembers: 8 MB of vectors.
const cachedWords = 1 << 14

// cachedBytes bounds the letters of the remembered words.
const cachedBytes = 1 << 20

// wordCache holds the output of layer 0 for words met before: a word's first vector depends on nothing but its form and list bits.
type wordCache struct {
	seed  maphash.Seed
	slots []int32 // open addressing: the number of a word plus one, 0 where empty; a power of two, at least twice the words
	words []cachedWord
	text  []byte    // the forms
	rows  []float32 // [words][Width]
}

type cachedWord struct {
	hash       uint64
	start, end int // in text
	lists      uint16
}

// room clears the cache where it cannot take n more words: the numbers that find gave before are void then.
func (c *wordCache) room(n int) {
	limit := max(cachedWords, n)
	if len(c.slots) < 2*limit {
		size := 2 * cachedWords
		for size < 2*limit {
			size *= 2
		}
		c.slots, c.words = make([]int32, size), nil
	}
	if len(c.words)+n > limit || len(c.text) > cachedBytes {
		clear(c.slots)
		c.words, c.rows = c.words[:0], c.rows[:0]
		c.text = c.text[:0]
		if cap(c.text) > 4*cachedBytes {
			c.text = nil
		}
	}
}

// find gives the number of a word, and whether it is known; if not, it is now, and the caller must fill its row.
func (c *wordCache) find(w Word) (int, bool) {
	hash := maphash.String(c.seed, w.Form) + uint64(w.Lists)*fnvPrime
	mask := uint64(len(c.slots) - 1)
	slot := hash & mask
	for ; c.slots[slot] != 0; slot = (slot + 1) & mask {
		i := int(c.slots[slot] - 1)
		k := &c.words[i]
		if k.hash == hash && k.lists == w.Lists && string(c.text[k.start:k.end]) == w.Form {
			return i, true
		}
	}
	start := len(c.text)
	c.text = append(c.text, w.Form...)
	c.words = append(c.words, cachedWord{hash, start, len(c.text), w.Lists})
	c.slots[slot] = int32(len(c.words))
	c.rows = grow(c.rows, len(c.words)*Width)
	return len(c.words) - 1, false
}

// row is the vector of a word.
func (c *wordCache) row(i int) []float32 { return c.rows[i*Width : (i+1)*Width] }
