package place_test

import "testing"

func TestWhatOnlyLooksLikeAPlace(t *testing.T) {
	for _, c := range []struct{ name, text, not string }{
		{"a point of the compass", "The wind turned to the West on Monday, and the North stayed dry.", "North"},
		{"an armed group", "A spokesman of the Taliban denied it on Monday.", "Taliban"},
		{"an abbreviation", "The local SWAT team came on Monday.", "SWAT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := read(t, c.text)
			for i := range s.Toponyms {
				if s.In(s.Toponyms[i].Span) == c.not {
					t.Errorf("%q is a toponym: %+v", c.not, s.Toponyms[i].Place)
				}
			}
		})
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct{ name, text, toponym, country string }{
		{"an apostrophe lost", "Trade grew in the third year of Syrias drought.", "Syria", "SYR"},
		{"half of a country", "North Korea opened a bridge. The North said that it was ready.", "North", "PRK"},
		{"a place line in capitals", "OSLO (Agency) - A bridge was opened on Monday.", "OSLO", "NOR"},
		{"a district whose name is a village elsewhere", "A market opened in the Marjah district in Aleppo on Monday.", "Aleppo", "SYR"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := toponym(t, read(t, c.text), c.toponym).Place
			if len(p.Countries) != 1 || p.Countries[0] != c.country {
				t.Errorf("countries %q, want %s", p.Countries, c.country)
			}
		})
	}
	s := read(t, "A market opened in the Marjah district in Aleppo on Monday.")
	if p := toponym(t, s, "Marjah").Place; len(p.Countries) != 1 || p.Countries[0] != "SYR" {
		t.Errorf("Marjah in Aleppo lies in %q", p.Countries)
	}
}

func TestNamesThatOnlyMayBePlaces(t *testing.T) {
	const setting = "Iraq said that rain fell in Mosul and Kirkuk on Monday. "
	for _, c := range []struct {
		name, text, toponym string
		want                bool
	}{
		{"the object of a verb for what is done to places", setting + "The army recaptured Ramadi.", "Ramadi", true},
		{"in a list with a town", setting + "Roads between Mosul and Tikrit were closed.", "Tikrit", true},
		{"of another country than the report", setting + "The army held Boston.", "Boston", false},
		{"somebody who says so", setting + "It was the last, according to Samarra.", "Samarra", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, got := read(t, c.text), false
			for i := range s.Toponyms {
				got = got || s.In(s.Toponyms[i].Span) == c.toponym
			}
			if got != c.want {
				t.Errorf("%s is a toponym: %v, want %v", c.toponym, got, c.want)
			}
		})
	}
}
