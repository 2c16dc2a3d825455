package ner

import (
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/gazetteer"
	"sitrep/lexicon"
)

var english = newKnown(lexicon.English(), gazetteer.Default())

// sentence makes tokens of words, with /TAG after those that are no proper noun.
func sentence(text string) ([]sitrep.Token, sitrep.Sentence) {
	var tokens []sitrep.Token
	at := 0
	for w := range strings.FieldsSeq(text) {
		form, tag, ok := strings.Cut(w, "/")
		if !ok {
			tag = "PROPN"
		}
		tokens = append(tokens, sitrep.Token{Form: form, UPOS: tag, Span: sitrep.Span{Start: at, End: at + len(form)}})
		at += len(form) + 1
	}
	return tokens, sitrep.Sentence{Last: len(tokens)}
}

func words(tokens []sitrep.Token, n sitrep.Name) string {
	var out []string
	for _, t := range tokens[n.First:n.Last] {
		out = append(out, t.Form)
	}
	return strings.Join(out, " ") + " " + string(n.Label)
}

func TestListedNames(t *testing.T) {
	cases := map[string]struct{ text, want string }{
		"armed group":                 {"fighters/NOUN of/ADP the/DET Islamic State fled/VERB", "Islamic State ORG"},
		"acronym":                     {"the/DET RSF said/VERB", "RSF ORG"},
		"acronym in small letters":    {"let/VERB us/PRON go/VERB", ""},
		"acronym at a sentence start": {"Us/PRON and/CCONJ them/PRON", ""},
		"country":                     {"troops/NOUN in/ADP South Sudan", "South Sudan GPE"},
		"demonym":                     {"Syrian/ADJ troops/NOUN", "Syrian NORP"},
		"hyphenated":                  {"near/ADP Nagorno - Karabakh", "Nagorno - Karabakh"},
		"the longest":                 {"the/DET Islamic/ADJ Jihad fired/VERB", "Islamic Jihad ORG"},
		"region":                      {"across/ADP the/DET Sahel", "Sahel LOC"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tokens, s := sentence(c.text)
			var got []string
			for _, n := range english.find(nil, tokens, s) {
				got = append(got, words(tokens, n))
			}
			if all := strings.Join(got, ", "); all != c.want && (c.want == "" || !strings.HasPrefix(all, c.want)) {
				t.Errorf("found %q, want %q", all, c.want)
			}
		})
	}
}

