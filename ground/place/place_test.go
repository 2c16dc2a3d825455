package place_test

import (
	"math"
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/gazetteer"
	"sitrep/ground/place"
	"sitrep/lexicon"
	"sitrep/nlp"
	"sitrep/nlp/english"
)

var pipeline = sync.OnceValue(func() *nlp.Pipeline {
	p, err := english.New()
	if err != nil {
		panic(err)
	}
	return p
})

var step = sync.OnceValue(func() *place.Step { return place.New(lexicon.English(), gazetteer.Default()) })

// read gives a story with its toponyms.
func read(t *testing.T, text string) *sitrep.Story {
	t.Helper()
	doc, err := pipeline().Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: text}, Doc: doc, Tree: sitrep.NewTree(doc)}
	if err := step().Read(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// toponym is the first toponym of a story with a text.
func toponym(t *testing.T, s *sitrep.Story, text string) *sitrep.Toponym {
	t.Helper()
	for i := range s.Toponyms {
		if s.In(s.Toponyms[i].Span) == text {
			return &s.Toponyms[i]
		}
	}
	t.Fatalf("no toponym %q", text)
	return nil
}

func TestPlaces(t *testing.T) {
	cases := []struct {
		name, text, toponym, country string
		lat, lon                     float64
	}{
		{"name that begins before its name", "Rain fell on the town of Khan Sheikhoun on Monday.", "Khan Sheikhoun", "SYR", 35.4, 36.7},
		{"best known", "Heavy rain fell on Tripoli on Monday.", "Tripoli", "LBY", 32.9, 13.2},
		{"country after a comma", "A parade was held in Tripoli, Lebanon, on Monday.", "Tripoli", "LBN", 34.4, 35.8},
		{"state after a comma", "The fair in Paris, Texas, opened on Monday.", "Paris", "USA", 33.7, -95.6},
		{"abbreviated state", "The fair in Athens, Ga., opened on Monday.", "Athens", "USA", 34.0, -83.4},
		{"state that is a country too", "The fair moved from Savannah to Atlanta, the capital of Georgia.", "Georgia", "USA", 32.8, -83.3},
		{"country that is a state too", "The train from Tbilisi to Batumi crosses Georgia by night.", "Georgia", "GEO", 42, 43.5},
		{"province", "Snow closed the roads of Helmand province on Monday.", "Helmand", "AFG", 31.5, 64.3},
		{"transliteration", "A market opened in Deir Ezzor on Monday.", "Deir Ezzor", "SYR", 35.3, 40.1},
		{"a name of which half was taken for a person", "A suspected gas attack killed nine people in the town of Khan Sheikhoun in Syria's Idlib province on Tuesday.", "Khan Sheikhoun", "SYR", 35.4, 36.7},
		{"demonym", "A Syrian farmer sold his olives.", "Syrian", "SYR", 35, 38},
		{"county", "The fair in Laurel County, Kentucky, opened on Monday.", "Laurel County", "USA", 37, -84.1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := toponym(t, read(t, c.text), c.toponym).Place
			if len(p.Countries) != 1 || p.Countries[0] != c.country || math.Abs(p.Lat-c.lat) > 0.8 || math.Abs(p.Lon-c.lon) > 1 {
				t.Errorf("%s is in %v at %.1f, %.1f; want %s, %.1f, %.1f", c.toponym, p.Countries, p.Lat, p.Lon, c.country, c.lat, c.lon)
			}
		})
	}
}

// A village that the gazetteer does not have is not its namesake on another continent.
func TestNamesakeFarAwayIsNotTaken(t *testing.T) {
	for _, c := range []struct{ text, name, country string }{
		{"KABUL - Gunmen attacked a police post in Santa Isabel on Monday, Afghan officials said. Kabul sent troops.", "Santa Isabel", "AFG"},
		{"SAN SALVADOR - Guerrillas attacked an army post in San Ramon on Monday, the Salvadoran army said.", "San Ramon", "SLV"},
	} {
		if p := toponym(t, read(t, c.text), c.name).Place; p.Located || len(p.Countries) != 1 || p.Countries[0] != c.country {
			t.Errorf("%q: %s is %+v; want no coordinates, %s", c.text, c.name, p, c.country)
		}
	}
	for _, c := range []struct{ text, name, country string }{
		{"KABUL - Gunmen attacked a police post on Monday, Afghan officials said. The officer was treated in San Ramon, California.", "San Ramon", "USA"},
		{"KABUL - Afghan officials flew to Peshawar and on to Quetta on Monday.", "Quetta", "PAK"},
	} {
		if p := toponym(t, read(t, c.text), c.name).Place; !p.Located || p.Countries[0] != c.country {
			t.Errorf("%q: %s is %+v; want it in %s", c.text, c.name, p, c.country)
		}
	}
}

