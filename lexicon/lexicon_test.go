package lexicon

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// files is the built-in lists, some of them changed.
func files(t *testing.T, change map[string]string) fs.FS {
	t.Helper()
	m := fstest.MapFS{}
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := data.ReadFile("data/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		m[e.Name()] = &fstest.MapFile{Data: b}
	}
	for name, text := range change {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestBuiltInListsAreClean(t *testing.T) {
	for _, err := range Lint(files(t, nil)) {
		t.Error(err)
	}
}

func TestEnglishKnows(t *testing.T) {
	l := English()
	sizes := map[string][2]int{
		"countries": {len(l.Countries), 230}, "groups": {len(l.Groups), 640}, "organisations": {len(l.Organisations), 1000}, "roles": {len(l.Roles), 1600}, "bodies": {len(l.Bodies), 40},
		"officials": {len(l.Officials), 1300},
		"peoples":   {len(l.Peoples), 300}, "titles": {len(l.Titles), 800}, "head words": {len(l.OrgWords), 400}, "weapons": {len(l.Weapons), 800},
		"units": {len(l.Units), 400}, "given names": {len(l.GivenNames), 3000}, "regions": {len(l.Regions), 600},
		"cues": {len(l.Cues), 300},
	}
	for name, s := range sizes {
		if s[0] < s[1] {
			t.Errorf("%d %s: want %d or more", s[0], name, s[1])
		}
	}
	i := slices.IndexFunc(l.Countries, func(c Country) bool { return c.ISO3 == "SYR" })
	if c := l.Countries[i]; c.Name != "Syria" || !slices.Contains(c.Demonyms, "Syrians") || c.Capitals[0] != "Damascus" {
		t.Errorf("SYR is %+v", c)
	}
	j := slices.IndexFunc(l.Groups, func(g Group) bool { return g.ID == "LTTE" })
	if g := l.Groups[j]; g.Country != "LKA" || g.From != 1976 || g.To != 2009 || !slices.Contains(g.Aliases, "Tamil Tigers") {
		t.Errorf("LTTE is %+v", g)
	}
}

func TestSidesAreThoseOfRecords(t *testing.T) {
	l, side := English(), map[string]string{}
	for _, g := range l.Groups {
		side[g.Name] = g.Side
	}
	for _, o := range l.Organisations {
		side[o.Name] = o.Side
	}
	for name, want := range map[string]string{"Hamas": "HAMAS", "Qassam Brigades": "HAMAS", "Jaysh al-Islam": "JAISH_AL_ISLAM", "Wagner Group": "RUS", "UNICEF": "UN",
		"NATO": "NATO", "African Union": "AU", "Bundeswehr": "DEU", "Xinhua": "CHN", "Reuters": "", "Human Rights Watch": "", "Syrian Observatory for Human Rights": ""} {
		if got, ok := side[name]; !ok || got != want {
			t.Errorf("side %q of %s, want %q", got, name, want)
		}
	}
}

func TestLintNamesFileAndLine(t *testing.T) {
	cases := []struct{ name, file, text, want string }{
		{"code of four letters", "groups.tsv", "id\tname\taliases\tcountry\tyears\tside\nX\tX Group\t\tARMX\t\t", `lexicon groups.tsv:2: country "ARMX": want a 3-letter code`},
		{"code of no country", "groups.tsv", "id\tname\taliases\tcountry\tyears\tside\nX\tX Group\t\tQQQ\t\t", `lexicon groups.tsv: X: country "QQQ": countries.tsv has no such code`},
		{"a column too few", "orgwords.tsv", "word\tkind\n# comment\narmy", `lexicon orgwords.tsv:3: 1 columns: want 2, separated by tabs`},
		{"empty alias", "regions.tsv", "name\taliases\tkind\tcountries\tlat\tlon\nSahel\ta||b\tregion\t\t15\t5", `lexicon regions.tsv:2: "a||b": an empty value, or blanks around one`},
		{"own alias", "regions.tsv", "name\taliases\tkind\tcountries\tlat\tlon\nSahel\tSahel\tregion\t\t15\t5", `lexicon regions.tsv:2: "Sahel" is among its own other names`},
		{"latitude", "regions.tsv", "name\taliases\tkind\tcountries\tlat\tlon\nSahel\t\tregion\t\t95\t5", `lexicon regions.tsv:2: "95": want degrees from -90 to 90`},
		{"unknown kind", "orgwords.tsv", "word\tkind\narmy\tforces", `lexicon orgwords.tsv:2: "forces": want one of org, force, facility`},
		{"header", "orgwords.tsv", "word\narmy\tforce", `lexicon orgwords.tsv:1: header "word": want the columns word, kind, separated by tabs`},
		{"twice", "orgwords.tsv", "word\tkind\narmy\tforce\narmy\torg", `lexicon orgwords.tsv: "army" stands twice`},
		{"years", "groups.tsv", "id\tname\taliases\tcountry\tyears\tside\nX\tX Group\t\tSYR\t1990-1980\t", `lexicon groups.tsv:2: years "1990-1980": want 1987- or 1976-2009`},
		{"id", "groups.tsv", "id\tname\taliases\tcountry\tyears\tside\nx\tX Group\t\tSYR\t\t", `lexicon groups.tsv:2: id "x": want capitals, digits and underscores`},
		{"encoding", "orgwords.tsv", "word\tkind\nar\xffmy\tforce", `lexicon orgwords.tsv:2: "ar\xffmy": not UTF-8`},
		{"empty file", "orgwords.tsv", "", `lexicon orgwords.tsv:1: header "": want the columns word, kind, separated by tabs`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			errs := Lint(files(t, map[string]string{c.file: c.text}))
			if len(errs) == 0 || !strings.Contains(errs[0].Error(), c.want) {
				t.Errorf("got %v\nwant %s", errs, c.want)
			}
		})
	}
}

func TestMissingFileIsAnError(t *testing.T) {
	if _, err := Load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "countries.tsv") {
		t.Errorf("got %v", err)
	}
}

