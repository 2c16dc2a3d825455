package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep/record"
)

// published are the schemas of the docs.
var published = []string{"sitrep-1", "sitrep-incident-1", "sitrep-alert-1"}

func TestSchemasKeepWhatTheyPromise(t *testing.T) {
	for _, name := range published {
		text, err := os.ReadFile(filepath.Join("..", "..", "docs", name+".schema.json"))
		if err != nil {
			t.Fatal(err)
		}
		promises(t, name, fieldsOf(decoded(t, string(text))))
	}
}

// callsOf are the calls of an OpenAPI description, with their parameters and answers.
func callsOf(api any) (calls []string) {
	paths, _ := api.(map[string]any)["paths"].(map[string]any)
	for path, methods := range paths {
		for method, call := range methods.(map[string]any) {
			c := call.(map[string]any)
			calls = append(calls, method+" "+path)
			for _, p := range listOf(c["parameters"]) {
				name, _ := p.(map[string]any)["name"].(string)
				calls = append(calls, method+" "+path+" takes "+name)
			}
			answers, _ := c["responses"].(map[string]any)
			for status := range answers {
				calls = append(calls, method+" "+path+" answers "+status)
			}
		}
	}
	slices.Sort(calls)
	return calls
}

func TestTheAPIKeepsItsCalls(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	calls := callsOf(decoded(t, string(text)))
	if len(calls) < 40 {
		t.Fatalf("%d calls and parameters", len(calls))
	}
	promises(t, "api-v1", calls)
}

func TestExitCodesStay(t *testing.T) {
	promises(t, "exit-codes", strings.Split(strings.TrimSpace(exitCodes), "\n"))
}

func TestSheetsKeepTheirColumns(t *testing.T) {
	newCase(t)
	for _, format := range []string{"csv", "claims", "tolls", "reports", "actors", "sources", "monthly", "ucdp", "acled", "plover", "icews"} {
		out := must(t, "", "export", "case.db", "--as", format)
		head, _, _ := strings.Cut(strings.TrimPrefix(out, "\ufeff"), "\n")
		r := csv.NewReader(strings.NewReader(head))
		if strings.Contains(head, "\t") {
			r.Comma, r.LazyQuotes = '\t', true
		}
		columns, err := r.Read()
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		back(t, func() { promisesOrder(t, format, columns) })
	}
}

// home is the folder of this package: tests go to others.
var home, _ = os.Getwd()

// back does something in the folder of this package.
func back(t *testing.T, do func()) {
	t.Helper()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chdir(home); err != nil {
		t.Fatal(err)
	}
	defer os.Chdir(here)
	do()
}

// Output without a schema of its own: its fields are those that it has for a small casebook.
func TestOtherOutputKeepsItsFields(t *testing.T) {
	newCase(t)
	first := ids(t, "--kind=shelling")[0]
	files(t, map[string]string{"a.txt": "Talks in Goma failed on Monday, the ministry said."})
	parsed := must(t, "", "parse", "--json", "a.txt")
	newCase(t)
	must(t, "f status ongoing\nq\n", "review", "case.db", "--incident", first)
	for name, lines := range map[string]string{
		"sitrep-judgement-1": must(t, "", "review", "case.db", "--export"),
		"sitrep-parse-1":     parsed,
		"claims-json":        must(t, "", "export", "case.db", "--as", "claims-json"),
		"tolls-json":         must(t, "", "export", "case.db", "--as", "tolls-json"),
		"reports-json":       must(t, "", "export", "case.db", "--as", "reports-json"),
		"casebook":           must(t, "", "export", "case.db", "--as", "casebook", "--names"),
		"version":            must(t, "", "version", "--json"),
	} {
		var values []any
		if strings.HasPrefix(lines, "[") {
			values = append(values, decoded(t, lines))
		} else {
			for line := range strings.Lines(lines) {
				values = append(values, decoded(t, line))
			}
		}
		back(t, func() { promises(t, name, fieldsSeen(values...)) })
	}
}

// first is what the first version wrote, a file for each schema. It is written where it is not there, and never again.
func writtenFirst(t *testing.T, schema string, now func() string) []byte {
	t.Helper()
	file := filepath.Join("testdata", "compatibility", schema+".jsonl")
	if _, err := os.Stat(file); os.IsNotExist(err) && *update {
		text := now()
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
}

// lenient is a schema of the docs that asks for no field: what was added later, and is always there since, is not in what was written before.
func lenient(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("lenient.json", withoutRequired(doc)); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("lenient.json")
}

func withoutRequired(schema any) any {
	switch s := schema.(type) {
	case map[string]any:
		if _, ok := s["required"].([]any); ok {
			delete(s, "required")
		}
		for name, part := range s {
			s[name] = withoutRequired(part)
		}
	case []any:
		for i, part := range s {
			s[i] = withoutRequired(part)
		}
	}
	return schema
}

func TestWhatTheFirstVersionWroteFitsToday(t *testing.T) {
	for _, c := range []struct {
		schema string
		now    func() string
	}{
		{"sitrep-1", func() string { return sitrepOn(wires, "read", "-q", "--jsonl", "-").out }},
		{"sitrep-incident-1", func() string {
			var out string
			t.Run("incidents", func(t *testing.T) {
				newCase(t)
				out = must(t, "", "incidents", "case.db", "--jsonl", "--all")
			})
			return out
		}},
	} {
		schema := lenient(t, c.schema)
		lines := strings.Split(strings.TrimSpace(string(writtenFirst(t, c.schema, c.now))), "\n")
		if len(lines) < 2 {
			t.Fatalf("%s: %d lines", c.schema, len(lines))
		}
		for i, line := range lines {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
			if err == nil {
				err = schema.Validate(v)
			}
			if err != nil {
				t.Errorf("%s, line %d: %v", c.schema, i+1, err)
			}
		}
	}
}

// TestRecordsOfTheFirstVersionAreRead reads what the first version wrote, and writes it again: no field of it is lost.
func TestRecordsOfTheFirstVersionAreRead(t *testing.T) {
	for i, line := range strings.Split(strings.TrimSpace(string(writtenFirst(t, "sitrep-1", nil))), "\n") {
		reading, by, err := record.ReadReading([]byte(line))
		if err != nil {
			t.Errorf("line %d: %v", i+1, err)
			continue
		}
		var b bytes.Buffer
		if err := record.WriteReading(&b, reading, record.ReadingOptions{Reader: by}); err != nil {
			t.Fatal(err)
		}
		if gone := lost(fieldsSeen(decoded(t, line)), fieldsSeen(decoded(t, b.String()))); len(gone) > 0 {
			t.Errorf("line %d: written again it lacks %q", i+1, gone)
		}
	}
}

// TestACasebookOfTheFirstVersionIsTakenIn takes in a casebook as the first version wrote it for another one, with a judgement in it.
func TestACasebookOfTheFirstVersionIsTakenIn(t *testing.T) {
	text := writtenFirst(t, "casebook", func() (out string) {
		t.Run("export", func(t *testing.T) {
			newCase(t)
			must(t, "f status ongoing\nq\n", "review", "case.db", "--incident", ids(t, "--kind=shelling")[0])
			out = must(t, "", "export", "case.db", "--as", "casebook", "--names")
		})
		return out
	})
	files(t, map[string]string{"first.jsonl": string(text)})
	must(t, "", "import", "case.db", "first.jsonl")
	for command, want := range map[string]int{"reports case.db --jsonl": 4, "review case.db --export": 1} {
		if got := strings.Count(must(t, "", strings.Fields(command)...), "\n"); got != want {
			t.Errorf("%s: %d lines, want %d", command, got, want)
		}
	}
}
