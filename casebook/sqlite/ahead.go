package sqlite

import (
	"os"
	"sync"
)

// Incidents and claims lie between all else, in the order in which they were written. Where the file is not in memory, whoever reads them one by one waits for the disk
// at each; the whole file comes in its order in a tenth of that time.

// leastAhead and shareAhead are from how many rows on, and from which share of all, a list is worth the whole file.
const (
	leastAhead = 2000
	shareAhead = 4
)

func worthAll(rows, all int) bool { return rows >= leastAhead && rows*shareAhead >= all }

// ahead has the file come into memory while so many rows of a table are read. The caller ends it.
func (t *tx) ahead(rows int, table string) (end func()) {
	if !worthAll(rows, int(t.number("SELECT count(*) FROM "+table))) {
		return func() {}
	}
	f := t.book.whole.open(t.book.path)
	if f == nil {
		return func() {}
	}
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		wanted(f, stop)
	}()
	return func() {
		close(stop)
		<-done
	}
}

// wholeFile is the file of a casebook, opened once and open until all connections are closed: to close it before would take away the locks that they hold on it, since
// the system counts those by process.
type wholeFile struct {
	once sync.Once
	f    *os.File
}

// open opens it; nil where that fails, which who reads it in earnest says.
func (w *wholeFile) open(path string) *os.File {
	w.once.Do(func() { w.f, _ = os.Open(path) })
	return w.f
}

func (w *wholeFile) close() error {
	w.once.Do(func() {})
	if w.f == nil {
		return nil
	}
	return w.f.Close()
}
