package sqlite

import (
	"path/filepath"
	"testing"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

func TestSuite(t *testing.T) {
	casebooktest.Run(t, func(t *testing.T, now func() time.Time) casebook.Casebook {
		b, err := Create(filepath.Join(t.TempDir(), "case #1?.sitrep"), Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		return b
	})
}
