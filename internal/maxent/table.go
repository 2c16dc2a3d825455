package maxent

import "math/bits"

// table finds the row of a feature by its id: open addressing with linear probing, at most a quarter full.
type table struct {
	slots []slot
	shift uint
}

// slot holds a feature with the number of its row plus one; zero is an empty slot.
type slot struct{ id, row uint32 }

// newTable makes the table of ids; of equal ones the first counts.
func newTable(ids []uint32) table {
	room := bits.Len(uint(4*len(ids)) | 1)
	t := table{make([]slot, 1<<room), uint(32 - room)}
	for i, id := range ids {
		at := t.home(id)
		for t.slots[at].row != 0 {
			at = (at + 1) & uint32(len(t.slots)-1)
		}
		t.slots[at] = slot{id, uint32(i) + 1}
	}
	return t
}

// home is the slot where a feature is looked for first. Ids are hashes already; the product spreads those that differ in high bits only.
func (t *table) home(id uint32) uint32 { return id * 0x9e3779b1 >> t.shift }

// find is the row of a feature, -1 for one that the model does not have. Which of the two nobody can foresee; that the first slot answers,
// since it has the feature or is empty, is the rule: so the two are one question, by a product that is zero where either is.
func (t *table) find(id uint32) int {
	for at := t.home(id); ; at = (at + 1) & uint32(len(t.slots)-1) {
		if s := t.slots[at]; uint64(s.id^id)*uint64(s.row) == 0 {
			return int(s.row) - 1
		}
	}
}

// rowsAtOnce is how many features are looked up before their weights are read: the memory is asked for many at a time.
const rowsAtOnce = 64

// found writes the rows of those features that the model has, of at most rowsAtOnce, to the room.
func (t *table) found(ids []uint32, room *[rowsAtOnce]int32) []int32 {
	n := uint(0)
	for _, id := range ids {
		row := int32(t.find(id))
		room[n%rowsAtOnce] = row
		n += 1 - uint(uint32(row)>>31) // none if it is negative
	}
	return room[:n]
}
