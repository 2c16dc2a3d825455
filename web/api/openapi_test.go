package api_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"sitrep/web/api"
	"sitrep/web/shown"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The description is kept, so that a change of the API is seen: fields and calls may be added, none is renamed or taken away without another root.
func TestTheDescriptionIsTheOneThatIsKept(t *testing.T) {
	const file = "../../docs/openapi.json"
	got, err := api.New(api.Options{Record: &shown.Record{}}).OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || strings.ReplaceAll(string(want), "\r\n", "\n") != string(got) {
		t.Errorf("%s differs (%v): run go test ./web/api -update and read the diff", file, err)
	}
}
