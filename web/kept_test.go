package web

import (
	"context"
	"errors"
	"log/slog"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"sitrep/casebook"
)

// revised is a casebook of which only the revision can be asked.
type revised struct {
	casebook.Casebook
	at int64
}

func (r *revised) Revision(context.Context) (int64, error) { return r.at, nil }

func (r *revised) LastChange(context.Context) (time.Time, error) { return time.Time{}, nil }

func TestAnAnswerIsKeptUntilItIsForgotten(t *testing.T) {
	s := &Server{book: &revised{}}
	made := 0
	ask := func(what string) int {
		v, err := keeping(t.Context(), s, what, casebook.Query{}, func(context.Context) (int, error) { made++; return made, nil })
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if a, b := ask("x"), ask("x"); a != b {
		t.Errorf("asked twice: %d, %d", a, b)
	}
	if ask("y") == ask("x") {
		t.Error("another question has the same answer")
	}
	s.kept.forget()
	if ask("x") == 1 {
		t.Error("what was forgotten is given again")
	}
	for n := range 3 * mostAnswers {
		ask(strconv.Itoa(n))
	}
	if n := len(s.kept.made); n > mostAnswers {
		t.Errorf("%d answers are kept", n)
	}
}

// TestAnAnswerIsMadeAnewBehindWhoeverAsks: once something was filed the old answer is given, with its time, until the new one is there; one that is too old is not given.
func TestAnAnswerIsMadeAnewBehindWhoeverAsks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		book := &revised{}
		s := &Server{book: book, o: Options{Log: slog.New(slog.DiscardHandler)}}
		fault := error(nil)
		ask := func() (v int64, at time.Time) {
			ctx := withAsOf(t.Context())
			v, err := keeping(ctx, s, "x", casebook.Query{}, func(context.Context) (int64, error) { return book.at, fault })
			if err != nil {
				t.Fatal(err)
			}
			return v, asOfOf(ctx)
		}
		is := func(when string, want int64, stale bool) {
			t.Helper()
			if v, at := ask(); v != want || at.IsZero() == stale {
				t.Errorf("%s: revision %d as of %v, want %d", when, v, at, want)
			}
		}
		is("at first", 0, false)
		book.at = 1
		is("just filed", 0, true)
		synctest.Wait()
		is("a moment has not gone by", 0, true)
		time.Sleep(2 * moment)
		is("it is made anew", 0, true)
		synctest.Wait()
		is("it is new", 1, false)
		book.at, fault = 2, errors.New("no")
		time.Sleep(2 * moment)
		is("it cannot be made anew", 1, true)
		synctest.Wait()
		fault = nil
		time.Sleep(mostStale)
		is("it is too old", 2, false)
		book.at = 3
		s.kept.forget()
		is("somebody changed something", 3, false)
	})
}

func TestAFaultIsNotKept(t *testing.T) {
	s := &Server{book: &revised{}}
	fault := errors.New("no")
	for _, want := range []error{fault, nil} {
		if _, err := keeping(t.Context(), s, "x", casebook.Query{}, func(context.Context) (int, error) { return 1, want }); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
}
