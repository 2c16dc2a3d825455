package reconcile

import (
	"hash/fnv"
	"strings"
	"unicode"

	"sitrep"
)

// sketch is the number of values of a MinHash. The likeness of two texts is told to within about 1/sqrt(sketch).
const sketch = 64

// shingleWords is how many words in a row make a shingle.
const shingleWords = 5

// copyLikeness is how alike two texts must be to be copies of one: a wire with another headline, a paragraph cut or a line added stays above it, a report that
// was written anew, even with the same quotes, stays below.
const copyLikeness = 0.55

// leastAlike is how many values of two MinHashes are the same, at the least, where the texts are that alike: the least whole number from copyLikeness of sketch on.
const leastAlike = 36

// Shingles is the MinHash of a text: for each of some fixed hash functions its least value over all runs of five words. Nil for a text that is too short to
// tell.
func Shingles(text string) []uint64 {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) < 3*shingleWords {
		return nil
	}
	least := make([]uint64, sketch)
	for i := range least {
		least[i] = ^uint64(0)
	}
	for i := 0; i+shingleWords <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+shingleWords] {
			h.Write([]byte(w))
			h.Write([]byte{' '})
		}
		x := h.Sum64()
		for k := range least {
			least[k] = min(least[k], mix(x^uint64(k)*0x9e3779b97f4a7c15))
		}
	}
	return least
}

// mix is the finaliser of splitmix64: a change of any bit of x changes half of the bits.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Likeness is the share of shingles that two texts have in common, between 0 and 1, by their MinHashes.
func Likeness(a, b []uint64) float64 {
	if len(a) == 0 || len(a) != len(b) {
		return 0
	}
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	return float64(same) / float64(len(a))
}

// copies tells whether two reports are copies of one text.
func copies(a, b *sitrep.ReportHead) bool {
	return a.SHA256 != "" && a.SHA256 == b.SHA256 || Likeness(a.Shingles, b.Shingles) >= copyLikeness
}
