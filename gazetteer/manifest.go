package gazetteer

import (
	"encoding/json"
	"fmt"
)

// Manifest says what places.bin is.
type Manifest struct {
	SHA256  string       `json:"sha256"`
	Size    int          `json:"size"` // in bytes
	Sources []Source     `json:"sources"`
	Licence string       `json:"licence"`
	Places  int          `json:"places"`
	Names   int          `json:"names"`
	Kinds   map[Kind]int `json:"kinds"`
	Command string       `json:"command"` // that makes it
}

// Source is what a file was made of.
type Source struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
	SHA256  string `json:"sha256,omitempty"`
	Licence string `json:"licence"`
	Gives   string `json:"gives"`
}

// BuiltIn is the manifest of the gazetteer that is built in.
func BuiltIn() (Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(manifest, &m); err != nil {
		return m, fmt.Errorf("gazetteer: read places.json: %w", err)
	}
	return m, nil
}
