package casebook

import (
	"context"
	"time"

	"sitrep"
	"sitrep/record"
)

// Filer takes reports in.
type Filer interface {
	// File keeps a report and its reading. The same text of the same report is kept once: Filed.New is then false. Another text of the same id or URL is a new version.
	// The version that counts is the one published last, of those published together the one filed last. What was redacted gives ErrRedacted.
	File(ctx context.Context, f Filing) (Filed, error)
	// FileAll files several reports in one go, which costs less than one by one: all of them are kept, or none.
	FileAll(ctx context.Context, f []Filing) ([]Filed, error)
	// Has tells whether a Filing of this Key has been filed, so that an ingest can go on where it stopped. What was redacted counts as filed.
	Has(ctx context.Context, key string) (bool, error)
	// Reread puts a new reading of a report's newest text in the place of the one that counts; the old one stays.
	Reread(ctx context.Context, f Filing) error
}

// Filing is a report on its way into the casebook.
type Filing struct {
	// Key is a hash of the raw bytes together with what their source said of them (id, URL, outlet, time): one text that two outlets carry, or that comes
	// under two ids, is two filings although the bytes are the same. Empty for RawSHA256.
	Key       string
	Raw       []byte // the bytes as they came
	RawSHA256 string
	Source    string // where they came from: a path, a URL, a feed
	Reading   *sitrep.Reading
	Reader    record.Reader
	Tellings  []sitrep.Telling
	Keys      [][]string // blocking keys of each telling, see reconcile.Keys
	Private   []PrivateName
	Note      sitrep.Note // that the outlet put to it
	At        time.Time
}

// PrivateName is a private person's name in a report, the forms in which it stands there, and the description that takes its place.
type PrivateName struct {
	Name, Description string
	Forms             []string
	Except            []string // longer names of others in the report that hold one of Forms and stay
	Minor             bool
}

// Filed is what became of a Filing.
type Filed struct {
	Report  string // id
	Version int
	New     bool
}
