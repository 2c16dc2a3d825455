package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"sitrep/gazetteer"
	"sitrep/nlp"
)

// wires are reports of an invented town: a shelling that three of them tell, with a toll that grows, a truce, and a private person's name.
const wires = `{"id":"radio-1","outlet":"Dorel Radio","published":"2031-05-02","title":"Shells fall on market in Dorel","text":"Shells hit a market in the town of Dorel on Friday, killing three people, the Dorel hospital said. The monitoring group Lake Watch accused the Northern Army of shelling the market. The Northern Army denied it."}
{"id":"wire-1","outlet":"The Lake Wire","published":"2031-05-03","title":"Five dead after shelling of Dorel market","text":"Five people were killed when shells hit a market in the town of Dorel on Friday, the Dorel hospital said on Saturday, raising its earlier count of three. Among the dead was Jasna Korin, a 34-year-old baker."}
{"id":"post-1","outlet":"Morning Post","published":"2031-05-04","title":"Monitor: at least nine dead in Dorel","text":"At least nine people died in the shelling of a market in Dorel on Friday, Lake Watch said on Sunday. The two sides will meet in the capital on Tuesday for talks, mediators said. Lake Watch urged the Northern Army to stop the shelling."}
{"id":"radio-2","outlet":"Dorel Radio","published":"2031-05-06","title":"Truce agreed for Dorel","text":"The Northern Army and the Lake Front agreed on a ceasefire for the town of Dorel on Tuesday, the mediators said. It takes effect on Wednesday."}
`

// caseApp is an app that reads as the program does.
func caseApp(in string, out, err *bytes.Buffer) *app {
	a := newApp(strings.NewReader(in), out, err)
	a.pipeline = func(...nlp.Layer) (*nlp.Pipeline, error) { return whole() }
	a.places = gazetteer.Default
	a.env = func(name string) string { return map[string]string{"SITREP_USER": "ana"}[name] }
	return a
}

// sitrepOn runs a command that reads as the program does.
func sitrepOn(in string, args ...string) result {
	var out, err bytes.Buffer
	code := caseApp(in, &out, &err).run(context.Background(), args)
	return result{code, out.String(), err.String()}
}

