package reconcile

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"sitrep"
)

func recordOf(t *testing.T, incidents []sitrep.Incident) string {
	var b strings.Builder
	for _, in := range incidents {
		line, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// differ shows the first line in which two records differ.
func differ(t *testing.T, what, want, got string) {
	t.Helper()
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range w {
		if i >= len(g) || w[i] != g[i] {
			other := "nothing"
			if i < len(g) {
				other = g[i]
			}
			t.Fatalf("%s: incident %d is\n%s\nwant\n%s", what, i, other, w[i])
		}
	}
	t.Fatalf("%s: %d incidents, want %d", what, len(g), len(w))
}

func TestTheOrderOfTellingsMakesNoDifference(t *testing.T) {
	shuffles := 500
	if testing.Short() {
		shuffles = 25
	}
	rng := rand.New(rand.NewPCG(1, 2))
	tellings := world(rng, 40)
	want := recordOf(t, All(tellings, nil))
	for range shuffles {
		rng.Shuffle(len(tellings), func(i, j int) { tellings[i], tellings[j] = tellings[j], tellings[i] })
		if got := recordOf(t, All(tellings, nil)); got != want {
			differ(t, "after a shuffle", want, got)
		}
	}
}

func TestStepByStepComesToTheSame(t *testing.T) {
	rounds := 30
	if testing.Short() {
		rounds = 6
	}
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 7))
		tellings := world(rng, 30)
		if seed%3 == 0 {
			tellings = append(tellings, recalling(rng, 6*plain)...)
		}
		want := recordOf(t, All(tellings, nil))
		reports := map[string][]sitrep.Telling{}
		var order []string
		for _, x := range tellings {
			if reports[x.Key.Report] == nil {
				order = append(order, x.Key.Report)
			}
			reports[x.Key.Report] = append(reports[x.Key.Report], x)
		}
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		book := newShelf()
		for _, r := range order {
			book.file(reports[r]...)
			if rng.IntN(3) == 0 {
				settleAll(t, book)
			}
		}
		settleAll(t, book)
		if got := recordOf(t, book.all()); got != want {
			differ(t, "step by step", want, got)
		}
	}
}

func settleAll(t *testing.T, book Neighbours) {
	t.Helper()
	for {
		r, err := Reconcile(t.Context(), book, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if r.Placed == 0 {
			return
		}
	}
}

// What is put whole is as if it had been joined step by step, and goes on so.
func TestWhatIsPutWholeGoesOnStepByStep(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	tellings := append(world(rng, 30), recalling(rng, 6*plain)...)
	reports := len(tellings) * 3 / 4
	for reports > 0 && tellings[reports].Key.Report == tellings[reports-1].Key.Report {
		reports++
	}
	book := newShelf()
	book.file(tellings[:reports]...)
	if err := book.Apply(t.Context(), Whole(tellings[:reports])); err != nil {
		t.Fatal(err)
	}
	if len(book.unplaced) > 0 {
		t.Errorf("%d wait", len(book.unplaced))
	}
	if got, want := recordOf(t, book.all()), recordOf(t, All(tellings[:reports], nil)); got != want {
		differ(t, "put whole", want, got)
	}
	for _, x := range tellings[reports:] {
		book.file(x)
		settleAll(t, book)
	}
	if got, want := recordOf(t, book.all()), recordOf(t, All(tellings, nil)); got != want {
		differ(t, "and more", want, got)
	}
}
