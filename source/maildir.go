package source

import (
	"path"
	"strings"
)

// isMaildir tells whether a folder keeps mails, one a file, as mail servers do: those seen in cur, those not yet in new.
func (f *folder) isMaildir(dir string) bool {
	for _, part := range []string{"cur", "new"} {
		if info, err := f.root.Stat(path.Join(dir, part)); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// inMaildir tells whether a file is a mail of a Maildir, whatever its name.
func (f *folder) inMaildir(name string) bool {
	dir := path.Dir(name)
	return (path.Base(dir) == "cur" || path.Base(dir) == "new") && f.isMaildir(path.Dir(dir))
}

// skips tells whether a folder is passed over: a hidden one, and where mails stand that are still being written. The hidden folders of a Maildir are its
// mail folders.
func (f *folder) skips(dir string) bool {
	switch {
	case dir == ".":
		return false
	case strings.HasPrefix(path.Base(dir), "."):
		return !f.isMaildir(dir)
	}
	return path.Base(dir) == "tmp" && f.isMaildir(path.Dir(dir))
}