func TestTrim(t *testing.T) {
	cases := map[string]struct {
		label      sitrep.NameLabel
		text, want string
	}{
		"title":                      {sitrep.Person, "President Barack Obama", "Barack Obama"},
		"two titles":                 {sitrep.Person, "Prime/ADJ Minister Nikol Pashinyan", "Nikol Pashinyan"},
		"abbreviated rank":           {sitrep.Person, "Lt. Gen. Mark Milley", "Mark Milley"},
		"a title alone is no name":   {sitrep.Person, "President", ""},
		"what a dash adds":           {sitrep.Person, "Sara Lund -/PUNCT Analyst", "Sara Lund"},
		"a common noun":              {sitrep.Org, "US army/NOUN", "US"},
		"what the place is":          {sitrep.GPE, "Rafah crossing/NOUN", "Rafah crossing"},
		"written small":              {sitrep.Org, "red/ADJ cross/NOUN", "red cross"},
		"given name that is a title": {sitrep.Person, "Earl Warren", "Earl Warren"},
		"article":                    {sitrep.Org, "the/DET United Nations", "United Nations"},
		"possessive mark":            {sitrep.GPE, "Armenia 's/PART", "Armenia"},
		"hanging preposition":        {sitrep.Org, "Ministry of/ADP", "Ministry"},
		"nothing but function words": {sitrep.GPE, "of/ADP the/DET", ""},
		"abbreviation's period":      {sitrep.Org, "Google Inc.", "Google Inc."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tokens, s := sentence(c.text)
			n := english.trim(tokens, sitrep.Name{First: 0, Last: s.Last, Label: c.label})
			if got := strings.TrimSuffix(words(tokens, n), " "+string(c.label)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestPlaceLabel(t *testing.T) {
	cases := map[string]sitrep.NameLabel{
		"Khartoum":               sitrep.GPE,
		"Euphrates River":        sitrep.Location,
		"Gulf of/ADP Aden":       sitrep.Location,
		"Mount Hermon":           sitrep.Location,
		"Damascus Airport":       sitrep.Facility,
		"Middle/ADJ East":        sitrep.Location,
		"Donetsk/PROPN":          sitrep.GPE,
		"Bagram Air Base":        sitrep.Facility,
		"Federal/ADJ Iraq":       sitrep.GPE,
		"Golan Heights":          sitrep.Location,
		"Zaporizhzhia":           sitrep.GPE,
		"Al - Shifa Hospital":    sitrep.Facility,
		"South/PROPN Kordofan":   sitrep.GPE,
		"Strait of/ADP Hormuz":   sitrep.Location,
		"Hindu/PROPN Kush":       sitrep.Location,
		"Rafah crossing/NOUN":    sitrep.Facility,
		"Lake Chad":              sitrep.Location,
		"Saint Petersburg/PROPN": sitrep.GPE,
	}
	for text, want := range cases {
		t.Run(text, func(t *testing.T) {
			tokens, s := sentence(text)
			if got := english.placeLabel(tokens, sitrep.Name{First: 0, Last: s.Last}); got != want {
				t.Errorf("%s, want %s", got, want)
			}
		})
	}
}

func TestReconcile(t *testing.T) {
	tokens, _ := sentence("Jordan Islamic State Palestinians Christian")
	name := func(first, last int, l sitrep.NameLabel) sitrep.Name {
		return sitrep.Name{First: first, Last: last, Label: l}
	}
	cases := map[string]struct{ read, listed, want []sitrep.Name }{
		"overlooked":                      {nil, []sitrep.Name{name(0, 1, sitrep.GPE)}, []sitrep.Name{name(0, 1, sitrep.GPE)}},
		"the list knows the kind":         {[]sitrep.Name{name(1, 3, sitrep.GPE)}, []sitrep.Name{name(1, 3, sitrep.Org)}, []sitrep.Name{name(1, 3, sitrep.Org)}},
		"a person called Jordan":          {[]sitrep.Name{name(0, 1, sitrep.Person)}, []sitrep.Name{name(0, 1, sitrep.GPE)}, []sitrep.Name{name(0, 1, sitrep.Person)}},
		"a person called Christian":       {[]sitrep.Name{name(4, 5, sitrep.Person)}, []sitrep.Name{name(4, 5, sitrep.NORP)}, []sitrep.Name{name(4, 5, sitrep.Person)}},
		"a people is no person":           {[]sitrep.Name{name(3, 4, sitrep.Person)}, []sitrep.Name{name(3, 4, sitrep.NORP)}, []sitrep.Name{name(3, 4, sitrep.NORP)}},
		"a group read as a person":        {[]sitrep.Name{name(1, 3, sitrep.Person)}, []sitrep.Name{name(1, 3, sitrep.Org)}, []sitrep.Name{name(1, 3, sitrep.Org)}},
		"a people within an organisation": {[]sitrep.Name{name(0, 3, sitrep.Org)}, []sitrep.Name{name(1, 2, sitrep.NORP)}, []sitrep.Name{name(0, 3, sitrep.Org)}},
		"the listed one is longer":        {[]sitrep.Name{name(2, 3, sitrep.Person)}, []sitrep.Name{name(1, 3, sitrep.Org)}, []sitrep.Name{name(1, 3, sitrep.Org)}},
		"in order":                        {[]sitrep.Name{name(4, 5, sitrep.Person)}, []sitrep.Name{name(0, 1, sitrep.GPE)}, []sitrep.Name{name(0, 1, sitrep.GPE), name(4, 5, sitrep.Person)}},
	}
	for what, c := range cases {
		t.Run(what, func(t *testing.T) {
			if got := english.reconcile(tokens, slices.Clone(c.read), c.listed); !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestTowns(t *testing.T) {
	cases := map[string]struct {
		text string
		read []sitrep.Name
		want string
	}{
		"a city that was overlooked":         {"Fallujah fell/VERB", nil, "Fallujah GPE"},
		"a village after a preposition":      {"clashes/NOUN near/ADP Avdiivka", nil, "Avdiivka GPE"},
		"a village elsewhere":                {"Avdiivka said/VERB", nil, ""},
		"a person who stands in a place":     {"in/ADP Samarra", []sitrep.Name{{First: 1, Last: 2, Label: sitrep.Person}}, "Samarra GPE"},
		"a person who does something":        {"Samarra spoke/VERB", []sitrep.Name{{First: 0, Last: 1, Label: sitrep.Person}}, "Samarra PERSON"},
		"a given name stays":                 {"trust/NOUN in/ADP Ali", []sitrep.Name{{First: 2, Last: 3, Label: sitrep.Person}}, "Ali PERSON"},
		"a name that is named is not a town": {"Basra Oil", []sitrep.Name{{First: 0, Last: 2, Label: sitrep.Org}}, "Basra Oil ORG"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tokens, s := sentence(c.text)
			var got []string
			for _, n := range english.towns(tokens, s, c.read) {
				got = append(got, words(tokens, n))
			}
			if all := strings.Join(got, ", "); all != c.want {
				t.Errorf("%q, want %q", all, c.want)
			}
		})
	}
}
