package role_test

import (
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/extract/claim"
	"sitrep/extract/role"
	"sitrep/ground/actor"
	"sitrep/lexicon"
)

// happening reads a text whose stars mark the mentions of one event, and gives its actors.
func happening(t *testing.T, kind sitrep.Kind, text string) []sitrep.Actor {
	t.Helper()
	pipeline, err := language()
	if err != nil {
		t.Fatal(err)
	}
	var at []int
	for i := strings.Index(text, "*"); i >= 0; i = strings.Index(text, "*") {
		at, text = append(at, i), strings.Replace(text, "*", "", 1)
	}
	doc, err := pipeline.Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: text}, Doc: doc, Tree: sitrep.NewTree(doc)}
	e := sitrep.Event{Kind: kind, Score: 0.9}
	for i, w := range doc.Tokens {
		if len(at) > len(s.Mentions) && w.Start == at[len(s.Mentions)] {
			e.MentionsOf = append(e.MentionsOf, len(s.Mentions))
			s.Mentions = append(s.Mentions, sitrep.EventMention{Kind: kind, Trigger: i, TriggerSpan: w.Span, Span: w.Span})
		}
	}
	if len(s.Mentions) != len(at) {
		t.Fatalf("no token begins at each star of %q", text)
	}
	steps := []interface{ Read(*sitrep.Story) error }{actor.New(lexicon.English()), claim.New(lexicon.English()), role.New(lexicon.English())}
	for _, step := range steps {
		if err := step.Read(s); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range s.Mentions {
		e.Actors = append(e.Actors, m.Actors...)
	}
	e.Actors = sitrep.JoinActors(e.Actors)
	s.Events = []sitrep.Event{e}
	if err := role.NewCaster().Read(s); err != nil {
		t.Fatal(err)
	}
	return s.Events[0].Actors
}

func count(all []sitrep.Actor, r sitrep.Role, side string) int {
	n := 0
	for _, a := range all {
		if a.Role == r && a.Side == side {
			n++
		}
	}
	return n
}

// However many words the mentions of an event have for a side, it is one actor.
func TestOneActorForASide(t *testing.T) {
	for _, names := range [][2]string{{"Norwegian", "NOR"}, {"Chilean", "CHL"}} {
		text := strings.ReplaceAll("A troops *attacked Kenyan soldiers on Monday. The *attack by the A army killed two Kenyan troops.", "A ", names[0]+" ")
		all := happening(t, sitrep.Attack, text)
		if count(all, sitrep.Initiator, names[1]) != 1 || count(all, sitrep.Target, "KEN") != 1 || len(all) != 2 {
			t.Errorf("%q: %+v", text, all)
		}
	}
}

func TestVictimsOfNoKnownSideAreOneActor(t *testing.T) {
	all := happening(t, sitrep.Bombing, "A *bomb killed five people near a market. The *blast wounded several residents, and children were hit.")
	if n := count(all, sitrep.Target, ""); n != 1 {
		t.Errorf("%d targets: %+v", n, all)
	}
}

func TestNobodyIsBlamedForAWholeEventWithoutWords(t *testing.T) {
	for _, text := range []string{
		"A *bomb killed five people near a market. The Chilean president condemned the *blast.",
		"Norwegian soldiers were *killed near a market. The *killing of the Norwegian soldiers shocked the town.",
		"The Norwegian army said five people were *killed near a market. The *blast was heard far away.",
	} {
		for _, a := range happening(t, sitrep.Bombing, text) {
			if a.Role == sitrep.Initiator {
				t.Errorf("%q: %s is an initiator", text, a.Name)
			}
		}
	}
}

func TestCastingOddStories(t *testing.T) {
	for _, s := range []*sitrep.Story{
		{Report: &sitrep.Report{}, Doc: &sitrep.Doc{}, Tree: sitrep.NewTree(&sitrep.Doc{})},
		{Report: &sitrep.Report{}, Doc: &sitrep.Doc{}, Tree: sitrep.NewTree(&sitrep.Doc{}), Mentions: []sitrep.EventMention{{}},
			Events: []sitrep.Event{{}, {MentionsOf: []int{0}}}},
	} {
		if err := role.NewCaster().Read(s); err != nil {
			t.Error(err)
		}
	}
}

// A town does nothing itself: where its side acts, the side is named.
func TestTownsAreNoDoers(t *testing.T) {
	for _, a := range happening(t, sitrep.Airstrike, "Bergen warplanes *struck a Kenyan base on Monday. The Norwegian government confirmed the *strike by Norway.") {
		if a.Role == sitrep.Initiator && a.Name == "Bergen" {
			t.Errorf("%+v", a)
		}
	}
}

// Whoever brokers a truce is no side of it.
func TestBrokersAreNoParties(t *testing.T) {
	for _, broker := range [][2]string{{"Kenya", "KEN"}, {"Finland", "FIN"}, {"Qatar", "QAT"}} {
		all := happening(t, sitrep.Ceasefire, "A *truce between Norway and Chile brokered by "+broker[0]+" took effect on Monday. The *truce held until Friday, "+broker[0]+" said.")
		if count(all, sitrep.Mediator, broker[1]) != 1 || count(all, sitrep.Party, broker[1]) != 0 {
			t.Errorf("%s: %+v", broker[0], all)
		}
	}
}

