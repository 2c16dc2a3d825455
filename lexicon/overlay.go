package lexicon

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// whole is files in memory. They can be read whole only, which is how Load and Lint read.
type whole map[string][]byte

// Open refuses: see whole.
func (whole) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
}

// ReadFile gives a file.
func (w whole) ReadFile(name string) ([]byte, error) {
	b, ok := w[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return b, nil
}

// Overlay is the built-in lists with those of a folder on top, file by file: its rows are added, and a row whose first column stands in the
// built-in list too takes the place of all built-in rows with it. The folder holds only the lists that it adds to. Lines keep their numbers, so
// that what Load and Lint say of a row names the user's own file and line.
func Overlay(folder fs.FS) (fs.FS, error) {
	builtIn, err := fs.Sub(data, "data")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(builtIn, "*.tsv")
	if err != nil {
		return nil, err
	}
	if err := checkNames(folder, names); err != nil {
		return nil, err
	}
	merged := whole{}
	for _, name := range names {
		base, err := fs.ReadFile(builtIn, name)
		if err != nil {
			return nil, err
		}
		if over, err := fs.ReadFile(folder, name); err == nil {
			base = onTop(over, base)
		}
		merged[name] = base
	}
	return merged, nil
}

// EnglishWith reads the built-in lists with those of a folder on top. The error names file and line.
func EnglishWith(folder fs.FS) (*Lexicon, error) {
	fsys, err := Overlay(folder)
	if err != nil {
		return nil, err
	}
	return Load(fsys)
}

// checkNames refuses a folder without a list, and files that no list is called by: their rows would be lost without a word.
func checkNames(folder fs.FS, lists []string) error {
	found, err := fs.Glob(folder, "*.tsv")
	if err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	if len(found) == 0 {
		if _, err := fs.ReadDir(folder, "."); err != nil {
			return fmt.Errorf("lexicon: %w", err)
		}
		return fmt.Errorf("lexicon: no *.tsv in the folder; the lists are %s", strings.Join(lists, ", "))
	}
	for _, f := range found {
		if !slices.Contains(lists, f) {
			return fmt.Errorf("lexicon %s: no list has this name; the lists are %s", f, strings.Join(lists, ", "))
		}
	}
	return nil
}

// onTop puts the lines of one list before those of another whose first column it does not have.
func onTop(over, base []byte) []byte {
	over = bytes.ReplaceAll(bytes.TrimPrefix(over, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	if len(over) > 0 && over[len(over)-1] != '\n' {
		over = append(over, '\n')
	}
	replaced := map[string]bool{}
	for line := range strings.Lines(string(over)) {
		if !strings.HasPrefix(line, "#") {
			replaced[firstColumn(line)] = true
		}
	}
	out := bytes.NewBuffer(bytes.Clone(over))
	header := true
	for line := range strings.Lines(string(base)) {
		if !header && !strings.HasPrefix(line, "#") && !replaced[firstColumn(line)] {
			out.WriteString(line)
		}
		header = false
	}
	return out.Bytes()
}

func firstColumn(line string) string {
	first, _, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
	return first
}
