package sitrep_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rows are the layers of the module: a package imports only from rows above its own. A pattern holds for one folder level; the first
// that matches counts.
var rows = []struct {
	row     int
	folders []string
}{
	{10, []string{"cmd/sitrep", "bench/*/*", "model/train", "model/train/*", "model/train/*/*", "gazetteer/build", "web/basemap/build", "packaging/dist"}}, // programs
	{1, []string{".", "model", "internal/*", "packaging/licence"}},
	{2, []string{"lexicon", "gazetteer", "nlp", "record", "export/rows", "packaging/sbom"}},
	{4, []string{"nlp/english", "source", "extract/*", "reconcile", "assist", "compare", "privacy", "casebook/*", "export/*", "web/basemap", "web/filter", "web/users"}},
	{3, []string{"standoff", "reference", "page", "source/*", "nlp/*", "ground/*", "casebook"}},
	{5, []string{"extract", "brief"}},
	{6, []string{"desk", "alert", "export", "eval/gold"}},
	{8, []string{"web/api", "eval/unseen"}},
	{7, []string{"web/shown", "mcp", "eval", "eval/*"}},
	{9, []string{"web"}},
}

// row is the layer of a folder, 0 for one that no pattern matches.
func row(folder string) int {
	for _, r := range rows {
		for _, pattern := range r.folders {
			if ok, _ := path.Match(pattern, folder); ok {
				return r.row
			}
		}
	}
	return 0
}

// goPackage is what the test knows of a package.
type goPackage struct {
	folder    string
	name      string
	commented bool
	imports   map[string]string // folders of ours, each with a file that imports it
}

// goPackages reads the files of every package but not its tests. It walks the folders itself: the result of a test that asks
// "go list" would be kept although an import changed.
func goPackages(t *testing.T) []goPackage {
	t.Helper()
	packages := map[string]*goPackage{}
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := e.Name()
		if e.IsDir() && name != "." && (base[0] == '.' || base[0] == '_' || base == "testdata" || base == "shared") {
			return filepath.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(name))
		if packages[folder] == nil {
			packages[folder] = &goPackage{folder: folder, name: f.Name.Name, imports: map[string]string{}}
		}
		packages[folder].add(f, filepath.ToSlash(name))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var all []goPackage
	for _, p := range packages {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b goPackage) int { return strings.Compare(a.folder, b.folder) })
	return all
}

func (p *goPackage) add(f *ast.File, name string) {
	if f.Doc != nil && strings.TrimSpace(f.Doc.Text()) != "" {
		p.commented = true
	}
	for _, i := range f.Imports {
		imported, _ := strconv.Unquote(i.Path.Value)
		if imported == "sitrep" {
			p.imports["."] = name
		} else if folder, ok := strings.CutPrefix(imported, "sitrep/"); ok {
			p.imports[folder] = name
		}
	}
}

func TestPackagesImportOnlyFromRowsAbove(t *testing.T) {
	for _, p := range goPackages(t) {
		own := row(p.folder)
		if own == 0 {
			t.Errorf("folder %s is in no layer: add it to its row in layers_test.go, and to docs/development.md", p.folder)
		}
		for imported, file := range p.imports {
			if above := row(imported); above >= own {
				t.Errorf("%s imports %s: %s is in row %d and may import from rows above it only, %s is in row %d", file, imported, p.folder, own, imported, above)
			}
		}
	}
}

func TestRowsAreThoseOfTheDocs(t *testing.T) {
	for folder, want := range map[string]int{".": 1, "model": 1, "internal/terminal": 1, "nlp": 2, "record": 2, "nlp/segment": 3, "nlp/english": 4,
		"eval/language": 7, "cmd/sitrep": 10, "model/train/boundary": 10, "gazetteer/build": 10, "tools": 0, "internal": 0, "nlp/tag/fast": 0} {
		if got := row(folder); got != want {
			t.Errorf("%s is in row %d, want %d", folder, got, want)
		}
	}
}

func TestEveryPackageHasAComment(t *testing.T) {
	for _, p := range goPackages(t) {
		if !p.commented {
			t.Errorf("package %s in %s has no comment that says what it is", p.name, p.folder)
		}
	}
}
