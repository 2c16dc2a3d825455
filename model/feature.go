package model

import (
	"unicode"
	"unicode/utf8"
)

// FNV-1a of 64 bits.
const (
	fnvOffset = 0xcbf29ce484222325
	fnvPrime  = 0x100000001b3
)

func fnvByte(h uint64, b byte) uint64 { return (h ^ uint64(b)) * fnvPrime }

func fnv(h uint64, b []byte) uint64 {
	for _, c := range b {
		h = fnvByte(h, c)
	}
	return h
}

// fnvTagged hashes a letter that keeps the kinds of features apart, and the text.
func fnvTagged(tag byte, b []byte) uint64 { return fnv(fnvByte(fnvOffset, tag), b) }

// The widths of a word's six features in the input of layer 0.
const (
	wordWidth, prefixWidth, suffix3Width, suffix2Width, shapeWidth, listWidth = 128, 64, 64, 32, 32, 64

	listMasks = 512
)

// tables are the embedding tables of the features, rows of 7-bit values.
type tables struct {
	word, prefix, suffix3, suffix2, shape, list []uint8
}

func (r *reader) tables(words int) tables {
	return tables{
		r.sevenBits("emb.word", words, wordWidth),
		r.sevenBits("emb.prefix", -1, prefixWidth),
		r.sevenBits("emb.suffix3", -1, suffix3Width),
		r.sevenBits("emb.suffix2", -1, suffix2Width),
		r.sevenBits("emb.shape", -1, shapeWidth),
		r.sevenBits("emb.list", listMasks, listWidth),
	}
}

// features are the rows of a word in the tables.
type features struct {
	word, prefix, suffix3, suffix2, shape, list int
}

// speller finds the features of words; it holds scratch.
type speller struct {
	norm, shape []byte
	starts      []int // where the runes of norm start
}

// features gives the rows of a word.
func (s *speller) features(n *Network, w Word) features {
	s.normalise(w.Form)
	s.outline(w.Form)
	hash := fnv(fnvOffset, s.norm)
	word := n.vocab.find(hash)
	if word < 0 {
		word = len(n.vocab.keys) + int(hash%uint64(n.oov))
	}
	t := &n.tables
	row := func(tag byte, text []byte, table []uint8, width int) int {
		return int(fnvTagged(tag, text) % uint64(len(table)/width))
	}
	return features{
		word:    word,
		prefix:  row('p', s.first(3), t.prefix, prefixWidth),
		suffix3: row('s', s.last(3), t.suffix3, suffix3Width),
		suffix2: row('t', s.last(2), t.suffix2, suffix2Width),
		shape:   row('h', s.shape, t.shape, shapeWidth),
		list:    int(w.Lists % listMasks),
	}
}

// gather writes the input of layer 0.
func (t *tables) gather(dst []uint8, f features) {
	put := func(table []uint8, row, width int) {
		copy(dst[:width], table[row*width:])
		dst = dst[width:]
	}
	put(t.word, f.word, wordWidth)
	put(t.prefix, f.prefix, prefixWidth)
	put(t.suffix3, f.suffix3, suffix3Width)
	put(t.suffix2, f.suffix2, suffix2Width)
	put(t.shape, f.shape, shapeWidth)
	put(t.list, f.list, listWidth)
}

// normalise sets norm to the lower-cased form with digits as 0 and straight quotes.
func (s *speller) normalise(form string) {
	s.norm, s.starts = s.norm[:0], s.starts[:0]
	for _, r := range form {
		s.starts = append(s.starts, len(s.norm))
		switch r = lower(r); {
		case '0' <= r && r <= '9':
			r = '0'
		case r == '’' || r == '‘':
			r = '\''
		case r == '“' || r == '”':
			r = '"'
		}
		s.norm = utf8.AppendRune(s.norm, r)
	}
}

// first gives up to n leading runes of norm.
func (s *speller) first(n int) []byte {
	if n >= len(s.starts) {
		return s.norm
	}
	return s.norm[:s.starts[n]]
}

// last gives up to n trailing runes of norm.
func (s *speller) last(n int) []byte {
	if n >= len(s.starts) {
		return s.norm
	}
	return s.norm[s.starts[len(s.starts)-n]:]
}

// maxRun is how many of the same kind in a row a shape keeps.
const maxRun = 4

// outline sets shape to the form with X and x for letters and d for digits.
func (s *speller) outline(form string) {
	s.shape = s.shape[:0]
	last, run := rune(-1), 0
	for _, r := range form {
		r = shapeOf(r)
		if r == last {
			run++
		} else {
			last, run = r, 1
		}
		if run <= maxRun {
			s.shape = utf8.AppendRune(s.shape, r)
		}
	}
}

func shapeOf(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return r
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return r
}

// lower is the lower case of a rune. That of İ is two runes, so it stays as it is.
func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r == 'İ':
		return r
	}
	return unicode.ToLower(r)
}
