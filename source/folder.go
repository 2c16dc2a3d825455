package source

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// folder gives the reports below a folder, in the order of their names. Files whose names begin with a dot, and those of unknown kinds, are passed over. A link
// that leads out of the folder is not followed: whoever packed the folder would choose what is read.
func (r *reader) folder(dir string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return r.fail(Item{From: dir, Where: dir}, plainError(err))
	}
	defer root.Close()
	f := folder{r, dir, root, false}
	switch err := fs.WalkDir(root.FS(), ".", f.visit); {
	case errors.Is(err, errStop):
		return false
	case err != nil:
		return r.fail(Item{From: dir, Where: dir}, plainError(err))
	case !f.found:
		return r.fail(Item{From: dir, Where: dir}, errors.New("no reports in it: looked for .html, .txt, .md, .eml, .pdf, .jsonl, .mbox, .warc, .rss, .atom and result.json, also with .gz"))
	}
	return true
}

// errStop ends a search because no more is wanted.
var errStop = errors.New("no more is wanted")

type folder struct {
	*reader
	dir   string
	root  *os.Root
	found bool
}

func (f *folder) visit(name string, e fs.DirEntry, err error) error {
	switch {
	case err != nil:
		return err
	case e.IsDir() && f.skips(name):
		return fs.SkipDir
	case e.IsDir(), strings.HasPrefix(e.Name(), "."), !f.isReport(name):
		return nil
	}
	if !f.file(name) {
		return errStop
	}
	return nil
}

func (f *folder) isReport(name string) bool {
	return f.o.known(unpackedName(name)) || isLines(name) || isArchive(name) || f.inMaildir(name)
}

// isArchive tells by its name whether a file holds many reports.
func isArchive(name string) bool {
	switch extension(name) {
	case ".mbox", ".warc", ".rss", ".atom":
		return true
	}
	base := strings.ToLower(path.Base(filepath.ToSlash(unpackedName(name))))
	return base == "mbox" || base == "result.json"
}

// file gives the reports of a file in the folder. What is no file, a pipe say, is passed over.
func (f *folder) file(name string) bool {
	file := filepath.Join(f.dir, filepath.FromSlash(name))
	info, err := f.root.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist): // a link to nothing
		return true
	case err == nil && !info.Mode().IsRegular():
		return true
	}
	f.found = true
	in, err := f.open(name, file)
	if err != nil {
		return f.fail(Item{From: f.dir, Where: file}, err)
	}
	defer in.close()
	if f.inMaildir(name) {
		in.form = Mail
	}
	return f.input(in)
}

func (f *folder) open(name, path string) (*input, error) {
	file, err := f.root.Open(name)
	if err != nil {
		if info, e := f.root.Lstat(name); e == nil && info.Mode()&fs.ModeSymlink != 0 {
			return nil, errors.New("it is a link that leads out of the folder and is not followed: give the file itself")
		}
		return nil, plainError(err)
	}
	return inputOf(f.dir, path, file)
}
