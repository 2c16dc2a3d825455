package sqlite

import (
	"fmt"
	"testing"
)

func TestDaysAreCountedInOrder(t *testing.T) {
	d := newDayTally()
	for _, day := range []int32{17000, 50_000, -60_000, -1, unknownDay, unknown, 17000, -reach, reach, reach - 1, 0, -60_000} {
		d.add(day)
	}
	if got, want := fmt.Sprint(d.counts()), "[{1805-09-23 2} {1860-06-26 1} {1969-12-31 1} {1970-01-01 1} {2016-07-18 2} {2079-07-07 1} {2079-07-08 1} {2106-11-24 1}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
