package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var started = regexp.MustCompile(`(?m)^ExecStart=/usr/local/bin/sitrep (.*)$`)

// The services call the command as it is: no flag of theirs is one that it does not know.
func TestServicesCallTheCommandAsItIs(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "packaging", "systemd", "*.service"))
	if err != nil || len(files) < 3 {
		t.Fatalf("%q, %v", files, err)
	}
	filled := strings.NewReplacer("%S", "/var/lib", "%i", "case", "${ADDRESS}", "127.0.0.1:7350", "$OPTIONS", "--read-only", "$WATCH_OPTIONS", "--every=30m")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := started.FindStringSubmatch(strings.ReplaceAll(string(text), "\r\n", "\n"))
		if m == nil {
			t.Fatalf("%s starts nothing", file)
		}
		parser, err := newParser(context.Background(), &cli{}, newApp(nil, &bytes.Buffer{}, &bytes.Buffer{}))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parser.Parse(strings.Fields(filled.Replace(m[1]))); err != nil {
			t.Errorf("%s: sitrep %s: %v", file, m[1], err)
		}
	}
}
