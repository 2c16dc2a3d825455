package sqlite

import (
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"sitrep/casebook"
)

//go:embed schema/*.sql
var schemaFiles embed.FS

// applicationID marks the file as a casebook, for "file" and for Open: "SITR".
const applicationID = 0x53495452

// migrations are the steps from an empty file to the newest shape, in order.
func migrations() ([]string, error) {
	files, err := fs.Glob(schemaFiles, "schema/*.sql")
	if err != nil {
		return nil, err
	}
	var steps []string
	for _, f := range files {
		b, err := fs.ReadFile(schemaFiles, f)
		if err != nil {
			return nil, err
		}
		steps = append(steps, string(b))
	}
	return steps, nil
}

// Shape is the number of the newest shape that this program knows.
func Shape() int {
	steps, _ := migrations() // the files are in the program
	return len(steps)
}

// identify tells what a database is: the number of its shape, 0 for an empty one, or why it is no casebook that this program can use.
func identify(db *sql.DB) (version int, err error) {
	var id, objects int
	for pragma, into := range map[string]*int{"PRAGMA application_id": &id, "PRAGMA user_version": &version, "SELECT count(*) FROM sqlite_schema": &objects} {
		if err := db.QueryRow(pragma).Scan(into); err != nil {
			return 0, err
		}
	}
	steps, err := migrations()
	switch {
	case err != nil:
		return 0, err
	case id == 0 && version == 0 && objects == 0:
		return 0, nil
	case id != applicationID:
		return 0, fmt.Errorf("%w: it is a database of another program; name another file", casebook.ErrNotCasebook)
	case version > len(steps):
		return 0, fmt.Errorf("%w: its shape is %d and this program knows up to %d; use the newer program, or restore an older backup", casebook.ErrNewer, version, len(steps))
	}
	return version, nil
}

// migrate brings the file to the newest shape. Each step is whole or not at all.
func (b *Book) migrate(from int) error {
	steps, err := migrations()
	if err != nil {
		return err
	}
	for i := from; i < len(steps); i++ {
		if err := b.step(i+1, steps[i]); err != nil {
			return fmt.Errorf("bring the casebook to shape %d: %w", i+1, err)
		}
	}
	return nil
}

func (b *Book) step(number int, script string) error {
	tx, err := b.writer.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec(script); err != nil {
		return err
	}
	if number == digestShape {
		if err := b.digest(tx); err != nil {
			return err
		}
	}
	if number == doubtShape {
		if err := b.noteDoubts(tx); err != nil {
			return err
		}
	}
	if number == sketchShape {
		if err := b.sketches(tx); err != nil {
			return err
		}
	}
	if number == oneSideShape {
		if err := b.oneSides(tx); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", number)); err != nil {
		return err
	}
	if _, err := tx.Exec(fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	return tx.Commit()
}
