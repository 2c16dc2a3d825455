package export_test

import (
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export"
)

// filters are queries that choose one of two happenings: the shelling of Dorel, or the raids on Kesh.
var filters = []struct {
	name        string
	dorel, kesh casebook.Query
}{
	{"place", casebook.Query{Place: "Dorel"}, casebook.Query{Place: "Kesh"}},
	{"country", casebook.Query{Country: "UPL"}, casebook.Query{Country: "LOW"}},
	{"kind", casebook.Query{Kinds: []sitrep.Kind{sitrep.Shelling}}, casebook.Query{Kinds: []sitrep.Kind{sitrep.Airstrike}}},
	{"from and to", casebook.Query{To: sitrep.CivilDate{Year: 2021, Month: 6}}, casebook.Query{From: sitrep.CivilDate{Year: 2021, Month: 7}}},
	{"radius", casebook.Query{Lat: 10, Lon: 20, Km: 50}, casebook.Query{Lat: -33, Lon: 179.5, Km: 50}},
	{"box", casebook.Query{Box: [4]float64{15, 5, 25, 15}}, casebook.Query{Box: [4]float64{170, -40, 180, -30}}},
	{"incident", casebook.Query{Incident: "i-dorel"}, casebook.Query{Incident: "i-n-0000000"}},
	{"report", casebook.Query{Report: "dorel-1"}, casebook.Query{Report: "n-0000000"}},
	{"outlet and kind", casebook.Query{Outlet: "Dorel Radio", Kinds: []sitrep.Kind{sitrep.Shelling}}, casebook.Query{Outlet: "Kesh Post", Kinds: []sitrep.Kind{sitrep.Airstrike}}},
}

// together are the formats that have a row of the record for each claim beside that of its incident.
var together = map[string]bool{"plover": true, "cameo": true, "icews": true, "sqlite": true}

func TestEveryFormatObeysEveryFilter(t *testing.T) {
	b := book(t, 2)
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			for _, c := range filters {
				kesh, keshRows := written(t, b, f, c.kesh, false)
				dorel, dorelRows := written(t, b, f, c.dorel, false)
				if kesh == dorel || strings.Contains(kesh, "Dorel") || strings.Contains(dorel, "Raid") {
					t.Errorf("%s: of Kesh:\n%s\nof Dorel:\n%s", c.name, kesh, dorel)
				}
				if dorelRows.Rows == 0 || keshRows.Rows == 0 && counted(f) {
					t.Errorf("%s: %d rows of Kesh, %d of Dorel", c.name, keshRows.Rows, dorelRows.Rows)
				}
			}
		})
	}
}

// What somebody had no part in, and what is no news, is in no format.
func TestEveryFormatObeysActorAndNewOnly(t *testing.T) {
	b := book(t, 2)
	for _, f := range export.Formats() {
		for name, q := range map[string]casebook.Query{"actor": {Actor: "the Marun Front"}, "new only": {NewOnly: true}, "day and actor": {Actor: "the Marun Front", To: sitrep.CivilDate{Year: 2021, Month: 6}}} {
			out, done := written(t, b, f, q, false)
			if strings.Contains(out, "Raid") || strings.Contains(out, "n-0000") {
				t.Errorf("%s, %s: something else is written:\n%s", f.Name, name, out)
			}
			if f.List() == "incidents" && counted(f) && done.Rows == 0 {
				t.Errorf("%s, %s: nothing is written", f.Name, name)
			}
		}
	}
}

// counted tells whether the rows of a format are all that the record has: a brief tells what is new, and somebody may have a part in both happenings or in none.
func counted(f export.Format) bool {
	return f.List() != "actors" && f.List() != "sources" && !strings.HasPrefix(f.Name, "brief")
}

func TestNoRowIsLostOrTwice(t *testing.T) {
	b := book(t, 2)
	for _, f := range export.Formats() {
		_, all := written(t, b, f, casebook.Query{}, false)
		_, kesh := written(t, b, f, casebook.Query{Place: "Kesh"}, false)
		_, dorel := written(t, b, f, casebook.Query{Place: "Dorel"}, false)
		want := 2
		if together[f.Name] {
			want = 4
		}
		if counted(f) && (kesh.Rows != want || kesh.Rows+dorel.Rows != all.Rows) {
			t.Errorf("%s: %d rows of Kesh, %d of Dorel, %d in all", f.Name, kesh.Rows, dorel.Rows, all.Rows)
		}
		if _, none := written(t, b, f, casebook.Query{Place: "Nowhere at all"}, false); none.Rows != 0 {
			t.Errorf("%s: %d rows of a place that is not in the casebook", f.Name, none.Rows)
		}
	}
}

func TestStancesChooseClaims(t *testing.T) {
	b := book(t, 2)
	for _, f := range export.Formats() {
		if !together[f.Name] {
			continue
		}
		if out, done := written(t, b, f, casebook.Query{Stances: []sitrep.Stance{sitrep.Threaten}}, false); done.Rows != 0 {
			t.Errorf("%s: %d rows of threats, of which there are none:\n%s", f.Name, done.Rows, out)
		}
		if _, done := written(t, b, f, casebook.Query{Stances: []sitrep.Stance{sitrep.Accuse}}, false); done.Rows != 3 {
			t.Errorf("%s: %d accusations, want 3", f.Name, done.Rows)
		}
	}
}
