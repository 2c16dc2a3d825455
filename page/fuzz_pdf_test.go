//go:build soak

package page

import "testing"

// FuzzPDF fuzzes the library that reads PDF more than our own code, and each new way in which it runs for ever costs the fuzzer its time: it is
// no part of CI. Run it with go test ./page -tags soak -fuzz FuzzPDF; what it finds becomes a file in testdata.
func FuzzPDF(f *testing.F) {
	seeds(f, "*.pdf")
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<14 {
			return
		}
		if r, err := Parse(raw, Hints{Form: PDF}); err == nil {
			check(t, r)
		}
	})
}
