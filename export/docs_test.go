package export_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"sitrep/casebook"
	"sitrep/export"
	"sitrep/export/rows"
)

var update = flag.Bool("update", false, "write the table of columns in docs/export.md anew")

const docs = "../docs/export.md"

func TestTheDocsNameEveryFormat(t *testing.T) {
	b, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range export.Formats() {
		if !strings.Contains(string(b), "`"+f.Name+"`") {
			t.Errorf("%s does not name %s", docs, f.Name)
		}
	}
}

var typeNames = map[rows.Type]string{rows.TextType: "text", rows.WordType: "word", rows.WholeType: "whole number", rows.NumberType: "number", rows.TruthType: "true or false",
	rows.MomentType: "time", rows.DayType: "day", rows.TextsType: "list"}

// columnTable is the table of the docs. The six harms have one row.
func columnTable() string {
	var b strings.Builder
	b.WriteString("| column | type | HXL | what it is |\n|---|---|---|---|\n")
	for _, f := range rows.IncidentFields() {
		name, tag := f.Name, f.Tag
		if harm, what, ok := strings.Cut(name, "_"); ok && (what == "low" || what == "best" || what == "high" || what == "open") {
			if harm != "killed" {
				continue
			}
			name = strings.Replace(name, harm, "HARM", 1)
		}
		if tag != "" {
			tag = "`" + tag + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", name, typeNames[f.Type], tag, f.About)
	}
	return b.String()
}

func TestTheDocsHaveTheColumns(t *testing.T) {
	b, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	const head = "| column | type | HXL | what it is |\n"
	begin := strings.Index(string(b), head)
	if begin < 0 {
		t.Fatalf("%s has no table of columns", docs)
	}
	end := begin + strings.Index(string(b[begin:])+"\n\n", "\n\n") + 1
	if got := string(b[begin:end]); got == columnTable() {
		return
	}
	if !*update {
		t.Fatalf("%s has another table of columns: go test ./export -update writes it", docs)
	}
	if err := os.WriteFile(docs, []byte(string(b[:begin])+columnTable()+string(b[end:])), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A figure of one side alone must not pass for more in any form whose rows are of the record. Phoenix's sheet has no line of names: its own test has the column.
func TestToldByOneSideOnlyIsAColumnOfEveryTable(t *testing.T) {
	b := book(t, 1)
	for _, f := range export.Formats() {
		tabular := strings.HasPrefix(f.Type, "text/csv") || strings.HasPrefix(f.Type, "text/tab") || f.Ending == ".db" || f.Ending == ".parquet"
		if !tabular || f.Name == "cameo" {
			continue
		}
		if out, _ := written(t, b, f, casebook.Query{}, false); !strings.Contains(out, "told_by_one_side_only") {
			t.Errorf("%s has no column of it", f.Name)
		}
	}
}
