package model

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
)

// TestManifest compares english.json, which model/train/manifest.py writes, with the weights that are built in.
func TestManifest(t *testing.T) {
	var m struct {
		File, SHA256, Licence, Notice, Recipe string
		Bytes                                 int
		Data                                  []struct{ Name, Use, Licence string }
		Scores                                json.RawMessage // what "sitrep eval language --json" printed
	}
	text, err := os.ReadFile("english.json")
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		t.Fatalf("english.json: %v", err)
	}
	if m.File != "english.bin" || m.SHA256 != EnglishSHA256() || m.Bytes != len(englishWeights) {
		t.Errorf("english.bin has %d bytes of sum %s; english.json says %s, %d bytes of sum %s: run model/train/manifest.py",
			len(englishWeights), EnglishSHA256(), m.File, m.Bytes, m.SHA256)
	}
	if m.Bytes > 16<<20 {
		t.Errorf("%d bytes of weights: want 16 MB at the most", m.Bytes)
	}
	if m.Licence == "" || m.Notice == "" || m.Recipe == "" || len(m.Data) == 0 || len(m.Scores) == 0 {
		t.Errorf("english.json leaves out the licence, the notice, the recipe, the data or the scores:\n%s", text)
	}
	for _, data := range m.Data {
		if data.Name == "" || data.Use == "" || data.Licence == "" {
			t.Errorf("data without a name, a use or a licence: %+v", data)
		}
	}
}
