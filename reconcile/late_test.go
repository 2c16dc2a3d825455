package reconcile

import (
	"math/rand/v2"
	"slices"
	"testing"

	"sitrep"
)

// A war that hundreds of reports recall is not made anew for one more: what that tells is set beside the rest, and ties its own report's events to the war as any would.
func TestWhatIsRecalledOnceMoreCostsNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	tellings := recalling(rng, 12*plain)
	book := newShelf()
	book.file(tellings[:len(tellings)-40]...)
	settleAll(t, book)
	late := 0
	for more := range slices.Chunk(tellings[len(tellings)-40:], 2) {
		stand, ok, _ := book.Stand(t.Context(), unitNumber(profileOf(&more[1]).signature()))
		if !ok {
			t.Fatal("nothing stands for a war that hundreds recall")
		}
		before := book.fetched
		book.file(more...)
		settleAll(t, book)
		if rank(&more[1]) <= stand.Bar {
			continue
		}
		late++
		if n := book.fetched - before; n > 2*plain {
			t.Errorf("%s: %d tellings were asked for", more[1].Key.Report, n)
		}
	}
	if late < 5 {
		t.Fatalf("only %d of 20 came late", late)
	}
	if got, want := recordOf(t, book.all()), recordOf(t, All(slices.Clone(tellings), nil)); got != want {
		differ(t, "with what came late", want, got)
	}
}

// The few that stand for others are chosen by what they are, not by when they came.
func TestRankHangsOnTheTellingAlone(t *testing.T) {
	with := sitrep.Telling{Key: sitrep.EventKey{Report: "r", Event: "e"}, Event: sitrep.Event{Tolls: []sitrep.Toll{{Count: 3}}}}
	without := with
	without.Event.Tolls = nil
	if a, b := rank(&with), rank(&without); a < 0 || a >= b {
		t.Errorf("with a figure %d, without %d: the one with a figure stands first", a, b)
	}
}
