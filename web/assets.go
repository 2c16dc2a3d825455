package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"mime"
	"net/http"
	"path"

	"sitrep/casebook"
)

// assets are the window's own files. Their address holds a hash of them all, so that a browser may keep them for good, and modules that import one another by relative address are of one version.
type assets struct {
	files map[string][]byte
	hash  string
}

// The style sheets lie in a folder, and are one file for the browser.
const styles, styleSheet = "css", "style.css"

func newAssets(from fs.FS) (assets, error) {
	a := assets{files: map[string][]byte{}}
	sum := sha256.New()
	err := fs.WalkDir(from, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		if path.Dir(name) == styles { // one file for the browser, in the order of their names
			name, b = styleSheet, append(a.files[styleSheet], b...)
		}
		a.files[name] = b
		sum.Write([]byte(name))
		sum.Write(b)
		return nil
	})
	a.hash = hex.EncodeToString(sum.Sum(nil))[:12]
	return a, err
}

// at is the address of a file.
func (a assets) at(name string) string { return "/static/" + a.hash + "/" + name }

func (s *Server) static(w http.ResponseWriter, r *http.Request) error {
	b, ok := s.asset.files[r.PathValue("file")]
	if !ok || r.PathValue("hash") != s.asset.hash {
		return casebook.ErrNotFound
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(r.PathValue("file"))))
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	_, err := w.Write(b)
	return err
}
