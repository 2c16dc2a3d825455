package sbom

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

var repository = os.DirFS(filepath.Join("..", ".."))

func small() Program {
	return Program{Version: "v1.2.3", Commit: "abc", Date: "2026-05-02T10:00:00Z", System: "linux", Arch: "amd64", SHA256: strings.Repeat("0a", 32),
		Info: &debug.BuildInfo{GoVersion: "go1.26.0", Deps: []*debug.Module{
			{Path: "modernc.org/sqlite", Version: "v1.62.0", Sum: "h1:gMaCjSM1qpl+iOjiWhR1LYP3zqrYDI+5GYLGt6veP2g="},
			{Path: "github.com/alecthomas/kong", Version: "v1.17.0", Sum: "h1:f52BVWChYMDkMkCoqkEWRuFOk/K4B5LO7xIijeLJRdk="},
			{Path: "example.org/replaced", Replace: &debug.Module{Path: "./internal/x"}},
		}}}
}

func bill(t *testing.T, p Program) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p, repository); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBill(t *testing.T) {
	text := bill(t, small())
	var got struct {
		BOMFormat, SpecVersion, SerialNumber string
		Components                           []struct {
			Name, Type, Purl string
			Hashes           []struct{ Content string }
			Licenses         []struct {
				Expression string
				License    struct{ Name string }
			}
		}
		Dependencies []struct{ DependsOn []string }
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if got.BOMFormat != "CycloneDX" || got.SpecVersion != "1.6" || len(got.Components) != 3+len(embedded) || len(got.Dependencies[0].DependsOn) != len(got.Components) {
		t.Errorf("got %+v", got)
	}
	for i, want := range []string{"std", "github.com/alecthomas/kong", "modernc.org/sqlite", "GeoNames", "Natural Earth"} {
		c := got.Components[i]
		if c.Name != want || len(c.Licenses) != 1 || c.Licenses[0].Expression == "" && c.Licenses[0].License.Name == "" {
			t.Errorf("component %d: %+v, want %s with a licence", i, c, want)
		}
	}
	if got.Components[1].Hashes[0].Content != "7f9d815560a160c0e43240a8aa411646e14e93f2b80792ceef12228de2c945d9" {
		t.Errorf("sum of kong: %q", got.Components[1].Hashes)
	}
	if text != bill(t, small()) {
		t.Error("the same program has another bill the second time")
	}
}

func TestAModuleThatNoticeDoesNotName(t *testing.T) {
	p := small()
	p.Info.Deps = append(p.Info.Deps, &debug.Module{Path: "example.org/new", Version: "v1.0.0"})
	if err := Write(&bytes.Buffer{}, p, repository); err == nil || !strings.Contains(err.Error(), "example.org/new: NOTICE does not name it") {
		t.Errorf("got %v", err)
	}
}

// The schemas of CycloneDX lie beside the library that writes it.
func TestBillFitsTheSchemaOfCycloneDX(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/CycloneDX/cyclonedx-go").Output()
	if err != nil {
		t.Skipf("the go command is not here: %v", err)
	}
	c := jsonschema.NewCompiler()
	for url, file := range map[string]string{"bom-1.6.schema.json": "bom-1.6.schema.json", "spdx.schema.json": "spdx.schema.json", "jsf-0.82.schema.json": "jsf-0.82.schemax.json"} {
		text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "schema", file))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource("http://cyclonedx.org/schema/"+url, doc); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := c.Compile("http://cyclonedx.org/schema/bom-1.6.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(bill(t, small())))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
}

var directive = regexp.MustCompile(`(?m)^//go:embed (.+)$`)

// source tells files that are code of the window and of the casebook, no data.
var source = regexp.MustCompile(`^web/(templates|static)|\.(sql|html)$`)

func TestEveryDataThatIsBuiltInStandsInTheBill(t *testing.T) {
	var files []string
	err := fs.WalkDir(repository, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (slices.Contains([]string{"bench", "build", "train", "testdata", "shared", "dist"}, e.Name()) || len(name) > 1 && e.Name()[0] == '.') {
			return fs.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := fs.ReadFile(repository, name)
		if err != nil {
			return err
		}
		for _, m := range directive.FindAllStringSubmatch(string(text), -1) {
			for _, pattern := range strings.Fields(m[1]) {
				matches, _ := fs.Glob(repository, path.Join(path.Dir(name), pattern))
				files = append(files, matches...)
			}
		}
		return nil
	})
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		in := 0
		for _, d := range embedded {
			for _, pattern := range d.files {
				if ok, _ := path.Match(pattern, file); ok {
					in++
				}
			}
		}
		if in != 1 && !source.MatchString(file) {
			t.Errorf("%s is in %d entries of the bill, want 1: see data.go, and NOTICE", file, in)
		}
	}
}
