package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"sitrep/casebook"
	"sitrep/record"
)

var _ casebook.Sayer = (*Book)(nil)

// Said is what a report says.
func (b *Book) Said(ctx context.Context, id string) (out casebook.Saying, err error) {
	err = b.read(ctx, "read what report "+id+" says", func(t *tx) error {
		var text, reading []byte
		read := func(where string, report any) bool {
			t.each("SELECT "+versionColumns+", v.text, g.body FROM report r JOIN version v ON v.n = r.current JOIN reading g ON g.n = v.reading WHERE r."+where, []any{report}, func(r *sql.Rows) (err error) {
				out.Head, err = scanHead(r, &text, &reading)
				return err
			})
			return reading != nil
		}
		if !read("id = ?", id) { // by the beginning of an id; or it is not there, and why
			report, err := t.findReport(id)
			if err != nil {
				return err
			}
			read("n = ?", report)
		}
		if t.err != nil {
			return t.err
		}
		return b.unpackSaid(&out, text, reading)
	})
	return out, err
}

func (b *Book) unpackSaid(out *casebook.Saying, text, reading []byte) error {
	plain, err := b.packer.unpack(text)
	if err != nil {
		return fmt.Errorf("%w: its text: %v", casebook.ErrDamaged, err)
	}
	body, err := b.packer.unpack(reading)
	if err != nil {
		return fmt.Errorf("%w: its reading: %v", casebook.ErrDamaged, err)
	}
	out.Text = string(plain)
	if out.Said, err = record.ReadSaidOf(body, out.Text); err != nil {
		return fmt.Errorf("%w: %v", casebook.ErrDamaged, err)
	}
	return nil
}
