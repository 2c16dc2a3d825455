package segment

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"testing"
)

// TestManifest checks that the manifests speak of the files that are here.
func TestManifest(t *testing.T) {
	for name, files := range map[string]int{"boundary.json": 2, "smallcase.json": 1} {
		t.Run(name, func(t *testing.T) { checkManifest(t, name, files) })
	}
}

func checkManifest(t *testing.T, name string, files int) {
	var manifest struct {
		Files []struct {
			File, SHA256 string
			Size         int
		}
		Licence, Recipe string
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	if len(manifest.Files) != files || manifest.Licence == "" || manifest.Recipe == "" {
		t.Errorf("%s lacks files, licence or recipe", name)
	}
	for _, f := range manifest.Files {
		data, err := os.ReadFile(f.File)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.SHA256 || len(data) != f.Size {
			t.Errorf("%s: %s: want sha256 %x and size %d", name, f.File, sum, len(data))
		}
	}
}
