package export_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	_ "modernc.org/sqlite"
)

// parquetRows are the values of a Parquet file and its metadata, a line a row: in the file they are packed.
func parquetRows(t *testing.T, b []byte) string {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, m := range f.Metadata().KeyValueMetadata {
		fmt.Fprintln(&out, m.Key, m.Value)
	}
	for _, g := range f.RowGroups() {
		r := g.Rows()
		defer r.Close()
		for range g.NumRows() {
			row := make([]parquet.Row, 1)
			if n, err := r.ReadRows(row); n != 1 {
				t.Fatal(err)
			}
			fmt.Fprintf(&out, "%v\n", row[0])
		}
	}
	return out.String()
}

// tableRows are the rows of all tables of a database, after their names.
func tableRows(t *testing.T, b []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "out.db")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var out strings.Builder
	for _, table := range strs(t, db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
		fmt.Fprintln(&out, table)
		for _, name := range strs(t, db, `SELECT name FROM pragma_table_info('`+table+`')`) {
			for _, v := range strs(t, db, `SELECT ifnull("`+name+`", '') FROM "`+table+`"`) {
				fmt.Fprintln(&out, name, v)
			}
		}
	}
	return out.String()
}

func strs(t *testing.T, db *sql.DB, query string) (out []string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}
