// Package desk wires the road of a report: it reads what sources give, files it, joins what many reports tell into incidents, takes people's corrections,
// and reads again what another reader has read. It computes no facts of its own.
package desk

import (
	"context"
	"runtime"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/extract"
	"sitrep/record"
)

// Desk works on one casebook. Its methods may be called one at a time.
type Desk struct {
	Book    casebook.Casebook
	Reader  *extract.Reader
	By      record.Reader    // which reader Reader is
	Workers int              // that read at once; 0 for as many as there are cores
	Now     func() time.Time // the clock of filing; nil for the machine's
	Assist  Assistant        // nil for none
}

// Assistant proposes what a reading missed: it adds to the reading's proposals and problems, and to nothing else.
type Assistant interface {
	Assist(ctx context.Context, r *sitrep.Reading)
}

func (d *Desk) workers() int {
	if d.Workers > 0 {
		return d.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (d *Desk) now() time.Time {
	if d.Now != nil {
		return d.Now().UTC()
	}
	return time.Now().UTC()
}
