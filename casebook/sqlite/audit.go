package sqlite

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"io"
	"time"
)

// auditLine is a line of the audit trail.
type auditLine struct {
	At   time.Time `json:"at"`
	By   string    `json:"by"`
	What string    `json:"what"`
}

// Note adds a line to the audit trail.
func (b *Book) Note(ctx context.Context, by, what string) error {
	return b.write(ctx, "write to the audit trail", func(t *tx) error {
		t.note(stamp(b.now()), by, what)
		return nil
	})
}

func (t *tx) note(at int64, by, what string) {
	t.exec("INSERT INTO audit (at, by, what) VALUES (?, ?, ?)", at, by, what)
}

// Audit writes the audit trail as JSON Lines, the first line first.
func (b *Book) Audit(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return b.read(ctx, "write out the audit trail", func(t *tx) error {
		t.each("SELECT at, by, what FROM audit ORDER BY n", nil, func(r *sql.Rows) error {
			var at int64
			var line auditLine
			if err := r.Scan(&at, &line.By, &line.What); err != nil {
				return err
			}
			line.At = unstamp(at)
			return encoder.Encode(line)
		})
		if t.err != nil {
			return t.err
		}
		return out.Flush()
	})
}

// Watermark is where a source was read to, empty where it was not.
func (b *Book) Watermark(ctx context.Context, name string) (value string, err error) {
	err = b.read(ctx, "read the watermark of "+name, func(t *tx) error {
		t.get("SELECT value FROM watermark WHERE name = ?", []any{name}, &value)
		return nil
	})
	return value, err
}

// SetWatermark keeps where a source was read to; the empty value forgets it.
func (b *Book) SetWatermark(ctx context.Context, name, value string) error {
	return b.write(ctx, "keep the watermark of "+name, func(t *tx) error {
		if value == "" {
			t.exec("DELETE FROM watermark WHERE name = ?", name)
		} else {
			t.exec("INSERT INTO watermark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
		}
		return nil
	})
}
