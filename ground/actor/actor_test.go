package actor_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep"
	"sitrep/gazetteer"
	"sitrep/ground/actor"
	"sitrep/ground/place"
	"sitrep/lexicon"
	"sitrep/nlp"
	"sitrep/nlp/english"
)

type kit struct {
	language *nlp.Pipeline
	places   *place.Step
	step     *actor.Step
}

var shared = sync.OnceValue(func() kit {
	p, err := english.New()
	if err != nil {
		panic(err)
	}
	return kit{p, place.New(lexicon.English(), gazetteer.Default()), actor.New(lexicon.English())}
})

// read makes the story of a text as far as its cast.
func read(t testing.TB, text string) *sitrep.Story { return readFrom(t, "", text) }

// readFrom does so of a report of an outlet.
func readFrom(t testing.TB, outlet, text string) *sitrep.Story {
	t.Helper()
	k := shared()
	d, err := k.language.Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: text, Outlet: outlet, Published: time.Date(2016, 5, 4, 0, 0, 0, 0, time.UTC)}, Doc: d, Tree: sitrep.NewTree(d)}
	if err := k.places.Read(s); err != nil {
		t.Fatal(err)
	}
	if err := k.step.Read(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// at is the entity that a word of the text heads a mention of.
func at(t *testing.T, s *sitrep.Story, word string) *sitrep.Entity {
	t.Helper()
	i := strings.Index(s.Text, word)
	if i < 0 {
		t.Fatalf("%q is not in the text", word)
	}
	for k, tok := range s.Doc.Tokens {
		if tok.Start == i {
			return s.Cast.At(k)
		}
	}
	t.Fatalf("%q is no token", word)
	return nil
}

func TestSides(t *testing.T) {
	cases := []struct{ name, text, word, side string }{
		{"a demonym before soldiers", "Three Chadian soldiers were killed near the lake on Monday.", "soldiers", "TCD"},
		{"a state as attacker", "Norway attacked the harbour.", "Norway", "NOR"},
		{"a ministry of a state", "Finland's defence ministry said the drill was over.", "ministry", "FIN"},
		{"a soldier of an armed group", "Two Taliban fighters surrendered.", "fighters", "TALIBAN"},
		{"a nationality is not the side of rebels", "Chadian rebels seized the town.", "rebels", ""},
		{"a wing has the side of its group", "The Qassam Brigades fired a rocket.", "Brigades", "HAMAS"},
		{"an agency of the UN", "UNICEF sent blankets to the camp.", "UNICEF", "UN"},
		{"an envoy of the UN for a state", "The U.N. Yemen envoy arrived.", "envoy", "UN"},
		{"who backs is not whose it is", "An Iran-backed militia fired on the base.", "militia", ""},
		{"who leads a coalition", "The US-led coalition bombed a bridge.", "coalition", "USA"},
		{"where it is based", "The London-based observatory counted nine dead.", "observatory", ""},
		{"people of a nation", "Two Ghanaian farmers were wounded.", "farmers", "GHA"},
		{"of a state", "The president of Ghana flew home.", "president", "GHA"},
		{"the country of the report", "Rain fell. Ghana moved tanks to the lake. Two roads were closed. Officials gave no reason.", "Officials", "GHA"},
		{"one of two countries", "Rain fell. Ghana and Finland traded fire at the lake. Officials gave no reason.", "Officials", ""},
		{"a body of several", "Rain fell. Ghana was calm. The army of the two countries met at the lake.", "army", ""},
		{"a body of those told before", "Rain fell. Ghana was calm. The commission and the army of the three met.", "army", ""},
		{"members of a force", "Five members of the Kenyan army died.", "members", "KEN"},
		{"counted soldiers", "Dozens of Kenyan soldiers died.", "Dozens", "KEN"},
		{"the army of the country around", "Clashes broke out in northern Mali. The army said five Malian villagers died in Mali.", "army", "MLI"},
		{"an office by its holder", "Kofi Annan spoke to reporters.", "Kofi", "UN"},
		{"a title without a country", "Clashes broke out in Mali. Defence Minister Amadou Konta said Mali would answer.", "Amadou", "MLI"},
		{"the only armed group of the country", "Clashes broke out in Uganda on Monday. Fighters of the Lord's Resistance Army fled. The rebels left Uganda.", "rebels", "LRA"},
		{"the rebels of elsewhere", "Clashes broke out in Mali on Monday. The rebels left Mali. Boko Haram was not there.", "rebels", ""},
		{"fighters of a people whose group is named", "The Tamil Tigers left Jaffna. Tamil rebels came back on Monday.", "rebels", "LTTE"},
		{"fighters of a people whose group is not named", "Boko Haram left Jaffna. Tamil rebels came back on Monday.", "rebels", ""},
		{"fighters of a people of whom two groups are named", "The PKK and the YPG left the hills. Kurdish militants came back on Monday.", "militants", ""},
		{"a group meant again", "Boko Haram left the hills. Lorries came. The militant group said so on Monday.", "group", "BOKO_HARAM"},
		{"a group meant after two were named", "Boko Haram and the PKK left the hills. The militant group said so on Monday.", "group", ""},
		{"a group told of otherwise", "Boko Haram left the hills. The militant group that took Dol on Monday is new.", "group", ""},
		{"a group before any is named", "The militant group left the hills. Boko Haram came.", "group", ""},
		{"for the government", "Pro-government fighters took the bridge in northern Mali. Mali was silent.", "fighters", "MLI"},
		{"foreign troops are not the country's", "Foreign troops left Mali. Mali was silent.", "troops", ""},
		{"a name within a longer one", "The Sudan Tribune reported it.", "Tribune", ""},
		{"a region that is no country", "Northern Ireland Secretary Ann Marsh resigned.", "Secretary", "GBR"},
		{"an ethnic group is no state", "Ethnic Albanian villagers fled.", "villagers", ""},
		{"whoever left the service", "Clashes broke out in Mali. A former army officer was arrested in Mali.", "officer", ""},
		{"one name of two groups", "Clashes broke out in Colombia. The National Liberation Army attacked a Colombian convoy.", "Army", "ELN"},
		{"one word for two nations", "The Congolese army shelled a camp near Goma, Congo.", "army", "COD"},
		{"one name of two nations", "Clashes broke out near Kinshasa. Congo's army said it had won.", "army", "COD"},
		{"a state by its full name", "The Democratic Republic of Congo closed the border.", "Republic", "COD"},
		{"a party's leader is on the party's side", "Sinn Fein president Ann Marsh left London. Britain was silent.", "president", ""},
		{"whose the pronoun says", "Clashes broke out in northern Mali. Chad said its troops had left Mali.", "troops", "TCD"},
		{"the army named before", "Clashes broke out in Mali. The Chadian army shelled a village in Mali. The army denied it.", "army denied", "TCD"},
		{"a soldier lent to a union of states", "A German NATO soldier was wounded in Mali.", "soldier", "DEU"},
		{"of a union of states for a state", "Clashes broke out in Mali. UNICEF's Mali representative spoke.", "representative", "UN"},
		{"peacekeepers under a mandate", "The United Nations said three Ghanaian peacekeepers were wounded in Mali.", "peacekeepers", "UN"},
		{"peacekeepers of a state", "Three Ghanaian peacekeepers were wounded in Mali.", "peacekeepers", "GHA"},
		{"the name behind the word", "The Lebanese movement Hezbollah denied it.", "movement", "HEZBOLLAH"},
		{"of the opposition", "Clashes broke out in Mali. Officials of the opposition left Mali.", "Officials", ""},
		{"where it was sent from", "LAGOS — Chadian police said the army left Chad.", "army", "TCD"},
		{"sent from elsewhere", "ACCRA — Kenyan rebels left Wajir. The army said so.", "army", "KEN"},
		{"sent from elsewhere on a day", "ACCRA, May 4, 2021 — Kenyan rebels left. The army said so.", "army", "KEN"},
		{"sent from elsewhere, without a dash", "ACCRA, Ghana Kenyan rebels left. The army said so.", "army", "KEN"},
		{"whoever tells it has his office elsewhere", "Kenyan rebels left, the Ghana-based radio said. Ghana-based monitors denied it. The army left.", "army", "KEN"},
		{"soldiers of one of two", "Clashes broke out in Mali. A strike by Mali on Chadian troops killed four soldiers.", "soldiers", ""},
		{"a unit may be anybody's", "Clashes broke out in Mali. The unit left Mali.", "unit", ""},
		{"private media", "Reuters said the bridge was open.", "Reuters", ""},
		{"a state's media", "China's state media reported the meeting.", "media", "CHN"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			e := at(t, read(t, c.text), c.word)
			if e == nil {
				t.Fatalf("no entity at %q", c.word)
			}
			if e.Side != c.side {
				t.Errorf("side %q of %q, want %q", e.Side, e.Name, c.side)
			}
		})
	}
}

