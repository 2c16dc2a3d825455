package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"sitrep/casebook"
)

// named gives an error of the database its name among those of package casebook, and the way out.
func named(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() {
	case sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_SHMSIZE:
		return fmt.Errorf("%w, or did not take what was written: free some space, or lift the quota or the limit on the size of files, and do it again; nothing that was acknowledged is lost (%v)", casebook.ErrFull, err)
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w: free some space and do it again; nothing that was acknowledged is lost (%v)", casebook.ErrFull, err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return fmt.Errorf("%w: give the right to write to the file and its folder, or open it to read (%v)", casebook.ErrReadOnly, err)
	case sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("the file cannot be opened: see that its folder is there and may be read (%w)", err)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%w: restore a backup, or take out with \"sqlite3 CASE .recover\" what can be read (%v)", casebook.ErrDamaged, err)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: it is no database (%v)", casebook.ErrNotCasebook, err)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("the disk failed: see that it is sound and still there, and do it again; nothing that was acknowledged is lost (%w)", err)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w: do it again (%v)", casebook.ErrBusy, err)
	}
	return err
}

// fail says what was being done to which casebook.
func (b *Book) fail(doing string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("%s in %s: %w", doing, b.path, named(err))
}

// missing is the error for a file that is not there.
func missing(path string) error {
	return fmt.Errorf("casebook %s: %w; \"sitrep ingest\" makes a casebook", path, fs.ErrNotExist)
}
