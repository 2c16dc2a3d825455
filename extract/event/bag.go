package event

import "slices"

// bag is a set of words by their numbers in the story, in order.
type bag []int32

// numbers gives each word of a story a number.
type numbers map[string]int32

func (n numbers) of(word string) int32 {
	k, ok := n[word]
	if !ok {
		k = int32(len(n))
		n[word] = k
	}
	return k
}

// bagOf makes a set of numbers.
func bagOf(words []int32) bag {
	slices.Sort(words)
	return slices.Compact(words)
}

// common is how many words two sets share.
func (b bag) common(o bag) int {
	n := 0
	for len(b) > 0 && len(o) > 0 {
		switch {
		case b[0] < o[0]:
			b = b[1:]
		case b[0] > o[0]:
			o = o[1:]
		default:
			n, b, o = n+1, b[1:], o[1:]
		}
	}
	return n
}

// shared is the part of the smaller set that the other one has too, 0 to 1.
func (b bag) shared(o bag) float64 { return part(b.common(o), b, o) }

// part is how much n words are of the smaller set.
func part(n int, a, b bag) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// with adds the words of another set.
func (b bag) with(o bag) bag {
	for _, w := range o {
		if at, ok := slices.BinarySearch(b, w); !ok {
			b = slices.Insert(b, at, w)
		}
	}
	return b
}

// sharedNames says how the names of a mention stand to those of a group.
func sharedNames(mine, theirs bag) string {
	n := mine.common(theirs)
	switch {
	case len(mine) == 0:
		return "none"
	case len(theirs) == 0:
		return "first"
	case n == len(mine):
		return "all"
	case n > 0:
		return "some"
	}
	return "others"
}
