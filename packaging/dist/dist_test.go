package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2026, 5, 2, 10, 0, 0, 0, time.UTC)

func written(t *testing.T, name string, files []entry) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := writeArchive(path, "sitrep_v1", files, day); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestArchives(t *testing.T) {
	files := []entry{{name: "sitrep", data: []byte("program"), runs: true}, {name: "docs/a.md", data: []byte("a")}}
	other := []entry{files[1], files[0]}
	packed := written(t, "a.tar.gz", files)
	if !bytes.Equal(packed, written(t, "b.tar.gz", other)) || !bytes.Equal(written(t, "a.zip", files), written(t, "b.zip", other)) {
		t.Error("the same files in another order, and under another name, give another archive")
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(unpacked)
	for _, want := range []struct {
		name, data string
		mode       int64
	}{{"sitrep_v1/docs/a.md", "a", 0o644}, {"sitrep_v1/sitrep", "program", 0o755}} {
		h, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		data, _ := io.ReadAll(r)
		if h.Name != want.name || string(data) != want.data || h.Mode != want.mode || !h.ModTime.Equal(day) || h.Uid != 0 || h.Uname != "" {
			t.Errorf("got %+v with %q, want %+v", h, data, want)
		}
	}
	if _, err := r.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("more than two files: %v", err)
	}
	z := written(t, "a.zip", files)
	zr, err := zip.NewReader(bytes.NewReader(z), int64(len(z)))
	if err != nil || len(zr.File) != 2 || zr.File[1].Name != "sitrep_v1/sitrep" || zr.File[1].Mode() != 0o755 {
		t.Errorf("zip: %v, %+v", err, zr)
	}
}

func TestSums(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"b": "b\n", "a": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeSums(dir); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	want := "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f  b\n"
	if string(got) != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestStamp(t *testing.T) {
	s := stamp{"v1.2.3", "abc", "2026-05-02T12:00:00+02:00"}
	if err := s.complete(); err != nil || s.date != "2026-05-02T10:00:00Z" || !s.time().Equal(day) {
		t.Errorf("%+v, %v", s, err)
	}
	for _, bad := range []stamp{{"v1 -X y=z", "abc", s.date}, {"v1", "../x", s.date}, {"v1", "abc", "yesterday"}} {
		if err := bad.check(); err == nil {
			t.Errorf("%+v is taken", bad)
		}
	}
}

func TestAReleasePromisesOnlyShapesThatAreKept(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	for _, c := range []struct {
		version string
		shape   int
		taken   bool
	}{{"v1.0.0", 3, true}, {"v1.0.0", 999, false}, {"v0.9.0", 999, true}, {"v1.0.0-5-gabc", 999, true}} {
		s := stamp{version: c.version}
		if err := s.promised(c.shape); (err == nil) != c.taken {
			t.Errorf("%s with shape %d: %v", c.version, c.shape, err)
		}
	}
}

func TestTargets(t *testing.T) {
	for _, name := range all {
		target, err := targetOf(name)
		if err != nil {
			t.Fatal(err)
		}
		windows := strings.HasPrefix(name, "windows/")
		if (target.ending() == ".zip") != windows || (target.binary() == "sitrep.exe") != windows {
			t.Errorf("%s: %s, %s", name, target.binary(), target.ending())
		}
	}
	if _, err := targetOf("linux"); err == nil {
		t.Error("a system without a processor is taken")
	}
}

func TestPapersAreThere(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	for _, p := range papers {
		if files, err := filesOf(p.pattern); err != nil || len(files) == 0 {
			t.Errorf("%s: %v", p.pattern, err)
		}
	}
	if _, err := filesOf("none/*"); err == nil || !strings.Contains(err.Error(), "root of the repository") {
		t.Errorf("got %v", err)
	}
}

func TestRightsAreThoseOfTheModules(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	info := &debug.BuildInfo{GoVersion: "go1.26.0", Deps: []*debug.Module{{Path: "github.com/alecthomas/kong", Version: "v1.17.0"}, {Path: "modernc.org/sqlite", Version: "v1.62.0"}}}
	rights, err := rightsOf(info)
	if err != nil {
		t.Skip(err)
	}
	for _, want := range []string{"std go1.26.0: LICENSE (BSD-3-Clause)", "github.com/alecthomas/kong v1.17.0: COPYING (MIT)", "modernc.org/sqlite v1.62.0: LICENSE-SQLITE (BSD-3-Clause AND blessing)"} {
		if !strings.Contains(string(rights), want) {
			t.Errorf("%q is not in it", want)
		}
	}
	info.Deps[0].Path = "github.com/chromedp/chromedp"
	if _, err := rightsOf(info); err == nil || !strings.Contains(err.Error(), "github.com/chromedp/chromedp") {
		t.Errorf("a module that NOTICE does not name: %v", err)
	}
}