// What is told to stand in a village that stays off the map does not stand in its namesake either.
func TestNamesakeFarAwayHoldsNothing(t *testing.T) {
	s := read(t, "KABUL - Gunmen attacked the Noor Hotel in Santa Isabel on Monday, Afghan officials said. Kabul sent troops.")
	for _, p := range s.Toponyms {
		if p.Place.Located && p.Place.Countries[0] != "AFG" {
			t.Errorf("%s is %+v; want nothing outside of Afghanistan", s.In(p.Span), p.Place)
		}
	}
	if p := toponym(t, s, "Noor Hotel").Place; p.Located {
		t.Errorf("the hotel is %+v; want no coordinates", p)
	}
}

func TestLargerUnitsLeaveOutTheirOwnName(t *testing.T) {
	for text, want := range map[string]string{"Rain fell on Bogota on Monday.": "Colombia", "Rain fell on Kabul on Monday.": "Afghanistan", "Rain fell on Medellin on Monday.": "Colombia Antioquia"} {
		if p := read(t, text).Toponyms[0].Place; strings.Join(p.Within, " ") != want {
			t.Errorf("%s: %s is within %q; want %s", text, p.Name, p.Within, want)
		}
	}
}

func TestNounOfAnAdjective(t *testing.T) {
	if p := toponym(t, read(t, "A Syrian farmer sold his olives."), "Syrian"); p.Noun != "Syria" || p.Place.Name != "Syrian" {
		t.Errorf("%q is of %q; want Syrian, of Syria", p.Place.Name, p.Noun)
	}
}

func TestNothingPanics(t *testing.T) {
	for _, text := range []string{"", " ", ".", "in", "Paris", "Par\xffis, \xff", "of the of the", "north of", "30 km north of", "al-", "al-Al", ",,,", "Paris, Paris, Paris"} {
		read(t, text)
	}
}

func TestGivenStretchesArePlaced(t *testing.T) {
	s := read(t, "we drove from samarra to tikrit")
	step().ReadSpans(s, []sitrep.Span{{Start: 14, End: 21}, {Start: 25, End: 31}})
	if len(s.Toponyms) != 2 || !s.Toponyms[0].Place.Located || s.Toponyms[0].Place.Countries[0] != "IRQ" {
		t.Errorf("got %+v", s.Toponyms)
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Fighting broke out in Goma on Monday, a spokesman for Rwanda said. Shells hit Bukavu and Uvira, and troops left Kisangani for Kinshasa. ", 18)
	doc, err := pipeline().Annotate(text)
	if err != nil {
		b.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: text}, Doc: doc, Tree: sitrep.NewTree(doc)}
	for b.Loop() {
		if err := step().Read(s); err != nil {
			b.Fatal(err)
		}
	}
}

func TestMarks(t *testing.T) {
	cases := []struct {
		name, text, toponym string
		metonym, adjectival bool
	}{
		{"a government that speaks", "Moscow accused Kyiv of breaking the deal.", "Moscow", true, false},
		{"a place where something is", "The envoys met in Moscow on Monday.", "Moscow", false, false},
		{"sides of talks", "Talks between Ankara and Damascus resumed on Monday.", "Ankara", true, false},
		{"a people", "Syrian troops left the town.", "Syrian", false, true},
		{"residents", "Aleppo residents queued for bread.", "Aleppo", false, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := toponym(t, read(t, c.text), c.toponym)
			if p.Metonym != c.metonym || p.Adjectival != c.adjectival {
				t.Errorf("metonym %v, adjectival %v", p.Metonym, p.Adjectival)
			}
		})
	}
}

