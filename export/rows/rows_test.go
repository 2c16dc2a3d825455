package rows

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"sitrep"
)

func TestQuotesAreCut(t *testing.T) {
	if got := Quote(strings.Repeat("ж", 400)); len([]rune(got)) != 300 || !strings.HasSuffix(got, "…") {
		t.Errorf("%d characters", len([]rune(got)))
	}
	if got := Quote(" five\n dead "); got != "five dead" {
		t.Errorf("got %q", got)
	}
}

func TestTally(t *testing.T) {
	cases := []struct {
		tally sitrep.Tally
		want  string
	}{
		{sitrep.Tally{Harm: sitrep.Killed, Low: 3, Best: 3, High: 3}, "killed 3"},
		{sitrep.Tally{Harm: sitrep.Killed, Low: 3, Best: 5, High: 29, Open: true}, "killed 3–5–29+"},
		{sitrep.Tally{Harm: sitrep.Killed, Low: 3, Best: 5, High: 5, Side: "X", Civilian: sitrep.True}, "killed 3–5, civilians (X)"},
		{sitrep.Tally{Harm: sitrep.Wounded, Low: 3, Best: 3, High: 13}, "wounded 3–13"},
	}
	for _, c := range cases {
		if got := Tally(&c.tally); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestUnitsOfAPlace(t *testing.T) {
	cases := []struct {
		name                   string
		place                  sitrep.Place
		country, first, second string
	}{
		{"a town", sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Within: []string{"Upland", "Hills"}, Precision: 1}, "Upland", "Hills", ""},
		{"a first-order unit", sitrep.Place{Name: "Hills", Countries: []string{"UPL"}, Within: []string{"Upland"}, Precision: 4}, "Upland", "Hills", ""},
		{"a town in the unit of its name", sitrep.Place{Name: "Hills", Countries: []string{"UPL"}, GeoNames: 7, Within: []string{"Upland"}, Precision: 1}, "Upland", "Hills", ""},
		{"a village of no list", sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Within: []string{"Upland"}, Precision: 1}, "Upland", "", ""},
		{"a country", sitrep.Place{Name: "Upland", Countries: []string{"UPL"}, Precision: 6}, "Upland", "", ""},
		{"two countries", sitrep.Place{Name: "the border", Countries: []string{"LOW", "UPL"}, Precision: 5}, "LOW; UPL", "", ""},
		{"nothing", sitrep.Place{}, "", "", ""},
	}
	for _, c := range cases {
		if a, b, d := Country(&c.place), Within(&c.place, 0), Within(&c.place, 1); a != c.country || b != c.first || d != c.second {
			t.Errorf("%s: got %q, %q, %q", c.name, a, b, d)
		}
	}
}

// Payloads are cells that a spreadsheet would run.
func payloads() []string {
	var all []string
	for _, begin := range []string{"=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"} {
		for _, before := range []string{"", " ", "\t", "\r", "\u200b", `"`} {
			all = append(all, before+begin+`cmd|' /C calc'!A0`)
		}
	}
	return all
}

func TestNoFormulaIsLive(t *testing.T) {
	var b bytes.Buffer
	all := payloads()
	s := NewSheet(&b, []Column[string]{{"cell", func(p *string) string { return *p }}})
	for i := range all {
		if err := s.Write(&all[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(got) != 61 {
		t.Fatalf("%d rows, %v", len(got), err)
	}
	for i, row := range got[1:] {
		if !strings.HasPrefix(row[0], "'") {
			t.Errorf("%q became %q, which is live", all[i], row[0])
		}
	}
}

func TestASheetWritesAllRows(t *testing.T) {
	var b bytes.Buffer
	s := NewSheet(&b, []Column[int]{{"n", func(n *int) string { return fmt.Sprint(*n) }}})
	const many = together // rows, so that it is written in several goes
	for n := range many {
		if err := s.Write(&n); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := csv.NewReader(&b).ReadAll(); err != nil || len(got) != many+1 || got[0][0] != "n" || got[len(got)-1][0] != fmt.Sprint(many-1) {
		t.Errorf("%d rows, %v", len(got), err)
	}
}
