package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// tree is the command tree.
func tree(t *testing.T) *kong.Application {
	t.Helper()
	parser, err := newParser(context.Background(), &cli{}, newApp(nil, &bytes.Buffer{}, &bytes.Buffer{}))
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model
}

// manualOf are the pages of the manual as of a day.
func manualOf(t *testing.T) map[string]string {
	t.Helper()
	m := manual{tree(t), "2026-05-02", "v1.2.3"}
	pages := map[string]string{}
	for _, n := range m.nodes(m.app.Node) {
		var b bytes.Buffer
		if err := m.write(&b, n); err != nil {
			t.Fatal(err)
		}
		pages[pageName(n)] = b.String()
	}
	return pages
}

// Three pages stand for all: that of the program, of a command, and of one with commands below it.
func TestPagesOfTheManual(t *testing.T) {
	pages := manualOf(t)
	for _, name := range []string{"sitrep", "sitrep-read", "sitrep-user"} {
		golden(t, filepath.Join("testdata", name+".1"), pages[name])
	}
}

func TestEveryCommandHasAPageWithAllItsFlags(t *testing.T) {
	pages := manualOf(t)
	m := manual{app: tree(t)}
	for _, n := range m.nodes(m.app.Node) {
		page := pages[pageName(n)]
		for _, f := range n.Flags {
			if !strings.Contains(page, roffText("--"+f.Name)) {
				t.Errorf("the page of %s lacks --%s", pageName(n), f.Name)
			}
		}
		for line := range strings.Lines(page) {
			if len(line) > 400 || strings.ContainsFunc(line, func(r rune) bool { return r > 0x7e }) {
				t.Errorf("%s: a line that not every man shows: %q", pageName(n), line)
			}
		}
	}
}

func TestTextsThatLookLikeRequests(t *testing.T) {
	for text, want := range map[string]string{".TH x": `\&.TH x`, "'quoted'": `\&'quoted'`, `back\slash`: `back\eslash`, "a-b – c": `a\-b \[u2013] c`, `say "x"`: `say \(dqx\(dq`} {
		if got := roffText(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestManualByLint(t *testing.T) {
	lint, err := exec.LookPath("mandoc")
	if err != nil {
		t.Skip("mandoc is not here")
	}
	for name, page := range manualOf(t) {
		c := exec.Command(lint, "-T", "lint", "-W", "warning")
		c.Stdin = strings.NewReader(page)
		if out, err := c.CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func TestMan(t *testing.T) {
	t.Chdir(t.TempDir())
	if got := run("", "man", "--all", "man1"); got.code != exitOK || got.out+got.err != "" {
		t.Fatalf("%+v", got)
	}
	written, _ := filepath.Glob(filepath.Join("man1", "sitrep*.1"))
	if len(written) != len(manualOf(t)) {
		t.Errorf("%d pages, want %d", len(written), len(manualOf(t)))
	}
	page, _ := os.ReadFile(filepath.Join("man1", "sitrep-user-add.1"))
	if got := run("", "man", "user", "add"); got.out != string(page) || got.out == "" {
		t.Errorf("the page alone is another one: %+v", got)
	}
	for _, args := range [][]string{{"man", "nonsense"}, {"man", "read", "--all", "x"}} {
		if got := run("", args...); got.code != exitUsage {
			t.Errorf("%q: %+v", args, got)
		}
	}
}

var asked = regexp.MustCompile(`[eE]nv\("([A-Z_]+)"\)`)

func TestTheManualNamesTheEnvironment(t *testing.T) {
	said := ""
	for _, e := range environment {
		said += e[0] + " "
	}
	for _, pattern := range []string{"*.go", "../../internal/terminal/*.go"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range asked.FindAllStringSubmatch(string(text), -1) {
				if !strings.HasSuffix(file, "_test.go") && !strings.Contains(said, m[1]) {
					t.Errorf("%s asks for %s, which the manual does not name", file, m[1])
				}
			}
		}
	}
}
