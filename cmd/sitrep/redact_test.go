package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// holds tells whether a casebook, or a file beside it, has some bytes, whatever their case.
func holds(t *testing.T, book, words string) bool {
	t.Helper()
	files, err := filepath.Glob(book + "*")
	if err != nil || len(files) == 0 {
		t.Fatalf("%v: %v", files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(bytes.ToLower(b), bytes.ToLower([]byte(words))) {
			return true
		}
	}
	return false
}

// everything is all that a casebook shows with names.
func everything(book string) string {
	all := ""
	for _, command := range [][]string{{"incidents", book, "--jsonl", "--all"}, {"claims", book, "--jsonl", "--all"}, {"tolls", book, "--jsonl", "--all"}, {"reports", book, "--jsonl", "--all"},
		{"actors", book, "--jsonl", "--all"}, {"sources", book, "--jsonl", "--all"}, {"brief", book, "--from", "2021-05-01", "--to", "2021-05-07"}} {
		got := runWhole("", append(command, "--names")...)
		all += got.out + got.err
	}
	return all
}

func TestRedactName(t *testing.T) {
	book := plantedCase(t)
	redact := []string{"redact", book, "--name", "Karim Haddad", "--reason", "asked by the family"}
	if got := runWhole("", append(redact, "--dry-run")...); got.code != 0 || strings.Count(got.out, "\n") != 1 || strings.Contains(got.out, "Haddad") {
		t.Errorf("dry run: exit code %d, %q, %s", got.code, got.out, got.err)
	}
	for _, answer := range []string{"", "no\n", "y\n"} {
		if got := runWhole(answer, redact...); got.code != exitFailed || !strings.Contains(everything(book), "Haddad") {
			t.Errorf("answer %q: exit code %d, %s", answer, got.code, got.err)
		}
	}
	if got := runWhole("yes\n", redact...); got.code != 0 || !strings.Contains(got.err, "1 report touched") {
		t.Fatalf("exit code %d, %s", got.code, got.err)
	}
	if all := everything(book); strings.Contains(all, "Haddad") || strings.Contains(all, "Karim") || !strings.Contains(all, "Goma") || !strings.Contains(all, "Nouri") {
		t.Error(all)
	}
	if holds(t, book, "Haddad") || holds(t, book, "Karim") {
		t.Error("the file still has the name")
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	if got := runWhole("", "backup", book, copied); got.code != 0 || holds(t, copied, "Haddad") {
		t.Errorf("the backup has the name: %s", got.err)
	}
	if got := runWhole("", "doctor", book); got.code != 0 {
		t.Errorf("doctor: exit code %d, %s%s", got.code, got.out, got.err)
	}
}

func TestRedactNameFromStandardInput(t *testing.T) {
	book := plantedCase(t)
	if got := runWhole("samira nouri\n", "redact", book, "--name", "-", "--reason", "asked by her", "--yes"); got.code != 0 {
		t.Fatal(got.err)
	}
	if all := everything(book); strings.Contains(all, "Nouri") || strings.Contains(all, "Samira") || !strings.Contains(all, "Haddad") {
		t.Error(all)
	}
}

func TestRedactReport(t *testing.T) {
	book := plantedCase(t)
	id, _, _ := strings.Cut(runWhole("", "redact", book, "--name", "Haddad", "--reason", "x", "--dry-run").out, " ")
	if got := runWhole("", "redact", book, "--report", id, "--reason", "asked by the outlet", "--yes"); got.code != 0 {
		t.Fatal(got.err)
	}
	if all := everything(book); strings.Contains(all, "Goma") || holds(t, book, "Haddad") || holds(t, book, "buying bread") {
		t.Error(all)
	}
	if got := runWhole("", "redact", book, "--report", id, "--reason", "again", "--yes"); got.code != exitFailed || !strings.Contains(got.err, "was taken out of the casebook") {
		t.Errorf("exit code %d, %s", got.code, got.err)
	}
}

func TestRedactRefuses(t *testing.T) {
	for name, args := range map[string][]string{
		"nothing":              {"--reason", "x"},
		"both":                 {"--name", "A", "--report", "b", "--reason", "x"},
		"no reason":            {"--name", "A", "--reason", " "},
		"an empty name":        {"--name", " ", "--reason", "x", "--yes"},
		"the name as a reason": {"--name", "Karim Haddad", "--reason", "Haddad, KARIM HADDAD asked", "--yes"},
		"nobody to ask":        {"--name", "-", "--reason", "x"},
	} {
		if got := run("A B\n", append([]string{"redact", "case.db"}, args...)...); got.code != exitUsage {
			t.Errorf("%s: exit code %d, %s", name, got.code, got.err)
		}
	}
}