// ingested is a casebook of the wires, made once.
var ingested = sync.OnceValues(func() ([]byte, result) {
	dir, err := os.MkdirTemp("", "sitrep-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "case.db")
	got := sitrepOn(wires, "ingest", path, "--jsonl", "-")
	b, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return b, got
})

// newCase goes into a folder with a casebook of the wires, case.db.
func newCase(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	b, got := ingested()
	if got.code != 0 {
		t.Fatalf("ingest: exit code %d: %s", got.code, got.err)
	}
	if err := os.WriteFile("case.db", b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// must runs a command that has to go well.
func must(t *testing.T, in string, args ...string) string {
	t.Helper()
	got := sitrepOn(in, args...)
	if got.code != 0 {
		t.Fatalf("sitrep %s: exit code %d: %s", strings.Join(args, " "), got.code, got.err)
	}
	return got.out
}

// ids are the ids of incidents that a list gives.
func ids(t *testing.T, args ...string) []string {
	t.Helper()
	out := must(t, "", append([]string{"incidents", "case.db", "--csv", "--fields=id"}, args...)...)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows[1:] {
		all = append(all, r[0])
	}
	return all
}

func TestASecondIngestFilesNothing(t *testing.T) {
	newCase(t)
	before := must(t, "", "incidents", "case.db", "--jsonl", "--all")
	got := sitrepOn(wires, "ingest", "case.db", "--jsonl", "-")
	if got.code != 0 || !strings.Contains(got.err, "4 read: 0 new, 4 filed before") {
		t.Errorf("%+v", got)
	}
	if after := must(t, "", "incidents", "case.db", "--jsonl", "--all"); after != before {
		t.Errorf("the record changed:\n%s\n%s", before, after)
	}
}

func TestTheOrderOfArrivalChangesNothing(t *testing.T) {
	newCase(t)
	lines := slices.Collect(strings.Lines(wires))
	slices.Reverse(lines)
	for _, line := range lines {
		must(t, line, "ingest", "other.db", "--jsonl", "-")
	}
	one, other := must(t, "", "incidents", "case.db", "--jsonl", "--all"), must(t, "", "incidents", "other.db", "--jsonl", "--all")
	if one != other {
		t.Errorf("got\n%s\nand\n%s", one, other)
	}
}

func TestIngestTellsWhatFailed(t *testing.T) {
	newCase(t)
	got := sitrepOn("{\"id\":\"x\",\"text\":\"They left Dorel.\"}\nnonsense\n", "ingest", "new.db", "--jsonl", "-")
	if got.code != exitSomeFailed || !strings.Contains(got.err, "standard input: line 2") || !strings.Contains(got.err, "1 new, 1 failed") {
		t.Errorf("%+v", got)
	}
	got = sitrepOn("", "ingest", "new.db", "none.txt")
	if got.code != exitFailed || !strings.Contains(got.err, "no such file") {
		t.Errorf("%+v", got)
	}
}

func TestCtrlCEndsAnIngestCleanly(t *testing.T) {
	newCase(t)
	ctx, interrupt := context.WithCancel(context.Background())
	var out, errs bytes.Buffer
	a := caseApp("", &out, &errs)
	a.in = &interrupting{text: []byte(strings.Repeat(wires, 1)), interrupt: interrupt}
	code := a.run(ctx, []string{"ingest", "stopped.db", "--jsonl", "-"})
	if code != exitInterrupted || !strings.Contains(errs.String(), "the same command goes on from here") {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	must(t, "", "doctor", "stopped.db")
	must(t, wires, "ingest", "stopped.db", "--jsonl", "-")
	if one, other := must(t, "", "incidents", "case.db", "--jsonl", "--all"), must(t, "", "incidents", "stopped.db", "--jsonl", "--all"); one != other {
		t.Errorf("an ingest that was stopped gave another record:\n%s\n%s", one, other)
	}
}

// interrupting gives its text, and then interrupts.
type interrupting struct {
	text      []byte
	interrupt func()
}

func (r *interrupting) Read(p []byte) (int, error) {
	if len(r.text) == 0 {
		r.interrupt()
		return copy(p, "\n"), nil
	}
	n := copy(p, r.text)
	r.text = r.text[n:]
	return n, nil
}

func TestLists(t *testing.T) {
	newCase(t)
	for _, c := range []struct {
		name, args string
		want       []string // all of them stand in the output
		not        []string // none does
	}{
		{"incidents", "incidents case.db", []string{"shelling", "killed 5–9+", "ceasefire"}, []string{"Korin"}},
		{"of a kind", "incidents case.db --kind ceasefire", []string{"ceasefire"}, []string{"shelling"}},
		{"of days", "incidents case.db --to 2031-05-02", []string{"shelling"}, []string{"ceasefire"}},
		{"with a toll", "incidents case.db --has-toll", []string{"shelling"}, []string{"ceasefire"}},
		{"of an outlet", "incidents case.db --outlet Morning", nil, []string{"ceasefire"}},
		{"of a text", "incidents case.db --text market", []string{"shelling"}, []string{"ceasefire"}},
		{"talks", "talks case.db", []string{"2031-05-06"}, []string{"shelling"}},
		{"ceasefires", "ceasefires case.db", []string{"Northern Army"}, []string{"shelling"}},
		{"claims", "claims case.db --stance assert", []string{"the Dorel hospital", "Five people were killed"}, []string{"Korin"}},
		{"demands", "demands case.db", []string{"stop the shelling"}, []string{"Five people"}},
		{"tolls", "tolls case.db --harm killed", []string{"at least 9", "5", "the Dorel hospital"}, []string{"Korin"}},
		{"actors", "actors case.db", []string{"Northern Army", "said to have acted"}, []string{"Korin"}},
		{"sources", "sources case.db", []string{"the Dorel hospital"}, []string{"Korin"}},
		{"reports", "reports case.db", []string{"Truce agreed for Dorel", "Dorel Radio", "radio-1"}, nil},
		{"nothing", "incidents case.db --country XXK", nil, []string{"shelling"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := must(t, "", strings.Fields(c.args)...)
			for _, w := range c.want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is not in\n%s", w, got)
				}
			}
			for _, w := range c.not {
				if strings.Contains(got, w) {
					t.Errorf("%q is in\n%s", w, got)
				}
			}
		})
	}
}

// Every list comes as JSON, JSON Lines and CSV with the same rows and fields.
func TestFormsOfLists(t *testing.T) {
	newCase(t)
	for _, list := range []string{"incidents", "claims", "tolls", "talks", "ceasefires", "demands", "actors", "sources", "reports"} {
		t.Run(list, func(t *testing.T) {
			var array []map[string]any
			if err := json.Unmarshal([]byte(must(t, "", list, "case.db", "--json")), &array); err != nil || len(array) == 0 {
				t.Fatalf("%d rows, %v", len(array), err)
			}
			lines := strings.Split(strings.TrimSpace(must(t, "", list, "case.db", "--jsonl")), "\n")
			rows, err := csv.NewReader(strings.NewReader(must(t, "", list, "case.db", "--csv"))).ReadAll()
			if err != nil || len(lines) != len(array) || len(rows) != len(array)+1 {
				t.Errorf("%d objects, %d lines, %d rows, %v", len(array), len(lines), len(rows), err)
			}
			fields := strings.Fields(must(t, "", list, "case.db", "--fields=help"))
			picked := must(t, "", list, "case.db", "--jsonl", "--limit=1", "--fields="+fields[1]+","+fields[0])
			if !strings.HasPrefix(picked, `{"`+fields[1]+`":`) || !strings.Contains(picked, `,"`+fields[0]+`":`) {
				t.Errorf("--fields gives %s", picked)
			}
		})
	}
}

func TestFaultyCalls(t *testing.T) {
	newCase(t)
	os.WriteFile("empty.txt", []byte("# none yet\n"), 0o600)
	os.WriteFile("feeds.txt", []byte("https://wire.example/feed.xml\n"), 0o600)
	os.WriteFile("text.db", []byte("This is no casebook, it is a text."), 0o600)
	for _, c := range []struct {
		name, args string
		code       int
		err        string
	}{
		{"no casebook", "incidents none.db", 1, "none.db"},
		{"a text", "incidents text.db", 1, "no casebook"},
		{"no list of feeds", "watch case.db none.txt", 1, "watch the feeds of none.txt: no such file"},
		{"a list without feeds", "watch case.db empty.txt", 1, "no feeds in it"},
		{"no proxy", "watch case.db feeds.txt --proxy=nonsense", 2, "want an address like"},
		{"no such field", "incidents case.db --fields=colour", 2, `there is no field "colour"; there are id, kind`},
		{"no kind", "incidents case.db --kind=picnic", 2, `"picnic" is none of battle`},
		{"no point", "incidents case.db --near=95,0,3", 2, "want latitude, longitude and kilometres"},
		{"no box", "incidents case.db --box=1,2,3", 2, "want west, south, east, north"},
		{"no day", "incidents case.db --from=yesterday", 2, "want YYYY-MM-DD"},
		{"no time", "diff case.db --since=yesterday", 2, "want a day like"},
		{"no limit", "claims case.db --limit=0", 2, "--limit=0"},
		{"two forms", "claims case.db --json --csv", 2, "can't be used together"},
		{"no incident", "show case.db ffffff", 1, "sitrep incidents lists those that are"},
		{"why no incident", "why case.db ffffff", 1, "sitrep incidents lists those that are"},
		{"until before since", "diff case.db --since 2031-05-02 --until 2031-05-01", 2, "it is not after --since"},
		{"grade without a reason", "review case.db --grade confirmed --incident x", 2, "--reason"},
		{"undo of nothing", "review case.db --undo x", 1, "there is none"},
		{"a backup over a file", "backup case.db text.db", 1, "text.db"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sitrepOn("", strings.Fields(c.args)...); got.code != c.code || !strings.Contains(got.err, c.err) || got.out != "" {
				t.Errorf("exit code %d, want %d: %q, want %q; output %q", got.code, c.code, got.err, c.err, got.out)
			}
		})
	}
}

func TestShowAndWhy(t *testing.T) {
	newCase(t)
	id := ids(t, "--kind=shelling", "--has-toll")[0]
	page, why := must(t, "", "show", "case.db", id[:6]), must(t, "", "why", "case.db", id)
	for _, w := range []string{"incident " + id, "3 (2031-05-02) → 5 (2031-05-03)", "at least 9", "REPORTS DIFFER", "Dorel Radio"} {
		if !strings.Contains(page, w) {
			t.Errorf("show: %q is not in\n%s", w, page)
		}
	}
	for _, w := range []string{"EVENT ", "kind: ", "FIGURES AND GRADE"} {
		if !strings.Contains(why, w) {
			t.Errorf("why: %q is not in\n%s", w, why)
		}
	}
}

func TestNamesAreShownOnRequestAndNoted(t *testing.T) {
	newCase(t)
	id := ids(t, "--kind=shelling", "--has-toll")[0]
	for _, args := range []string{"show case.db " + id, "why case.db " + id, "claims case.db --jsonl", "tolls case.db --csv", "incidents case.db --json", "actors case.db", "diff case.db --since 24h", "review case.db --export"} {
		if got := must(t, "", strings.Fields(args)...); strings.Contains(got, "Korin") {
			t.Errorf("sitrep %s shows a private person by name:\n%s", args, got)
		}
	}
	if got := must(t, "", "tolls", "case.db", "--names"); !strings.Contains(got, "Korin") {
		t.Errorf("--names shows no name:\n%s", got)
	}
	if got := must(t, "", "review", "case.db", "--audit"); !strings.Contains(got, "sitrep tolls --names") || !strings.Contains(got, "ana") {
		t.Errorf("the audit trail says nothing of it:\n%s", got)
	}
}

func TestDiff(t *testing.T) {
	newCase(t)
	if got := must(t, "", "diff", "case.db", "--since=24h"); !strings.Contains(got, "NEW") || !strings.Contains(got, "Shelling") {
		t.Errorf("got\n%s", got)
	}
	if got := sitrepOn("", "diff", "case.db", "--since=24h", "--exit-code"); got.code != exitFound {
		t.Errorf("exit code %d", got.code)
	}
	if got := sitrepOn("", "diff", "case.db", "--since=0h", "--exit-code"); got.code != exitOK || !strings.Contains(got.out, "nothing changed") {
		t.Errorf("%+v", got)
	}
}

func TestIncidentsAndChangesAsJSON(t *testing.T) {
	newCase(t)
	id := ids(t, "--kind=shelling", "--has-toll")[0]
	var i struct{ Schema, ID string }
	if err := json.Unmarshal([]byte(must(t, "", "show", "case.db", id, "--json")), &i); err != nil || i.ID != id || i.Schema != "sitrep-incident/1" {
		t.Errorf("%+v, %v", i, err)
	}
	for line := range strings.Lines(must(t, "", "diff", "case.db", "--since=24h", "--json")) {
		var c struct {
			At            string
			Before, After *struct{ ID string }
		}
		if err := json.Unmarshal([]byte(line), &c); err != nil || c.At == "" || c.Before != nil || c.After == nil {
			t.Errorf("%s: %v", line, err)
		}
		if strings.Contains(line, "Korin") {
			t.Errorf("a private person by name: %s", line)
		}
	}
}

func TestBackupIsACasebook(t *testing.T) {
	newCase(t)
	must(t, "", "backup", "case.db", "copy.db")
	if one, other := must(t, "", "incidents", "case.db", "--jsonl"), must(t, "", "incidents", "copy.db", "--jsonl"); one != other {
		t.Errorf("got\n%s\nand\n%s", one, other)
	}
	if got := must(t, "", "doctor", "copy.db"); !strings.Contains(got, "nothing is wrong") {
		t.Errorf("got\n%s", got)
	}
}
