package extract_test

import (
	"strings"
	"testing"

	"sitrep"
)

// claims lists who says what.
func claims(r *sitrep.Reading) []string {
	var all []string
	for i := range r.Claims {
		c := &r.Claims[i]
		var words []string
		for _, s := range c.Content {
			words = append(words, plainWords(r.Report.Text[s.Start:s.End]))
		}
		all = append(all, plainWords(c.Source)+": "+strings.Join(words, " … "))
	}
	return all
}

func TestWithoutAnAttributionThereIsNoClaim(t *testing.T) {
	for _, c := range []struct{ name, with, without, claim string }{
		{"before", "The mayor said that rebels had shelled the market of Goma on Monday, killing two people.", "Rebels shelled the market of Goma on Monday, killing two people.",
			"The mayor: rebels had shelled the market of Goma on Monday, killing two people"},
		{"after", "Rebels shelled the market of Goma on Monday, killing two people, the mayor said.", "Rebels shelled the market of Goma on Monday, killing two people.",
			"the mayor: Rebels shelled the market of Goma on Monday, killing two people"},
		{"according to", "According to the hospital, nine people were killed in the shelling of Goma on Monday.", "Nine people were killed in the shelling of Goma on Monday.",
			"the hospital: nine people were killed in the shelling of Goma on Monday"},
		{"an accusation", "The ministry accused the rebels of having shelled the market of Goma on Monday and killed two people.", "The rebels shelled the market of Goma on Monday and killed two people.",
			"The ministry: the rebels of having shelled the market of Goma on Monday and killed two people"},
		{"a quotation", `"The rebels shelled the market of Goma and killed two people," the mayor said on Monday.`, "The rebels shelled the market of Goma on Monday and killed two people.",
			"the mayor: The rebels shelled the market of Goma and killed two people"},
	} {
		t.Run(c.name, func(t *testing.T) {
			with, without := read(t, published, c.with), read(t, published, c.without)
			if got := claims(with); len(got) != 1 || bare(got[0]) != c.claim {
				t.Errorf("claims %q, want %q", got, c.claim)
			}
			if got := claims(without); len(got) != 0 {
				t.Errorf("claims %q without anybody who says them", got)
			}
			blamed(t, with, true)
			blamed(t, without, false)
		})
	}
}

// bare is a claim without quotation marks and final stops.
func bare(claim string) string { return strings.TrimRight(strings.ReplaceAll(claim, `"`, ""), ".,") }

// blamed looks whether each initiator and toll rests on a claim.
func blamed(t *testing.T, r *sitrep.Reading, want bool) {
	t.Helper()
	if len(r.Events) == 0 {
		t.Errorf("no event in %q", r.Report.Text)
	}
	for _, e := range r.Events {
		for _, a := range e.Actors {
			if a.Role == sitrep.Initiator && len(a.AccordingTo) > 0 != want {
				t.Errorf("%s is the initiator according to %q in %q", a.Name, a.AccordingTo, r.Report.Text)
			}
		}
		for _, toll := range e.Tolls {
			if toll.Claim != "" != want {
				t.Errorf("%d %s rest on the claim %q in %q", toll.Count, toll.Harm, toll.Claim, r.Report.Text)
			}
		}
	}
}

// Who denies a deed does not say who did it: without anybody who says so nobody is its initiator, and with one only they are named.
func TestADenialAccusesNobody(t *testing.T) {
	shelled := "Shells hit the town of Goma on Monday, killing three people, the hospital said.\n\n"
	denied := "A spokesman for the Kenyan army denied that its troops had shelled the market of Goma on Monday."
	for name, c := range map[string]struct{ text, accuser string }{
		"a denial alone":            {shelled + denied, ""},
		"a denial of an accusation": {shelled + "The mayor accused the Kenyan army of shelling the market of Goma on Monday. " + denied, "The mayor"},
	} {
		t.Run(name, func(t *testing.T) {
			r, found := read(t, published, c.text), false
			for i := range r.Events {
				for _, a := range r.Events[i].Actors {
					if a.Role != sitrep.Initiator {
						continue
					}
					for _, id := range a.AccordingTo {
						for k := range r.Claims {
							if source := plainWords(r.Claims[k].Source); r.Claims[k].ID == id {
								found = true
								if source != c.accuser {
									t.Errorf("%s is the initiator according to %q", a.Name, source)
								}
							}
						}
					}
				}
			}
			if found != (c.accuser != "") {
				t.Errorf("somebody says who did it: %v", found)
			}
		})
	}
}
