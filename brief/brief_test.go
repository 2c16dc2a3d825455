package brief_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/brief"
)

var update = flag.Bool("update", false, "write the golden files anew")

func options(t testing.TB, f brief.Format) brief.Options {
	return brief.Options{From: date(t, "2021-05-01"), To: date(t, "2021-05-07"), Format: f}
}

// TestForms compares whole briefs with golden files; go test ./brief -update writes them anew: read the diff.
func TestForms(t *testing.T) {
	for _, f := range []brief.Format{brief.Markdown, brief.HTML, brief.Text} {
		t.Run(string(f), func(t *testing.T) {
			var got bytes.Buffer
			if err := brief.Write(context.Background(), &got, darvin(t), options(t, f)); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", "darvin."+string(f))
			if *update {
				if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != strings.ReplaceAll(string(want), "\r\n", "\n") {
				t.Errorf("the brief differs from %s:\n%s", file, got.String())
			}
		})
	}
}
