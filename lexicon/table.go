package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// row is a line of a list, its fields in the order of the header.
type row struct {
	file   string
	line   int
	fields []string
}

// errorf makes an error that begins with the row's file and line.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("lexicon %s:%d: %w", r.file, r.line, fmt.Errorf(format, args...))
}

// load reads a list with the header given and turns each row into an entry. It goes on after a bad row, so that one run shows every error.
func load[T any](fsys fs.FS, file, header string, parse func(row) (T, error)) ([]T, error) {
	rows, err := readTable(fsys, file, header)
	errs := []error{err}
	entries := make([]T, 0, len(rows))
	for _, r := range rows {
		e, err := parse(r)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		entries = append(entries, e)
	}
	return entries, errors.Join(errs...)
}

// readTable splits a list into rows. header names the columns, separated by a space.
func readTable(fsys fs.FS, file, header string) ([]row, error) {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	columns := strings.Fields(header)
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	if !slices.Equal(strings.Split(lines[0], "\t"), columns) {
		return nil, fmt.Errorf("lexicon %s:1: header %q: want the columns %s, separated by tabs", file, lines[0], strings.Join(columns, ", "))
	}
	var rows []row
	var errs []error
	for i, line := range lines[1:] {
		if strings.HasPrefix(line, "#") {
			continue
		}
		r := row{file, i + 2, strings.Split(line, "\t")}
		if err := r.check(len(columns)); err != nil {
			errs = append(errs, err)
			continue
		}
		rows = append(rows, r)
	}
	return rows, errors.Join(errs...)
}

// check looks at what holds for the rows of every list: columns, encoding, blanks, a first field.
func (r row) check(columns int) error {
	if len(r.fields) != columns {
		return r.errorf("%d columns: want %d, separated by tabs", len(r.fields), columns)
	}
	for _, f := range r.fields {
		if !utf8.ValidString(f) {
			return r.errorf("%q: not UTF-8", f)
		}
		if f != strings.TrimSpace(f) {
			return r.errorf("%q: has blanks around it", f)
		}
	}
	if r.fields[0] == "" {
		return r.errorf("the first column is empty")
	}
	return nil
}

// list splits a field of several values.
func (r row) list(column int) ([]string, error) {
	if r.fields[column] == "" {
		return nil, nil
	}
	values := strings.Split(r.fields[column], "|")
	for i, v := range values {
		if v == "" || v != strings.TrimSpace(v) {
			return nil, r.errorf("%q: an empty value, or blanks around one", r.fields[column])
		}
		if slices.Contains(values[:i], v) {
			return nil, r.errorf("%q stands twice", v)
		}
	}
	return values, nil
}

// names splits a field of other names for main.
func (r row) names(column int, main string) ([]string, error) {
	values, err := r.list(column)
	if err == nil && slices.Contains(values, main) {
		err = r.errorf("%q is among its own other names", main)
	}
	return values, err
}

// countries splits a field of three-letter codes.
func (r row) countries(column int) ([]string, error) {
	codes, err := r.list(column)
	if err != nil {
		return nil, err
	}
	for _, c := range codes {
		if !isCode(c, 3) {
			return nil, r.errorf("country %q: want a 3-letter code", c)
		}
	}
	return codes, nil
}

// oneOf is the field of a column that takes only certain values.
func (r row) oneOf(column int, values ...string) (string, error) {
	if v := r.fields[column]; slices.Contains(values, v) {
		return v, nil
	}
	return "", r.errorf("%q: want one of %s", r.fields[column], strings.Join(values, ", "))
}

// isCode tells whether s is n capital letters.
func isCode(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
