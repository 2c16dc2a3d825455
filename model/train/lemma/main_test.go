package main

import (
	"testing"

	"sitrep/nlp/lemma"
)

func TestInflect(t *testing.T) {
	b, err := readIrregular()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ base, class, form, want string }{
		{"stop", "VB", "VBG", "stopping"},
		{"admit", "VB", "VBD", "admitted"},
		{"visit", "VB", "VBD", "visited"},
		{"offer", "VB", "VBG", "offering"},
		{"make", "VB", "VBG", "making"},
		{"flee", "VB", "VBG", "fleeing"},
		{"die", "VB", "VBG", "dying"},
		{"carry", "VB", "VBZ", "carries"},
		{"carry", "VB", "VBD", "carried"},
		{"deploy", "VB", "VBD", "deployed"},
		{"mimic", "VB", "VBG", "mimicking"},
		{"rain", "VB", "VBD", "rained"},
		{"quit", "VB", "VBG", "quitting"},
		{"clash", "NN", "NNS", "clashes"},
		{"enemy", "NN", "NNS", "enemies"},
		{"big", "JJ", "JJR", "bigger"},
		{"deadly", "JJ", "JJS", "deadliest"},
	} {
		t.Run(c.want, func(t *testing.T) {
			if got := b.inflect(lemma.Class(c.class), c.base)[lemma.Class(c.form)]; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if _, ok := b.inflect("VB", "go")["VBD"]; ok {
		t.Error("go has a regular past, want none")
	}
}

func TestLearn(t *testing.T) {
	b, err := readIrregular()
	if err != nil {
		t.Fatal(err)
	}
	words := []word{
		{class: "NN", form: "rocket", lemma: "rocket"},
		{class: "NNS", form: "Tanks", lemma: "tank"},
		{class: "NNS", form: "news", lemma: "news"},
		{class: "NNS", form: "teh", lemma: "the", typo: true},
		{class: "NNP", form: "Homs", lemma: "Homs"},
	}
	for _, w := range []string{"gun", "camp", "town", "raid", "border", "village", "checkpoint", "airstrike", "soldier", "mortar"} {
		words = append(words, word{class: "NN", form: w, lemma: w})
	}
	table := learn(words, b, corpus{"besiege": 3, "besieging": 2, "besieged": 4})
	for _, c := range []struct{ name, class, word, want string }{
		{"seen", "NNS", "news", "news"},
		{"inflected from a base", "NNS", "rockets", "rocket"},
		{"book", "VBD", "went", "go"},
		{"raw text", "VBG", "besieging", "besiege"},
		{"unseen", "NNS", "drones", "drone"},
		{"a typing error teaches nothing", "NNS", "teh", "teh"},
		{"a name keeps its form", "NNP", "Homs", "Homs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := table.Lemma(lemma.Class(c.class), c.word); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestSuffixRules(t *testing.T) {
	samples := []sample[string]{{"dogs", "a"}, {"cats", "a"}, {"cows", "a"}, {"dishes", "b"}, {"wishes", "b"}, {"fishes", "b"}}
	rules := suffixRules(samples, 2, func(string, string) bool { return true })
	for word, want := range map[string]string{"logs": "a", "lashes": "b"} {
		if got, _ := inherited(rules, " "+word); got != want {
			t.Errorf("%s: got %q, want %q; rules %v", word, got, want, rules)
		}
	}
}

func TestDoubledLettersMustShow(t *testing.T) {
	for _, c := range []struct {
		suffix, from, to string
		want             bool
	}{
		{"ping", "stopping", "stop", false},
		{"pping", "stopping", "stop", true},
		{"ing", "stopping", "stop", false},
		{"ing", "shelling", "shell", true},
		{"king", "panicking", "panic", true},
		{"ing", "seizing", "seize", true},
	} {
		if got := editFits(c.suffix, edit(c.from, c.to)); got != c.want {
			t.Errorf("%s → %s by %q: got %v", c.from, c.to, c.suffix, got)
		}
	}
}
