package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Backup writes the casebook, as it is at one moment, to a file that is not there yet. Others may file meanwhile. The file is complete or not there.
func (b *Book) Backup(ctx context.Context, file string) error {
	if _, err := os.Stat(file); err == nil {
		return fmt.Errorf("backup to %s: %w: name another file", file, fs.ErrExist)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("backup to %s: %w", file, err)
	}
	half := file + ".part"
	os.Remove(half) // of a backup that was broken off
	if err := b.vacuumInto(ctx, half); err != nil {
		os.Remove(half)
		return fmt.Errorf("backup to %s: %w", file, named(err))
	}
	return os.Rename(half, file)
}

func (b *Book) vacuumInto(ctx context.Context, file string) error {
	db := b.connect("ro", "busy_timeout(5000)")
	defer db.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", file); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
