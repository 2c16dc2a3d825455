package reports

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
)

func TestAReport(t *testing.T) {
	var b bytes.Buffer
	w := New(&b)
	if err := w.Write(&casebook.ReportRow{ReportHead: sitrep.ReportHead{ID: "r1", Title: "=1+1", Published: time.Date(2031, 5, 2, 0, 0, 0, 0, time.UTC), Length: 12, Version: 1, Note: sitrep.CorrectionNote}, Incidents: 3, OneSide: 2}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(got) != 2 || strings.Join(got[0], ",") != "id,published,published_basis,outlet,title,url,language,bytes,sha256,version,filed,incidents,told_by_one_side_only,note" {
		t.Fatalf("%v: %v", err, got)
	}
	if s := strings.Join(got[1], ","); s != "r1,2031-05-02T00:00:00Z,,,'=1+1,,,12,,1,,3,2,correction" {
		t.Errorf("got %s", s)
	}
}
