package coref

import (
	"testing"

	"sitrep"
	"sitrep/lexicon"
)

func TestKeyOf(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"dots":       {"U.N.", "un"},
		"article":    {"the Emirates", "emirates"},
		"possessive": {"Doctor's Union", "doctor union"},
	} {
		if got := keyOf(c.in); got != c.want {
			t.Errorf("%s: key of %q is %q, want %q", name, c.in, got, c.want)
		}
	}
}

func TestCapitals(t *testing.T) {
	for word, want := range map[string]bool{"RSF": true, "U.N.": true, "M23": false, "A": false, "Nato": false, "": false, "ABCDEFGHI": false, "SDF-K": true} {
		if got := capitals(word); got != want {
			t.Errorf("capitals(%q) = %v", word, got)
		}
	}
}

func TestTraits(t *testing.T) {
	he := traits{singular, male, person}
	for name, c := range map[string]struct {
		with traits
		want bool
	}{
		"unknown gender":         {traits{singular, anyGender, person}, true},
		"other gender":           {traits{singular, female, person}, false},
		"plural":                 {traits{plural, anyGender, person}, false},
		"organisation":           {traits{singular, anyGender, group}, false},
		"unknown sort":           {traits{singular, anyGender, anySort}, true},
		"a day":                  {traits{singular, anyGender, moment}, false},
		"gender of no person":    {traits{anyNumber, female, thing}, false},
		"number may be any":      {traits{anyNumber, male, person}, true},
		"people or body, plural": {traits{plural, anyGender, person | group}, false},
	} {
		if got := he.agrees(c.with); got != c.want {
			t.Errorf("%s: he agrees = %v, want %v", name, got, c.want)
		}
	}
	if m := he.meet(traits{anyNumber, anyGender, anySort}); m != he {
		t.Errorf("meeting what is open gives %v", m)
	}
	if m := he.meet(traits{plural, female, group}); m != he {
		t.Errorf("where nothing is left the first is kept, not %v", m)
	}
}

// TestFullestName takes the longest name, not the longest mention.
func TestFullestName(t *testing.T) {
	d := readCase(t, "testdata/name-surname.conllu")
	resolveDoc(t, d)
	c := d.Chains[0]
	if got := d.In(c.Mentions[c.Name].Span); got != "Armenian Prime Minister Nikol Pashinyan" {
		t.Errorf("the fullest name stands in %q", got)
	}
	if c.Mentions[c.Name].Kind != sitrep.ProperMention || c.Mentions[2].Kind != sitrep.PronounMention {
		t.Errorf("kinds %v, %v", c.Mentions[c.Name].Kind, c.Mentions[2].Kind)
	}
}

// TestLexiconIsLayered puts open classes over the closed ones without changing those.
func TestLexiconIsLayered(t *testing.T) {
	w := newWordlist()
	w.add(&lexicon.Lexicon{
		GivenNames:    []lexicon.GivenName{{Name: "Noor", Gender: lexicon.Either}, {Name: "Aisha", Gender: lexicon.Female}},
		Titles:        []lexicon.Title{{Title: "brigadier general", Gender: lexicon.Either}, {Title: "begum", Gender: lexicon.Female}},
		OrgWords:      []lexicon.OrgWord{{Word: "man", Kind: "org"}, {Word: "shura", Kind: "org"}},
		Countries:     []lexicon.Country{{Name: "United Kingdom", Names: []string{"UK", "Scotland"}, Demonyms: []string{"British"}}},
		Groups:        []lexicon.Group{{Name: "Ansar Allah", Aliases: []string{"the Houthis"}}},
		Organisations: []lexicon.Organisation{{Name: "Shura Council", Aliases: []string{"SC", "UK"}}},
	})
	if w.given["noor"] != 0 || w.given["aisha"] != female || w.genders["begum"] != female {
		t.Error("genders of given names and titles")
	}
	if w.sortOf("man") != person || w.sortOf("shura") != group {
		t.Error("a closed class gives way to a list")
	}
	if w.alias["uk"] != "united kingdom" || w.alias["scotland"] != "" || w.alias["sc"] != "shura council" {
		t.Error("aliases")
	}
	if !w.armed["houthis"] || w.alias["houthis"] != "ansar allah" {
		t.Error("armed groups")
	}
	if w.demonym["british"] != "united kingdom" || w.alias["british"] != "" {
		t.Error("a demonym is compared as a modifier and names no country")
	}
}
