package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"sitrep"
	"sitrep/casebook"
)

// File keeps a report and its reading.
func (b *Book) File(ctx context.Context, f casebook.Filing) (casebook.Filed, error) {
	filed, err := b.FileAll(ctx, []casebook.Filing{f})
	if err != nil {
		return casebook.Filed{}, err
	}
	return filed[0], nil
}

// FileAll files several reports in one transaction.
func (b *Book) FileAll(ctx context.Context, list []casebook.Filing) ([]casebook.Filed, error) {
	filed := make([]casebook.Filed, len(list))
	err := b.write(ctx, "file a report", func(t *tx) error {
		for i := range list {
			var err error
			if filed[i], err = t.file(&list[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return filed, nil
}

// Has tells whether a filing of this key has been filed, or taken out.
func (b *Book) Has(ctx context.Context, key string) (has bool, err error) {
	err = b.read(ctx, "look for a filing", func(t *tx) error {
		has = t.number("SELECT 1 FROM raw WHERE key = ?", key) != 0 || t.redacted(key)
		return nil
	})
	return has, err
}

func (t *tx) redacted(sum string) bool {
	return sum != "" && t.number("SELECT 1 FROM tombstone_sum WHERE sum = ?", sum) != 0
}

// file keeps one report.
func (t *tx) file(f *casebook.Filing) (casebook.Filed, error) {
	if f.Reading == nil || f.Reading.Report == nil {
		return casebook.Filed{}, errors.New("a filing without a reading: read the report first")
	}
	r := f.Reading.Report
	n, id := t.find(r)
	var version, number int64
	if n != 0 && t.get("SELECT n, number FROM version WHERE report = ? AND sha256 = ?", []any{n, r.SHA256}, &version, &number) {
		t.putRaw(f, version, false)
		return casebook.Filed{Report: id, Version: int(number)}, t.err
	}
	if t.redacted(keyOf(f)) || t.redacted(r.SHA256) || t.redacted(sumOf(r.ID)) {
		return casebook.Filed{}, fmt.Errorf("report %s: %w", r.ID, casebook.ErrRedacted)
	}
	if n == 0 {
		id, n = r.ID, t.insert("INSERT INTO report (id, url) VALUES (?, ?)", r.ID, r.URL)
	}
	number = 1 + t.number("SELECT coalesce(max(number), 0) FROM version WHERE report = ?", n)
	own := *f
	own.Reading, own.Tellings = renamed(f, id)
	version = t.putVersion(&own, n, number)
	if t.counts(n, r) {
		t.make(&own, n, version)
	}
	return casebook.Filed{Report: id, Version: int(number), New: true}, t.err
}

// find is the report of which a text is a version: the one with its id, else the one with its URL.
func (t *tx) find(r *sitrep.Report) (n int64, id string) {
	if t.get("SELECT n, id FROM report WHERE id = ?", []any{r.ID}, &n, &id) || r.URL == "" {
		return n, id
	}
	t.get("SELECT n, id FROM report WHERE url = ? AND url <> '' ORDER BY n LIMIT 1", []any{r.URL}, &n, &id)
	return n, id
}

// counts tells whether a new version takes the place of the one that counts: it was not published before it.
func (t *tx) counts(report int64, r *sitrep.Report) bool {
	var text string
	if !t.get("SELECT v.published FROM report r JOIN version v ON v.n = r.current WHERE r.n = ?", []any{report}, &text) {
		return true
	}
	before, err := unzoned(text)
	if err != nil {
		t.fail(err)
	}
	return before.IsZero() || r.Published.IsZero() || !r.Published.Before(before)
}

// renamed gives a filing's reading and tellings the id under which the casebook has the report.
func renamed(f *casebook.Filing, id string) (*sitrep.Reading, []sitrep.Telling) {
	if f.Reading.Report.ID == id {
		return f.Reading, f.Tellings
	}
	reading, report := *f.Reading, *f.Reading.Report
	report.ID = id
	reading.Report = &report
	tellings := make([]sitrep.Telling, len(f.Tellings))
	for i, t := range f.Tellings {
		t.Key.Report, t.Report.ID = id, id
		tellings[i] = t
	}
	return &reading, tellings
}

// keyOf is the key of a filing: as it says, else the sha256 of its bytes.
func keyOf(f *casebook.Filing) string {
	switch {
	case f.Key != "":
		return f.Key
	case f.RawSHA256 != "" || len(f.Raw) == 0:
		return f.RawSHA256
	}
	sum := sha256.Sum256(f.Raw)
	return hex.EncodeToString(sum[:])
}

// putRaw keeps the bytes of a filing; only its key where the text was had already.
func (t *tx) putRaw(f *casebook.Filing, version int64, whole bool) {
	key := keyOf(f)
	if key == "" {
		return
	}
	var bytes any
	if whole {
		bytes = t.book.packer.pack(f.Raw)
	}
	t.exec("INSERT INTO raw (key, version, bytes) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING", key, version, bytes)
}
