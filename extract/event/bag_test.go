package event

import (
	"slices"
	"testing"

	"sitrep"
)

func TestBagsShareWords(t *testing.T) {
	for _, c := range []struct {
		name   string
		a, b   []int32
		common int
		shared float64
	}{
		{"nothing", nil, nil, 0, 0},
		{"one empty", []int32{1}, nil, 0, 0},
		{"none alike", []int32{1, 3}, []int32{2, 4}, 0, 0},
		{"half of the smaller", []int32{5, 1}, []int32{9, 1, 7}, 1, 0.5},
		{"words told twice", []int32{2, 2, 2}, []int32{2, 4}, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := bagOf(c.a), bagOf(c.b)
			if n, m := a.common(b), b.common(a); n != c.common || m != c.common {
				t.Errorf("common: %d and %d, want %d", n, m, c.common)
			}
			if p := a.shared(b); p != c.shared {
				t.Errorf("shared: %v, want %v", p, c.shared)
			}
		})
	}
}

func TestBagTakesWordsOnce(t *testing.T) {
	b := bagOf([]int32{4, 2}).with(bagOf([]int32{2, 9, 1}))
	if !slices.Equal(b, bag{1, 2, 4, 9}) {
		t.Errorf("%v", b)
	}
}

func TestSharedNames(t *testing.T) {
	for _, c := range []struct {
		want         string
		mine, theirs bag
	}{
		{"none", nil, bag{1}}, {"first", bag{1}, nil}, {"all", bag{1}, bag{1, 2}}, {"some", bag{1, 3}, bag{1, 2}}, {"others", bag{3}, bag{1, 2}},
	} {
		if got := sharedNames(c.mine, c.theirs); got != c.want {
			t.Errorf("%v beside %v: %s, want %s", c.mine, c.theirs, got, c.want)
		}
	}
}

// TestOwnWordsAreNotThoseOfAnother: "raid" within "the army answered the raid at Dorel" is told by another mention.
func TestOwnWordsAreNotThoseOfAnother(t *testing.T) {
	s := &sitrep.Story{Report: &sitrep.Report{}, Doc: &sitrep.Doc{Text: "army answered raid Dorel"}}
	for i, at := range [][2]int{{0, 4}, {5, 13}, {14, 18}, {19, 24}} {
		s.Tokens = append(s.Tokens, sitrep.Token{Span: sitrep.Span{Start: at[0], End: at[1]}, Lemma: s.Text[at[0]:at[1]], UPOS: []string{"NOUN", "VERB", "NOUN", "PROPN"}[i], Head: i - 1})
	}
	s.Sentences = []sitrep.Sentence{{Span: sitrep.Span{End: 24}, Last: 4}}
	s.Tree = sitrep.NewTree(s.Doc)
	s.Mentions = []sitrep.EventMention{{Span: sitrep.Span{End: 24}, Trigger: 1}, {Span: sitrep.Span{Start: 14, End: 18}, Trigger: 2}}
	v := newView(s)
	outer, inner := v.traits[0], v.traits[1]
	if len(outer.own) != 3 || outer.own.common(inner.own) != 0 || len(outer.names) != 1 || len(inner.own) != 1 {
		t.Errorf("own words %v with names %v, and within %v; want 3 with 1, and 1", outer.own, outer.names, inner.own)
	}
}
