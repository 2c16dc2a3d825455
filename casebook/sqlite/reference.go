package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"sitrep/casebook"
)

// References are the datasets of others.
func (b *Book) References(ctx context.Context) (out []casebook.Reference, err error) {
	err = b.read(ctx, "list the reference sets", func(t *tx) error {
		for _, body := range all[string](t, "SELECT body FROM reference_set ORDER BY name") {
			var r casebook.Reference
			if err := json.Unmarshal([]byte(body), &r); err != nil {
				return fmt.Errorf("%w: a reference set cannot be read: %v", casebook.ErrDamaged, err)
			}
			out = append(out, r)
		}
		return nil
	})
	return out, err
}

// chunkSize is how many bytes of events are packed together, about.
const chunkSize = 256 << 10

// PutReference keeps a dataset.
func (b *Book) PutReference(ctx context.Context, r *casebook.Reference, events iter.Seq2[[]byte, error]) error {
	return b.write(ctx, "keep reference set "+r.Name, func(t *tx) error {
		t.exec("DELETE FROM reference_chunk WHERE name = ?", r.Name)
		t.exec("INSERT INTO reference_set (name, body) VALUES (?, '{}') ON CONFLICT (name) DO NOTHING", r.Name)
		var chunk bytes.Buffer
		for event, err := range events {
			if err != nil {
				return err
			}
			chunk.Write(event)
			if chunk.WriteByte('\n'); chunk.Len() >= chunkSize {
				t.putChunk(r.Name, &chunk)
			}
		}
		t.putChunk(r.Name, &chunk)
		body, err := json.Marshal(r)
		if err != nil {
			return err
		}
		t.exec("UPDATE reference_set SET body = ? WHERE name = ?", string(body), r.Name)
		return nil
	})
}

func (t *tx) putChunk(name string, chunk *bytes.Buffer) {
	if chunk.Len() > 0 {
		t.exec("INSERT INTO reference_chunk (name, body) VALUES (?, ?)", name, t.book.packer.pack(chunk.Bytes()))
		chunk.Reset()
	}
}

// EachReference gives the events of a dataset.
func (b *Book) EachReference(ctx context.Context, name string, take func([]byte) error) error {
	return b.read(ctx, "read reference set "+name, func(t *tx) error {
		if t.number("SELECT 1 FROM reference_set WHERE name = ?", name) == 0 {
			return orNotFound(t.err)
		}
		var plain []byte
		t.each("SELECT body FROM reference_chunk WHERE name = ? ORDER BY n", []any{name}, func(r *sql.Rows) (err error) {
			var packed []byte
			if err = r.Scan(&packed); err != nil {
				return err
			}
			if plain, err = t.book.packer.unpackInto(plain[:0], packed); err != nil {
				return errors.Join(casebook.ErrDamaged, err)
			}
			for event := range bytes.Lines(plain) {
				if err := take(bytes.TrimSuffix(event, []byte("\n"))); err != nil {
					return err
				}
			}
			return nil
		})
		return t.err
	})
}

// DropReference takes a dataset out.
func (b *Book) DropReference(ctx context.Context, name string) error {
	return b.write(ctx, "take out reference set "+name, func(t *tx) error {
		t.exec("DELETE FROM reference_chunk WHERE name = ?", name)
		if t.exec("DELETE FROM reference_set WHERE name = ?", name) == 0 {
			return orNotFound(t.err)
		}
		return nil
	})
}

// references takes a name out of the datasets of others, and out of what is said of them.
func (x *redacting) references(m *mask) {
	x.column(m, "reference_set", "body")
	for _, n := range all[int64](x.tx, "SELECT n FROM reference_chunk ORDER BY n") {
		var packed []byte
		x.get("SELECT body FROM reference_chunk WHERE n = ?", []any{n}, &packed)
		plain, err := x.book.packer.unpack(packed)
		if err != nil {
			x.fail(err)
			return
		}
		if masked := m.text(string(plain)); masked != string(plain) {
			x.exec("UPDATE reference_chunk SET body = ? WHERE n = ?", x.book.packer.pack([]byte(masked)), n)
		}
	}
}
