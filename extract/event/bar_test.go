package event

import (
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/nlp/english"
)

var language = sync.OnceValues(english.New)

// marked reads a text in which a star marks each trigger, "*shelled", as mentions of a kind.
func marked(t *testing.T, text string, kinds ...sitrep.Kind) *view {
	t.Helper()
	pipeline, err := language()
	if err != nil {
		t.Fatal(err)
	}
	at := map[int]bool{}
	for i := strings.IndexByte(text, '*'); i >= 0; i = strings.IndexByte(text, '*') {
		text = text[:i] + text[i+1:]
		at[i] = true
	}
	doc, err := pipeline.Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: text}, Doc: doc, Tree: sitrep.NewTree(doc), Cast: &sitrep.Cast{}}
	for i, w := range doc.Tokens {
		if at[w.Start] {
			k := kinds[min(len(s.Mentions), len(kinds)-1)]
			s.Mentions = append(s.Mentions, sitrep.EventMention{Kind: k, Trigger: i, TriggerSpan: w.Span, Span: w.Span, Nominal: w.UPOS == "NOUN", Verbal: w.UPOS == "VERB"})
		}
	}
	return newView(s)
}

// apiece puts each mention but the last in a group of its own.
func apiece(v *view) []*group {
	var all []*group
	for i := range v.Mentions[:len(v.Mentions)-1] {
		all = put(v, all, -1, i)
	}
	return all
}

// TestTwoOfOneSort: what the words number differently, and what undoes the other, is not one.
func TestTwoOfOneSort(t *testing.T) {
	for _, c := range []struct {
		name string
		kind sitrep.Kind
		text string
		want bool // told apart
	}{
		{"two rounds", sitrep.Talks, "The fifth round of *talks ended on Friday. The zones were agreed in the fourth *round.", true},
		{"one round", sitrep.Talks, "The fifth round of *talks ended on Friday. The fifth *round brought nothing.", false},
		{"numerals", sitrep.Attack, "It was the 2nd *attack of the week. A 3rd *attack followed.", true},
		{"one is not numbered", sitrep.Talks, "The fifth round of *talks ended on Friday. The *talks brought nothing.", false},
		{"numbers of two things", sitrep.Talks, "The second *round ended on Friday. It was the first *meeting of the two.", false},
		{"the next one", sitrep.Talks, "Envoys are to hold *talks in May, and the next *round is planned for August.", true},
		{"the next one, told further down", sitrep.Talks, "Envoys are to hold *talks in May. The next *round is in the capital.", false},
		{"lifted and imposed", sitrep.Sanction, "The council lifted the *sanctions on Friday. Congress imposed *sanctions of its own.", true},
		{"imposed and imposed", sitrep.Sanction, "The council imposed *sanctions on Friday. The *sanctions were imposed after a vote.", false},
		{"taken in a clause of what was retaken", sitrep.Territory, "The army *retook the town, which the rebels *seized in May.", true},
		{"a capture told again", sitrep.Territory, "The army *retook the town on Friday. It *captured the bridge first.", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := marked(t, c.text, c.kind)
			if len(v.Mentions) != 2 {
				t.Fatalf("%d mentions", len(v.Mentions))
			}
			g := apiece(v)[0]
			if got := barred(v, 1, g); got != c.want {
				t.Errorf("barred %t", got)
			}
		})
	}
}

// The murders of two people are two deeds, if nothing tells them together.
func TestMurdersOfTwo(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		names [3][]string // who was murdered, by mention
		want  bool
	}{
		{"of two", "Gunmen *murdered Juan Perez. Snow fell. They *murdered Ana Lopez in May. The *murder of Lopez was claimed.", [3][]string{{"Juan Perez"}, nil, {"Ana Lopez"}}, true},
		{"of one", "Gunmen *murdered Juan Perez. Snow fell. They *fled. The *murder of Perez was claimed.", [3][]string{{"Juan Perez"}, nil, {"Perez"}}, false},
		{"of two together", "Gunmen *murdered Juan Perez. They *murdered Ana Lopez. The *murder of Lopez was claimed.", [3][]string{{"Juan Perez"}, {"Ana Lopez"}, {"Lopez"}}, false},
		{"of somebody else in another way", "Gunmen *shot Juan Perez. Snow fell. They *fled. The *murder of Lopez was claimed.", [3][]string{{"Juan Perez"}, nil, {"Lopez"}}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := marked(t, c.text, sitrep.Attack)
			if len(v.Mentions) != 3 {
				t.Fatalf("%d mentions", len(v.Mentions))
			}
			for i, names := range c.names {
				for _, n := range names {
					v.Mentions[i].Actors = append(v.Mentions[i].Actors, sitrep.Actor{Role: sitrep.Target, Kind: sitrep.PersonEntity, Named: true, Name: n, Entity: -1})
				}
				v.traits[i].murdered = v.murdered(i)
			}
			g := &group{}
			g.add(v, 0)
			g.add(v, 1)
			if got := v.otherVictim(2, g); got != c.want {
				t.Errorf("another victim: %t", got)
			}
		})
	}
}

// TestPointingBack: a word that only points back means the nearest that fits.
func TestPointingBack(t *testing.T) {
	truce, bombing, attack := sitrep.Ceasefire, sitrep.Bombing, sitrep.Attack
	for _, c := range []struct {
		name  string
		kinds []sitrep.Kind
		text  string
		want  bool // the first mention is passed over for the second
	}{
		{"the deal after an accord", []sitrep.Kind{truce}, "Envoys brokered a *truce this month. A war in 2010 ended with a *ceasefire. Under the *deal, the army left.", true},
		{"the deal further down", []sitrep.Kind{truce}, "Envoys brokered a *truce. A war ended with a *ceasefire. Snow fell. Roads closed. Under the *deal, the army left.", false},
		{"a deal of another kind", []sitrep.Kind{truce}, "Envoys brokered a *truce this month. A war in 2010 ended with a *ceasefire. The *deal on gas was signed.", false},
		{"the truce after an earlier one", []sitrep.Kind{truce}, "Envoys brokered a *truce this month. An earlier *truce failed. The *truce holds.", false},
		{"that attack", []sitrep.Kind{bombing, attack, attack}, "A *bombing shook the port. Gunmen shot two men in an *attack in May. That *attack was claimed by nobody.", true},
		{"the attack", []sitrep.Kind{bombing, attack, attack}, "A *bombing shook the port. Gunmen shot two men in an *attack in May. The *attack was claimed by nobody.", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := marked(t, c.text, c.kinds...)
			if len(v.Mentions) != 3 {
				t.Fatalf("%d mentions", len(v.Mentions))
			}
			if got := v.passesOver(2, apiece(v), 0); got != c.want {
				t.Errorf("passes over %t", got)
			}
		})
	}
}
