package actor_test

import (
	"testing"

	"sitrep"
)

func TestWordsOfABodyThatStandForNone(t *testing.T) {
	for _, c := range []struct{ name, text, word string }{
		{"a truce", "The army announced a regime of calm near Dol.", "regime"},
		{"a rule", "The council set up a regime of sanctions.", "regime"},
		{"what begins", "The truce came into force on Monday.", "force"},
		{"what holds", "The truce is still in force.", "force"},
		{"where", "A bomb went off in front of the school.", "front"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if e := at(t, read(t, c.text), c.word); e != nil {
				t.Errorf("%+v", e)
			}
		})
	}
}

func TestGroups(t *testing.T) {
	for _, c := range []struct {
		name, text, word string
		kind             sitrep.EntityKind
	}{
		{"of people", "A group of armed men burned the mill.", "group", sitrep.PeopleEntity},
		{"of those who fight", "A band of terrorists burned the mill.", "band", sitrep.PeopleEntity},
		{"of bodies", "A group of companies bought the mill.", "group", sitrep.OrganisationEntity},
		{"of itself", "The armed group burned the mill.", "group", sitrep.OrganisationEntity},
		{"a regime", "The regime of the general fell.", "regime", sitrep.OrganisationEntity},
		{"a force", "The force of Kenyan soldiers left.", "force", sitrep.OrganisationEntity},
	} {
		t.Run(c.name, func(t *testing.T) {
			if e := at(t, read(t, c.text), c.word); e == nil || e.Kind != c.kind {
				t.Errorf("%+v, want a %s", e, c.kind)
			}
		})
	}
}
