package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/gazetteer"
	"sitrep/nlp"
)

// whole runs a command with the real pipeline.
func runWhole(in string, args ...string) result {
	var out, errs bytes.Buffer
	a := newApp(strings.NewReader(in), &out, &errs)
	a.pipeline = func(...nlp.Layer) (*nlp.Pipeline, error) { return whole() }
	a.places = gazetteer.Default
	return result{a.run(context.Background(), args), out.String(), errs.String()}
}

const planted = `EXAMPLE: Shells hit market in Goma, teacher Karim Haddad among dead

GOMA, May 4, 2021 - Shells hit a market in Goma on Monday, killing Karim Haddad, a 34-year-old teacher, and two others, the governor said.

"Haddad was buying bread," said Samira Nouri, a resident.
`

// plantedCase is a casebook with one report that names private persons.
func plantedCase(t *testing.T) (book string) {
	t.Helper()
	folder := t.TempDir()
	report := filepath.Join(folder, "report.txt")
	if err := os.WriteFile(report, []byte(planted), 0o600); err != nil {
		t.Fatal(err)
	}
	book = filepath.Join(folder, "case.db")
	if got := runWhole("", "ingest", book, report); got.code != 0 {
		t.Fatal(got.err)
	}
	return book
}

func TestBrief(t *testing.T) {
	book := plantedCase(t)
	for _, format := range []string{"md", "html", "text"} {
		got := runWhole("", "brief", book, "--from", "2021-05-01", "--to", "2021-05-07", "--format", format)
		if got.code != 0 || !strings.Contains(got.out, "Goma") || strings.Contains(got.out, "Haddad") || strings.Contains(got.out, "Nouri") {
			t.Errorf("%s: exit code %d, %s\n%s", format, got.code, got.err, got.out)
		}
	}
	if got := runWhole("", "brief", book, "--from", "2021-05-01", "--to", "2021-05-07", "--names"); !strings.Contains(got.out, "Haddad") {
		t.Errorf("--names shows no name: %s%s", got.out, got.err)
	}
	if got := runWhole("", "brief", book, "--from", "2021-05-01", "--to", "2021-05-07", "--country", "SYR"); strings.Contains(got.out, "Goma") || got.code != 0 {
		t.Errorf("--country is not obeyed: %s%s", got.out, got.err)
	}
	file := filepath.Join(t.TempDir(), "brief.html")
	if got := runWhole("", "brief", book, "--from", "2021-05-01", "--to", "2021-05-07", "--format", "html", "-o", file); got.code != 0 || got.out != "" {
		t.Errorf("exit code %d, %s%s", got.code, got.out, got.err)
	}
	if page, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(page, []byte("<!doctype html>")) {
		t.Errorf("%v: %.40s", err, page)
	}
}

func TestBriefRefuses(t *testing.T) {
	for name, args := range map[string][]string{
		"a period backwards":  {"--from", "2021-05-07", "--to", "2021-05-01"},
		"a form that is none": {"--format", "docx"},
		"no incidents":        {"--limit", "0"},
	} {
		if got := run("", append([]string{"brief", "case.db"}, args...)...); got.code != exitUsage {
			t.Errorf("%s: exit code %d, %s", name, got.code, got.err)
		}
	}
	if got := run("", "brief", filepath.Join(t.TempDir(), "none.db"), "--from", "2021", "--to", "2021"); got.code != exitFailed {
		t.Errorf("no casebook: exit code %d, %s", got.code, got.err)
	}
}
