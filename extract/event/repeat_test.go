package event

import (
	"testing"

	"sitrep"
)

// TestMembersAlikeAreComparedOnce: a text that tells the same over and over must not cost the square of its length.
func TestMembersAlikeAreComparedOnce(t *testing.T) {
	s := &sitrep.Story{Report: &sitrep.Report{}, Doc: &sitrep.Doc{Sentences: []sitrep.Sentence{{Last: 1}}}}
	s.Tokens = []sitrep.Token{{Form: "shelling", Lemma: "shelling", UPOS: "NOUN", XPOS: "NN", Head: -1}}
	s.Tree = sitrep.NewTree(s.Doc)
	for i := range 100 {
		m := sitrep.EventMention{Kind: sitrep.Shelling, Nominal: true}
		if i == 70 {
			m.Kind = sitrep.Battle
		}
		s.Mentions = append(s.Mentions, m)
	}
	v, g := newView(s), &group{}
	for i := range s.Mentions {
		g.add(v, i)
	}
	if len(g.members) != 100 || len(g.unlike) != few+1 || g.unlike[few] != 70 {
		t.Errorf("%d members, unlike: %v", len(g.members), g.unlike)
	}
}
