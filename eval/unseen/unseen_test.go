package unseen_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/eval/unseen"
)

func TestStoriesSaysWhichModelIsMissing(t *testing.T) {
	dir := t.TempDir()
	_, err := unseen.Stories(nil, dir, false)
	if err == nil || !strings.Contains(err.Error(), "part 0") || !strings.Contains(err.Error(), "trigger.bin") {
		t.Errorf("no models: %v", err)
	}
	for n := range unseen.Parts {
		part := filepath.Join(dir, string(rune('0'+n)))
		for from, names := range map[string][]string{"trigger": {"trigger", "kind", "status"}, "when": {"when"}, "where": {"where"}, "role": {"role"}, "claim": {"keep", "stance"}} {
			for _, name := range names {
				copyModel(t, filepath.Join("../../extract", from, name+".bin"), filepath.Join(part, name+".bin"))
			}
		}
	}
	if _, err := unseen.Stories(nil, dir, false); err != nil {
		t.Errorf("all but those of events: %v", err)
	}
	if _, err := unseen.Stories(nil, dir, true); err == nil || !strings.Contains(err.Error(), "join.bin") {
		t.Errorf("no models of events: %v", err)
	}
}

func copyModel(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o644); err != nil {
		t.Fatal(err)
	}
}
