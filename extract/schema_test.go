package extract_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep/page"
)

func TestRecordsOfTheExamplesFitTheSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "docs", "sitrep-1.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range examples(t) {
		b := asJSON(t, readInput(t, raw, page.Hints{Name: name}))
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
