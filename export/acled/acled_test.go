package acled

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/rows"
)

// names are ACLED's 31 columns, and ours behind them.
const names = "event_id_cnty, event_date, year, time_precision, disorder_type, event_type, sub_event_type, actor1, assoc_actor_1, inter1, actor2, assoc_actor_2, inter2, " +
	"interaction, civilian_targeting, iso, region, country, admin1, admin2, admin3, location, latitude, longitude, geo_precision, source, source_scale, notes, fatalities, " +
	"tags, timestamp, sitrep_id, fatalities_best, fatalities_high, told_by_one_side_only, grade, fatalities_rough"

func TestRows(t *testing.T) {
	day := sitrep.CivilDate{Year: 2031, Month: 5, Day: 2}
	when := sitrep.Interval{From: day, To: day, Precision: sitrep.DayPrecision}
	accused := []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Northern Army", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}}}
	var b bytes.Buffer
	w := New(&b)
	for _, i := range []rows.Incident{
		{Incident: sitrep.Incident{ID: "a", Kind: sitrep.Shelling, When: when, Actors: accused, Tally: []sitrep.Tally{{Harm: sitrep.Killed, Low: 3, Best: 5, High: 9}}},
			Heads: []sitrep.ReportHead{{Outlet: "Dorel Radio"}, {Outlet: "Post"}, {Outlet: "Post"}}},
		{Incident: sitrep.Incident{ID: "b", Kind: sitrep.War, When: when}},
		{Incident: sitrep.Incident{ID: "c", Kind: sitrep.Battle}},
	} {
		if err := w.Write(&i); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(got) != 2 || strings.Join(got[0], ", ") != names {
		t.Fatalf("%d rows, %v: %s", len(got), err, strings.Join(got[0], ", "))
	}
	row := map[string]string{}
	for k, name := range got[0] {
		row[name] = got[1][k]
	}
	for name, want := range map[string]string{"event_id_cnty": "", "sitrep_id": "a", "event_date": "2031-05-02", "year": "2031", "time_precision": "1", "event_type": "Explosions/Remote violence",
		"actor1": "Unidentified", "fatalities": "3", "fatalities_best": "5", "fatalities_high": "9", "source": "Dorel Radio; Post"} {
		if row[name] != want {
			t.Errorf("%s: got %q, want %q", name, row[name], want)
		}
	}
	if !strings.Contains(row["notes"], "Northern Army – accused, according to Lake Watch") {
		t.Errorf("notes: %s", row["notes"])
	}
	if said := strings.Join(w.LeftOut(), " "); !strings.Contains(said, "1 incidents that are planned") || !strings.Contains(said, "1 incidents without any date") {
		t.Errorf("left out: %s", said)
	}
}

func TestAnAttackOnForcesIsABattle(t *testing.T) {
	for _, c := range []struct {
		civilian sitrep.Truth
		want     string
	}{{sitrep.False, "Battles"}, {sitrep.True, "Violence against civilians"}, {sitrep.NotKnown, "Violence against civilians"}} {
		i := sitrep.Incident{Kind: sitrep.Attack, Tally: []sitrep.Tally{{Harm: sitrep.Killed, Civilian: c.civilian, Best: 1}}}
		if got := typeOf(&i).event; got != c.want {
			t.Errorf("civilian %v: got %s, want %s", c.civilian, got, c.want)
		}
	}
}
