package maxent

import "testing"

func TestTableFindsEveryFeatureAndNoOther(t *testing.T) {
	clashing := make([]uint32, 0, 300)
	for i := range uint32(300) {
		clashing = append(clashing, i<<20)
	}
	for name, ids := range map[string][]uint32{"none": nil, "one": {7}, "zero and the highest": {0, 1<<32 - 1}, "alike in low bits": clashing} {
		t.Run(name, func(t *testing.T) {
			table := newTable(ids)
			for i, id := range ids {
				if got := table.find(id); got != i {
					t.Errorf("feature %d: row %d, want %d", id, got, i)
				}
			}
			for _, id := range []uint32{1, 8, 300<<20 + 5} {
				if got := table.find(id); got != -1 {
					t.Errorf("feature %d, which is not there: row %d", id, got)
				}
			}
		})
	}
}

func TestTableGivesTheFirstOfEqualFeatures(t *testing.T) {
	table := newTable([]uint32{5, 5, 9})
	if got := table.find(5); got != 0 {
		t.Errorf("row %d, want 0", got)
	}
}
