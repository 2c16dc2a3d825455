package privacy

import (
	"context"
	"slices"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// book is a casebook in which each actor has one incident, told by the report of his name.
type book struct {
	casebook.Asker
	private map[string][]casebook.PrivateName
	asked   int
	later   map[string][]casebook.PrivateName // that came after the first question
	since   []int64                           // revisions that were asked for
}

func (b *book) Incidents(_ context.Context, q casebook.Query) (casebook.Page[sitrep.Incident], error) {
	b.asked++
	return casebook.Page[sitrep.Incident]{Rows: []sitrep.Incident{{Events: []sitrep.EventKey{{Report: q.Actor + q.Source, Event: "e1"}}}}}, nil
}

func (b *book) Claims(context.Context, casebook.Query) (casebook.Page[casebook.ClaimRow], error) {
	return casebook.Page[casebook.ClaimRow]{}, nil
}

func (b *book) Private(_ context.Context, reports []string) (map[string][]casebook.PrivateName, error) {
	return map[string][]casebook.PrivateName{reports[0]: b.private[reports[0]]}, nil
}

func (b *book) PrivateSince(_ context.Context, revision int64) (map[string][]casebook.PrivateName, int64, error) {
	b.since = append(b.since, revision)
	if revision < 0 {
		return b.private, 7, nil
	}
	return b.later, 7, nil
}

// TestListsLookAtSuspectsOnly: whoever no report knows as a private person needs no look at the reports; whoever one does is veiled, though another report keeps the
// same name for somebody else.
func TestListsLookAtSuspectsOnly(t *testing.T) {
	names := func() *book {
		return &book{private: map[string][]casebook.PrivateName{
			"Jasna Korin": {{Name: "Jasna Korin", Description: "a baker", Forms: []string{"Jasna Korin", "Korin"}}},
			"Mayor Tolin": {{Name: "Pavel Korin", Description: "a driver", Forms: []string{"Pavel Korin"}, Except: []string{"Jasna Korin"}}},
		}}
	}
	b := names()
	actors := []casebook.ActorRow{{Name: "Jasna Korin"}, {Name: "Mayor Tolin"}, {Name: "Dorel Brigade"}}
	if err := VeilActors(t.Context(), b, actors); err != nil {
		t.Fatal(err)
	}
	if actors[0].Name != "[a baker]" || actors[1].Name != "Mayor Tolin" || actors[2].Name != "Dorel Brigade" {
		t.Errorf("actors: %+v", actors)
	}
	if b.asked != 1 {
		t.Errorf("%d names were looked up, want the one that is suspect", b.asked)
	}
	b = names()
	sources := []casebook.SourceRow{{Name: "Jasna Korin"}, {Name: "Mayor Tolin"}}
	if err := VeilSources(t.Context(), b, sources); err != nil {
		t.Fatal(err)
	}
	if sources[0].Name != "[a baker]" || sources[1].Name != "Mayor Tolin" || b.asked != 1 {
		t.Errorf("sources: %+v, %d looked up", sources, b.asked)
	}
}

// TestSuspectsAreReadOnce: whoever asks again reads only what came since, and knows both.
func TestSuspectsAreReadOnce(t *testing.T) {
	b, korin := &book{private: map[string][]casebook.PrivateName{}}, []casebook.PrivateName{{Name: "Jasna Korin", Description: "a baker", Forms: []string{"Jasna Korin", "Korin"}}}
	named := []string{"Jasna Korin", "Old Jasna  KORIN’s bakers", "Anton-Korin"}
	for _, name := range named {
		b.private[name] = korin
	}
	var s Suspects
	for _, name := range named {
		actors := []casebook.ActorRow{{Name: name}}
		if err := s.VeilActors(t.Context(), b, actors); err != nil || actors[0].Name == name {
			t.Errorf("%s: %q, %v", name, actors[0].Name, err)
		}
	}
	b.later = map[string][]casebook.PrivateName{"Max Tolin": {{Name: "Max Tolin", Forms: []string{"Max Tolin"}}}}
	b.private["Max Tolin"] = b.later["Max Tolin"]
	actors := []casebook.ActorRow{{Name: "Max Tolin"}, {Name: "Max Other"}}
	before := b.asked
	if err := s.VeilActors(t.Context(), b, actors); err != nil || actors[0].Name == "Max Tolin" || actors[1].Name != "Max Other" || b.asked != before+1 {
		t.Errorf("who came since: %+v, %d looked up, %v", actors, b.asked-before, err)
	}
	if !slices.Equal(b.since, []int64{-1, 7, 7, 7}) {
		t.Errorf("asked for what came since %d", b.since)
	}
}
