package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep/export/rows"
	"sitrep/internal/plainjson"
)

// outputFlags say in which form a list comes out, and how much of it.
type outputFlags struct {
	JSON   bool     `name:"json" xor:"form" help:"A JSON array."`
	JSONL  bool     `name:"jsonl" xor:"form" help:"JSON Lines: one object a line."`
	CSV    bool     `name:"csv" xor:"form" help:"CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is."`
	Fields []string `placeholder:"NAME" help:"Only these fields, in this order, with commas between them; --fields=help lists them."`
	Limit  int      `default:"100" placeholder:"N" help:"At most so many rows (default ${default})."`
	All    bool     `help:"All rows."`
	Names  bool     `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
}

func (f *outputFlags) check(command string) error {
	if f.Limit < 1 {
		return usageError{fmt.Errorf("--limit=%d: want a number above 0, or --all", f.Limit), command + " --help"}
	}
	return nil
}

// column is a field of a row.
type column[T any] struct {
	name  string
	value func(*T) any    // for machines: what JSON can hold
	shown func(*T) string // for people; nil for the text of value
	sheet func(*T) string // for CSV; nil for the text of value
	head  string          // over the column in a table for people; empty for name
	right bool
	least int // the width to which a table may cut it, 0 for not at all
	rank  int // when a narrow table leaves it out: the highest first, 0 never
}

// cell is a value as text.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []string:
		return strings.Join(v, "; ")
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(b)
}

func (c *column[T]) text(row *T) string {
	if c.shown != nil {
		return c.shown(row)
	}
	return cell(c.value(row))
}

// pick finds columns by their names, in the order asked for.
func pick[T any](columns []column[T], names []string) ([]column[T], error) {
	var out []column[T]
	for _, name := range names {
		i := slices.IndexFunc(columns, func(c column[T]) bool { return c.name == name })
		if i < 0 {
			return nil, fmt.Errorf("--fields: there is no field %q; there are %s", name, strings.Join(fieldNames(columns), ", "))
		}
		out = append(out, columns[i])
	}
	if len(out) == 0 {
		return nil, errors.New("--fields: no field is named")
	}
	return out, nil
}

func fieldNames[T any](columns []column[T]) []string {
	var out []string
	for _, c := range columns {
		out = append(out, c.name)
	}
	return out
}

// object is a row as a JSON object whose fields stand in the order of the columns.
func object[T any](columns []column[T], row *T) ([]byte, error) {
	b := []byte{'{'}
	for i, c := range columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(strconv.AppendQuote(b, c.name), ':')
		v, err := plainjson.Marshal(c.value(row))
		if err != nil {
			return nil, err
		}
		b = append(b, v...)
	}
	return append(b, '}'), nil
}

// moment is a time for machines, nil where it is not known.
func moment(t time.Time) any { return rows.OrNil(rows.Moment(t)) }

// list is a list for machines: empty rather than null.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
