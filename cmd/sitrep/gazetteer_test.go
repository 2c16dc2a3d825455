package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestDocsNameEveryFieldOfAPlace(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "gazetteer.md"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range reflect.TypeOf(placeJSON{}).NumField() {
		if name := reflect.TypeOf(placeJSON{}).Field(i).Tag.Get("json"); !strings.Contains(string(text), "`"+name+"`") {
			t.Errorf("docs/gazetteer.md does not name %q", name)
		}
	}
}
