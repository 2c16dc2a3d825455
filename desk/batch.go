package desk

import (
	"context"
	"iter"
	"time"

	"sitrep/source"
)

// Batches gathers what comes now and then, so that it can be filed and joined together: a batch ends when nothing came for a while, or when it is full. When ctx
// ends, what was gathered is given and nothing else.
func Batches(ctx context.Context, items iter.Seq2[source.Item, error], quiet time.Duration, full int) iter.Seq[iter.Seq2[source.Item, error]] {
	return func(yield func(iter.Seq2[source.Item, error]) bool) {
		ctx, stop := context.WithCancel(ctx)
		coming := make(chan given)
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			defer close(coming)
			for item, err := range items {
				select {
				case coming <- given{item, err}:
				case <-ctx.Done():
					return
				}
			}
		}()
		defer func() { stop(); <-ended }()
		for more := true; more; {
			var batch []given
			batch, more = gather(coming, quiet, full)
			if len(batch) > 0 && !yield(each(batch)) {
				return
			}
		}
	}
}

// gather waits for the first, then for others as long as they come; more is false where nothing will come any more.
func gather(coming <-chan given, quiet time.Duration, full int) (batch []given, more bool) {
	var silence <-chan time.Time
	for len(batch) < full {
		select {
		case g, ok := <-coming:
			if !ok {
				return batch, false
			}
			batch = append(batch, g)
			silence = time.After(quiet)
		case <-silence:
			return batch, true
		}
	}
	return batch, true
}

func each(batch []given) iter.Seq2[source.Item, error] {
	return func(yield func(source.Item, error) bool) {
		for _, g := range batch {
			if !yield(g.item, g.err) {
				return
			}
		}
	}
}
