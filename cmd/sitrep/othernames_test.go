package main

import (
	"strings"
	"testing"
)

func TestAnActorUnderAllItsNames(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, `{"id":"a","published":"2031-05-05","title":"Fighting in Aleppo","text":"The Islamic State group attacked a village near Aleppo on Monday, killing three people."}`+"\n", "ingest", "case.db", "--jsonl", "-")
	const note = "--actor=ISIS finds"
	for name, want := range map[string]bool{"Islamic State group": true, "islamic": true, "ISIS": false, "isis": false, "Nobody": false} {
		for _, list := range []string{"incidents", "tolls", "reports"} {
			if got := sitrepOn("", list, "case.db", "--actor="+name); got.code != 0 || strings.Contains(got.err, note) != want {
				t.Errorf("%s of %s: exit code %d: %s", list, name, got.code, got.err)
			}
		}
	}
}
