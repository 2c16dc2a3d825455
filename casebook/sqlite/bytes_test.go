package sqlite

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

// standing are the places of a file in which some words stand: every value of every table, the tables beneath the indexes among them, as it is and unpacked, and every term of the
// indexes, which keep terms without the letters that they share with the one before.
func standing(t *testing.T, b *Book, words *regexp.Regexp) (out []string) {
	t.Helper()
	db := b.connect("ro")
	defer db.Close()
	for table, kind := range tables(t, db) {
		if strings.HasPrefix(kind, "CREATE VIRTUAL") {
			db := b.connect("rw")
			executed(t, db, "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, "+table+", row)")
			out = append(out, inRows(t, b, db, "temp.vocabulary", words, table+" terms")...)
			db.Close()
			continue
		}
		out = append(out, inRows(t, b, db, table, words, table)...)
	}
	return out
}

func executed(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// tables are the tables of a file with what made them.
func tables(t *testing.T, db *sql.DB) map[string]string {
	t.Helper()
	rows, err := db.Query("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var name, made string
		if err := rows.Scan(&name, &made); err != nil {
			t.Fatal(err)
		}
		out[name] = made
	}
	return out
}

func inRows(t *testing.T, b *Book, db *sql.DB, table string, words *regexp.Regexp, name string) (out []string) {
	t.Helper()
	rows, err := db.Query("SELECT * FROM " + table)
	if err != nil {
		t.Fatal(table, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	values, at := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		at[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(at...); err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			plain := []byte(fmt.Sprint(v))
			if packed, ok := v.([]byte); ok {
				plain = packed
				if unpacked, err := b.packer.unpack(packed); err == nil {
					plain = append(unpacked, packed...)
				}
			}
			if words.Match(plain) {
				out = append(out, name+"."+columns[i])
			}
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// What is redacted stands nowhere in the file: not packed, not in the tables of the indexes, not in what alerts have sent, and not in a backup made later.
func TestWhatIsRedactedStandsNowhere(t *testing.T) {
	name := regexp.MustCompile(`(?i)harrowind([^s]|$)`)
	for _, test := range []struct {
		name      string
		redaction casebook.Redaction
		words     *regexp.Regexp
		places    []string // where they stand before, among others
	}{
		{"a name", casebook.Redaction{Name: casebooktest.Victim, By: "Ada"}, name,
			strings.Fields("alert.body notice.body audit.what watermark.name report_text_data.block incident_text_data.block raw.bytes version.text claim.body telling.body incident_version.body correction.body verdict.body reading.body private.body")},
		{"a report", casebook.Redaction{Report: "dorel-1", By: "Ada"}, regexp.MustCompile(`waits for her`), []string{"raw.bytes", "version.text"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			b, err := Create(filepath.Join(folder, "case"), Options{})
			if err != nil {
				t.Fatal(err)
			}
			casebooktest.PlantVictim(t, b)
			before := standing(t, b, test.words)
			for _, place := range test.places {
				if !slices.Contains(before, place) {
					t.Errorf("before it does not stand in %s, only in %q: the test does not test that", place, before)
				}
			}
			if _, err := b.Redact(t.Context(), test.redaction); err != nil {
				t.Fatal(err)
			}
			if left := standing(t, b, test.words); len(left) > 0 {
				t.Errorf("it stands in %q", left)
			}
			if err := b.Backup(t.Context(), filepath.Join(folder, "copy")); err != nil {
				t.Fatal(err)
			}
			closed(t, b)
			if b, err = Open(filepath.Join(folder, "copy"), Options{}); err != nil {
				t.Fatal(err)
			}
			if left := standing(t, b, test.words); len(left) > 0 {
				t.Errorf("in the backup it stands in %q", left)
			}
			closed(t, b)
		})
	}
}
