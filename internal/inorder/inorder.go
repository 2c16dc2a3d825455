// Package inorder does jobs on all cores and takes their results in the order of the jobs.
package inorder

import (
	"context"
	"iter"
	"sync"
)

// Do does the jobs by so many workers and takes the results in the order of the jobs. Few are held at once, however many there are. It ends early when
// take fails or ctx ends, with that error: the jobs that are being done are then finished and thrown away.
func Do[J, R any](ctx context.Context, workers int, jobs iter.Seq[J], do func(J) R, take func(R) error) error {
	var running sync.WaitGroup
	defer running.Wait()
	inner, stop := context.WithCancel(ctx)
	defer stop() // before the wait: it is what ends the giving out of jobs
	queue := make(chan chan R, 2*workers)
	running.Go(func() {
		defer close(queue)
		slots := make(chan struct{}, workers)
		for j := range jobs {
			done := make(chan R, 1)
			select {
			case queue <- done:
			case <-inner.Done():
				return
			}
			slots <- struct{}{}
			running.Go(func() {
				defer func() { <-slots }()
				done <- do(j)
			})
		}
	})
	for done := range queue {
		if err := take(<-done); err != nil {
			return err
		}
		if ctx.Err() != nil {
			break
		}
	}
	return ctx.Err()
}