func TestPrecisionAndLargerUnits(t *testing.T) {
	s := read(t, "Snow fell in Tikrit in Salah ad Din province, in northern Syria and 30 km north of Baghdad.")
	tikrit := toponym(t, s, "Tikrit").Place
	if tikrit.Precision != 1 || len(tikrit.Within) < 2 || tikrit.Within[0] != "Iraq" {
		t.Errorf("Tikrit: precision %d within %q", tikrit.Precision, tikrit.Within)
	}
	if syria := toponym(t, s, "Syria").Place; syria.Precision != 5 || syria.Lat < 35.5 {
		t.Errorf("northern Syria: precision %d at %.1f", syria.Precision, syria.Lat)
	}
	if baghdad := toponym(t, s, "Baghdad").Place; baghdad.Precision != 2 || math.Abs(baghdad.Lat-33.61) > 0.1 {
		t.Errorf("30 km north of Baghdad: precision %d at %.2f", baghdad.Precision, baghdad.Lat)
	}
}

func TestWhatIsNotKnownHasNoCoordinates(t *testing.T) {
	s := read(t, "A fair opened in the village of Qurbexo in Syria, and in the Zanplu district of Aleppo.")
	if p := toponym(t, s, "Qurbexo").Place; p.Located || len(p.Countries) != 1 || p.Countries[0] != "SYR" {
		t.Errorf("Qurbexo: %+v", p)
	}
	if p := toponym(t, s, "Zanplu").Place; !p.Located || p.Precision != 2 {
		t.Errorf("Zanplu: %+v", p)
	}
}

func TestOtherSpellingsOnlyWhereTheReportIs(t *testing.T) {
	if p := toponym(t, read(t, "A market opened in the town of Mayadeen in Syria."), "Mayadeen").Place; !p.Located || math.Abs(p.Lat-35) > 0.3 {
		t.Errorf("Mayadeen in Syria: %+v", p)
	}
	if p := toponym(t, read(t, "A market opened in the town of Mayadeen in Norway."), "Mayadeen").Place; p.Located && p.Countries[0] == "SYR" {
		t.Errorf("Mayadeen in Norway: %+v", p)
	}
}

// A surname that is a town's name too is its bearer's where the report names somebody in full by it.
func TestASurnameIsNoTown(t *testing.T) {
	const told = "Police in Baltimore questioned a man on Monday. "
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"named in full", told + "The suspect was identified as David Brian Evans, police said. Evans was armed. A handgun was recovered from Evans, the sheriff said.", false},
		{"of nobody", told + "The convoy drove to Harrisburg, and later on to Evans, the sheriff said.", true},
	} {
		s := read(t, c.text)
		got := false
		for i := range s.Toponyms {
			got = got || s.In(s.Toponyms[i].Span) == "Evans"
		}
		if got != c.want {
			t.Errorf("%s: a place is %v, want %v", c.name, got, c.want)
		}
	}
}

// A department is meant, not a far town that had the same name once, nor the small town in it that is called after it.
func TestDepartmentBeforeNamesakes(t *testing.T) {
	s := read(t, "MEDELLIN, Colombia - Rebels of the ELN attacked a column in the rural area of Yondo in Antioquia on Monday, Colombian officials said.")
	if p := toponym(t, s, "Antioquia").Place; len(p.Countries) != 1 || p.Countries[0] != "COL" || p.Kind != "admin1" {
		t.Errorf("Antioquia is %+v; want the department of Colombia", p)
	}
}

func TestProvincesInARow(t *testing.T) {
	s := read(t, "Fighting went on in Kunduz and Helmand provinces of Afghanistan on Monday.")
	for _, name := range []string{"Kunduz", "Helmand"} {
		if p := toponym(t, s, name).Place; p.Precision != 4 {
			t.Errorf("%s is %+v; want the province", name, p)
		}
	}
}

// A quarter is no capital that has its name, wherever the report is set.
func TestQuarterIsNoNamesakeCapital(t *testing.T) {
	s := read(t, "SAN SALVADOR, El Salvador - A bomb damaged two houses in the San Jose neighborhood in the west of San Salvador on Monday, Salvadoran police said.")
	if p := toponym(t, s, "San Jose").Place; p.Located && p.Countries[0] != "SLV" {
		t.Errorf("the quarter is %+v; want nothing outside of El Salvador", p)
	}
}

// In a text in capitals a preposition is no abbreviation of a province.
func TestPrepositionInCapitalsIsNoProvince(t *testing.T) {
	s := read(t, "AS HAS BEEN REPORTED, ON 5 JULY A BUS WITH SOVIET SEAMEN ON BOARD WAS BLOWN UP IN LIMA, PERU.")
	for _, p := range s.Toponyms {
		if s.In(p.Span) == "ON" {
			t.Errorf("ON is %+v", p.Place)
		}
	}
}
