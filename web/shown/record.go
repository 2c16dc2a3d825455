// Package shown is the record of a casebook as it may be shown, and what a person may do to it: the same functions for the pages of the window, for its files and
// for its API. Private persons stand by description in whatever it gives, unless names are asked for.
package shown

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"sitrep/casebook"
	"sitrep/desk"
	"sitrep/privacy"
)

// Record is the record of a casebook as it may be shown. It is safe for concurrent use.
type Record struct {
	Book  casebook.Casebook
	Names bool       // private persons by name
	Desk  *desk.Desk // reads what is pasted and asks what waits to be judged; nil where neither can be
	// Change lends a desk whose casebook can be written, for as long as do runs. It is nil where nothing can be changed.
	Change func(ctx context.Context, do func(*desk.Desk) error) error
	// asking holds whoever asks the desk: it works on one thing at a time.
	asking sync.Mutex
	// suspects are the names of private persons, for lists.
	suspects privacy.Suspects
}

// ErrReadOnly says that nothing can be changed.
var ErrReadOnly = errors.New("this casebook is shown read-only; start sitrep serve without --read-only to correct it")

// WrongError is something that cannot be done as it was asked for; it says what is wanted.
type WrongError struct{ message string }

func (e WrongError) Error() string { return e.message }

// Wrong says what is wrong with what was asked for.
func Wrong(format string, values ...any) error { return WrongError{fmt.Sprintf(format, values...)} }

// CanChange tells whether the casebook may be changed.
func (r *Record) CanChange() bool { return r.Change != nil }

// Withheld are the names that are not to be shown, none where names are shown.
func (r *Record) Withheld(names []casebook.PrivateName) []casebook.PrivateName {
	if r.Names {
		return nil
	}
	return names
}
