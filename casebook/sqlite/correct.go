package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// Correct keeps what a person says. The same correction is kept once.
func (b *Book) Correct(ctx context.Context, c sitrep.Correction) (string, error) {
	if c.Op == "" || c.By == "" {
		return "", errors.New("a correction needs what is done (Op) and who does it (By)")
	}
	if c.At.IsZero() {
		c.At = b.now()
	}
	c.At = c.At.UTC()
	c.Orphan = false
	if c.ID == "" {
		c.ID = correctionID(c)
	}
	body, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	err = b.write(ctx, "keep a correction", func(t *tx) error {
		if c.Undoes != "" && t.number("SELECT 1 FROM correction WHERE id = ?", c.Undoes) == 0 {
			return fmt.Errorf("correction %s, which is to be undone, is %w", c.Undoes, orNotFound(t.err))
		}
		if t.exec("INSERT INTO correction (id, report, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING", c.ID, c.Anchor.Report, string(body)) > 0 {
			t.note(stamp(c.At), c.By, strings.TrimSpace("correction "+c.ID+": "+string(c.Op)+" "+c.Field))
		}
		return nil
	})
	return c.ID, err
}

// correctionID is a short hash of a correction without its id.
func correctionID(c sitrep.Correction) string {
	c.ID = ""
	b, err := json.Marshal(c)
	if err != nil { // of texts, numbers and a time
		panic(err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:6])
}

// Corrections are those of a report, or all, in the order in which they were made.
func (b *Book) Corrections(ctx context.Context, report string) (out []sitrep.Correction, err error) {
	err = b.read(ctx, "read corrections", func(t *tx) (err error) {
		out, err = t.corrections(report)
		return err
	})
	return out, err
}

func (t *tx) corrections(report string) (out []sitrep.Correction, err error) {
	query, args := "SELECT body FROM correction ORDER BY n", []any(nil)
	if report != "" {
		query, args = "SELECT body FROM correction WHERE report = ? ORDER BY n", []any{report}
	}
	for _, body := range all[string](t, query, args...) {
		var c sitrep.Correction
		if err := json.Unmarshal([]byte(body), &c); err != nil {
			return nil, fmt.Errorf("%w: a correction cannot be read: %v", casebook.ErrDamaged, err)
		}
		c.Orphan = t.orphan(c.Anchor)
		out = append(out, c)
	}
	return out, t.err
}

// orphan tells whether the words of an anchor stand no longer in the text that counts.
func (t *tx) orphan(a sitrep.Anchor) bool {
	if a.Report == "" || a.SHA256 == "" {
		return false
	}
	var sum string
	var packed []byte
	const of = " FROM report r JOIN version v ON v.n = r.current WHERE r.id = ?"
	if !t.get("SELECT v.sha256"+of, []any{a.Report}, &sum) {
		return true
	}
	if sum == a.SHA256 { // as almost always: no text has to be read
		return false
	}
	t.get("SELECT v.text"+of, []any{a.Report}, &packed)
	text, err := t.book.packer.unpack(packed)
	if err != nil {
		t.fail(err)
	}
	return a.Quote == "" || !strings.Contains(string(text), a.Quote)
}
