package sitrep_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// pagesOf reads files by pattern, and fails if there are none.
func pagesOf(t *testing.T, patterns ...string) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		if err != nil || names == nil {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			pages[name] = strings.ReplaceAll(string(text), "\r\n", "\n")
		}
	}
	return pages
}

func TestEveryPackageStandsInTheDocs(t *testing.T) {
	all := ""
	for _, page := range pagesOf(t, "docs/*.md", "doc.go") {
		all += page
	}
	for _, p := range goPackages(t) {
		if p.folder != "." && !strings.Contains(all, p.folder) {
			t.Errorf("package %s is named neither in docs/ nor in doc.go: say in docs/development.md what it is for", p.folder)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

func TestLinksOfTheDocsLeadSomewhere(t *testing.T) {
	for name, page := range pagesOf(t, "*.md", "docs/*.md") {
		for _, m := range link.FindAllStringSubmatch(page, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", name, m[1])
			}
		}
	}
}

// The README's first two commands are what a visitor tries: the first shows what Sitrep does, the second tests it.
func TestTheCommandsOfTheREADME(t *testing.T) {
	pages := pagesOf(t, "README.md", ".ci/run")
	var commands []string
	for _, line := range strings.Split(pages["README.md"], "\n") {
		if strings.HasPrefix(line, "go ") {
			commands = append(commands, line)
		}
	}
	if len(commands) < 2 || !strings.HasPrefix(commands[0], "go run ./cmd/sitrep read ") || commands[1] != "go test -short ./..." {
		t.Fatalf("the README's first commands are %q", commands)
	}
	words := strings.Fields(commands[0])
	if _, err := os.Stat(words[len(words)-1]); err != nil {
		t.Errorf("the README reads what is not there: %v", err)
	}
	if !strings.Contains(pages[filepath.Join(".ci", "run")], "\n"+commands[1]+"\n") {
		t.Errorf(".ci/run does not call %q", commands[1])
	}
}

func TestExamplesAreMarkedAndNameTheirSources(t *testing.T) {
	examples := pagesOf(t, "examples/*.txt", "examples/*.html", "examples/*.eml")
	if len(examples) < 14 {
		t.Errorf("%d examples, want at least 14", len(examples))
	}
	for name, text := range examples {
		if !strings.Contains(text, "EXAMPLE: ") {
			t.Errorf("the title of %s does not say that it is an EXAMPLE", name)
		}
		if s, err := os.ReadFile(strings.TrimSuffix(name, filepath.Ext(name)) + ".sources"); err != nil || len(s) == 0 {
			t.Errorf("%s has no .sources beside it: %v", name, err)
		}
	}
}
