package licence

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func notice(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	return Noticed(string(text))
}

// linked are the modules that the command links on a system, but for those that a folder of the repository stands in for.
func linked(t *testing.T, system string) []string {
	t.Helper()
	c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not (or .Main .Replace)}}{{.Path}}{{end}}{{end}}", "sitrep/cmd/sitrep")
	c.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	out, err := c.Output()
	if err != nil {
		t.Skipf("the go command is not here: %v", err)
	}
	modules := strings.Fields(string(out))
	slices.Sort(modules)
	return slices.Compact(modules)
}

func TestNoticeNamesEveryModuleThatIsLinked(t *testing.T) {
	if _, err := os.ReadFile(filepath.Join("..", "..", "go.mod")); err != nil { // so that go test does not keep the result when it changes
		t.Fatal(err)
	}
	systems := []string{"linux", "darwin", "windows"}
	if testing.Short() {
		systems = systems[:1]
	}
	noticed := notice(t)
	for _, system := range systems {
		modules := linked(t, system)
		if len(modules) < 30 {
			t.Fatalf("%s: %d modules: %q", system, len(modules), modules)
		}
		for _, path := range append(modules, StandardLibrary) {
			if noticed[path] == "" {
				t.Errorf("%s: NOTICE does not name %s: add it with its SPDX licence", system, path)
			}
		}
	}
}

func TestNoticeNamesNoModuleThatIsGone(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	for path := range notice(t) {
		if path != StandardLibrary && !strings.Contains(string(text), "\t"+path+" v") {
			t.Errorf("NOTICE names %s, which go.mod does not", path)
		}
	}
}

func TestNoticed(t *testing.T) {
	got := Noticed("Modules\r\n  example.org/a   MIT\n  example.org/b  BSD-3-Clause AND MIT\n  A sentence that  goes on\nexample.org/c  MIT\n")
	if len(got) != 2 || got["example.org/a"] != "MIT" || got["example.org/b"] != "BSD-3-Clause AND MIT" {
		t.Errorf("got %q", got)
	}
}

func TestCheck(t *testing.T) {
	mit := Text{"LICENSE", "Permission is hereby\n granted, free of charge"}
	bsd := Text{"LICENSE-B", "Neither the name of"}
	for _, c := range []struct {
		name, expression string
		texts            []Text
		says             string
	}{
		{"one", "MIT", []Text{mit}, ""},
		{"two", "MIT AND BSD-3-Clause", []Text{mit, bsd}, ""},
		{"another", "Apache-2.0", []Text{mit}, "Apache-2.0: no file"},
		{"one of two lacks", "MIT AND BSD-3-Clause", []Text{mit}, "BSD-3-Clause: no file"},
		{"no text", "MIT", nil, "MIT: no file"},
		{"unknown", "AGPL-3.0-only", []Text{mit}, "none that this program knows"},
	} {
		err := Check(c.expression, c.texts)
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}

func TestTexts(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"LICENSE-b": "b", "LICENSE": "a", "copying.txt": "c", "license.go.orig": "", "README": "no"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Texts(dir)
	if err != nil || len(got) != 3 || got[0].Name != "LICENSE" || got[2].Name != "copying.txt" {
		t.Errorf("got %v, %v", got, err)
	}
}
