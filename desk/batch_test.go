package desk

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"sitrep/source"
)

func TestBatches(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	second := make(chan struct{})
	items := func(yield func(source.Item, error) bool) {
		for i := range 5 {
			if i == 3 {
				<-second
			}
			if !yield(source.Item{Where: fmt.Sprint(i)}, nil) {
				return
			}
		}
		<-ctx.Done()
	}
	var got [][]string
	for batch := range Batches(ctx, items, 20*time.Millisecond, 2) {
		var names []string
		for i := range batch {
			names = append(names, i.Where)
		}
		got = append(got, names)
		switch len(got) {
		case 2: // the third came alone: the batch ended in silence
			close(second)
		case 3:
			cancel()
		}
	}
	if want := [][]string{{"0", "1"}, {"2"}, {"3", "4"}}; !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got %v, want %v", got, want)
	}
}
