package inorder

import (
	"context"
	"errors"
	"iter"
	"slices"
	"testing"
	"time"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestResultsComeInOrder(t *testing.T) {
	var got []int
	err := Do(context.Background(), 4, numbers(200), func(i int) int {
		time.Sleep(time.Duration(i%3) * time.Microsecond)
		return i
	}, func(i int) error { got = append(got, i); return nil })
	if err != nil || len(got) != 200 || !slices.IsSorted(got) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestItEndsWhenTakingFails(t *testing.T) {
	full := errors.New("full")
	taken := 0
	err := Do(context.Background(), 2, numbers(1000), func(i int) int { return i }, func(i int) error {
		if taken++; i == 7 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || taken != 8 {
		t.Errorf("%v after %d", err, taken)
	}
}

func TestItEndsWithTheContextAfterWhatIsTaken(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	taken := 0
	err := Do(ctx, 2, numbers(1000), func(i int) int { return i }, func(i int) error {
		if taken++; i == 3 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || taken != 4 {
		t.Errorf("%v after %d", err, taken)
	}
}

func TestItDoesNotWaitForAGiverWhoWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var jobs iter.Seq[int] = func(yield func(int) bool) {
		yield(0)
		select {} // for a line that nobody types
	}
	err := Do(ctx, 2, jobs, func(i int) int { return i }, func(int) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
