package role

import (
	"slices"
	"testing"

	"sitrep"
	"sitrep/nlp/english"
)

// told is a story of a war between two named sides, and of a second event of which a text tells.
func told(t *testing.T, text string, trigger int, kind sitrep.Kind, others ...sitrep.Actor) *table {
	t.Helper()
	pipeline, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pipeline.Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: text}, Doc: doc, Tree: sitrep.NewTree(doc)}
	s.Mentions = []sitrep.EventMention{{Kind: kind, Trigger: trigger, Span: sitrep.Span{End: len(text)}}}
	s.Events = []sitrep.Event{
		{Kind: sitrep.War, Actors: []sitrep.Actor{{Role: sitrep.Party, Name: "Kenya", Side: "KEN", ActorID: "KEN"}, {Role: sitrep.Party, Name: "Norway", Side: "NOR", ActorID: "NOR"}}},
		{Kind: kind, MentionsOf: []int{0}, Actors: others}}
	return &table{pool: &pool{Story: s}}
}

func TestBothSides(t *testing.T) {
	for _, c := range []struct {
		name, text string
		kind       sitrep.Kind
		have       []sitrep.Actor
		want       []string
	}{
		{"both sides", "Fighting killed men from both sides.", sitrep.Battle, nil, []string{"KEN", "NOR"}},
		{"the two countries", "Fighting between the two countries went on.", sitrep.Battle, nil, []string{"KEN", "NOR"}},
		{"old foes", "Fighting went on between the arch foes.", sitrep.Battle, nil, []string{"KEN", "NOR"}},
		{"one is named", "Fighting between the two sides went on.", sitrep.Battle, []sitrep.Actor{{Role: sitrep.Party, Side: "NOR"}}, []string{"KEN", "NOR"}},
		{"another fights", "Fighting between the two sides went on.", sitrep.Battle, []sitrep.Actor{{Role: sitrep.Party, Side: "CHL"}}, []string{"CHL"}},
		{"two of many", "Fighting spread to two countries.", sitrep.Battle, nil, nil},
		{"two of a kind", "Fighting spread to the two Arab countries.", sitrep.Battle, nil, nil},
		{"no side at all", "Fighting went on near the river.", sitrep.Battle, nil, nil},
		{"a deed has one doer", "Fighting killed men from both sides.", sitrep.Attack, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := told(t, c.text, 0, c.kind, c.have...)
			table.pairUp()
			if got := sides(table.Events[1].Actors); !slices.Equal(got, c.want) {
				t.Errorf("%q: sides %v, want %v", c.text, got, c.want)
			}
		})
	}
}

func TestNobodyIsPairedWhereTwoPairsFight(t *testing.T) {
	table := told(t, "Fighting killed men from both sides.", 0, sitrep.Battle)
	other := sitrep.Event{Kind: sitrep.Battle, Actors: []sitrep.Actor{{Role: sitrep.Party, Side: "KEN"}, {Role: sitrep.Party, Side: "CHL"}}}
	table.Events = append(table.Events, other)
	table.pairUp()
	if got := table.Events[1].Actors; len(got) > 0 {
		t.Errorf("either of two pairs may be meant, and %+v were", got)
	}
}
