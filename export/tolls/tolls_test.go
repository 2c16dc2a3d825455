package tolls

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

const names = "id,report,event,incident,sha256,published,outlet,title,url,harm,count,count_to,qualifier,who,side,civilian,people,relation,of,as_of,source,in_the_reporters_own_voice,told_by_one_side_only,quote,byte_start,byte_end"

func TestAFigureComesBackWithItsWords(t *testing.T) {
	var b bytes.Buffer
	w := New(&b)
	row := Row{OneSide: "NORTH", TollRow: casebook.TollRow{Incident: "i1", Quote: "at least 29 villagers", Source: "the army",
		Toll: sitrep.Toll{ID: "t1", Harm: sitrep.Killed, Count: 29, Qualifier: sitrep.AtLeast, Who: "@villagers", Civilian: sitrep.True, Words: sitrep.Span{Start: 4, End: 25}}}}
	if err := w.Write(&row); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(got) != 2 || strings.Join(got[0], ",") != names {
		t.Fatalf("%v: %v", err, got)
	}
	if s := strings.Join(got[1], ","); s != "t1,,,i1,,,,,,killed,29,,at-least,'@villagers,,true,,,,,the army,false,NORTH,at least 29 villagers,4,25" {
		t.Errorf("got %s", s)
	}
}
