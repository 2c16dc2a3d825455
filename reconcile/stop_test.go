package reconcile

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"sitrep"
)

// impatient ends its context when it was asked for so many neighbourhoods, and counts those that it is asked for after that.
type impatient struct {
	*shelf
	left, after int
	end         context.CancelFunc
}

func (b *impatient) Near(ctx context.Context, keys []string) ([]sitrep.EventKey, error) {
	switch b.left--; {
	case b.left == 0:
		b.end()
	case b.left < 0:
		b.after++
	}
	return b.shelf.Near(ctx, keys)
}

// A step that is stopped ends soon and leaves all as it was; the next one comes to the same as if nothing had happened.
func TestAStepThatIsStopped(t *testing.T) {
	for _, left := range []int{1, 20, 60} {
		all := street(rand.New(rand.NewPCG(4, 4)), 60)
		ctx, end := context.WithCancel(t.Context())
		book := &impatient{newShelf(), left, 0, end}
		book.file(all...)
		_, err := Reconcile(ctx, book, time.Time{})
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("after %d neighbourhoods: %v, want that it was stopped", left, err)
		}
		if book.after > 20 || len(book.incidents) > 0 || len(book.unplaced) != len(all) {
			t.Errorf("after %d neighbourhoods: looked for %d more, made %d incidents, %d of %d wait", left, book.after, len(book.incidents), len(book.unplaced), len(all))
		}
		settleAll(t, book)
		if got, want := recordOf(t, book.all()), recordOf(t, All(all, nil)); got != want {
			differ(t, "stopped and begun again", want, got)
		}
	}
}
