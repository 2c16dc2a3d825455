package where

import "testing"

// TestNearestOptions: a very long text may name thousands of places; those that stand nearest are weighed, in the order of the text.
func TestNearestOptions(t *testing.T) {
	var all []Option
	for i := range 3 * mostOptions {
		all = append(all, Option{Toponym: i, distance: 3*mostOptions - i})
	}
	few := nearest(all[:5])
	if len(few) != 5 {
		t.Errorf("of 5 options %d are left", len(few))
	}
	near := nearest(all)
	if len(near) != mostOptions || near[0].Toponym != 2*mostOptions || near[mostOptions-1].Toponym != 3*mostOptions-1 {
		t.Errorf("%d options from %d", len(near), near[0].Toponym)
	}
}
