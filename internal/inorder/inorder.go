// Package inorder does jobs on all cores and takes their results in the order of the jobs.
package inorder

import (
	"context"
	"iter"
	"sync"
)

// Do does the jobs by so many workers and takes the results in the order of the jobs. Few are held at once, however many there are. It ends early when
// take fails or ctx ends, with that error: the jobs that are being done are then finished and thrown away, and the giver of jobs, who may be waiting for
// somebody to type, is left to himself.
func Do[J, R any](ctx context.Context, workers int, jobs iter.Seq[J], do func(J) R, take func(R) error) error {
	inner, stop := context.WithCancel(ctx)
	var crew crew
	defer crew.dismiss()
	defer stop()
	queue := make(chan chan R, 2*workers)
	go func() {
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
			if !crew.work(func() { defer func() { <-slots }(); done <- do(j) }) {
				return
			}
		}
	}()
	for {
		select {
		case done, ok := <-queue:
			if !ok {
				return ctx.Err()
			}
			if err := take(<-done); err != nil {
				return err
			}
		case <-ctx.Done():
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// crew is those who work, until they are dismissed.
type crew struct {
	lock      sync.Mutex
	running   sync.WaitGroup
	dismissed bool
}

// work begins a job, unless the crew is dismissed.
func (c *crew) work(job func()) bool {
	c.lock.Lock()
	defer c.lock.Unlock()
	if !c.dismissed {
		c.running.Go(job)
	}
	return !c.dismissed
}

// dismiss waits for the jobs that have begun.
func (c *crew) dismiss() {
	c.lock.Lock()
	c.dismissed = true
	c.lock.Unlock()
	c.running.Wait()
}
