package sitrep

import (
	"fmt"
	"strings"
	"testing"
)

func TestJoinActors(t *testing.T) {
	actor := func(role Role, name, side string, score float64) Actor {
		return Actor{Role: role, Entity: -1, Name: name, Side: side, Why: []Reason{{Field: "role", Score: score}}}
	}
	for _, c := range []struct {
		name string
		in   []Actor
		want string
	}{
		{"one entity keeps its surest role", []Actor{actor(Target, "army", "", 0.6), actor(Initiator, "army", "", 0.8)}, "initiator army"},
		{"one side stands once in a role", []Actor{actor(Initiator, "Ruritania", "RUR", 0.9), actor(Initiator, "Ruritanian jets", "RUR", 0.8)}, "initiator Ruritania"},
		{"one side may have two roles", []Actor{actor(Initiator, "army", "RUR", 0.9), actor(Target, "civilians", "RUR", 0.8)}, "initiator army, target civilians"},
		{"a second target must be sure", []Actor{actor(Target, "bus", "", 0.7), actor(Target, "house", "", 0.6)}, "target bus"},
		{"a sure second target stays", []Actor{actor(Target, "bus", "", 0.9), actor(Target, "house", "", 0.8)}, "target bus, target house"},
		{"two parties", []Actor{actor(Party, "rebels", "", 0.6), actor(Party, "army", "", 0.5)}, "party rebels, party army"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, a := range JoinActors(c.in) {
				got = append(got, fmt.Sprintf("%s %s", a.Role, a.Name))
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("%s; want %s", s, c.want)
			}
		})
	}
}

func TestJoinActorsKeepsWhereEachIsNamed(t *testing.T) {
	mentioned := []Actor{
		{Role: Target, Entity: 3, Name: "villagers", Mentions: []Span{{0, 4}}},
		{Role: Target, Entity: 3, Name: "they", Mentions: []Span{{9, 12}}, Why: []Reason{{Field: "role", Score: 0.9}}},
	}
	got := JoinActors(mentioned)
	if len(got) != 1 || got[0].Name != "they" || len(got[0].Mentions) != 2 {
		t.Errorf("got %+v, want the surer one with both mentions", got)
	}
	if len(mentioned[0].Mentions) != 1 || mentioned[0].Name != "villagers" {
		t.Errorf("what was given has changed: %+v", mentioned)
	}
}

func TestSureness(t *testing.T) {
	for _, c := range []struct {
		name string
		why  []Reason
		want float64
	}{
		{"nothing said", nil, 0.5},
		{"of another field", []Reason{{Field: "confidence", Score: 0.9}}, 0.5},
		{"a rule without a score", []Reason{{Field: "role"}}, 0.5},
		{"a score", []Reason{{Field: "role"}, {Field: "role", Score: 0.7}}, 0.7},
	} {
		if got := (&Actor{Why: c.why}).Sureness(); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