// The headline names the country that a report is set in, though its first words name others.
// The outlet that opens a report is part of nobody's name.
func TestTheOutletThatOpensAReport(t *testing.T) {
	for text, want := range map[string]string{
		"4 May 2016 DORELA Seven people were killed by shells in Turku.":     "Seven people",
		"TURKU, 4 May 2016 (DORELA) Seven people were killed by shells.":     "Seven people",
		"Rebels of 4 May 2016 fired at DORELA Seven people who were killed.": "DORELA Seven people",
	} {
		s := readFrom(t, "Dorela", text)
		if e := at(t, s, "people"); e == nil || e.Name != want {
			t.Errorf("%q: %+v; want %q", text, e, want)
		}
	}
}

func TestTheTitleSaysWhereAReportIsSet(t *testing.T) {
	s := read(t, "Ghanaian envoys met on Monday. The army denied it.")
	var err error
	if s.Title, err = shared().language.Annotate("Kenya: clashes in the north"); err != nil {
		t.Fatal(err)
	}
	if err := shared().step.Read(s); err != nil {
		t.Fatal(err)
	}
	if e := at(t, s, "army"); e == nil || e.Side != "KEN" {
		t.Errorf("%+v", e)
	}
}

func TestNoEntity(t *testing.T) {
	if e := at(t, read(t, "ACCRA — The army left."), "ACCRA"); e != nil {
		t.Errorf("%+v is where a report was sent from", e)
	}

	if e := at(t, read(t, "Gunmen shot dead a driver."), "dead"); e != nil {
		t.Errorf("%+v is of an adjective", e)
	}
}

