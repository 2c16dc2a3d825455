package gazetteer

import (
	"strings"
	"testing"
)

func TestOwnPlacesAreFound(t *testing.T) {
	cases := []struct{ name, want, country string }{
		{"Torkham", "Torkham", "AFG"}, {"al-Foua", "Al-Fu'ah", "SYR"}, {"Ain el-Hilweh", "Ain al-Hilweh", "LBN"}, {"Kerem Shalom", "Kerem Shalom", "ISR"},
		{"Nagorny Karabakh", "Nagorno-Karabakh", "AZE"}, {"Elephant Pass", "Elephant Pass", "LKA"}, {"Kodori Gorge", "Kodori Gorge", "GEO"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			found := Default().Find(c.name)
			if len(found) == 0 || found[0].Name != c.want || found[0].Country != c.country {
				t.Errorf("got %+v, want %s in %s", found, c.want, c.country)
			}
		})
	}
}

func TestAnAreaOfALayerReplacesTheRougherOne(t *testing.T) {
	n := 0
	for _, p := range Default().Find("Gaza Strip") {
		if p.Kind == Region {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d regions called Gaza Strip, want 1", n)
	}
}

func TestOwnNamesTheLine(t *testing.T) {
	cases := []struct{ name, line, want string }{
		{"columns", "X\t\tSYR\ttown\t33", "own.tsv:2: 5 columns"},
		{"kind", "X\t\tSYR\tcity\t33\t36", `own.tsv:2: kind "city"`},
		{"latitude", "X\t\tSYR\ttown\t133\t36", `own.tsv:2: latitude "133"`},
		{"longitude", "X\t\tSYR\ttown\t33\teast", `own.tsv:2: longitude "east"`},
		{"country", "X\t\tSyria\ttown\t33\t36", `own.tsv:2: country "Syria"`},
		{"own other name", "X\tX\tSYR\ttown\t33\t36", `own.tsv:2: "X"`},
		{"twice", "X\t\tSYR\ttown\t33\t36\nX\t\tSYR\ttown\t33\t36", `own.tsv:3: "X" stands in line 2 too`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := readOwn(ownHeader + "\n" + c.line + "\n"); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}
