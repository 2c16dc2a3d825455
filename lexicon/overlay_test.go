package lexicon

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func folder(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

const groupsHeader = "id\tname\taliases\tcountry\tyears\tside\n"

func TestOverlayAddsAndReplaces(t *testing.T) {
	l, err := EnglishWith(folder(map[string]string{"groups.tsv": groupsHeader + "# ours\nNEW_FRONT\tNew Front of the Marshes\tNFM\tTCD\t2020-\t\nLTTE\tTigers Renamed\t\tLKA\t1976-2009\t"}))
	if err != nil {
		t.Fatal(err)
	}
	find := func(id string) []Group {
		return slices.DeleteFunc(slices.Clone(l.Groups), func(g Group) bool { return g.ID != id })
	}
	if g := find("NEW_FRONT"); len(g) != 1 || g[0].Side != "NEW_FRONT" || g[0].Aliases[0] != "NFM" {
		t.Errorf("the added group is %+v", g)
	}
	if g := find("LTTE"); len(g) != 1 || g[0].Name != "Tigers Renamed" {
		t.Errorf("the replaced group is %+v", g)
	}
	if base := English(); len(l.Groups) != len(base.Groups)+1 || len(l.Countries) != len(base.Countries) {
		t.Errorf("%d groups and %d countries, %d and %d without the folder", len(l.Groups), len(l.Countries), len(base.Groups), len(base.Countries))
	}
}

func TestOverlayReadsFilesOfWindows(t *testing.T) {
	l, err := EnglishWith(folder(map[string]string{"ordinary.tsv": "\ufeffword\r\nzorp\r\n"}))
	if err != nil || l.Ordinary[0] != "zorp" {
		t.Fatalf("%v", err)
	}
}

func TestOverlayNamesFileAndLine(t *testing.T) {
	cases := []struct{ name, file, text, want string }{
		{"a country that is none", "groups.tsv", groupsHeader + "# ours\nX\tX Front\t\tARMX\t\t", `lexicon groups.tsv:3: country "ARMX": want a 3-letter code`},
		{"a column too few", "roles.tsv", "word\tkind\tallegiance\tcivilian\tsource\nscout\tperson\tbody\tno", `lexicon roles.tsv:2: 4 columns: want 5, separated by tabs`},
		{"a kind that is none", "roles.tsv", "word\tkind\tallegiance\tcivilian\tsource\nscout\tperson\tbody\tno\tspy", `lexicon roles.tsv:2: "spy": want one of belligerent`},
		{"a side in small letters", "officials.tsv", "id\tname\taliases\trole\tside\tyears\nX\tX Y\t\tleader\tnorth\t", `lexicon officials.tsv:2: side "north": want capitals`},
		{"a header of another list", "groups.tsv", "word\n", `lexicon groups.tsv:1: header "word": want the columns id, name`},
		{"a list that is none", "militias.tsv", groupsHeader, `lexicon militias.tsv: no list has this name; the lists are bodies.tsv,`},
		{"no list at all", "readme.txt", "", `lexicon: no *.tsv in the folder; the lists are bodies.tsv,`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := EnglishWith(folder(map[string]string{c.file: c.text})); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestLintOfSides(t *testing.T) {
	cases := []struct{ name, file, text, want string }{
		{"a group on the side of nobody known", "groups.tsv", groupsHeader + "X\tX Front\t\tTCD\t\tNOBODY\n", `lexicon groups.tsv: X: side "NOBODY": want the code of a country, or the id of a group or an organisation`},
		{"an official likewise", "officials.tsv", "id\tname\taliases\trole\tside\tyears\nX\tX Y\t\tleader\tNOBODY\t\n", `lexicon officials.tsv: X: side "NOBODY": want`},
		{"a body of no kind", "organisations.tsv", "id\tname\taliases\tkind\tside\tsource\tbody\nX\tX Army\t\tforce\tTCD\t\tHOST\n", `lexicon organisations.tsv: X: body "HOST": bodies.tsv has no such id`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			fsys, err := Overlay(folder(map[string]string{c.file: c.text}))
			if err != nil {
				t.Fatal(err)
			}
			if errs := Lint(fsys); len(errs) == 0 || !strings.Contains(errs[0].Error(), c.want) {
				t.Errorf("got %v\nwant %s", errs, c.want)
			}
		})
	}
}

func TestSHA256TellsListsApart(t *testing.T) {
	builtIn, again := English(), English()
	with, err := EnglishWith(folder(map[string]string{"groups.tsv": groupsHeader + "DOREL_FRONT\tDorel Front\t\tTCD\t\t\n"}))
	if err != nil {
		t.Fatal(err)
	}
	if len(builtIn.SHA256) != 64 || builtIn.SHA256 != again.SHA256 {
		t.Errorf("the same lists have the hashes %q and %q", builtIn.SHA256, again.SHA256)
	}
	if with.SHA256 == builtIn.SHA256 {
		t.Error("a list on top leaves the hash as it was")
	}
}
