package desk

import (
	"context"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// leaving ends a context as soon as a correction is kept, as a browser does that goes away.
type leaving struct {
	casebook.Casebook
	end context.CancelFunc
}

func (b leaving) Correct(ctx context.Context, c sitrep.Correction) (string, error) {
	defer b.end()
	return b.Casebook.Correct(ctx, c)
}

func TestACorrectionThatIsKeptIsJoined(t *testing.T) {
	d := doubtful(t)
	if _, err := d.Reconcile(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	d.Book = leaving{d.Book, end}
	both := []sitrep.EventKey{{Report: "r00", Event: "e0"}, {Report: "r20", Event: "e0"}}
	if _, err := d.Correct(ctx, sitrep.Correction{Op: sitrep.MergeOp, Events: both, By: "a"}); err != nil {
		t.Fatal(err)
	}
	if in, err := d.Book.IncidentsOf(t.Context(), both); err != nil || len(in) != 1 {
		t.Errorf("they are in %d incidents, %v; want one", len(in), err)
	}
}

// Joining that is stopped leaves what was not joined for the next time.
func TestJoiningThatIsStopped(t *testing.T) {
	d := doubtful(t)
	if _, err := d.Reconcile(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if err := d.Book.Mark(t.Context(), []string{"r00"}, nil); err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	d.Book = hasty{d.Book, end}
	if _, err := d.Reconcile(ctx, nil); err != context.Canceled {
		t.Errorf("stopped: %v, want that it was", err)
	}
	if joined, err := d.Reconcile(t.Context(), nil); err != nil || joined.Placed == 0 {
		t.Errorf("then %d tellings were placed, %v", joined.Placed, err)
	}
}

// hasty ends a context as soon as it is asked for neighbours.
type hasty struct {
	casebook.Casebook
	end context.CancelFunc
}

func (b hasty) Near(ctx context.Context, keys []string) ([]sitrep.EventKey, error) {
	b.end()
	return b.Casebook.Near(ctx, keys)
}
