package segment

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"testing"
)

// TestManifest checks that boundary.json speaks of the files that are here.
func TestManifest(t *testing.T) {
	var manifest struct {
		Files []struct {
			File, SHA256 string
			Size         int
		}
		Licence, Recipe string
	}
	text, err := os.ReadFile("boundary.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	if len(manifest.Files) != 2 || manifest.Licence == "" || manifest.Recipe == "" {
		t.Errorf("boundary.json lacks files, licence or recipe")
	}
	for _, f := range manifest.Files {
		data, err := os.ReadFile(f.File)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.SHA256 || len(data) != f.Size {
			t.Errorf("boundary.json: %s: want sha256 %x and size %d", f.File, sum, len(data))
		}
	}
}
