package sqlite

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

// made makes a casebook with a few reports, closed again.
func made(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "case")
	b, err := Create(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	casebooktest.PlantVictim(t, b)
	closed(t, b)
	return path
}

func closed(t *testing.T, b *Book) {
	t.Helper()
	if err := b.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

// fails checks that an error is of a kind, names the casebook, and says what to do.
func fails(t *testing.T, err, kind error, words ...string) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Fatalf("got %v, want an error that is %q", err, kind)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("got %v, want %q in it", err, w)
		}
	}
}

func TestWhatIsKeptIsThereAfterOpeningAgain(t *testing.T) {
	path := made(t)
	for name, open := range map[string]func(string, Options) (*Book, error){"to write": Open, "to read": OpenReadOnly} {
		b, err := open(path, Options{})
		if err != nil {
			t.Fatalf("open %s: %v", name, err)
		}
		stats, err := b.Stats(t.Context())
		if err != nil || stats.Reports != 2 || stats.Incidents != 1 || stats.Corrections != 1 {
			t.Errorf("opened %s: %+v, %v", name, stats, err)
		}
		closed(t, b)
	}
}

func TestOpenWhatIsNotThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none")
	for _, open := range []func(string, Options) (*Book, error){Open, OpenReadOnly} {
		_, err := open(path, Options{})
		fails(t, err, fs.ErrNotExist, path, "sitrep ingest")
	}
	b, err := Open(path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	closed(t, b)
	_, err = Create(path, Options{})
	fails(t, err, fs.ErrExist, path, "name another file")
	_, err = Create(filepath.Join(path, "no", "folder"), Options{})
	if err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("in a folder that is not there: %v", err)
	}
}

func TestASecondWriterIsTurnedAway(t *testing.T) {
	path := made(t)
	first, err := Open(path, Options{Who: "sitrep watch"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{Who: "sitrep ingest"})
	fails(t, err, casebook.ErrBusy, path, "process ", "(sitrep watch) since 20", "wait until it has ended")
	reader, err := OpenReadOnly(path, Options{})
	if err != nil {
		t.Fatalf("to read meanwhile: %v", err)
	}
	if _, err := reader.Incidents(t.Context(), casebook.Query{}); err != nil {
		t.Errorf("read meanwhile: %v", err)
	}
	err = reader.Note(t.Context(), "Ada", "x")
	fails(t, err, casebook.ErrReadOnly, path, "open to read only")
	if err := first.Note(t.Context(), "Ada", "seen by readers"); err != nil {
		t.Fatal(err)
	}
	var trail bytes.Buffer
	if err := reader.Audit(t.Context(), &trail); err != nil || !strings.Contains(trail.String(), "seen by readers") {
		t.Errorf("a reader sees %s (%v)", trail.String(), err)
	}
	closed(t, first)
	closed(t, reader)
	again, err := Open(path, Options{})
	if err != nil {
		t.Fatalf("when the first has ended: %v", err)
	}
	closed(t, again)
}

func TestFilesThatAreNoCasebook(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "text")
	if err := os.WriteFile(text, []byte("A report about Dorel, and no casebook at all. It is longer than the head of a database, which is a hundred bytes."), 0o600); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(folder, "foreign")
	db := (&Book{path: foreign}).connect("rwc")
	if _, err := db.Exec("CREATE TABLE t (x)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for name, path := range map[string]string{"a text": text, "another program's database": foreign, "a folder": folder} {
		before, _ := os.ReadFile(path)
		for _, open := range []func(string, Options) (*Book, error){Open, OpenReadOnly} {
			_, err := open(path, Options{Create: true})
			fails(t, err, casebook.ErrNotCasebook, path)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", name)
		}
	}
}

func TestANewerCasebookIsLeftAlone(t *testing.T) {
	path := made(t)
	db := (&Book{path: path}).connect("rw")
	if _, err := db.Exec("PRAGMA user_version = 9999"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for _, open := range []func(string, Options) (*Book, error){Open, OpenReadOnly} {
		_, err := open(path, Options{})
		fails(t, err, casebook.ErrNewer, path, "9999", "newer program")
	}
}

func TestATruncatedCasebook(t *testing.T) {
	for _, share := range []float64{0.001, 0.3, 0.999} {
		path := made(t)
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, int64(share*float64(info.Size()))); err != nil {
			t.Fatal(err)
		}
		for _, open := range []func(string, Options) (*Book, error){Open, OpenReadOnly} {
			_, err := open(path, Options{})
			if share > 0.01 {
				fails(t, err, casebook.ErrDamaged, path, "restore a backup")
			} else if err == nil {
				t.Error("a file of some bytes: no error")
			}
		}
	}
}

func TestADamagedCasebookIsFound(t *testing.T) {
	path := made(t)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 8192; at < len(b)-4096; at += 4096 {
		copy(b[at+100:], bytes.Repeat([]byte{0xff}, 700))
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := OpenReadOnly(path, Options{})
	if err != nil {
		fails(t, err, casebook.ErrDamaged, path)
		return
	}
	defer book.Close()
	found, err := book.Check(t.Context(), casebooktest.Reader)
	if err != nil || len(found) == 0 || !found[0].Grave || !strings.Contains(found[0].Remedy, "backup") {
		t.Errorf("check says %+v, %v", found, err)
	}
}

func TestTheDiskIsFull(t *testing.T) {
	path := made(t)
	b, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	if err := b.conn.QueryRowContext(t.Context(), "PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	limit := func(n int) {
		var now int
		if err := b.conn.QueryRowContext(t.Context(), "PRAGMA max_page_count = "+strconv.Itoa(n)).Scan(&now); err != nil {
			t.Fatal(err)
		}
	}
	limit(pages + 20)
	kept := 0
	for ; err == nil && kept < 1000; kept++ {
		_, err = b.File(t.Context(), casebooktest.Filing(kept))
	}
	kept--
	fails(t, err, casebook.ErrFull, path, "free some space", "nothing that was acknowledged is lost")
	limit(1 << 30)
	if _, err := b.File(t.Context(), casebooktest.Filing(kept)); err != nil {
		t.Errorf("when there is space again: %v", err)
	}
	sound(t, b, 2+kept+1)
	closed(t, b)
}

// sound checks that a casebook has so many reports and nothing grave.
func sound(t *testing.T, b *Book, reports int) {
	t.Helper()
	stats, err := b.Stats(context.WithoutCancel(t.Context()))
	if err != nil || stats.Reports != reports {
		t.Errorf("%d reports, want %d (%v)", stats.Reports, reports, err)
	}
	found, err := b.Check(context.WithoutCancel(t.Context()), casebooktest.Reader)
	if err != nil {
		t.Error(err)
	}
	for _, f := range found {
		if f.Grave {
			t.Errorf("check: %+v", f)
		}
	}
}

func TestATemporaryCasebookIsGoneWhenClosed(t *testing.T) {
	b, err := Temporary(Options{})
	if err != nil {
		t.Fatal(err)
	}
	path := b.Path()
	casebooktest.PlantVictim(t, b)
	closed(t, b)
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("its folder is there still (%v)", err)
	}
}

func TestWorkThatIsCancelledIsNotDone(t *testing.T) {
	b, err := Temporary(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, b)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.File(ctx, casebooktest.Filing(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("file: got %v", err)
	}
	if _, err := b.Incidents(ctx, casebook.Query{}); !errors.Is(err, context.Canceled) {
		t.Errorf("list: got %v", err)
	}
	if _, err := b.File(t.Context(), casebooktest.Filing(1)); err != nil {
		t.Errorf("file after that: %v", err)
	}
	sound(t, b, 1)
}
