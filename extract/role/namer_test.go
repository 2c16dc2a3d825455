package role

import (
	"testing"

	"sitrep"
)

func TestAPlayerIsNamedByANounRatherThanAnAdjective(t *testing.T) {
	words := &sitrep.Doc{Tokens: []sitrep.Token{{Form: "Chilean", UPOS: "ADJ"}, {Form: "shelling", UPOS: "NOUN"}, {Form: "troops", UPOS: "NOUN"}, {Form: "Chile", UPOS: "PROPN"},
		{Form: "its", UPOS: "PRON", Deprel: "nmod:poss", Head: 5}, {Form: "officers", UPOS: "NOUN", Head: -1}}, Sentences: []sitrep.Sentence{{Last: 6}}}
	for i := range 4 {
		words.Tokens[i].Head = 5
	}
	board := &table{pool: &pool{Story: &sitrep.Story{Doc: words, Tree: sitrep.NewTree(words)}}}
	for _, c := range []struct {
		name  string
		parts []sitrep.Part
		want  string
	}{
		{"the only name is an adjective", []sitrep.Part{{Head: 0, Odds: [4]float64{0.9}}}, "Chilean"},
		{"a noun half as likely", []sitrep.Part{{Head: 0, Odds: [4]float64{0.8}}, {Head: 2, Odds: [4]float64{0.4}}}, "troops"},
		{"a noun less likely than half", []sitrep.Part{{Head: 0, Odds: [4]float64{0.8}}, {Head: 2, Odds: [4]float64{0.3}}}, "Chilean"},
		{"the likeliest of two nouns", []sitrep.Part{{Head: 0, Odds: [4]float64{0.8}}, {Head: 2, Odds: [4]float64{0.5}}, {Head: 3, Odds: [4]float64{0.6}}}, "Chile"},
		{"a pronoun places the likeliest", []sitrep.Part{{Head: 5, Odds: [4]float64{0.8}}, {Head: 3, Odds: [4]float64{0.5}}}, "Chile"},
		{"only a pronoun places it", []sitrep.Part{{Head: 5, Odds: [4]float64{0.8}}, {Head: 3, Odds: [4]float64{0.3}}}, "officers"},
		{"the likeliest is a noun", []sitrep.Part{{Head: 2, Odds: [4]float64{0.7}}, {Head: 3, Odds: [4]float64{0.6}}}, "troops"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &player{}
			for i := range c.parts {
				p.add(share{i, &c.parts[i]})
			}
			if got := words.Tokens[board.namer(p, 0).Head].Form; got != c.want {
				t.Errorf("named by %q, want %q", got, c.want)
			}
		})
	}
}
