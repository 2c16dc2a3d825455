package model

import "math/bits"

// index finds hashes in a sorted list: the leading bits of a hash lead to a stretch of a few entries.
type index struct {
	keys  []uint64
	shift int
	first []uint32 // by leading bits, with one more for the end
}

func newIndex(keys []uint64) index {
	leading := min(max(bits.Len(uint(len(keys)))-1, 1), 20)
	x := index{keys: keys, shift: 64 - leading, first: make([]uint32, 1<<leading+1)}
	at := 0
	for b := range x.first {
		for at < len(keys) && keys[at]>>x.shift < uint64(b) {
			at++
		}
		x.first[b] = uint32(at)
	}
	return x
}

// find gives the position of a hash, -1 where it is not.
func (x *index) find(key uint64) int {
	b := key >> x.shift
	lo, hi := int(x.first[b]), int(x.first[b+1])
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if x.keys[mid] < key {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(x.keys) && x.keys[lo] == key {
		return lo
	}
	return -1
}
