package extract_test

import (
	"testing"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

func TestIDsPointToClaims(t *testing.T) {
	language, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	s, err := extract.New(language, lexicon.English(), gazetteer.Default()).Story(&sitrep.Report{ID: "t", SHA256: "00", Text: "The army accused the rebels of mining the bridge. The rebels denied mining the bridge."})
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{"": true}
	for i := range s.Claims {
		ids[s.Claims[i].ID] = true
	}
	for i := range s.Claims {
		if !ids[s.Claims[i].Answers] {
			t.Errorf("claim %d answers %s, which no claim is", i, s.Claims[i].Answers)
		}
	}
	for _, a := range s.Attributions {
		for _, id := range a.Claims {
			if !ids[id] || id == "" {
				t.Errorf("an attribution points to %q, which no claim is", id)
			}
		}
	}
}
