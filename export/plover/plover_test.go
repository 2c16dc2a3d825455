package plover

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/export/rows"
)

// names are POLECAT's 40 columns, and ours behind them.
const names = "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, " +
	"Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, " +
	"Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, " +
	"Story Organizations, Story Locations, Language, Version, sitrep_id, date_precision, told_by_one_side_only, accused, grade, words"

var day = sitrep.CivilDate{Year: 2031, Month: 5, Day: 2}

// table writes acts and reads them as scripts do: lines, cut at tabs.
func table(t *testing.T, acts ...rows.Act) ([]map[string]string, string) {
	t.Helper()
	var b bytes.Buffer
	w := New(&b, rows.Countries{"UPL": "Upland"})
	for i := range acts {
		if err := w.Write(&acts[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	heads := strings.Split(lines[0], "\t")
	if strings.Join(heads, ", ") != names || len(heads) != 40+6 {
		t.Fatalf("%d columns: %s", len(heads), strings.Join(heads, ", "))
	}
	var out []map[string]string
	for _, l := range lines[1:] {
		cells := strings.Split(l, "\t")
		if len(cells) != len(heads) {
			t.Fatalf("%d cells: %q", len(cells), l)
		}
		row := map[string]string{}
		for k := range heads {
			row[heads[k]] = cells[k]
		}
		out = append(out, row)
	}
	return out, strings.Join(w.LeftOut(), " ")
}

func TestARow(t *testing.T) {
	i := rows.Incident{Incident: sitrep.Incident{ID: "a1", Kind: sitrep.Shelling, Title: "Shelling\tof\nDorel", When: sitrep.Interval{From: day, To: day, Precision: sitrep.DayPrecision},
		Place: sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Within: []string{"Upland", "Hills"}, Lat: 1.5, Lon: 2, Located: true, Precision: 1, GeoNames: 77},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Northern Army", Side: "UPL", Confidence: sitrep.Fact},
			{Role: sitrep.Initiator, Name: "Hill Guard", Side: "HILL", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}},
			{Role: sitrep.Target, Name: "Lake Front", Side: "LAKE"}, {Role: sitrep.Target, Name: "a bridge", Kind: sitrep.ThingEntity}}},
		Heads: []sitrep.ReportHead{{Outlet: "Post", Language: "en", Published: time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)}, {Outlet: "Post", Language: "en", Published: time.Date(2031, 5, 3, 0, 0, 0, 0, time.UTC)}}}
	got, _ := table(t, rows.ActOf(&i))
	if len(got) != 1 {
		t.Fatalf("%d rows", len(got))
	}
	for name, want := range map[string]string{"Event ID": "SITREP-a1", "Event Date": "2031-05-02", "Event Type": "ASSAULT", "Event Mode": "heavy-weapons", "Quad Code": "MATERIAL CONFLICT",
		"Actor Name": "Northern Army", "Actor Country": "UPL", "Recipient Name": "Lake Front", "Recipient Country": "", "City": "Dorel", "Province": "Hills", "Country": "Upland",
		"Latitude": "1.5000", "GeoNames ID": "77", "Source": "Post", "Publication Date": "2031-05-03", "Language": "en", "Intensity": "", "words": "Shelling of Dorel",
		"accused": "Hill Guard (HILL) – accused, according to Lake Watch"} {
		if got[0][name] != want {
			t.Errorf("%s: got %q, want %q", name, got[0][name], want)
		}
	}
}

func TestAnAccusationIsAnActOfWhoMakesIt(t *testing.T) {
	accused := rows.Incident{Incident: sitrep.Incident{ID: "a", Kind: sitrep.Bombing, When: sitrep.Interval{From: day},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Hill Guard", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}}}}}
	head := sitrep.ReportHead{ID: "r", Published: day.First()}
	claim := sitrep.Claim{ID: "c", Stance: sitrep.Accuse, Source: "Lake Watch"}
	got, _ := table(t, rows.ActOf(&accused), rows.StatementOf(&claim, "They did it.", head, rows.Accused(&accused.Incident, "Lake Watch"), ""))
	if len(got) != 2 || got[0]["Actor Name"] != "None" || got[0]["Recipient Name"] != "None" {
		t.Fatalf("the deed: %v", got)
	}
	if s := got[1]; s["Event Type"] != "ACCUSE" || s["Event Mode"] != "allege" || s["Actor Name"] != "Lake Watch" || s["Recipient Name"] != "Hill Guard" || s["words"] != "They did it." {
		t.Errorf("the accusation: %v", s)
	}
}

func TestTypes(t *testing.T) {
	for _, c := range []struct {
		name string
		act  rows.Act
		want string
	}{
		{"talks", rows.Act{Kind: sitrep.Talks}, "CONSULT"},
		{"a truce", rows.Act{Kind: sitrep.Ceasefire}, "RETREAT"},
		{"a truce that was broken once", rows.Act{Kind: sitrep.Ceasefire, Turns: []string{"violation"}}, "RETREAT"},
		{"a truce in effect", rows.Act{Kind: sitrep.Ceasefire, Turns: []string{"proposed", "in-effect", "ended"}}, "RETREAT"},
		{"only the end of a truce", rows.Act{Kind: sitrep.Ceasefire, Turns: []string{"ended"}}, ""},
		{"a truce that is proposed", rows.Act{Kind: sitrep.Ceasefire, Turns: []string{"proposed"}}, ""},
		{"a war", rows.Act{Kind: sitrep.War}, ""},
		{"a demand", rows.Act{Stance: sitrep.Demand}, "REQUEST"},
		{"a promise", rows.Act{Stance: sitrep.Promise}, "AGREE"},
		{"a statement", rows.Act{Stance: sitrep.Assert}, ""},
	} {
		if got := typeOf(&c.act).event; got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEveryTypeHasItsQuarter(t *testing.T) {
	for k, v := range kinds {
		if quads[v.event] == "" {
			t.Errorf("%s: %s has no quarter", k, v.event)
		}
	}
	for s, v := range statements {
		if quads[v.event] == "" {
			t.Errorf("%s: %s has no quarter", s, v.event)
		}
	}
}

func TestWhatIsLeftOutIsCounted(t *testing.T) {
	got, left := table(t, rows.Act{ID: "a", Kind: sitrep.War, Day: day}, rows.Act{ID: "b", Kind: sitrep.Battle}, rows.Act{ID: "c", Kind: sitrep.Talks, Day: day, Status: sitrep.Planned})
	if len(got) != 0 || !strings.Contains(left, "2 incidents and statements that PLOVER has no type for") || !strings.Contains(left, "1 incidents and statements without any date") {
		t.Errorf("%d rows; left out: %s", len(got), left)
	}
}

// The table of docs/export.md has every kind and stance with its type.
func TestTheDocsHaveTheTypes(t *testing.T) {
	b, err := os.ReadFile("../../docs/export.md")
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]kind{}
	for k, v := range kinds {
		docs[string(k)] = v
	}
	for s, v := range statements {
		docs[string(s)] = v
	}
	for name, k := range docs {
		want := k.event
		if k.mode != "" {
			want += ", " + k.mode
		}
		if !regexp.MustCompile("(?m)^\\| `" + name + "`[^|]*\\| " + want + " \\|").Match(b) {
			t.Errorf("docs/export.md does not say that %s is %s", name, want)
		}
	}
}
