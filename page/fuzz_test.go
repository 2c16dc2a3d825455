package page

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"sitrep"
)

// check tests what holds for every report.
func check(t *testing.T, r *sitrep.Report) {
	t.Helper()
	if !utf8.ValidString(r.Text) || !utf8.ValidString(r.Title) || len(r.Text) > mostText {
		t.Errorf("text or title is no text")
	}
	if sum := sha256.Sum256([]byte(r.Text)); r.SHA256 != hex.EncodeToString(sum[:]) || r.ID == "" {
		t.Errorf("sha256 %s, id %q", r.SHA256, r.ID)
	}
	at := 0
	for _, d := range r.Dropped {
		if d.Start < at || d.End <= d.Start || d.End > len(r.Text) || d.Reason == "" || !utf8.ValidString(r.Text[d.Start:d.End]) {
			t.Errorf("dropped %+v after %d in a text of %d bytes", d, at, len(r.Text))
		}
		at = d.End
	}
	if r.Published.IsZero() != (r.PublishedBasis == sitrep.PublishedNotKnown) {
		t.Errorf("published %v, basis %s", r.Published, r.PublishedBasis)
	}
}

func seeds(f *testing.F, pattern string) {
	names, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || names == nil {
		f.Fatalf("no files %s: %v", pattern, err)
	}
	for _, n := range names {
		raw, err := os.ReadFile(n)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
}

// FuzzParse reads bytes in every form: an error or a whole report, never a panic.
func FuzzParse(f *testing.F) {
	seeds(f, "*.html")
	f.Add([]byte("Troops leave\n\nBELMORA, March 8 (AP) — They left. Tags A B The army left.\n\n(Reporting by X; Editing by Y)\n{Get short URL 3"))
	f.Add([]byte("# A\n\n- [x](y) **b**\n> c\n---\n| a | b |"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<14 {
			return
		}
		for _, form := range []Form{"", HTML, Text, Markdown} {
			if r, err := Parse(raw, Hints{Form: form}); err == nil {
				check(t, r)
			}
		}
	})
}

// FuzzMail reads bytes as a saved mail.
func FuzzMail(f *testing.F) {
	seeds(f, "*.eml")
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<14 {
			return
		}
		if r, err := Parse(raw, Hints{Form: Mail}); err == nil {
			check(t, r)
		}
	})
}

// FuzzPDF reads bytes as a PDF.
