package extract_test

import (
	"slices"
	"testing"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

func TestClaimsSpeakOfEvents(t *testing.T) {
	language, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	reader := extract.New(language, lexicon.English(), gazetteer.Default())
	for _, c := range []struct {
		name, text string
		claim      int // its number
		want       []sitrep.Kind
	}{
		{"of what it tells itself", "Police said a car bomb killed nine people in Kirkuk on Monday.", 0, []sitrep.Kind{sitrep.Bombing}},
		{"of what was told before it", "A car bomb killed nine people in a market in Kirkuk on Monday. \"This bombing will not divide us,\" the mayor said.", 0, []sitrep.Kind{sitrep.Bombing}},
		{"of what the report is about, by a noun that stands for it", "A car bomb killed nine people in a market in Kirkuk on Monday. The bomb went off as traders were opening their shops. " +
			"Shops stayed shut on Tuesday. The market is the largest of the city. \"Those who planned the blast will be found,\" the mayor said.", 0, []sitrep.Kind{sitrep.Bombing}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := reader.Story(&sitrep.Report{ID: "t", SHA256: "00", Text: c.text})
			if err != nil || len(s.Claims) <= c.claim {
				t.Fatalf("%d claims, error %v", len(s.Claims), err)
			}
			var got []sitrep.Kind
			for i := range s.Events {
				if slices.Contains(s.Claims[c.claim].About, s.Events[i].ID) {
					got = append(got, s.Events[i].Kind)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
