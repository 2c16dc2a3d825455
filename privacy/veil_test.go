package privacy

import (
	"testing"

	"sitrep/casebook"
)

func TestVeil(t *testing.T) {
	names := []casebook.PrivateName{
		{Name: "Karim Haddad", Description: "a 34-year-old teacher", Forms: []string{"Karim", "Haddad", "Karim Haddad"}, Except: []string{"Rafiq Haddad"}},
		{Name: "Nadia al-Masri", Description: "a resident", Forms: []string{"Nadia", "Nadia al-Masri", "al-Masri", "El Masri"}},
		{Name: "Jean-Luc Mbayo", Description: "a driver", Forms: []string{"Jean-Luc", "Mbayo"}},
		{Name: "Hope", Description: "a victim", Forms: []string{"Hope"}},
		{Name: "José Peña", Description: "a farmer", Forms: []string{"José", "Peña"}},
	}
	for name, c := range map[string][2]string{
		"full":               {"He met Karim Haddad there.", "He met [a 34-year-old teacher] there."},
		"surname":            {"Haddad left.", "[a 34-year-old teacher] left."},
		"given name":         {"They called Karim.", "They called [a 34-year-old teacher]."},
		"possessive":         {"Haddad's car, Karim’s bag", "[a 34-year-old teacher]'s car, [a 34-year-old teacher]’s bag"},
		"capitals":           {"KARIM HADDAD BURIED", "[A 34-YEAR-OLD TEACHER] BURIED"},
		"over a line":        {"Karim\nHaddad", "[a 34-year-old teacher]"},
		"broken at a hyphen": {"Karim Had-\ndad said", "[a 34-year-old teacher] said"},
		"other hyphens":      {"Nadia al Masri, Nadia Al‑Masri, Nadia AlMasri", "[a resident], [a resident], [a resident]"},
		"hyphen or blank":    {"Jean Luc Mbayo and Jean-Luc", "[a driver] and [a driver]"},
		"accents":            {"Jose Pena and JOSÉ PEÑA", "[a farmer] and [A FARMER]"},
		"soft hyphen":        {"Had\u00addad", "[a 34-year-old teacher]"},
		"zero width":         {"Had\u200bdad", "[a 34-year-old teacher]"},
		"hashtag":            {"#KarimHaddad", "#[a 34-year-old teacher]"},
		"other words whole":  {"Karima Haddadin met the Masrians", "Karima Haddadin met the Masrians"},
		"a common word":      {"There is hope for Hope.", "There is hope for [a victim]."},
		"another's name":     {"Rafiq Haddad met Haddad", "Rafiq Haddad met [a 34-year-old teacher]"},
		"beside its words":   {"Karim Haddad, a 34-year-old teacher, and the teacher Haddad", "[name withheld], a 34-year-old teacher, and the teacher [name withheld]"},
		"no gap over a stop": {"Karim! Haddad", "[a 34-year-old teacher]! [a 34-year-old teacher]"},
		"end of a sentence":  {"I know Karim. Haddad is gone. K. Haddad", "I know [a 34-year-old teacher]. [a 34-year-old teacher] is gone. K. [a 34-year-old teacher]"},
		"nothing":            {"", ""},
		"invalid":            {"Karim\xff Haddad", "[a 34-year-old teacher]\xff [a 34-year-old teacher]"},
	} {
		t.Run(name, func(t *testing.T) {
			got := Veil(c[0], names)
			if got != c[1] {
				t.Errorf("%q, want %q", got, c[1])
			}
			if again := Veil(got, names); again != got {
				t.Errorf("veiled again it is %q", again)
			}
		})
	}
}

func TestSpellingsOfAName(t *testing.T) {
	for _, same := range [][2]string{{"mohammed", "muhammad"}, {"yusuf", "youssef"}, {"hussein", "husayn"}, {"ibrahim", "ebrahim"}, {"khaled", "halid"}, {"qasim", "kassem"}} {
		if !sameName(same[0], same[1]) {
			t.Errorf("%s and %s are told apart", same[0], same[1])
		}
	}
	for _, other := range [][2]string{{"ahmed", "mohammed"}, {"sami", "samia"}, {"omar", "amir"}, {"petrov", "petrenko"}} {
		if sameName(other[0], other[1]) {
			t.Errorf("%s and %s are taken for one", other[0], other[1])
		}
	}
}

// What is covered up has as many characters as before: offsets in code points hold.
func TestCoverUpKeepsOffsets(t *testing.T) {
	names := []casebook.PrivateName{{Name: "Öda Harrowind", Description: "a teacher", Forms: []string{"Öda", "Harrowind"}}}
	for _, c := range []struct{ text, want string }{
		{"Öda\nHarrowind’s class, Harrowindson", "███\n█████████’s class, Harrowindson"},
		{"HARROWIND 📻 x", "█████████ 📻 x"},
		{"nobody", "nobody"},
	} {
		if got := CoverUp(c.text, names); got != c.want || len([]rune(got)) != len([]rune(c.text)) {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
	}
}