func TestOneEntity(t *testing.T) {
	cases := []struct{ name, text, a, b string }{
		{"a pronoun", "The Kenyan army said it had left the town.", "army", "it"},
		{"a relative pronoun", "The rebels who took the town left.", "rebels", "who"},
		{"two words for an army", "The Kenyan military left the town. Kenya's army said nothing.", "military", "army"},
		{"another name of a group", "Fighters of the Lord's Resistance Army left. The LRA denied it.", "Army", "LRA"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := read(t, c.text)
			a, b := at(t, s, c.a), at(t, s, c.b)
			if a == nil || a != b {
				t.Errorf("%+v and %+v are two", a, b)
			}
		})
	}
}

// TestAFormerState: what a report recalls of a state that is no more is not told of its successor, nor does the successor take its name.
func TestAFormerState(t *testing.T) {
	s := read(t, "Russia sent envoys to the talks. The Soviet Union fell apart in 1991.")
	now, then := at(t, s, "Russia"), at(t, s, "Union")
	if now == nil || then == nil || now == then || now.Side != "RUS" || then.Side != "RUS" {
		t.Errorf("%+v and %+v, want two of one side", now, then)
	}
}

func TestNames(t *testing.T) {
	cases := []struct{ name, text, word, want string }{
		{"without a relative clause", "The Kenyan soldiers who had left came back.", "soldiers", "Kenyan soldiers"},
		{"without what leads on", "The zone is held by Kenyan forces and the formerly allied militia Dol Guard.", "forces", "Kenyan forces"},
		{"without whom it blames", "In that attack, blamed by the government on Boko Haram, two men died.", "government", "government"},
		{"without where the report was sent from", "ACCRA, Ghana Kenyan soldiers left the town.", "soldiers", "Kenyan soldiers"},
		{"without a town that no list has", "QWUVENBERG, Norway Kenyan soldiers left the town.", "soldiers", "Kenyan soldiers"},
		{"the full name of a state", "The United States sent aid. U.S. officials said so.", "States", "United States"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if e := at(t, read(t, c.text), c.word); e == nil || e.Name != c.want {
				t.Errorf("got %+v, want %q", e, c.want)
			}
		})
	}
}

func TestPersons(t *testing.T) {
	cases := []struct {
		name, text, word, description, organisation string
		source                                      sitrep.SourceKind
	}{
		{"a title", "Finnish Foreign Minister Aino Lahti flew home.", "Aino", "Finnish Foreign Minister", "", sitrep.GovernmentSource},
		{"words beside the name", "Aino Lahti, a spokeswoman for the Finnish defence ministry, denied it.", "Aino", "spokeswoman for the Finnish defence ministry", "Finnish defence ministry", sitrep.Belligerent},
		{"a calling", "Gunmen murdered businessman John Miller in Turku.", "John", "businessman", "", sitrep.Witness},
		{"a calling beside the name", "Gunmen shot dead Aino Lahti, a wealthy anthropologist who lived in Turku, on Monday.", "Aino", "wealthy anthropologist", "", sitrep.UnnamedSource},
		{"neither", "Gunmen shot dead Aino Lahti, and her car was burned.", "Aino", "", "", sitrep.UnnamedSource},
		{"of a monitor", "Aino Lahti, director of the Syrian Observatory for Human Rights, denied it.", "Aino", "director of the Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights", sitrep.MonitorSource},
		{"an official without a name", "A Finnish official denied it.", "official", "", "", sitrep.AnonymousOfficial},
		{"a resident", "A resident of Turku denied it.", "resident", "", "", sitrep.Witness},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			e := at(t, read(t, c.text), c.word)
			if e == nil || e.Description != c.description || e.Organisation != c.organisation || e.SourceKind != c.source {
				t.Errorf("got %+v", e)
			}
		})
	}
}

func TestNothingPanics(t *testing.T) {
	for _, text := range []string{"", "a", "\xff\xfe army", strings.Repeat("the army of ", 3000), "who who which of of"} {
		read(t, text)
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("The Kenyan army said on Monday that its soldiers had killed three rebels near Wajir, where residents of two villages fled. ", 20)
	s := read(b, text)
	b.ResetTimer()
	for range b.N {
		if err := shared().step.Read(s); err != nil {
			b.Fatal(err)
		}
	}
}
