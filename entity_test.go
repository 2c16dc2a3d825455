package sitrep

import "testing"

func TestCastFindsEntitiesByTheirHeads(t *testing.T) {
	cast := NewCast([]Entity{
		{Name: "the army", Mentions: []EntityMention{{First: 0, Last: 2, Head: 1}, {First: 6, Last: 7, Head: 6, Pronoun: true}}},
		{Name: "the town", Mentions: []EntityMention{{First: 3, Last: 5, Head: 4}}},
	})
	for head, want := range []int{-1, 0, -1, -1, 1, -1, 0, -1} {
		if got := cast.Index(head); got != want {
			t.Errorf("at token %d is entity %d, want %d", head, got, want)
		}
		if e := cast.At(head); (e == nil) != (want < 0) || e != nil && e != &cast.Entities[want] {
			t.Errorf("at token %d is %v", head, e)
		}
	}
	if m, ok := cast.Mention(6); !ok || !m.Pronoun {
		t.Errorf("the mention at token 6 is %v, want the pronoun", m)
	}
	if _, ok := cast.Mention(2); ok {
		t.Error("a mention at a token that heads none")
	}
}

// A story that was read only as far as its language has no cast.
func TestNoCast(t *testing.T) {
	var cast *Cast
	if cast.Index(0) != -1 || cast.At(0) != nil {
		t.Error("no cast has entities")
	}
	if _, ok := cast.Mention(0); ok {
		t.Error("no cast has a mention")
	}
}