// Whoever only tells of a truce between two others is no side of it.
func TestTellersAreNoParties(t *testing.T) {
	for _, teller := range [][2]string{{"Kenya", "KEN"}, {"Finland", "FIN"}, {"Peru", "PER"}} {
		all := happening(t, sitrep.Ceasefire, "Norway and Chile *agreed on a truce on Monday, "+teller[0]+" said. The *truce between Norway and Chile held, the government of "+teller[0]+" and the United Nations said.")
		if count(all, sitrep.Party, teller[1])+count(all, sitrep.Party, "UN") != 0 || count(all, sitrep.Party, "NOR") != 1 || count(all, sitrep.Party, "CHL") != 1 {
			t.Errorf("%s: %+v", teller[0], all)
		}
	}
}

// Whoever is told not to have been there is no side of it.
func TestWhoeverWasAbsentIsNoParty(t *testing.T) {
	for _, rest := range []string{"Peru was not a party to the *talks.", "Peru did not join the *talks.", "Peru was not invited to the *talks."} {
		all := happening(t, sitrep.Talks, "Norway and Chile held *talks on Monday. "+rest)
		if count(all, sitrep.Party, "PER")+count(all, sitrep.Mediator, "PER") != 0 || count(all, sitrep.Party, "NOR") != 1 {
			t.Errorf("%s: %+v", rest, all)
		}
	}
}

// Those who do it are not those to whom it is done, though no side is told of either.
func TestPeopleOfNoKnownSideWhoAttackOthers(t *testing.T) {
	for _, text := range []string{
		"Two farmers were killed, *shot on Monday by a group of armed individuals.",
		"Three miners were killed on Friday, *shot by two individuals.",
	} {
		all := happening(t, sitrep.Attack, text)
		if count(all, sitrep.Initiator, "") != 1 || count(all, sitrep.Target, "") != 1 {
			t.Errorf("%q: %+v", text, all)
		}
	}
}

// Whoever stands behind "by" did it, though the report has no name for them.
func TestDoersWithoutANameAreTold(t *testing.T) {
	all := happening(t, sitrep.Abduction, "The *kidnapping of Hector Ruiz was announced in Cali today. Ruiz was *abducted by heavily armed men on the way to the airport.")
	if count(all, sitrep.Initiator, "") != 1 {
		t.Errorf("%+v; want the armed men to have done it", all)
	}
}

// So did nameless people who stand before the verb, beside those of no name either to whom it was done.
func TestNamelessDoersBesideNamelessVictims(t *testing.T) {
	for text, kind := range map[string]sitrep.Kind{
		"A businessman was *kidnapped on Monday by several unknown persons.":             sitrep.Abduction,
		"Unidentified men *placed two bombs in the car park of a large hotel on Monday.": sitrep.Bombing,
	} {
		if all := happening(t, kind, text); count(all, sitrep.Initiator, "") != 1 {
			t.Errorf("%q: %+v; want somebody to have done it", text, all)
		}
	}
}

// Those by whose names the report calls the victims are victims too.
func TestNamesOfVictims(t *testing.T) {
	for text, names := range map[string][]string{
		"Gunmen *shot five students on Monday. The victims were identified as Juan Perez, Maria Lopez and Carlos Conde.": {"Juan Perez", "Maria Lopez", "Carlos Conde"},
		"Gunmen *shot two students on Monday. The students are Juan Perez and Maria Lopez, police said.":                 {"Juan Perez", "Maria Lopez"},
		"Gunmen *shot twelve miners on Monday, including Saul Cantoral.":                                                 {"Saul Cantoral"},
		"Gunmen *shot five students on Monday. The witnesses were identified as Juan Perez and Maria Lopez.":             nil,
	} {
		all := happening(t, sitrep.Attack, text)
		var got []string
		for _, a := range all {
			if a.Role == sitrep.Target && a.Named {
				got = append(got, a.Name)
			}
		}
		if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(names))) {
			t.Errorf("%q: %q; want %q", text, got, names)
		}
	}
}

// What an attack is told to have hit is its target where nothing surer is told, whatever it is.
func TestWhatWasHitIsTold(t *testing.T) {
	for text, name := range map[string]string{
		"Rebels carried out an *attack on the electrical system on Monday.": "electrical system",
		"An *explosion at a drugstore shattered windows on Monday.":         "drugstore",
		"Rebels *destroyed the municipal office and killed a guard.":        "municipal office",
		"A *bomb killed a guard and caused heavy damage to two houses.":     "two houses",
		"Rebels killed a guard and *set fire to three trucks on Monday.":    "three trucks",
		"A guard died when a *grenade was thrown at a soda shop on Monday.": "soda shop",
	} {
		all := happening(t, sitrep.Bombing, text)
		if !slices.ContainsFunc(all, func(a sitrep.Actor) bool { return a.Role == sitrep.Target && a.Name == name }) {
			t.Errorf("%q: %+v; want the target %s", text, all, name)
		}
	}
}
