package sqlite

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync/atomic"
	"testing"

	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

func TestBackupsAreWholeWhileOthersFile(t *testing.T) {
	folder := t.TempDir()
	b, err := Create(filepath.Join(folder, "case"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, b)
	var acknowledged atomic.Int64
	stop, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			default:
			}
			if _, err := b.File(t.Context(), casebooktest.Filing(n)); err != nil {
				t.Error(err)
				return
			}
			acknowledged.Add(1)
		}
	}()
	for k := range 5 {
		before := int(acknowledged.Load())
		file := filepath.Join(folder, "backup"+strconv.Itoa(k))
		if err := b.Backup(t.Context(), file); err != nil {
			t.Fatal(err)
		}
		restored, err := Open(file, Options{})
		if err != nil {
			t.Fatal(err)
		}
		stats, err := restored.Stats(t.Context())
		if err != nil || stats.Reports < before || stats.Reports > int(acknowledged.Load())+1 {
			t.Errorf("backup %d has %d reports, and %d were acknowledged before it (%v)", k, stats.Reports, before, err)
		}
		sound(t, restored, stats.Reports)
		if _, err := restored.File(t.Context(), casebooktest.Filing(1_000_000)); err != nil {
			t.Errorf("file into what was restored: %v", err)
		}
		closed(t, restored)
	}
	close(stop)
	<-done
}

func TestABackupThatFailsLeavesNothing(t *testing.T) {
	b, err := Temporary(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, b)
	file := filepath.Join(t.TempDir(), "no", "folder", "backup")
	if err := b.Backup(t.Context(), file); err == nil {
		t.Error("no error")
	}
	if left, err := filepath.Glob(file + "*"); len(left) > 0 || err != nil {
		t.Errorf("left %v (%v)", left, err)
	}
}

// TestRedactedBytesAreGone looks for the name in the files themselves: the words of the index stand there in plain letters.
func TestRedactedBytesAreGone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case")
	b, err := Create(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	casebooktest.PlantVictim(t, b)
	for n := range 20 {
		if _, err := b.File(t.Context(), casebooktest.Filing(n)); err != nil {
			t.Fatal(err)
		}
	}
	name := regexp.MustCompile(`(?i)harrowind([^s]|$)`)
	found := func() (n int) {
		for _, file := range []string{path, path + "-wal"} {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			n += len(name.FindAllIndex(b, -1))
		}
		return n
	}
	if found() == 0 {
		t.Error("the name does not stand in the file before: the test tests nothing")
	}
	if _, err := b.Redact(t.Context(), casebook.Redaction{Name: casebooktest.Victim, By: "Ada"}); err != nil {
		t.Fatal(err)
	}
	if n := found(); n > 0 {
		t.Errorf("the name stands in the file %d times", n)
	}
	sound(t, b, 22)
	closed(t, b)
}
