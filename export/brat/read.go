package brat

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/standoff"
)

// most is how much of one file is read: more is no annotation of a report.
const most = 64 << 20

// Read gives the documents of a folder or a zip, in order of their names.
func Read(files fs.FS) iter.Seq2[standoff.Given, error] {
	return func(yield func(standoff.Given, error) bool) {
		names, err := documents(files)
		if err != nil {
			yield(standoff.Given{}, err)
			return
		}
		for _, name := range names {
			g, err := read(files, name)
			if err != nil {
				err = fmt.Errorf("read %s: %w", name, err)
			}
			if !yield(g, err) {
				return
			}
		}
	}
}

// documents are the names of all .ann files.
func documents(files fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(files, ".", func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && path.Ext(p) == ".ann" {
			names = append(names, strings.TrimSuffix(p, ".ann"))
		}
		return err
	})
	if err == nil && len(names) == 0 {
		err = errors.New("there is no .ann file in it: give the folder or the zip that \"sitrep export --as brat\" made, with what people did in it")
	}
	slices.Sort(names)
	return names, err
}

func read(files fs.FS, name string) (standoff.Given, error) {
	g := standoff.Given{Name: name}
	text, err := body(files, name+".txt")
	if err != nil {
		return g, err
	}
	ann, err := body(files, name+".ann")
	if err != nil {
		return g, err
	}
	base, err := body(files, name+".json")
	if errors.Is(err, fs.ErrNotExist) {
		return g, fmt.Errorf("%s.json is not there: it says what was given out. Copy it from the export", path.Base(name))
	}
	if err != nil {
		return g, err
	}
	g.Base = &standoff.Document{}
	if err := json.Unmarshal([]byte(base), g.Base); err != nil {
		return g, fmt.Errorf("%s.json: %w", path.Base(name), err)
	}
	g.Base.Text = text
	g.Edited, g.Left = parse(ann)
	g.Edited.Report, g.Edited.SHA256, g.Edited.Title, g.Edited.Text = g.Base.Report, g.Base.SHA256, g.Base.Title, text
	return g, nil
}

func body(files fs.FS, name string) (string, error) {
	f, err := files.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return "", err
	case len(b) > most:
		return "", fmt.Errorf("%s is larger than %d MB", path.Base(name), most>>20)
	case !utf8.Valid(b):
		return "", fmt.Errorf("%s is not in UTF-8", path.Base(name))
	}
	return string(b), nil
}
