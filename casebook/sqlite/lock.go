package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"sitrep/casebook"
)

// lock keeps other processes from writing to a casebook. The operating system takes it back when its holder ends, however that comes.
type lock struct{ file *os.File }

// errHeld is what lockFile gives where another process has the lock.
var errHeld = errors.New("held")

// acquire takes the lock of a casebook, which is the file beside it. who says what the holder does.
func acquire(path, who string) (*lock, error) {
	f, err := os.OpenFile(path+"-lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		if errors.Is(err, fs.ErrPermission) || readOnlyFile(err) {
			return nil, fmt.Errorf("%w: %v; give the right to write to its folder, or open it to read", casebook.ErrReadOnly, err)
		}
		return nil, err
	}
	if err := lockFile(f); err != nil {
		defer f.Close()
		if errors.Is(err, errHeld) {
			return nil, fmt.Errorf("%w: %s; wait until it has ended, or end it. Reading goes on meanwhile", casebook.ErrBusy, holder(f))
		}
		return nil, fmt.Errorf("lock %s: %w", f.Name(), err)
	}
	note := fmt.Sprintf("process %d (%s) since %s", os.Getpid(), who, time.Now().UTC().Format(time.RFC3339))
	if err := f.Truncate(0); err == nil {
		_, err = f.WriteAt([]byte(note), 0)
		if err != nil { // who it is is a help for others; the lock holds without it
			f.Truncate(0)
		}
	}
	return &lock{f}, nil
}

// holder says who has a lock.
func holder(f *os.File) string {
	b := make([]byte, 200)
	n, _ := f.ReadAt(b, 0)
	if s := strings.TrimSpace(string(b[:n])); s != "" {
		return s
	}
	return "a process that has not said its name"
}

func (l *lock) release() error {
	if l == nil {
		return nil
	}
	l.file.Truncate(0)
	return l.file.Close()
}
