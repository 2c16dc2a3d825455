package ucdp

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/rows"
)

// names are GED's columns, and one of ours behind them.
const names = "id, relid, year, active_year, code_status, type_of_violence, conflict_dset_id, conflict_new_id, conflict_name, dyad_dset_id, dyad_new_id, dyad_name, " +
	"side_a_dset_id, side_a_new_id, side_a, side_b_dset_id, side_b_new_id, side_b, number_of_sources, source_article, source_office, source_date, source_headline, " +
	"source_original, where_prec, where_coordinates, where_description, adm_1, adm_2, latitude, longitude, geom_wkt, priogrid_gid, country, country_id, region, " +
	"event_clarity, date_prec, date_start, date_end, deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, high, low, gwnoa, gwnob, told_by_one_side_only, rough"

func TestColumns(t *testing.T) {
	var got []string
	for _, c := range columns() {
		got = append(got, c.Name)
	}
	if strings.Join(got, ", ") != names || len(got) != 49+2 {
		t.Errorf("%d columns: %s", len(got), strings.Join(got, ", "))
	}
}

func day(y, m, d int) sitrep.Interval {
	x := sitrep.CivilDate{Year: y, Month: m, Day: d}
	return sitrep.Interval{From: x, To: x, Precision: sitrep.DayPrecision}
}

func table(t *testing.T, list ...sitrep.Incident) ([]map[string]string, []string) {
	t.Helper()
	var b bytes.Buffer
	w := New(&b)
	for _, i := range list {
		if err := w.Write(&rows.Incident{Incident: i}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range got[1:] {
		row := map[string]string{}
		for k, name := range got[0] {
			row[name] = r[k]
		}
		out = append(out, row)
	}
	return out, w.LeftOut()
}

func killed(side string, civilian sitrep.Truth, low, best, high int) sitrep.Tally {
	return sitrep.Tally{Harm: sitrep.Killed, Side: side, Civilian: civilian, Low: low, Best: best, High: high}
}

var (
	north  = sitrep.IncidentActor{Role: sitrep.Party, Name: "Northern Army", Side: "NORTH"}
	lake   = sitrep.IncidentActor{Role: sitrep.Party, Name: "Lake Front", Side: "LAKE"}
	sorts  = []string{"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"}
	actors = []sitrep.IncidentActor{north, lake}
)

func TestDeathsAddUpToBest(t *testing.T) {
	cases := []struct {
		name  string
		tally []sitrep.Tally
		want  string // a, b, civilians, unknown, best, high, low
	}{
		{"nobody knows whose", []sitrep.Tally{killed("", sitrep.NotKnown, 3, 5, 9)}, "0 0 0 5 5 9 3"},
		{"both sides", []sitrep.Tally{killed("NORTH", sitrep.False, 1, 2, 3), killed("LAKE", sitrep.False, 4, 5, 6)}, "2 5 0 0 7 9 5"},
		{"a whole and its part", []sitrep.Tally{killed("", sitrep.NotKnown, 8, 10, 12), killed("", sitrep.True, 3, 4, 4)}, "0 0 4 6 10 12 8"},
		{"parts that are more than the whole", []sitrep.Tally{killed("", sitrep.NotKnown, 2, 2, 2), killed("", sitrep.True, 3, 4, 4)}, "0 0 4 0 4 4 3"},
		{"a third side", []sitrep.Tally{killed("HILL", sitrep.False, 1, 1, 1)}, "0 0 0 1 1 1 1"},
	}
	for _, c := range cases {
		got, _ := table(t, sitrep.Incident{When: day(2031, 5, 2), Actors: actors, Tally: c.tally})
		if len(got) != 1 {
			t.Fatalf("%s: %d rows", c.name, len(got))
		}
		sum, all := 0, []string{}
		for _, name := range sorts {
			n, err := strconv.Atoi(got[0][name])
			if err != nil {
				t.Fatal(err)
			}
			sum += n
			all = append(all, got[0][name])
		}
		all = append(all, got[0]["best"], got[0]["high"], got[0]["low"])
		if s := strings.Join(all, " "); s != c.want || strconv.Itoa(sum) != got[0]["best"] {
			t.Errorf("%s: got %s, want %s", c.name, s, c.want)
		}
	}
}

func TestAnAllegationLeavesTheSideUnidentified(t *testing.T) {
	for _, c := range []struct {
		name string
		doer sitrep.IncidentActor
		want string
	}{
		{"accused", sitrep.IncidentActor{Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}}, "Unidentified"},
		{"accused by authorities", sitrep.IncidentActor{Confidence: sitrep.AccusedByAuthorities}, "Unidentified"},
		{"a fact on somebody's word", sitrep.IncidentActor{Confidence: sitrep.Fact, AccordingTo: []string{"Lake Front"}}, "Unidentified"},
		{"denied", sitrep.IncidentActor{Confidence: sitrep.Fact, DeniedBy: []string{"Northern Army"}}, "Unidentified"},
		{"not told how sure", sitrep.IncidentActor{}, "Unidentified"},
		{"told by reporters", sitrep.IncidentActor{Confidence: sitrep.Fact}, "Northern Army – told as a fact, in the reporters' own voice"},
		{"says so itself", sitrep.IncidentActor{Confidence: sitrep.ClaimedByDoer, AccordingTo: []string{"Northern Army"}}, "Northern Army – says so itself, according to Northern Army"},
	} {
		c.doer.Role, c.doer.Name = sitrep.Initiator, "Northern Army"
		got, _ := table(t, sitrep.Incident{When: day(2031, 5, 2), Actors: []sitrep.IncidentActor{c.doer}, Tally: []sitrep.Tally{killed("", sitrep.NotKnown, 1, 1, 1)}})
		if got[0]["side_a"] != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got[0]["side_a"], c.want)
		}
	}
}

