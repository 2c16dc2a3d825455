package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"sitrep/page"
)

// jobs are the reports of all inputs, folders searched in the order of their names.
func (c *readCommand) jobs(a *app) iter.Seq[job] {
	return func(yield func(job) bool) {
		for _, file := range c.Files {
			ok := true
			if info, err := os.Stat(file); err == nil && info.IsDir() && file != "-" {
				ok = c.folder(file, yield)
			} else {
				ok = c.file(a.in, file, yield)
			}
			if !ok {
				return
			}
		}
	}
}

// folder gives the reports below a folder. Files whose names begin with a dot, and those of unknown kinds, are passed over.
func (c *readCommand) folder(dir string, yield func(job) bool) bool {
	found, stopped := false, false
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(e.Name(), ".") && name != dir && e.IsDir():
			return filepath.SkipDir
		case e.IsDir() || strings.HasPrefix(e.Name(), ".") || !isReport(name):
			return nil
		}
		if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
			return nil
		}
		found = true
		if !c.file(nil, name, yield) {
			stopped = true
			return fs.SkipAll
		}
		return nil
	})
	if stopped {
		return false
	}
	if err == nil && !found {
		err = errors.New("no reports in it: looked for .html, .txt, .md, .eml, .pdf and .jsonl, also with .gz")
	}
	return err == nil || yield(job{name: dir, err: plainError(err)})
}

func isReport(name string) bool { return page.Known(unpackedName(name)) || isLines(name) }

func unpackedName(name string) string { return strings.TrimSuffix(name, ".gz") }

func isLines(name string) bool {
	switch strings.ToLower(filepath.Ext(unpackedName(name))) {
	case ".jsonl", ".ndjson":
		return true
	}
	return false
}

// file gives the report of a file, or the reports of its lines.
func (c *readCommand) file(in io.Reader, file string, yield func(job) bool) bool {
	name := nameOf(file)
	r, closer, err := open(in, file)
	if err != nil {
		return yield(job{name: name, err: err})
	}
	defer closer()
	if isLines(file) || c.JSONL && !page.Known(unpackedName(file)) {
		return c.lines(r, name, yield)
	}
	raw, err := io.ReadAll(io.LimitReader(r, int64(c.MaxSize)+1))
	switch {
	case err != nil:
		err = plainError(err)
	case len(raw) > int(c.MaxSize):
		err = fmt.Errorf("it is larger than %s; a report is not: give one report a file, or raise --max-size", c.MaxSize)
	}
	hints := page.Hints{Name: unpackedName(file), Published: c.Published, Outlet: c.Outlet, Title: c.Title}
	return yield(job{name: name, raw: raw, hints: hints, err: err})
}

// open opens a file, or takes in for "-", and unpacks gzip.
func open(in io.Reader, file string) (*bufio.Reader, func() error, error) {
	closer := func() error { return nil }
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, nil, plainError(err)
		}
		in, closer = f, f.Close
	}
	r := bufio.NewReaderSize(in, 1<<16)
	if magic, _ := r.Peek(2); !bytes.Equal(magic, []byte("\x1f\x8b")) {
		return r, closer, nil
	}
	z, err := gzip.NewReader(r)
	if err != nil {
		closer()
		return nil, nil, fmt.Errorf("it cannot be unpacked: %w; unpack it with gzip -d to see what is wrong", err)
	}
	return bufio.NewReaderSize(z, 1<<16), closer, nil
}
