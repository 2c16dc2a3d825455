package role

import (
	"strings"
	"testing"

	"sitrep"
)

func TestWhoeverIsHarmedIsMostlyOfTheCountry(t *testing.T) {
	bergen := sitrep.Place{Name: "Bergen", Countries: []string{"NOR"}}
	for _, c := range []struct {
		name   string
		words  string
		entity sitrep.Entity
		kind   sitrep.Kind
		places []sitrep.Place
		want   string
	}{
		{"people", "five people", sitrep.Entity{Kind: sitrep.PeopleEntity}, sitrep.Bombing, []sitrep.Place{bergen}, "NOR"},
		{"one person", "an elderly woman", sitrep.Entity{Kind: sitrep.PersonEntity}, sitrep.Bombing, []sitrep.Place{bergen}, "NOR"},
		{"two places of one country", "residents", sitrep.Entity{Kind: sitrep.PeopleEntity}, sitrep.Bombing, []sitrep.Place{bergen, {Name: "Oslo", Countries: []string{"NOR"}}}, "NOR"},
		{"places of two countries", "residents", sitrep.Entity{Kind: sitrep.PeopleEntity}, sitrep.Bombing, []sitrep.Place{bergen, {Name: "Kiruna", Countries: []string{"SWE"}}}, ""},
		{"a border", "residents", sitrep.Entity{Kind: sitrep.PeopleEntity}, sitrep.Bombing, []sitrep.Place{{Name: "the border", Countries: []string{"NOR", "SWE"}}}, ""},
		{"no place", "five people", sitrep.Entity{Kind: sitrep.PeopleEntity}, sitrep.Bombing, nil, ""},
		{"a side is told", "five people", sitrep.Entity{Kind: sitrep.PeopleEntity, Side: "KEN"}, sitrep.Bombing, []sitrep.Place{bergen}, ""},
		{"a name", "Jane Doe", sitrep.Entity{Kind: sitrep.PersonEntity, Named: true}, sitrep.Bombing, []sitrep.Place{bergen}, ""},
		{"arms", "five people", sitrep.Entity{Kind: sitrep.PeopleEntity, Civilian: sitrep.False}, sitrep.Bombing, []sitrep.Place{bergen}, ""},
		{"guests", "five foreign tourists", sitrep.Entity{Kind: sitrep.PeopleEntity, Civilian: sitrep.True}, sitrep.Bombing, []sitrep.Place{bergen}, ""},
		{"whoever is taken away", "five people", sitrep.Entity{Kind: sitrep.PeopleEntity}, sitrep.Abduction, []sitrep.Place{bergen}, ""},
		{"whoever flees", "five people", sitrep.Entity{Kind: sitrep.PeopleEntity}, sitrep.Displacement, []sitrep.Place{bergen}, ""},
		{"a thing", "a market", sitrep.Entity{Kind: sitrep.ThingEntity}, sitrep.Bombing, []sitrep.Place{bergen}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := &sitrep.Doc{}
			for _, w := range strings.Fields(c.words) {
				doc.Tokens = append(doc.Tokens, sitrep.Token{Form: w, Lemma: strings.TrimSuffix(w, "s")})
			}
			c.entity.Mentions = []sitrep.EntityMention{{Last: len(doc.Tokens), Head: len(doc.Tokens) - 1}}
			s := &sitrep.Story{Doc: doc, Cast: sitrep.NewCast([]sitrep.Entity{c.entity}), Events: []sitrep.Event{{Kind: c.kind, Places: c.places}}}
			board := &table{pool: &pool{Story: s}}
			if got := board.residence(0, 0); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// Soldiers and towns of one side share in what was done to it; nobody of no side does.
func TestPooledOddsAreThoseOfASide(t *testing.T) {
	words := &sitrep.Doc{Tokens: []sitrep.Token{{Form: "soldiers", Head: -1}, {Form: "town"}, {Form: "gunmen"}, {Form: "attackers"}}, Sentences: []sitrep.Sentence{{Last: 4}}}
	s := &sitrep.Story{Doc: words, Tree: sitrep.NewTree(words), Events: []sitrep.Event{{}}, Cast: sitrep.NewCast([]sitrep.Entity{
		{Side: "KEN", Kind: sitrep.PeopleEntity}, {Side: "KEN", Kind: sitrep.ThingEntity}, {Kind: sitrep.PeopleEntity}, {Kind: sitrep.PeopleEntity}})}
	board := &table{pool: &pool{Story: s}, players: [][]*player{nil}}
	for i := range words.Tokens {
		board.players[0] = append(board.players[0], &player{shares: []share{{0, &sitrep.Part{Entity: i, Head: i}}}})
	}
	got := board.pooled(0, [][4]float64{{0, 0.3}, {0, 0.2}, {0, 0.1}, {0, 0.1}})
	for i, want := range []float64{0.5, 0.5, 0.1, 0.1} {
		if got[i][1] != want {
			t.Errorf("%s: %v, want %v", words.Tokens[i].Form, got[i][1], want)
		}
	}
}

func TestRoleByTheOddsOfAPlayerAndItsSide(t *testing.T) {
	least := &Least{Worth: [4]float64{0.2, 0.25, 0.2, 0.25}, Initiator: 0.4, Guessed: 0.5, Target: 0.15}
	named := func(r sitrep.Role) *player { return &player{shares: []share{{0, &sitrep.Part{Rule: r}}}} }
	for _, c := range []struct {
		name       string
		kind       sitrep.Kind
		p          *player
		odds, side [4]float64
		want       int
	}{
		{"a doer that words name", sitrep.Attack, named(sitrep.Initiator), [4]float64{0.45}, [4]float64{0.45}, 0},
		{"a doer that none name", sitrep.Attack, named(""), [4]float64{0.45}, [4]float64{0.45}, -1},
		{"who may have begun a battle", sitrep.Battle, named(""), [4]float64{0.45, 0, 0.2}, [4]float64{0.45, 0, 0.2}, 2},
		{"who may have suffered it instead", sitrep.Attack, named(sitrep.Initiator), [4]float64{0.45, 0.3}, [4]float64{0.45, 0.3}, -1},
		{"a town too unlikely alone", sitrep.Attack, named(""), [4]float64{0, 0.15}, [4]float64{0, 0.15}, -1},
		{"a town of a side that suffered", sitrep.Attack, named(""), [4]float64{0, 0.15}, [4]float64{0, 0.4}, 1},
		{"nobody", sitrep.Attack, named(""), [4]float64{}, [4]float64{}, -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := least.role(c.kind, c.p, c.odds, c.side); got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}
