package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unpacked is what the files of an export hold.
func unpacked(t *testing.T, as string) map[string]string {
	t.Helper()
	out := must(t, "", "export", "case.db", "--as", as)
	z, err := zip.NewReader(bytes.NewReader([]byte(out)), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(b)
	}
	return files
}

// workOn writes an export of brat into the folder work, with a change of each .ann file.
func workOn(t *testing.T, change func(name, ann string) string) {
	t.Helper()
	for name, body := range unpacked(t, "brat") {
		if filepath.Ext(name) == ".ann" {
			body = change(name, body)
		}
		if err := os.MkdirAll("work", 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("work", name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func figuresTold(t *testing.T) string {
	t.Helper()
	return must(t, "", "tolls", "case.db", "--csv", "--fields=count,quote")
}

// A figure that somebody corrects in brat is in the record, stays through reading again, is kept once, and can be undone.
func TestACorrectionInBratEntersTheRecord(t *testing.T) {
	newCase(t)
	before := figuresTold(t)
	workOn(t, func(_, ann string) string { return strings.ReplaceAll(ann, "count 5", "count 6") })
	if got := sitrepOn("", "import", "case.db", "work", "--dry-run"); got.code != 0 || !strings.Contains(got.out, "set toll.count = 6") || strings.Contains(got.out, "0001") || figuresTold(t) != before {
		t.Fatalf("dry run: %+v", got)
	}
	out := must(t, "", "import", "case.db", "work", "--by", "bo")
	if strings.Count(out, "\n") != 1 || !strings.Contains(out, "bo · set toll.count = 6") {
		t.Errorf("kept:\n%s", out)
	}
	after := figuresTold(t)
	if !strings.Contains(after, "\"6\"") || after == before {
		t.Errorf("tolls:\n%s", after)
	}
	must(t, "", "reread", "case.db", "--all")
	if again := figuresTold(t); again != after {
		t.Errorf("after reading again:\n%s", again)
	}
	if got := sitrepOn("", "import", "case.db", "work", "--by", "bo"); got.code != 0 || got.out != "" || !strings.Contains(got.err, "0 of 1 changes are new") {
		t.Errorf("the same again: %+v", got)
	}
	fields := strings.Fields(strings.TrimSpace(out))
	must(t, "", "review", "case.db", "--undo", fields[len(fields)-1])
	if undone := figuresTold(t); undone != before {
		t.Errorf("undone:\n%s\nbefore:\n%s", undone, before)
	}
}

// What somebody adds in brat, with all that belongs to it, is in the record.
func TestAnAddedEventEntersTheRecord(t *testing.T) {
	newCase(t)
	workOn(t, func(name, ann string) string {
		if !strings.Contains(name, "post-1") {
			return ann
		}
		return ann + "T901\tdestruction 53 59\tmarket\nT902\ttoll 0 8\tAt least\nE901\tdestruction:T901 toll:T902\nA901\tharm T902 wounded\n#901\tAnnotatorNotes T902\tcount 4\n#902\tAnnotatorNotes E901\tfrom 2031-05-02\n"
	})
	must(t, "", "import", "case.db", "work")
	out := must(t, "", "incidents", "case.db", "--kind", "destruction", "--csv", "--fields=kind,from,tolls")
	if !strings.Contains(out, `"destruction","2031-05-02","wounded 4"`) {
		t.Errorf("got\n%s", out)
	}
}

func TestACorrectionInLabelStudioEntersTheRecord(t *testing.T) {
	newCase(t)
	var tasks []map[string]any
	if err := json.Unmarshal([]byte(unpacked(t, "labelstudio")["tasks.json"]), &tasks); err != nil {
		t.Fatal(err)
	}
	for _, task := range tasks {
		result := task["predictions"].([]any)[0].(map[string]any)["result"].([]any)
		for _, x := range result {
			v, _ := x.(map[string]any)["value"].(map[string]any)
			if labels, _ := v["labels"].([]any); len(labels) > 0 && labels[0] == "shelling" {
				v["labels"] = []string{"airstrike"}
			}
		}
		task["predictions"], task["annotations"] = []int{1}, []any{map[string]any{"id": 1, "result": result}}
	}
	b, err := json.Marshal(tasks)
	if err != nil {
		t.Fatal(err)
	}
	out := must(t, string(b), "import", "case.db", "-")
	if !strings.Contains(out, `set event.kind = "airstrike"`) || strings.Contains(out, "Korin") {
		t.Errorf("kept:\n%s", out)
	}
	if left := ids(t, "--kind", "shelling"); len(left) != 0 {
		t.Errorf("there is shelling still: %q", left)
	}
}

func TestAnUntouchedExportChangesNothing(t *testing.T) {
	newCase(t)
	must(t, "", "export", "case.db", "--as", "brat", "-o", "work.zip")
	if got := sitrepOn("", "import", "case.db", "work.zip"); got.code != 0 || got.out != "" || !strings.Contains(got.err, "4 documents read, 0 judgements, 0 lines not carried") {
		t.Errorf("%+v", got)
	}
}

func TestWhatCannotBeTakenIn(t *testing.T) {
	newCase(t)
	for name, c := range map[string]struct{ body, want string }{
		"empty.json":  {"", "it is empty"},
		"lines.jsonl": {`{"schema":"sitrep-incident/9"}`, "a newer sitrep"},
		"sheet.csv":   {"event_date,event_type\n", "sitrep compare"},
		"half.json":   {`[{"data":{`, "ends before the list does"},
		"broken.zip":  {"PK\x03\x04 broken", "the zip is damaged"},
		"foreign.json": {`[{"data":{"text":"x","sitrep":{"schema":"sitrep-marks/1","report":"other","sha256":"h","marks":[],"links":[]}},"annotations":[{"result":[]}]}]`,
			"is it an export of another casebook?"},
		"other.json": {`[{"data":{"text":"x","sitrep":{"schema":"sitrep-marks/1","report":"radio-1","sha256":"h","marks":[],"links":[]}},"annotations":[{"result":[]}]}]`,
			"is not in the casebook"},
		"words.txt": {"hello", "nor a zip or folder of brat"},
	} {
		if err := os.WriteFile(name, []byte(c.body), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := sitrepOn("", "import", "case.db", name); got.code != exitFailed || !strings.Contains(got.err, c.want) || got.out != "" {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := sitrepOn("", "import", "case.db", "gone.json"); got.code != exitFailed || !strings.Contains(got.err, "gone.json") {
		t.Errorf("%+v", got)
	}
	workOn(t, func(_, ann string) string { return ann })
	texts, err := filepath.Glob("work/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatal(err)
	}
	if err := os.WriteFile(texts[0], []byte("another text"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := sitrepOn("", "import", "case.db", "work"); got.code != exitSomeFailed || !strings.Contains(got.err, "marks would stand at other words") {
		t.Errorf("another text: %+v", got)
	}
}
