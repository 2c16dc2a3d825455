package main

import (
	"os"
	"strings"
	"testing"
)

// judgedCase is a casebook with a corrected figure, a graded incident, one that was undone, and a report with two versions.
func judgedCase(t *testing.T) {
	t.Helper()
	newCase(t)
	workOn(t, func(_, ann string) string { return strings.ReplaceAll(ann, "count 5", "count 6") })
	must(t, "", "import", "case.db", "work", "--by", "bo")
	all := listedBy(t, "incidents", "case.db")
	must(t, "", "review", "case.db", "--incident", all[0].ID, "--grade=confirmed", "--reason=seen on video")
	must(t, "", "review", "case.db", "--incident", all[1].ID, "--grade=discounted", "--reason=an exercise")
	judged := strings.Split(strings.TrimSpace(must(t, "", "review", "case.db", "--export")), "\n")
	_, id, _ := strings.Cut(judged[len(judged)-1], `"id":"`)
	id, _, _ = strings.Cut(id, `"`)
	must(t, "", "review", "case.db", "--undo", id)
	must(t, `{"id":"twice","outlet":"Dorel Radio","published":"2031-05-06","text":"Shells hit Dorel on Monday, killing two people, the Dorel hospital said."}
{"id":"twice","outlet":"Dorel Radio","published":"2031-05-06","text":"Shells hit Dorel on Monday, killing three people, the Dorel hospital said."}`, "ingest", "case.db", "--jsonl", "-")
}

// exported is what commands give of a casebook that must be the same of one that took it in.
func exportedAll(t *testing.T, book string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, f := range []string{"jsonl", "casebook", "csv", "tolls", "claims", "reports", "sources", "actors", "ucdp"} {
		for _, names := range []string{"", "--names"} {
			out[f+names] = must(t, "", strings.Fields("export "+book+" --as "+f+" "+names)...)
		}
	}
	return out
}

func TestACasebookTakenInIsTheSame(t *testing.T) {
	judgedCase(t)
	want := exportedAll(t, "case.db")
	if err := os.WriteFile("lake.jsonl", []byte(want["casebook--names"]), 0o600); err != nil {
		t.Fatal(err)
	}
	got := sitrepOn("", "import", "there.db", "lake.jsonl")
	if got.code != 0 || got.out != "" || !strings.Contains(got.err, "0 are joined or counted otherwise, 0 are not here") {
		t.Fatalf("%+v", got)
	}
	for name, is := range exportedAll(t, "there.db") {
		if is != want[name] {
			t.Errorf("%s:\n%s\nwant\n%s", name, is, want[name])
		}
	}
	if d := sitrepOn("", "doctor", "there.db"); d.code != 0 {
		t.Errorf("doctor: %+v", d)
	}
	again := sitrepOn("", "import", "there.db", "lake.jsonl")
	if again.code != 0 || !strings.Contains(again.err, "0 reports new") || !strings.Contains(again.err, "0 judgements new") {
		t.Errorf("the same again: %+v", again)
	}
	for name, is := range exportedAll(t, "there.db") {
		if is != want[name] {
			t.Errorf("taken in twice, %s:\n%s", name, is)
		}
	}
}

// What was stopped in the middle goes on: here the first lines alone are taken in, and then all.
func TestTakingInGoesOnWhereItStopped(t *testing.T) {
	judgedCase(t)
	all := must(t, "", "export", "case.db", "--as=casebook", "--names")
	lines := strings.SplitAfter(all, "\n")
	must(t, strings.Join(lines[:2], ""), "import", "there.db", "-")
	must(t, all, "import", "there.db", "-")
	if got := must(t, "", "export", "there.db", "--as=jsonl"); got != must(t, "", "export", "case.db", "--as=jsonl") {
		t.Errorf("got\n%s", got)
	}
}

func TestBadLinesOfACasebook(t *testing.T) {
	judgedCase(t)
	all := must(t, "", "export", "case.db", "--as=casebook", "--names")
	got := sitrepOn("{\"schema\":\"sitrep-report/9\"}\n"+all+"rubbish\n", "import", "there.db", "-")
	if got.code != exitSomeFailed || !strings.Contains(got.err, "line 1: schema \"sitrep-report/9\"") || !strings.Contains(got.err, "a newer sitrep") || !strings.Contains(got.err, "no JSON object") {
		t.Errorf("%+v", got)
	}
	if must(t, "", "export", "there.db", "--as=jsonl") != must(t, "", "export", "case.db", "--as=jsonl") {
		t.Error("the other lines were not taken in")
	}
	if got := sitrepOn("rubbish {\n", "import", "new.db", "-"); got.code != exitFailed {
		t.Errorf("%+v", got)
	}
	if got := sitrepOn("{\"schema\":\"sitrep-report/9\"}\n", "import", "new.db", "-"); got.code != exitFailed || !strings.Contains(got.err, "none of its 1 lines") {
		t.Errorf("%+v", got)
	}
}

// Incidents alone are no record: they are compared, and what they would want is said.
func TestIncidentsWithoutReports(t *testing.T) {
	newCase(t)
	incidents := must(t, "", "export", "case.db", "--as=jsonl")
	got := sitrepOn(incidents, "import", "there.db", "-")
	if got.code != 0 || !strings.Contains(got.err, "sitrep export --as casebook writes both") || len(listedBy(t, "incidents", "there.db")) != 0 {
		t.Errorf("%+v", got)
	}
	if got := sitrepOn(incidents, "import", "case.db", "-", "--dry-run"); got.code != 0 || !strings.Contains(got.err, "nothing is kept") {
		t.Errorf("%+v", got)
	}
	if got := sitrepOn(incidents, "import", "case.db", "-"); got.code != 0 || !strings.Contains(got.err, "0 are not here") {
		t.Errorf("%+v", got)
	}
}

// A reading alone, as sitrep read writes it, is filed as its report would be.
func TestReadingsAreTakenIn(t *testing.T) {
	t.Chdir(t.TempDir())
	const line = `{"id":"r1","outlet":"Dorel Radio","published":"2031-05-06","text":"“The walls shook,” said Mina Ostrava, a resident of Kesh, after shells fell on the town on Monday. Three people were killed."}`
	must(t, line, "ingest", "one.db", "--jsonl", "-")
	must(t, must(t, line, "read", "--jsonl", "-"), "import", "two.db", "-")
	if one, two := must(t, "", "export", "one.db", "--as=jsonl"), must(t, "", "export", "two.db", "--as=jsonl"); one != two || one == "" {
		t.Errorf("filed\n%s\ntaken in\n%s", one, two)
	}
}

func TestWhatWasTakenOutStaysOut(t *testing.T) {
	judgedCase(t)
	all := must(t, "", "export", "case.db", "--as=casebook", "--names")
	must(t, "", "redact", "case.db", "--report", "twice", "--reason", "asked", "--yes")
	got := sitrepOn(all, "import", "case.db", "-")
	if got.code != exitSomeFailed || strings.Count(got.err, "report twice: this was taken out of the casebook, and stays out") != 2 {
		t.Errorf("%+v", got)
	}
	if strings.Contains(must(t, "", "export", "case.db", "--as=reports"), "twice") {
		t.Error("it came back")
	}
}
