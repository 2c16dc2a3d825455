package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"sitrep/casebook"
)

// Options say how a casebook is opened.
type Options struct {
	Create bool             // make it where there is none
	Who    string           // what the process does, told to others that want to write: "sitrep watch"
	Now    func() time.Time // the clock, time.Now where nil
}

// Book is a casebook in a file. It is safe for concurrent use.
type Book struct {
	path            string
	writer, readers *sql.DB // writer is nil where it is open to read only
	lock            *lock
	packer          *packer
	now             func() time.Time
	throwAway       string // a folder that goes with the book
	digests         *digests
	lent            *readers
	answers         answers
	changes         answers // the lists of what changed between two times
	memories        memories
	whole           wholeFile

	writing    sync.Mutex // held while the casebook is changed
	conn       *sql.Conn  // of writer
	statements map[string]*sql.Stmt
}

var _ casebook.Casebook = (*Book)(nil)

// Open opens a casebook to read and write. It keeps other processes from writing until it is closed: they get casebook.ErrBusy.
func Open(path string, o Options) (*Book, error) {
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) && !o.Create {
		return nil, missing(path)
	}
	return open(path, o)
}

// Create makes a casebook in a file that is not there yet.
func Create(path string, o Options) (*Book, error) {
	if _, err := os.Stat(path); err == nil {
		return nil, fmt.Errorf("casebook %s: %w: name another file", path, fs.ErrExist)
	}
	o.Create = true
	return open(path, o)
}

// Temporary makes a casebook that is gone when it is closed.
func Temporary(o Options) (*Book, error) {
	folder, err := os.MkdirTemp("", "sitrep-")
	if err != nil {
		return nil, err
	}
	b, err := Create(filepath.Join(folder, "case"), o)
	if err != nil {
		os.RemoveAll(folder)
		return nil, err
	}
	b.throwAway = folder
	return b, nil
}

// OpenReadOnly opens a casebook to read; another process may write to it meanwhile. What writes gives casebook.ErrReadOnly.
func OpenReadOnly(path string, o Options) (*Book, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, missing(path)
	}
	b, err := newBook(path, o)
	if err == nil {
		err = b.openToRead()
	}
	if err != nil {
		b.Close()
		return nil, b.fail("open", err)
	}
	return b, nil
}

func newBook(path string, o Options) (*Book, error) {
	b := &Book{path: path, now: o.Now, statements: map[string]*sql.Stmt{}, digests: newDigests(), lent: newReaders(), memories: newMemories()}
	if b.now == nil {
		b.now = time.Now
	}
	var err error
	b.packer, err = newPacker()
	return b, err
}

func open(path string, o Options) (*Book, error) {
	b, err := newBook(path, o)
	if err == nil {
		err = b.openToWrite(o)
	}
	if err != nil {
		b.Close()
		return nil, b.fail("open", err)
	}
	return b, nil
}

func (b *Book) openToWrite(o Options) (err error) {
	if err := inspect(b.path); err != nil {
		return err
	}
	who := o.Who
	if who == "" {
		who = "sitrep"
	}
	if b.lock, err = acquire(b.path, who); err != nil {
		return err
	}
	// Looked at before it is written to: a foreign database stays as it is.
	b.writer = b.connect("rw"+createMode(o.Create), "busy_timeout(5000)", "synchronous(FULL)", "foreign_keys(1)", "secure_delete(FAST)", "temp_store(MEMORY)", "cache_size(-65536)")
	b.writer.SetMaxOpenConns(1)
	version, err := identify(b.writer)
	if err != nil {
		return err
	}
	if _, err := b.writer.Exec("PRAGMA journal_mode(WAL)"); err != nil {
		return err
	}
	if err := b.migrate(version); err != nil {
		return err
	}
	if b.conn, err = b.writer.Conn(context.Background()); err != nil {
		return err
	}
	b.readers = b.connect("ro", "busy_timeout(5000)", "query_only(1)", "temp_store(MEMORY)", "cache_size(-16384)")
	b.readers.SetMaxOpenConns(readersAtOnce)
	return nil
}

func createMode(create bool) string {
	if create {
		return "c"
	}
	return ""
}

func (b *Book) openToRead() error {
	if err := inspect(b.path); err != nil {
		return err
	}
	extra := ""
	if b.quiet() {
		extra = "&immutable=1"
	}
	b.readers = b.connect("ro"+extra, "busy_timeout(5000)", "query_only(1)", "temp_store(MEMORY)", "cache_size(-16384)")
	b.readers.SetMaxOpenConns(readersAtOnce)
	version, err := identify(b.readers)
	if err != nil {
		return err
	}
	steps, err := migrations()
	if err != nil {
		return err
	}
	switch {
	case version == 0:
		return errors.New("nothing is in it yet: it was being made when the program was ended; the command that made it makes it whole")
	case version < len(steps):
		return fmt.Errorf("the casebook has shape %d and has to be brought to %d: open it once with a command that writes", version, len(steps))
	}
	return nil
}

// quiet tells whether the casebook lies where nothing can be written, and nobody writes to it: it can then be read without the files beside it.
func (b *Book) quiet() bool {
	if _, err := os.Stat(b.path + "-wal"); err == nil {
		return false
	}
	f, err := os.CreateTemp(filepath.Dir(b.path), ".sitrep-")
	if err != nil {
		return true
	}
	f.Close()
	os.Remove(f.Name())
	return false
}

func (b *Book) connect(mode string, pragmas ...string) *sql.DB {
	path, err := filepath.Abs(b.path)
	if err != nil {
		path = b.path
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive
	}
	dsn := (&url.URL{Scheme: "file", Path: path}).String() + "?mode=" + mode + "&_txlock=immediate"
	if strings.HasPrefix(mode, "ro") {
		dsn = strings.TrimSuffix(dsn, "&_txlock=immediate")
	}
	for _, p := range pragmas {
		dsn += "&_pragma=" + p
	}
	db, err := sql.Open("sqlite", dsn)
	if err != nil { // the driver's name is wrong
		panic(err)
	}
	return db
}

// writes tells whether nobody else changes the file.
func (b *Book) writes() bool { return b.conn != nil }

// Path is the file that the casebook is kept in.
func (b *Book) Path() string { return b.path }

// Close ends all work with the casebook.
func (b *Book) Close() error {
	var errs []error
	if b.conn != nil {
		for _, s := range b.statements {
			errs = append(errs, s.Close())
		}
		errs = append(errs, b.conn.Close())
	}
	errs = append(errs, b.lent.close())
	for _, db := range []*sql.DB{b.readers, b.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	errs = append(errs, b.whole.close(), b.lock.release())
	if b.throwAway != "" {
		errs = append(errs, os.RemoveAll(b.throwAway))
	}
	return errors.Join(errs...)
}
