package ner

import (
	"strings"
	"testing"

	"sitrep"
)

// label finds the tokens of a name of these words in a sentence and makes a name of them.
func label(t *testing.T, tokens []sitrep.Token, text string, l sitrep.NameLabel) sitrep.Name {
	t.Helper()
	want := strings.Fields(text)
	for i := range tokens {
		if i+len(want) <= len(tokens) {
			if n := (sitrep.Name{First: i, Last: i + len(want), Label: l}); words(tokens, n) == text+" "+string(l) {
				return n
			}
		}
	}
	t.Fatalf("no %q in the sentence", text)
	return sitrep.Name{}
}

func list(tokens []sitrep.Token, names []sitrep.Name) string {
	var out []string
	for _, n := range names {
		out = append(out, words(tokens, n))
	}
	return strings.Join(out, ", ")
}

func TestBodies(t *testing.T) {
	cases := map[string]struct{ text, read, want string }{
		"acronym in brackets":       {"the/DET Council of/ADP Northern Elders in/ADP Benue (/PUNCT CNEB )/PUNCT met/VERB", "Benue/GPE", "Council of Northern Elders in Benue ORG, CNEB ORG"},
		"other letters in brackets": {"the/DET Northern Elders (/PUNCT XY )/PUNCT met/VERB", "", ""},
		"a law has an acronym too":  {"the/DET Free Press Act (/PUNCT FPA )/PUNCT passed/VERB", "", ""},
		"a country too":             {"the/DET United States (/PUNCT US )/PUNCT left/VERB", "United_States/GPE", "United States GPE"},
		"its last word":             {"leaders/NOUN of/ADP the/DET United Malian/ADJ Alliance said/VERB little/ADJ today/NOUN", "Malian/NORP", "United Malian Alliance ORG"},
		"a numbered unit":           {"of/ADP the/DET 4th/ADJ Division said/VERB", "", "4th Division ORG"},
		"a place stays a place":     {"in/ADP the/DET West Bank they/PRON wait/VERB", "West_Bank/GPE", "West Bank GPE"},
		"a headline says nothing":   {"Rebels Attack Army", "", ""},
		"a post is no part":         {"leaders/NOUN under/ADP President Mali Party said/VERB little/ADJ today/NOUN", "", "Mali Party ORG"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tokens, s := sentence(c.text)
			var read []sitrep.Name
			for f := range strings.FieldsSeq(c.read) {
				text, l, _ := strings.Cut(f, "/")
				read = append(read, label(t, tokens, strings.ReplaceAll(text, "_", " "), sitrep.NameLabel(l)))
			}
			if got := list(tokens, english.bodies(tokens, s, read)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestPart(t *testing.T) {
	cases := map[string]struct {
		label      sitrep.NameLabel
		text, want string
	}{
		"dateline and country":                  {sitrep.GPE, "BEIRUT Syria", "BEIRUT GPE, Syria GPE"},
		"dateline and person":                   {sitrep.Person, "WASHINGTON President Anna Bell", "WASHINGTON GPE, Anna Bell PERSON"},
		"town and country":                      {sitrep.GPE, "Aleppo Syria", "Aleppo GPE, Syria GPE"},
		"town with a country's name in its own": {sitrep.GPE, "Mexico City", "Mexico City GPE"},
		"two countries":                         {sitrep.GPE, "France Britain", "France GPE, Britain GPE"},
		"two countries, a hyphen":               {sitrep.GPE, "Lebanon -/PUNCT Israel", "Lebanon GPE, Israel GPE"},
		"one country of two words":              {sitrep.GPE, "Saudi Arabia", "Saudi Arabia GPE"},
		"a country before a post":               {sitrep.Person, "US Secretary of/ADP State Anna Bell", "Anna Bell PERSON"},
		"a people alone":                        {sitrep.Person, "Liberian/ADJ President", ""},
		"a given name stays":                    {sitrep.Person, "Jordan Bell", "Jordan Bell PERSON"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tokens, s := glued(c.text)
			if got := list(tokens, english.part(nil, tokens, sitrep.Name{First: 0, Last: s.Last, Label: c.label})); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// glued makes a sentence whose words "-" stand without spaces around them.
func glued(text string) ([]sitrep.Token, sitrep.Sentence) {
	tokens, s := sentence(text)
	at := 0
	for i := range tokens {
		if i > 0 && tokens[i].Form != "-" && tokens[i-1].Form != "-" {
			at++
		}
		tokens[i].Span = sitrep.Span{Start: at, End: at + len(tokens[i].Form)}
		at = tokens[i].End
	}
	return tokens, s
}

func TestWiden(t *testing.T) {
	cases := map[string]struct {
		label            sitrep.NameLabel
		text, read, want string
	}{
		"Arabic article":         {sitrep.Org, "the/DET al -/PUNCT Nur fled/VERB", "Nur", "al - Nur ORG"},
		"no article":             {sitrep.GPE, "the/DET US -/PUNCT Iran talks/NOUN", "Iran", "Iran GPE"},
		"particle":               {sitrep.GPE, "in/ADP Deir Sabil", "Sabil", "Deir Sabil GPE"},
		"small end of a name":    {sitrep.Person, "Park Ji -/PUNCT min spoke/VERB", "Park Ji", "Park Ji - min PERSON"},
		"a participle is no end": {sitrep.Person, "the/DET Park -/PUNCT backed/VERB men/NOUN", "Park", "Park PERSON"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tokens, s := glued(c.text)
			if got := words(tokens, widen(tokens, s, label(t, tokens, c.read, c.label))); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestAnArticleIsTakenFromTheNameBefore(t *testing.T) {
	cases := map[string]struct{ text, before, name, want string }{
		"its last word":      {"near/ADP Manbij ez -/PUNCT Zor", "Manbij ez", "Zor", "Manbij GPE"},
		"all that it was":    {"near/ADP ez -/PUNCT Zor", "ez", "Zor", ""},
		"nothing of its own": {"near/ADP Raqqa ,/PUNCT Zor", "Raqqa", "Zor", "Raqqa GPE"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tokens, s := glued(c.text)
			n := widen(tokens, s, label(t, tokens, c.name, sitrep.GPE))
			before := english.before([]sitrep.Name{label(t, tokens, c.before, sitrep.GPE)}, tokens, n.First)
			if got := list(tokens, before); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestAgree(t *testing.T) {
	cases := map[string]struct{ text, read, want string }{
		"a surname left out":        {"Riad Karam left/VERB ;/PUNCT Karam waved/VERB", "Riad_Karam/PERSON", "Riad Karam PERSON, Karam PERSON"},
		"a part of another name":    {"Riad Karam won/VERB the/DET Karam Prize", "Riad_Karam/PERSON", "Riad Karam PERSON"},
		"capital that acts":         {"Pyongyang said/VERB", "Pyongyang/PERSON", "Pyongyang GPE"},
		"a person called after it":  {"Sofia said/VERB", "Sofia/PERSON", "Sofia PERSON"},
		"compass point":             {"the/DET North said/VERB", "North/ORG", "North GPE"},
		"the acronym of a body":     {"Red Union (/PUNCT RUN )/PUNCT said/VERB RUN won/VERB", "RUN/ORG", "RUN ORG, RUN ORG"},
		"what is mostly a place is": {"Mirsaq Mirsaq Mirsaq", "Mirsaq/GPE Mirsaq/GPE Mirsaq/PERSON", "Mirsaq GPE, Mirsaq GPE, Mirsaq GPE"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tokens, _ := sentence(c.text)
			var read []sitrep.Name
			from := 0
			for f := range strings.FieldsSeq(c.read) {
				text, l, _ := strings.Cut(f, "/")
				n := label(t, tokens[from:], strings.ReplaceAll(text, "_", " "), sitrep.NameLabel(l))
				n.First, n.Last = n.First+from, n.Last+from
				read, from = append(read, n), n.Last
			}
			if got := list(tokens, english.agree(tokens, read)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
