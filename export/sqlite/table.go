package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"sitrep"
	"sitrep/export/rows"
)

// table is a table of rows of a kind.
type table[T any] struct {
	name   string
	about  string
	fields []rows.Field[T]
	key    string   // the columns of its primary key, empty for none
	index  []string // columns by which it is looked up
	insert *sql.Stmt
}

// sqlTypes are the types of columns. What is a day, a time or a list is text.
var sqlTypes = map[rows.Type]string{rows.WholeType: "INTEGER", rows.NumberType: "REAL", rows.TruthType: "INTEGER"}

// create makes the table.
func (t *table[T]) create(tx *sql.Tx) (err error) {
	var columns, marks []string
	for _, f := range t.fields {
		kind := sqlTypes[f.Type]
		if kind == "" {
			kind = "TEXT"
		}
		columns, marks = append(columns, `"`+f.Name+`" `+kind), append(marks, "?")
	}
	if t.key != "" {
		columns = append(columns, "PRIMARY KEY ("+t.key+")")
	}
	if _, err = tx.Exec("CREATE TABLE " + t.name + " (" + strings.Join(columns, ", ") + ")"); err != nil {
		return err
	}
	t.insert, err = tx.Prepare("INSERT OR IGNORE INTO " + t.name + " VALUES (" + strings.Join(marks, ", ") + ")")
	return err
}

// indexes makes what the table is looked up by, once it is full.
func (t *table[T]) indexes(tx *sql.Tx) error {
	for _, column := range t.index {
		if _, err := tx.Exec("CREATE INDEX " + t.name + "_" + column + " ON " + t.name + " (\"" + column + "\")"); err != nil {
			return err
		}
	}
	return nil
}

// put writes a row, unless one of its key is there.
func (t *table[T]) put(row *T) error {
	values := make([]any, len(t.fields))
	for i := range t.fields {
		v, err := stored(t.fields[i].Value(row))
		if err != nil {
			return fmt.Errorf("table %s, column %s: %w", t.name, t.fields[i].Name, err)
		}
		values[i] = v
	}
	if _, err := t.insert.Exec(values...); err != nil {
		return fmt.Errorf("table %s: %w", t.name, err)
	}
	return nil
}

// stored is a value as SQLite holds it: truth as 0 and 1, times as RFC 3339, lists as JSON.
func stored(v any) (any, error) {
	switch v := v.(type) {
	case bool:
		if v {
			return 1, nil
		}
		return 0, nil
	case time.Time:
		return v.Format(time.RFC3339), nil
	case sitrep.CivilDate:
		return v.String(), nil
	case []string:
		if len(v) == 0 {
			return "[]", nil
		}
		b, err := json.Marshal(v)
		return string(b), err
	}
	return v, nil
}

// described is what a column is.
type described struct{ table, column, about string }

// columns are the columns of the table, and what they are.
func (t *table[T]) columns() []described {
	out := []described{{t.name, "", t.about}}
	for _, f := range t.fields {
		out = append(out, described{t.name, f.Name, f.About})
	}
	return out
}
