package main

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"sitrep/casebook/sqlite"
	"sitrep/export"
)

func TestExportObeysTheFilters(t *testing.T) {
	newCase(t)
	want := ids(t, "--kind", "shelling")
	out := must(t, "", "export", "case.db", "--as", "csv", "--kind", "shelling")
	got, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(got) != len(want)+1 {
		t.Fatalf("%d rows, want %d; %v", len(got)-1, len(want), err)
	}
	for k, id := range want {
		if got[k+1][0] != id {
			t.Errorf("row %d is %s, want %s", k, got[k+1][0], id)
		}
	}
}

func TestEveryFormatIsWrittenToAFile(t *testing.T) {
	newCase(t)
	help := strings.Join(strings.Fields(must(t, "", "export", "--help")), " ")
	for _, f := range export.Formats() {
		if !strings.Contains(help, " "+f.Name+",") && !strings.Contains(help, " "+f.Name+".") {
			t.Errorf("the help does not name %s", f.Name)
		}
		got := sitrepOn("", "export", "case.db", "--as", f.Name, "-o", "out"+f.Ending)
		b, err := os.ReadFile("out" + f.Ending)
		if got.code != 0 || got.out != "" || err != nil || len(b) == 0 || !strings.Contains(got.err, "rows of the record went into "+f.Name) {
			t.Errorf("%s: %+v, %v, %d bytes", f.Name, got, err, len(b))
		}
		if strings.Contains(string(b), "Korin") {
			t.Errorf("%s names a private person", f.Name)
		}
	}
}

func TestAFormatThatIsNoneIsAMistakeOfUse(t *testing.T) {
	newCase(t)
	if got := sitrepOn("", "export", "case.db", "--as", "xls"); got.code != exitUsage || !strings.Contains(got.err, "geojson") {
		t.Errorf("%+v", got)
	}
}

func TestNamesInAnExportAreNotedInTheAuditTrail(t *testing.T) {
	newCase(t)
	must(t, "", "export", "case.db", "--as", "csv", "--names")
	book, err := sqlite.OpenReadOnly("case.db", sqlite.Options{Who: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var trail strings.Builder
	if err := book.Audit(t.Context(), &trail); err != nil || !strings.Contains(trail.String(), "sitrep export --names") {
		t.Errorf("%v: %s", err, trail.String())
	}
}

// A list of incidents as CSV is the sheet that export writes: one source has the columns.
func TestTheListAsCSVIsTheExport(t *testing.T) {
	newCase(t)
	list, sheet := must(t, "", "incidents", "case.db", "--csv", "--all"), must(t, "", "export", "case.db", "--as", "csv")
	if list != sheet {
		t.Errorf("the list:\n%s\nthe export:\n%s", list, sheet)
	}
}

func TestStancesChooseClaimsOnly(t *testing.T) {
	newCase(t)
	if got := sitrepOn("", "export", "case.db", "--as", "csv", "--stance", "accuse"); got.code != exitUsage || !strings.Contains(got.err, "csv has no claims") {
		t.Errorf("%+v", got)
	}
	if out := must(t, "", "export", "case.db", "--as", "plover", "--stance", "demand"); strings.Contains(out, "ASSAULT") {
		t.Errorf("a deed among demands: %s", out)
	}
}

func TestTagsStandInSheetsOnly(t *testing.T) {
	newCase(t)
	if lines := strings.Split(must(t, "", "export", "case.db", "--as", "csv", "--hxl"), "\r\n"); !strings.HasPrefix(lines[1], `"#event+code"`) {
		t.Errorf("the second line is %s", lines[1])
	}
	if got := sitrepOn("", "export", "case.db", "--as", "kml", "--hxl"); got.code != exitUsage || !strings.Contains(got.err, "--as=csv") {
		t.Errorf("%+v", got)
	}
}
