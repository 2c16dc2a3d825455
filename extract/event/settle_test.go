package event

import (
	"testing"

	"sitrep"
	"sitrep/internal/maxent"
)

// worthOf is a model that thinks much of events with two mentions or more, and little of others.
func worthOf(t *testing.T) *maxent.Model {
	t.Helper()
	var many []maxent.Example
	for i := range 40 {
		var v maxent.Vector
		class, size := "event", "2"
		if i%2 == 0 {
			class, size = "none", "1"
		}
		v.Add("mentions", size)
		many = append(many, maxent.Example{Vector: v, Class: class})
	}
	return maxent.Train(many, maxent.Options{})
}

func TestWeakGroupsGoToTheirKin(t *testing.T) {
	s := &sitrep.Story{Report: &sitrep.Report{}, Doc: &sitrep.Doc{Sentences: []sitrep.Sentence{{Last: 1}}}}
	s.Tokens = []sitrep.Token{{Form: "clash", Lemma: "clash", UPOS: "NOUN", XPOS: "NN", Head: -1}}
	s.Tree = sitrep.NewTree(s.Doc)
	s.Mentions = make([]sitrep.EventMention, 3)
	for i := range s.Mentions {
		s.Mentions[i].Kind = sitrep.Battle
	}
	m := Models{Worth: worthOf(t)}
	cases := map[string]struct {
		likely float64
		want   int // groups that are left of three
	}{
		"near":     {0.4, 1},
		"too far":  {0.2, 3},
		"just not": {leastKin - 0.01, 3},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			v := newView(s)
			groups := []*group{{members: []int{0}, kin: -1}, {members: []int{1}, kin: 0, likely: c.likely}, {members: []int{2}, kin: 1, likely: c.likely}}
			out, seen := m.settle(v, groups), 0
			for _, g := range out {
				seen += len(g.members)
			}
			if len(out) != c.want || seen != 3 {
				t.Errorf("%d groups with %d mentions, want %d with 3", len(out), seen, c.want)
			}
		})
	}
}

// TestWhatEnters: a surely read word or a toll is entered sooner, a word that is read surely with a toll as soon as without, and soonest what the report opens with.
func TestWhatEnters(t *testing.T) {
	for name, c := range map[string]struct {
		worth, sure float64
		tolls       int
		sentence    int
		want        bool
	}{
		"neither":                    {leastWorth - 0.01, 0.5, 0, 4, false},
		"likely":                     {leastWorth, 0.5, 0, 4, true},
		"a toll":                     {leastWorthTolls, 0.5, 1, 4, true},
		"a sure word":                {leastWorthSure, sureMention, 0, 4, true},
		"a sure word, a toll":        {leastWorthSure, sureMention, 1, 4, true},
		"an unsure one, a toll":      {leastWorthSure, 0.5, 1, 4, false},
		"the opening, likely":        {leastWorthLead, likelyMention, 0, opening, true},
		"the opening, unlikely":      {leastWorthLead, likelyMention - 0.1, 0, 0, false},
		"the opening, of no worth":   {leastWorthLead - 0.01, 0.99, 0, 0, false},
		"further down, just as good": {leastWorthLead, likelyMention, 0, opening + 1, false},
	} {
		v := &view{Story: &sitrep.Story{Mentions: []sitrep.EventMention{{Score: c.sure}}}, sentence: []int{c.sentence}}
		s := &standing{group: &group{members: []int{0}}, event: sitrep.Event{Score: c.worth, Tolls: make([]sitrep.Toll, c.tolls)}}
		if s.enters(v) != c.want {
			t.Errorf("%s: enters %t", name, !c.want)
		}
	}
}

// A report that tells of nothing surer is about the deed that it tells of, if it is one for certain and somebody did it or suffered it.
func TestSubjectOfAReport(t *testing.T) {
	someone := []sitrep.Actor{{Role: sitrep.Target, Name: "a lawyer"}}
	for name, c := range map[string]struct {
		word   string
		score  float64
		worth  float64
		actors []sitrep.Actor
		want   bool
	}{
		"a murder":               {"murder", leastSubjectMention, leastSubject, someone, true},
		"of no worth":            {"murder", leastSubjectMention, leastSubject - 0.01, someone, false},
		"hardly read":            {"murder", leastSubjectMention - 0.01, leastSubject, someone, false},
		"of nobody":              {"murder", leastSubjectMention, leastSubject, nil, false},
		"a battle with a cancer": {"battle", 0.9, 0.4, someone, false},
	} {
		s := &sitrep.Story{Report: &sitrep.Report{}, Doc: &sitrep.Doc{Sentences: []sitrep.Sentence{{Last: 1}}}}
		s.Tokens = []sitrep.Token{{Form: c.word, Lemma: c.word, UPOS: "NOUN", XPOS: "NN", Head: -1}}
		s.Tree = sitrep.NewTree(s.Doc)
		s.Mentions = []sitrep.EventMention{{Score: c.score, Kind: sitrep.Attack}}
		weak := []*standing{{group: &group{members: []int{0}}, event: sitrep.Event{Score: c.worth, Actors: c.actors}}}
		out, rest := newView(s).subject(weak)
		if (len(out) == 1) != c.want || len(out)+len(rest) != 1 {
			t.Errorf("%s: %d entered, %d left", name, len(out), len(rest))
		}
	}
}
