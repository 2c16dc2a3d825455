package record

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the schema of the docs and the golden files anew")

func TestSchemaOfTheDocs(t *testing.T) {
	const file = "../docs/sitrep-1.schema.json"
	if *update {
		if err := os.WriteFile(file, Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	published, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(bytes.ReplaceAll(published, []byte("\r\n"), []byte("\n")), Schema()) {
		t.Errorf("%s is not the schema of what is written (error %v): run go test ./record -update, and raise the number if a field went or changed", file, err)
	}
}

// TestEveryFieldStandsInTheDocs reads the names and values off the types that are written.
func TestEveryFieldStandsInTheDocs(t *testing.T) {
	page := ""
	for _, name := range []string{"record", "tolls", "incidents"} {
		b, err := os.ReadFile("../docs/" + name + ".md")
		if err != nil {
			t.Fatal(err)
		}
		page += string(b)
	}
	var walk func(reflect.Type)
	walk = func(ty reflect.Type) {
		for ty.Kind() == reflect.Pointer || ty.Kind() == reflect.Slice {
			ty = ty.Elem()
		}
		if ty.Kind() != reflect.Struct {
			return
		}
		fields(ty, func(name string, _ bool, f reflect.StructField) {
			if !strings.Contains(page, "`"+name+"`") && name != "start" && name != "end" && name != "schema" && name != "report" && name != "events" {
				t.Errorf("field %s of %s stands neither in docs/record.md nor in docs/tolls.md", name, ty.Name())
			}
			walk(f.Type)
		})
	}
	walk(reflect.TypeFor[readingJSON]())
	for field, all := range values {
		for _, v := range all {
			if v != "" && !strings.Contains(page, "`"+v+"`") && !strings.HasPrefix(field, "timex") {
				t.Errorf("value %s of %s stands neither in docs/record.md nor in docs/tolls.md", v, field)
			}
		}
	}
}
