package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBrokenPDFs(t *testing.T) {
	cases := map[string]string{ // part of the error, empty where it is read
		"pdf-title-not-utf8.pdf":    "",
		"pdf-pages-in-a-circle.pdf": "circle",
	}
	for name, want := range cases {
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			r, err := Parse(raw, Hints{Form: PDF})
			switch {
			case want == "" && err == nil:
				check(t, r)
			case want == "" || err == nil || !strings.Contains(err.Error(), want):
				t.Errorf("error %v, want one that says %q", err, want)
			}
		})
	}
}
