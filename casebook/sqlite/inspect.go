package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"sitrep/casebook"
)

// header is how a SQLite file begins.
const header = "SQLite format 3\x00"

// inspect looks at a file before the database does: whether it is one, and whether its end is missing. A database whose last pages are gone
// opens without complaint and fails only where they are read.
func inspect(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fmt.Errorf("%w: it is a folder; name the file", casebook.ErrNotCasebook)
	}
	if info.Size() == 0 {
		return nil
	}
	head := make([]byte, 100)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:len(header)]) != header {
		return fmt.Errorf("%w: it does not begin like a database; name another file", casebook.ErrNotCasebook)
	}
	if wal, err := os.Stat(path + "-wal"); err == nil && wal.Size() > 0 {
		return nil // the missing pages may stand there
	}
	page := int64(binary.BigEndian.Uint16(head[16:]))
	if page == 1 {
		page = 65536
	}
	if want := page * int64(binary.BigEndian.Uint32(head[28:])); info.Size() < want {
		return fmt.Errorf("%w: %d of its %d bytes are missing; restore a backup", casebook.ErrDamaged, want-info.Size(), want)
	}
	return nil
}
