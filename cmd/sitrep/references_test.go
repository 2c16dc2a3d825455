package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// A dataset that is kept answers as its file does, enters nothing, and can be taken out.
func TestAReferenceSet(t *testing.T) {
	keshCase(t, 2)
	if err := os.WriteFile("raids.csv", []byte(raids), 0o600); err != nil {
		t.Fatal(err)
	}
	record := func() string {
		return must(t, "", "incidents", "case.db", "--jsonl") + must(t, "", "tolls", "case.db", "--jsonl") + must(t, "", "export", "case.db", "--as=csv") + must(t, "", "actors", "case.db", "--json") +
			must(t, "", "reports", "case.db", "--jsonl")
	}
	before := record()
	got := sitrepOn("", "import", "case.db", "raids.csv", "--as=acled", "--name=lake", "--dated=2031-05", "--lexicon=lists", "--by=ana")
	if got.code != 0 || got.out != "" || !strings.Contains(got.err, `kept as "lake" (ACLED's terms do not allow`) || !strings.Contains(got.err, "line 5") {
		t.Fatalf("%+v", got)
	}
	for _, form := range []string{"--json", "--csv"} {
		file, kept := must(t, "", "compare", "case.db", "raids.csv", "--lexicon=lists", form), must(t, "", "compare", "case.db", "lake", "--lexicon=lists", form)
		if strings.Replace(kept, `"file":"lake"`, `"file":"raids.csv"`, 1) != file {
			t.Errorf("%s of the file:\n%s\nof the set:\n%s", form, file, kept)
		}
	}
	if got := sitrepOn("", "compare", "case.db", "lake", "--lexicon=lists"); !strings.Contains(got.err, "lake: 3 events, in ACLED-shaped columns") || !strings.Contains(got.err, "ACLED's terms") {
		t.Errorf("%+v", got)
	}
	if record() != before {
		t.Errorf("the record is otherwise:\n%s\nwas\n%s", record(), before)
	}
	var rows []referenceRow
	if err := json.Unmarshal([]byte(must(t, "", "references", "case.db", "--json")), &rows); err != nil || len(rows) != 1 {
		t.Fatalf("%v: %+v", err, rows)
	}
	if r := rows[0]; r.Name != "lake" || r.Events != 3 || r.From != "2021-07-01" || r.To != "2021-07-02" || strings.Join(r.Countries, " ") != "LOW" || *r.Dated != "2031-05" || r.By != "ana" || r.File != "raids.csv" {
		t.Errorf("%+v", r)
	}
	if out := must(t, "", "references", "case.db"); !strings.Contains(out, "lake") || !strings.Contains(out, "ACLED's terms") {
		t.Errorf("%s", out)
	}
	if audit := must(t, "", "review", "case.db", "--audit"); !strings.Contains(audit, "reference set lake of raids.csv: 3 events") {
		t.Errorf("%s", audit)
	}
	must(t, "", "references", "case.db", "--drop=lake")
	for _, args := range [][]string{{"references", "case.db", "--drop=lake"}, {"compare", "case.db", "lake"}} {
		if got := sitrepOn("", args...); got.code != exitFailed || !strings.Contains(got.err, "sitrep references") {
			t.Errorf("%q: %+v", args, got)
		}
	}
}

func TestReferenceSetsThatAreNone(t *testing.T) {
	keshCase(t, 1)
	if err := os.WriteFile("raids.csv", []byte(raids), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, args, want string
		code             int
	}{
		{"of another shape", "raids.csv --as=ucdp", "--as=ucdp wants UCDP GED columns", exitFailed},
		{"of no shape", "raids.csv --as=gdelt", "must be one of", exitUsage},
		{"no file", "gone.csv --as=acled", "gone.csv", exitFailed},
		{"a name without a shape", "raids.csv --name=lake", "want --as with them", exitUsage},
		{"a sheet without a shape", "raids.csv", "sitrep import --as keeps them", exitFailed},
	} {
		got := sitrepOn("", append(strings.Fields("import case.db"), strings.Fields(c.args)...)...)
		if got.code != c.code || !strings.Contains(got.err, c.want) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if got := sitrepOn("", "import", "case.db", "raids.csv", "--as=acled", "--lexicon=lists", "--dry-run"); got.code != 0 || !strings.Contains(got.err, "nothing is kept") {
		t.Errorf("%+v", got)
	}
	if out := must(t, "", "references", "case.db", "--json"); strings.TrimSpace(out) != "[]" {
		t.Errorf("kept: %s", out)
	}
}
