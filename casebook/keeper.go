package casebook

import (
	"context"
	"io"
	"time"

	"sitrep"
	"sitrep/record"
)

// Corrector keeps what people say. Corrections are only ever added.
type Corrector interface {
	Correct(ctx context.Context, c sitrep.Correction) (id string, err error)
	// Corrections in the order in which they were made; of one report, or all where report is empty.
	Corrections(ctx context.Context, report string) ([]sitrep.Correction, error)
	// Mark makes the tellings of these reports, and these tellings, Unplaced, so that their incidents are made anew.
	Mark(ctx context.Context, reports []string, keys []sitrep.EventKey) error
}

// Keeper looks after the casebook itself.
type Keeper interface {
	// Check looks for damage and for what does not fit together, and says all that it finds; readings that another reader than this one made are stale.
	Check(ctx context.Context, reader record.Reader) ([]Finding, error)
	// Backup writes a whole casebook to a file that must not be there yet; it may be called while others file.
	Backup(ctx context.Context, file string) error
	// Redact takes a report, or a name wherever it stands, out of text, index, readings, incidents, versions, corrections and the audit trail, and leaves a tombstone.
	Redact(ctx context.Context, r Redaction) (Redacted, error)
	// Note adds a line to the audit trail; Audit writes the trail as JSON Lines.
	Note(ctx context.Context, by, what string) error
	Audit(ctx context.Context, w io.Writer) error
	// Watermark and SetWatermark keep where a source was read to: an ETag, a time, a position.
	Watermark(ctx context.Context, name string) (string, error)
	SetWatermark(ctx context.Context, name, value string) error
	Close() error
}

// Finding is something that Check found.
type Finding struct {
	What   string
	Detail string
	Grave  bool   // data is lost or wrong; else it is a matter of housekeeping
	Remedy string // what to do
}

// Redaction says what is to be taken out: one of Report and Name.
type Redaction struct {
	Report string
	Name   string
	By     string
	Reason string
	At     time.Time
}

// Redacted says what was taken out.
type Redacted struct {
	Reports, Places int // reports touched, stretches taken out
}
