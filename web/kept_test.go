package web

import (
	"context"
	"errors"
	"strconv"
	"testing"

	"sitrep/casebook"
)

// revised is a casebook of which only the revision can be asked.
type revised struct {
	casebook.Casebook
	at int64
}

func (r *revised) Revision(context.Context) (int64, error) { return r.at, nil }

func TestAnAnswerIsKeptUntilItIsForgotten(t *testing.T) {
	s := &Server{book: &revised{}}
	made := 0
	ask := func(what string) int {
		v, err := keeping(t.Context(), s, what, casebook.Query{}, func() (int, error) { made++; return made, nil })
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

func TestAFaultIsNotKept(t *testing.T) {
	s := &Server{book: &revised{}}
	fault := errors.New("no")
	for _, want := range []error{fault, nil} {
		if _, err := keeping(t.Context(), s, "x", casebook.Query{}, func() (int, error) { return 1, want }); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
}
