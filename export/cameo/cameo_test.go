package cameo

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/export/rows"
)

const ourNames = ", sitrep_id, date_precision, told_by_one_side_only, accused, grade, words"

// phoenixNames are Phoenix's 26 columns, and ours behind them.
const phoenixNames = "EventID, Date, Year, Month, Day, SourceActorFull, SourceActorEntity, SourceActorRole, SourceActorAttribute, TargetActorFull, TargetActorEntity, TargetActorRole, " +
	"TargetActorAttribute, EventCode, EventRootCode, QuadClass, GoldsteinScore, Issues, Lat, Lon, LocationName, CountryName, StateName, SentenceID, URLs, NewsSources, " +
	"source_name, target_name" + ourNames

// icewsNames are ICEWS's 20 columns, and ours behind them.
const icewsNames = "Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, Target Name, Target Sectors, Target Country, Story ID, " +
	"Sentence Number, Publisher, City, District, Province, Country, Latitude, Longitude" + ourNames

var day = sitrep.CivilDate{Year: 2031, Month: 5, Day: 2}

// written are the lines of a sheet, cut at tabs as scripts do.
func written(t *testing.T, open func(io.Writer) *Writer, acts ...rows.Act) ([][]string, string) {
	t.Helper()
	var b bytes.Buffer
	w := open(&b)
	for i := range acts {
		if err := w.Write(&acts[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(b.String()) {
		out = append(out, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return out, strings.Join(w.LeftOut(), " ")
}

func icewsSheet(w io.Writer) *Writer { return NewICEWS(w, rows.Countries{"UPL": "Upland"}) }

func raid() rows.Act {
	return rows.Act{ID: "a1", Kind: sitrep.Airstrike, Day: day, By: []rows.Somebody{{Name: "Northern Army", Side: "UPL"}}, To: []rows.Somebody{{Name: "Lake Front", Side: "LAKE"}},
		Place: sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Within: []string{"Upland", "Hills"}, Lat: 1.5, Lon: 2, Located: true, Precision: 1},
		Heads: []sitrep.ReportHead{{ID: "r1", URL: "https://post.example/1", Outlet: "Post", Published: time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)}}}
}

func check(t *testing.T, names string, cells []string, want map[string]string) {
	t.Helper()
	heads := strings.Split(names, ", ")
	if len(cells) != len(heads) {
		t.Fatalf("%d cells, want %d: %q", len(cells), len(heads), cells)
	}
	for k, name := range heads {
		if w, ok := want[name]; ok && cells[k] != w {
			t.Errorf("%s: got %q, want %q", name, cells[k], w)
		}
	}
}

func TestPhoenix(t *testing.T) {
	var heads []string
	for _, c := range phoenix() {
		heads = append(heads, c.Name)
	}
	if strings.Join(heads, ", ") != phoenixNames || len(heads) != 26+8 {
		t.Errorf("%d columns: %s", len(heads), strings.Join(heads, ", "))
	}
	got, _ := written(t, NewPhoenix, raid())
	if len(got) != 1 { // no line of names
		t.Fatalf("%d lines", len(got))
	}
	check(t, phoenixNames, got[0], map[string]string{"EventID": "SITREP-a1", "Date": "20310502", "Month": "5", "Day": "2", "SourceActorEntity": "UPL", "TargetActorFull": "LAKE",
		"EventCode": "195", "EventRootCode": "19", "QuadClass": "4", "GoldsteinScore": "-10.0", "Lon": "2.0000", "StateName": "Hills", "CountryName": "Upland", "SentenceID": "r1",
		"URLs": "https://post.example/1", "NewsSources": "Post", "source_name": "Northern Army"})
}

func TestICEWS(t *testing.T) {
	got, _ := written(t, icewsSheet, raid())
	if len(got) != 2 || strings.Join(got[0], ", ") != icewsNames || len(got[0]) != 20+6 {
		t.Fatalf("%d lines; %d columns: %s", len(got), len(got[0]), strings.Join(got[0], ", "))
	}
	check(t, icewsNames, got[1], map[string]string{"Event Date": "2031-05-02", "Source Name": "Northern Army", "Source Country": "Upland", "Target Name": "Lake Front", "Target Country": "",
		"Event Text": "Employ aerial weapons", "CAMEO Code": "195", "Intensity": "-10.0", "City": "Dorel", "Story ID": "r1", "Latitude": "1.5000"})
}

func TestARowForEachPair(t *testing.T) {
	talks := rows.Act{ID: "t", Kind: sitrep.Talks, Day: day, By: []rows.Somebody{{Name: "A"}}, To: []rows.Somebody{{Name: "B"}, {Name: "C"}}}
	got, left := written(t, icewsSheet, talks, raid())
	if len(got) != 4 || got[1][0] != "SITREP-t.1" || got[2][0] != "SITREP-t.2" || got[3][0] != "SITREP-a1" || got[2][8] != "C" {
		t.Errorf("got %q", got)
	}
	if !strings.Contains(left, "1 acts of several doers or targets") {
		t.Errorf("left out: %s", left)
	}
}

func TestWhatIsLeftOutIsCounted(t *testing.T) {
	got, left := written(t, NewPhoenix, rows.Act{Kind: sitrep.War, Day: day}, rows.Act{Kind: sitrep.Battle}, rows.Act{Kind: sitrep.Battle, Day: day},
		rows.Act{Stance: sitrep.Assert, Day: day, By: []rows.Somebody{{Name: "A"}}})
	for _, want := range []string{"2 incidents and statements that CAMEO", "1 incidents in which neither", "1 incidents and statements without any date"} {
		if len(got) != 0 || !strings.Contains(left, want) {
			t.Errorf("%d rows; left out: %s", len(got), left)
		}
	}
}

// The category of a code decides whether it is conflict; the scale must not say otherwise.
func TestScaleAndQuarterAgree(t *testing.T) {
	var all []code
	for _, c := range codes {
		all = append(all, c)
	}
	for _, c := range statements {
		all = append(all, c)
	}
	for _, c := range all {
		if conflict := c.quad() > "2"; len(c.number) < 3 || conflict != (c.scale < 0) || c.text == "" {
			t.Errorf("%+v: quarter %s", c, c.quad())
		}
	}
}

// docs/export.md has the code of every kind and stance, and the columns of a sheet without names.
func TestTheDocsHaveTheCodes(t *testing.T) {
	b, err := os.ReadFile("../../docs/export.md")
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]code{}
	for k, c := range codes {
		docs[string(k)] = c
	}
	for s, c := range statements {
		docs[string(s)] = c
	}
	for name, c := range docs {
		if !regexp.MustCompile("(?m)^\\| `" + name + "`.*\\| " + c.number + " \\|$").Match(b) {
			t.Errorf("docs/export.md does not say that %s is %s", name, c.number)
		}
	}
	for name := range strings.SplitSeq(phoenixNames, ", ") {
		if !strings.Contains(string(b), name) {
			t.Errorf("docs/export.md does not name the column %s", name)
		}
	}
}