func TestPhrases(t *testing.T) {
	bits := map[string]Bits{}
	for p := range English().Phrases() {
		bits[Words(p.Text)] |= p.Bits
	}
	cases := []struct {
		words string
		want  Bits
	}{
		{"syria", PlaceBit | CountryBit},
		{"u.s.", PlaceBit | CountryBit},
		{"syrians", DemonymBit},
		{"kurdish", DemonymBit},
		{"rsf", GroupBit},
		{"al - shabaab", GroupBit},
		{"lord 's resistance army", GroupBit},
		{"unifil", OrgBit},
		{"lt. gen.", TitleBit},
		{"ministry", OrgWordBit},
		{"fatima", GivenNameBit},
		{"golan heights", PlaceBit},
		{"georgia", PlaceBit | CountryBit | GivenNameBit},
		{"us", 0}, // the pronoun
		{"is", 0}, // the verb
	}
	for _, c := range cases {
		if bits[c.words] != c.want {
			t.Errorf("%s: %08b, want %08b", c.words, bits[c.words], c.want)
		}
	}
}

func TestPhrasesStopsWhenAsked(t *testing.T) {
	n := 0
	for range English().Phrases() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d phrases after a break at the third", n)
	}
}

func TestWords(t *testing.T) {
	cases := map[string]string{
		"Deir ez-Zor":             "deir ez - zor",
		"U.S.":                    "u.s.",
		"Lord's Resistance Army":  "lord 's resistance army",
		"Lions' Den":              "lions ' den",
		"N'Djamena":               "n'djamena",
		"Sudan’s army":            "sudan 's army",
		"Washington, D.C.":        "washington , d.c.",
		"CPI (Maoist)":            "cpi ( maoist )",
		"  Mazar-i-Sharif  ":      "mazar - i - sharif",
		"":                        "",
		"Radio Free Europe/Radio": "radio free europe / radio",
	}
	for in, want := range cases {
		if got := Words(in); got != want {
			t.Errorf("Words(%q) = %q, want %q", in, got, want)
		}
	}
}
