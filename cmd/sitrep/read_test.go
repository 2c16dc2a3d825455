package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

// recordOf is what the tests look at in a line of output.
type recordOf struct {
	Schema string
	Report struct {
		ID, Title, Text, Published, Outlet string
	}
	Error *struct {
		ID, Message string
		Line        int
	}
}

func records(t *testing.T, out string) []recordOf {
	t.Helper()
	var all []recordOf
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		var r recordOf
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if r.Schema != "sitrep/1" {
			t.Errorf("schema %q", r.Schema)
		}
		all = append(all, r)
	}
	return all
}

func TestReadLines(t *testing.T) {
	in := `{"id": "a", "published": "2021-03-08", "title": "T", "text": "They left Goma.", "outlet": "Dol Radio"}

not JSON
{"id": "c", "text": ""}
{"id": "d", "title": "", "text": "Goma\n\nThey left."}
{"id": "e", "published": "soon", "text": "They left."}
{"id": "f", "html": "<html><body><article><p>They left the town of Goma on Monday, elders said, after two days of talks.</p></article></body></html>"}`
	got := run(in, "read", "--jsonl", "-")
	if got.code != exitSomeFailed {
		t.Errorf("exit code %d", got.code)
	}
	var seen []string
	for _, r := range records(t, got.out) {
		if r.Error != nil {
			seen = append(seen, fmt.Sprintf("error %d %s", r.Error.Line, r.Error.ID))
			continue
		}
		seen = append(seen, r.Report.ID+" "+r.Report.Title+" "+r.Report.Outlet)
	}
	want := []string{"a T Dol Radio", "error 3 ", "error 4 c", "d  ", "error 6 e", "f  "}
	if !slices.Equal(seen, want) {
		t.Errorf("got %q, want %q", seen, want)
	}
	for _, s := range []string{"line 3: it is no JSON object", "line 4: it has neither text nor html", `line 6: date of publication "soon"`, "3 of 6 inputs failed"} {
		if !strings.Contains(got.err, s) {
			t.Errorf("standard error lacks %q:\n%s", s, got.err)
		}
	}
}

func TestReadManyLinesInOrder(t *testing.T) {
	var in strings.Builder
	for i := range 300 {
		fmt.Fprintf(&in, `{"id": "%d", "text": "They left%s."}`+"\n", i, strings.Repeat(" the town of Goma", i%7))
	}
	for i, r := range records(t, run(in.String(), "read", "--jsonl", "-").out) {
		if r.Report.ID != fmt.Sprint(i) {
			t.Fatalf("record %d is of %s", i, r.Report.ID)
		}
	}
}

func TestReadFiles(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte("Packed\n\nThey left."))
	z.Close()
	files(t, map[string]string{"in/b.txt": "Second\n\nThey left.", "in/a/c.md": "# First\n\nThey left.", "in/z.txt.gz": packed.String(), "in/x.jpg": "no", "in/.hidden.txt": "no",
		"in/y.jsonl": `{"id": "l", "title": "Line", "text": "They left."}`, "bad.txt": "\x00\x01\x02\x03", "empty/x.jpg": "no"})
	for _, c := range []struct {
		name, args, titles string
		code               int
		err                string
	}{
		{"a folder, in the order of names", "read --json in", "First Second Line Packed", 0, "no date of publication found: relative dates stay unresolved; give --published"},
		{"one file with what the caller knows", "read --json --published 2021-03-08 --title X --outlet Y in/b.txt", "X", 0, ""},
		{"the one input failed", "read --json bad.txt", "", exitFailed, "sitrep: read bad.txt: it is binary"},
		{"one of two failed", "read --json bad.txt in/b.txt", "Second", exitSomeFailed, "1 of 2 inputs failed: bad.txt"},
		{"all failed", "read --json bad.txt none.txt", "", exitFailed, "read none.txt: no such file or directory; check the path"},
		{"a folder without reports", "read --json empty", "", exitFailed, "no reports in it"},
		{"too large", "read --json --max-size 10 in/b.txt", "", exitFailed, "larger than 10B"},
		{"no date", "read --json --published 2021 in/b.txt", "", exitUsage, "--published=2021: want a day like"},
		{"standard input twice", "read - -", "", exitUsage, "standard input can be read once"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := run("", strings.Fields(c.args)...)
			var titles []string
			if got.out != "" {
				for _, r := range records(t, got.out) {
					titles = append(titles, r.Report.Title)
				}
			}
			if got.code != c.code || strings.Join(titles, " ") != c.titles || !strings.Contains(got.err, c.err) {
				t.Errorf("exit code %d, titles %q, standard error %q", got.code, titles, got.err)
			}
		})
	}
}

func TestReadOtherLanguages(t *testing.T) {
	got := run("Les soldats du gouvernement ont quitté la ville de Goma lundi, selon les anciens de la ville et des témoins de la région.", "read", "--json", "-")
	if got.code != 0 || !strings.Contains(got.err, "language: French; only English is read yet") || !strings.Contains(got.out, `"events":[]`) || !strings.Contains(got.out, "Les soldats") {
		t.Errorf("%+v", got)
	}
}

func TestReadCtrlC(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	var out, err bytes.Buffer
	if code := newApp(waiting{interrupt}, &out, &err).run(ctx, []string{"read", "--jsonl", "-"}); code != exitInterrupted {
		t.Errorf("exit code %d, %q", code, err.String())
	}
}

func TestInOrderHoldsFewAtOnce(t *testing.T) {
	var begun, taken, most atomic.Int64
	jobs := func(yield func(int) bool) {
		for i := range 500 {
			most.Store(max(most.Load(), begun.Add(1)-taken.Load()))
			if !yield(i) {
				return
			}
		}
	}
	next := 0
	err := inOrder(context.Background(), jobs, func(i int) int { return i }, func(i int) error {
		if i != next {
			t.Errorf("result %d, want %d", i, next)
		}
		next++
		taken.Add(1)
		return nil
	})
	if err != nil || next != 500 || most.Load() > 200 {
		t.Errorf("%d results, %d held at once, %v", next, most.Load(), err)
	}
	stop := fmt.Errorf("stop")
	if err := inOrder(context.Background(), jobs, func(i int) int { return i }, func(int) error { return stop }); err != stop {
		t.Errorf("got %v", err)
	}
}

func TestLongLinesAreReadOver(t *testing.T) {
	in := `{"id": "a", "text": "` + strings.Repeat("They left. ", 20_000) + `"}` + "\n" + `{"id": "b", "text": "They left."}`
	got := records(t, run(in, "read", "--jsonl", "--max-size", "1KB", "-").out)
	if len(got) != 2 || got[0].Error == nil || got[1].Report.ID != "b" {
		t.Errorf("got %+v", got)
	}
}

func TestTheRecordNamesItsLists(t *testing.T) {
	files(t, map[string]string{"r.txt": "They left Goma.", "lists/groups.tsv": "id\tname\taliases\tcountry\tyears\tside\nDOREL_FRONT\tDorel Front\t\tTCD\t\t\n"})
	lists := func(args ...string) string {
		var r struct {
			Reader struct{ Version, Model, Lexicon, Gazetteer string }
		}
		got := run("", append([]string{"read", "--json", "r.txt"}, args...)...)
		if err := json.Unmarshal([]byte(got.out), &r); err != nil {
			t.Fatalf("%v: %s", err, got.err)
		}
		return r.Reader.Lexicon
	}
	if a, b := lists(), lists("--lexicon", "lists"); len(a) != 12 || len(b) != 12 || a == b {
		t.Errorf("the lists are %q, with others on top %q", a, b)
	}
}
