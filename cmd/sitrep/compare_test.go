package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
	"sitrep/casebook/sqlite"
)

// keshCase goes into a folder with a casebook, case.db, of so many raids on Kesh in Lowland, each with a figure of dead, and lists that know Lowland.
func keshCase(t *testing.T, n int) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir("lists", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("lists/countries.tsv", []byte("iso3\tiso2\tname\tothers\tdemonyms\tcapital\nLOW\tLW\tLowland\t\tLowlander\t\nUPL\tUL\tUpland\t\tUplander\t\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := sqlite.Open("case.db", sqlite.Options{Create: true, Who: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var list []casebook.Filing
	for k := range n {
		list = append(list, casebooktest.Filing(k))
	}
	if _, err := book.FileAll(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	c := casebooktest.Joined(list)
	for k := range c.Put {
		c.Put[k].News = true
		c.Put[k].Tally = []sitrep.Tally{{Harm: sitrep.Killed, Low: k + 1, Best: k + 1, High: k + 1}}
		c.Put[k].Actors = []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Upland's air force", Side: "UPL", Confidence: sitrep.Accused, AccordingTo: []string{"a witness"}}}
	}
	if err := book.Apply(t.Context(), c); err != nil {
		t.Fatal(err)
	}
}

const raids = `event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,latitude,longitude,geo_precision,fatalities
LOW1,01 July 2021,Explosions/Remote violence,Air/drone strike,Military Forces of Upland (2020-),Civilians (Lowland),Lowland,Kesh,-33.0,179.5,1,2
LOW2,02 July 2021,Battles,Armed clash,Lake Front,,Lowland,Orm,-30.0,179.5,1,5
LOW3,02 July 2021,Battles,Armed clash,Lake Front,,Nowhere,Orm,-30.0,179.5,1,5
LOW4,40 July 2021,Battles,Armed clash,Lake Front,,Lowland,Orm,-30.0,179.5,1,5
`

func TestCompareForPeople(t *testing.T) {
	keshCase(t, 1)
	got := sitrepOn(raids, "compare", "case.db", "-", "--lexicon", "lists")
	for _, want := range []string{"LOW, 2021-07-01 to 2021-07-02: 2 of theirs, 1 of ours", "1 pairs, 0 more", "BOTH HAVE", "theirs killed 2 | ours killed 1 | theirs higher", "the same day, 2021-07-01",
		"initiator: Upland's air force (UPL) – accused, according to a witness", "THEY HAVE, THE RECORD LACKS", "LOW2", "NOT COMPARED", "of no country that is known by the name they give: 1"} {
		if !strings.Contains(strings.Join(strings.Fields(got.out), " "), want) {
			t.Errorf("%q is not in\n%s", want, got.out)
		}
	}
	if got.code != 0 || !strings.Contains(got.err, `line 5: column event_date is "40 July 2021"`) || strings.Contains(got.out, "LOW4") {
		t.Errorf("%d %s", got.code, got.err)
	}
}

func TestCompareForPrograms(t *testing.T) {
	keshCase(t, 3)
	var out struct {
		Schema string
		Pairs  []struct {
			Shared  bool
			Reasons []string
			Tolls   []struct{ Overlap string }
		}
		Theirs_only, Ours_only []struct{ ID string }
	}
	if err := json.Unmarshal([]byte(must(t, raids, "compare", "case.db", "-", "--lexicon", "lists", "--json")), &out); err != nil {
		t.Fatal(err)
	}
	if out.Schema != compareSchema || len(out.Pairs) != 3 || out.Pairs[1].Tolls[0].Overlap != "overlap" || out.Pairs[1].Shared || !out.Pairs[0].Shared || len(out.Theirs_only) != 1 || len(out.Ours_only) != 0 {
		t.Errorf("%+v", out)
	}
	sheet, err := csv.NewReader(strings.NewReader(must(t, raids, "compare", "case.db", "-", "--lexicon", "lists", "--csv"))).ReadAll()
	if err != nil || len(sheet) != 5 || sheet[4][0] != "theirs only" || sheet[1][0] != "both, shared" || sheet[2][0] != "both" {
		t.Errorf("%v %q", err, sheet)
	}
	if again := must(t, raids, "compare", "case.db", "-", "--lexicon", "lists", "--country", "upl"); !strings.Contains(again, "nothing can be said") {
		t.Errorf("another country:\n%s", again)
	}
}

func TestCompareWithWhatIsNoSheet(t *testing.T) {
	keshCase(t, 1)
	for name, c := range map[string]struct{ file, want string }{
		"no such file":  {"gone.csv", "gone.csv"},
		"a folder":      {"lists", "it is a folder"},
		"other columns": {"lists/countries.tsv", "columns of no dataset"},
		"a casebook":    {"case.db", "zero bytes"},
	} {
		if got := sitrepOn("", "compare", "case.db", c.file); got.code != exitFailed || !strings.Contains(got.err, c.want) || got.out != "" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
