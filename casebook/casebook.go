package casebook

import (
	"errors"
)

// Errors that callers tell apart.
var (
	ErrNotFound = errors.New("not in the casebook")
	ErrBusy     = errors.New("another process is writing to the casebook")
	ErrNewer    = errors.New("the casebook was written by a newer sitrep")
	ErrDamaged  = errors.New("the casebook is damaged")
	ErrReadOnly = errors.New("the casebook cannot be written")
	ErrFull     = errors.New("the disk is full")

	ErrNotCasebook = errors.New("this is no casebook")
	ErrCursor      = errors.New("the place to go on from was not given by a page before: begin again without it")
	ErrRedacted    = errors.New("this was taken out of the casebook, and stays out")
)

// Casebook keeps the record. Every method that writes does it whole or not at all; what has been acknowledged outlives a crash. It is safe for concurrent use.
type Casebook interface {
	Filer
	Reconciler
	Asker
	Corrector
	Keeper
	Doubter
	Alerter
	Referencer
}
