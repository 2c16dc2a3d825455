package claims

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

const names = "id,report,sha256,published,published_basis,outlet,title,url,source,side,source_kind,via,to,mode,stance,quote,byte_start,byte_end,incidents,told_by_one_side_only,answers_claim,answered_by"

func TestAClaimComesBackWithItsWords(t *testing.T) {
	text := "The army said: shells hit Dorel, \"=1+1\"."
	c := sitrep.Claim{ID: "c1", Source: "=cmd|x", Content: []sitrep.Span{{Start: 15, End: 31}, {Start: 33, End: 39}}}
	var b bytes.Buffer
	w := New(&b)
	if err := w.Write(&Row{ClaimRow: casebook.ClaimRow{Claim: c, Quote: text[15:31], Incidents: []string{"i1", "i2"}}, OneSide: "NORTH"}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(got) != 2 || strings.Join(got[0], ",") != names {
		t.Fatalf("%v: %v", err, got)
	}
	if s := strings.Join(got[1], ","); s != "c1,,,,,,,,'=cmd|x,,,,,,,shells hit Dorel,15; 33,31; 39,i1; i2,NORTH,," {
		t.Errorf("got %s", s)
	}
}
