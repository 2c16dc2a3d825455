package sqlite

import (
	"errors"
	"os"
	"testing"
)

func TestWhatIsWorthTheWholeFile(t *testing.T) {
	for _, c := range []struct {
		name      string
		rows, all int
		want      bool
	}{
		{"nothing", 0, 0, false}, {"all of a small casebook", leastAhead - 1, leastAhead - 1, false}, {"all", leastAhead, leastAhead, true},
		{"a quarter", 25_000, 100_000, true}, {"less", 24_999, 100_000, false}, {"a few of many", leastAhead, 1_000_000, false},
	} {
		if got := worthAll(c.rows, c.all); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// The file may be closed only when the connections are, and then it has to be.
func TestTheWholeFileIsOpenAsLongAsTheBook(t *testing.T) {
	b := filled(t)
	first := b.whole.open(b.Path())
	if first == nil || b.whole.open(b.Path()) != first {
		t.Fatal("it is not opened once")
	}
	stop := make(chan struct{})
	wanted(first, stop)
	close(stop)
	wanted(first, stop)
	if _, err := first.Stat(); err != nil {
		t.Errorf("it is closed while the book is open: %v", err)
	}
	closed(t, b)
	if _, err := first.Stat(); !errors.Is(err, os.ErrClosed) {
		t.Errorf("it is open although the book is closed: %v", err)
	}
}
