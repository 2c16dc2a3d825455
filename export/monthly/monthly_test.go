package monthly

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/rows"
)

func on(from, to sitrep.CivilDate) sitrep.Interval { return sitrep.Interval{From: from, To: to} }

func day(m, d int) sitrep.CivilDate { return sitrep.CivilDate{Year: 2031, Month: m, Day: d} }

func dead(n int) []sitrep.Tally {
	return []sitrep.Tally{{Harm: sitrep.Killed, Low: n, Best: n, High: n + 1, Open: true}}
}

func TestEachTallyCountsOnce(t *testing.T) {
	hills := sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Within: []string{"Upland", "Hills"}, Precision: 1}
	whole := sitrep.Incident{ID: "w", When: on(day(5, 1), day(5, 3)), Place: hills, Tally: dead(10)}
	war := sitrep.Incident{ID: "war", When: on(day(1, 1), day(9, 1)), Tally: dead(900)}
	several := dead(3)
	several[0].RestsOn = []sitrep.TallyToll{{Count: 3, Qualifier: sitrep.Vague}}
	in := []rows.Incident{
		{Incident: whole},
		{Incident: sitrep.Incident{ID: "p", PartOf: "w", When: on(day(5, 2), day(5, 2)), Place: hills, Tally: dead(4)}, Whole: &whole},
		{Incident: sitrep.Incident{ID: "q", PartOf: "war", When: on(day(5, 9), day(5, 9)), Place: hills, Tally: several}, Whole: &war},
		{Incident: war},
		{Incident: sitrep.Incident{ID: "x", Status: sitrep.Planned, When: on(day(5, 9), day(5, 9)), Place: hills}},
	}
	var b bytes.Buffer
	w := New(&b)
	for k := range in {
		if err := w.Write(&in[k]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(got) != 3 {
		t.Fatalf("%d rows, %v: %v", len(got), err, got)
	}
	for k, want := range []string{"month,country,admin1,incidents,told_by_one_side_only,fatal_incidents,killed_low,killed_best,killed_high,killed_open,killed_rough",
		",,,1,0,1,900,900,901,true,false", "2031-05,UPL,Hills,3,0,2,13,13,15,true,true"} {
		if s := strings.Join(got[k], ","); s != want {
			t.Errorf("row %d: got %s, want %s", k, s, want)
		}
	}
	if said := strings.Join(w.LeftOut(), " "); !strings.Contains(said, "1 incidents without a single month") || !strings.Contains(said, "dead of 1 incidents") {
		t.Errorf("got %s", said)
	}
}