func TestFatalIncidentsOnly(t *testing.T) {
	dead := []sitrep.Tally{killed("", sitrep.NotKnown, 1, 1, 1)}
	got, left := table(t, sitrep.Incident{ID: "a", When: day(2031, 5, 2), Tally: dead}, sitrep.Incident{ID: "b", When: day(2031, 5, 2)},
		sitrep.Incident{ID: "c", Tally: dead}, sitrep.Incident{ID: "d", Status: sitrep.Planned, When: day(2031, 5, 2), Tally: dead})
	if len(got) != 1 || got[0]["relid"] != "SITREP-a" || got[0]["id"] != "" {
		t.Errorf("got %v", got)
	}
	if s := strings.Join(left, " "); !strings.Contains(s, "2 incidents without a death") || !strings.Contains(s, "1 fatal incidents without any date") {
		t.Errorf("left out: %s", s)
	}
}

func TestWhenAndWhere(t *testing.T) {
	month := sitrep.CivilDate{Year: 2032, Month: 2}
	got, _ := table(t, sitrep.Incident{When: sitrep.Interval{From: month, To: month, Precision: sitrep.MonthPrecision}, Tally: []sitrep.Tally{killed("", sitrep.NotKnown, 1, 1, 1)},
		Place: sitrep.Place{Name: "Dorel", Lat: 33.51, Lon: 36.29, Located: true, Precision: 1}})
	for name, want := range map[string]string{"date_prec": "4", "date_start": "2032-02-01", "date_end": "2032-02-29", "year": "2032", "event_clarity": "2", "where_prec": "1",
		"priogrid_gid": "178273", "geom_wkt": "POINT (36.2900 33.5100)"} {
		if got[0][name] != want {
			t.Errorf("%s: got %q, want %q", name, got[0][name], want)
		}
	}
}

func TestCell(t *testing.T) {
	for _, c := range []struct {
		lat, lon float64
		want     int
	}{{-90, -180, 1}, {-89.75, 179.75, 720}, {89.75, 179.75, 259200}, {90, 180, 259200}, {-0.25, -0.25, 129240}, {0, 0, 129961}} {
		if got := Cell(c.lat, c.lon); got != c.want {
			t.Errorf("%v, %v: got %d, want %d", c.lat, c.lon, got, c.want)
		}
	}
}

// A day that no word tells is not known to the day, and a number that nobody tells is no count.
func TestWhatIsNotToldIsNotExact(t *testing.T) {
	told, assumed := day(2031, 5, 2), day(2031, 5, 2)
	told.Basis, assumed.Basis = sitrep.Told, sitrep.Assumed
	dead := func(q sitrep.TollQualifier) []sitrep.Tally {
		return []sitrep.Tally{{Harm: sitrep.Killed, Low: 3, Best: 3, High: 3, RestsOn: []sitrep.TallyToll{{Count: 3, Qualifier: q}}}}
	}
	at := sitrep.Place{Name: "Dorel", Located: true, Precision: 1}
	got, _ := table(t, sitrep.Incident{When: told, Place: at, Tally: dead(sitrep.Exact)}, sitrep.Incident{When: assumed, Place: at, Tally: dead(sitrep.Vague)})
	for k, want := range []map[string]string{{"date_prec": "1", "event_clarity": "1", "rough": "false", "best": "3"}, {"date_prec": "2", "event_clarity": "2", "rough": "true", "best": "3"}} {
		for name, v := range want {
			if got[k][name] != v {
				t.Errorf("row %d: %s is %q, want %q", k, name, got[k][name], v)
			}
		}
	}
}
