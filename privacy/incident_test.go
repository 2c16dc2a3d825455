package privacy

import (
	"encoding/json"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// A name is put into every field of text that is shown of an incident: none may keep it.
func TestADossierHoldsNoName(t *testing.T) {
	const name = "Jasna Korin"
	key := sitrep.EventKey{Report: "r1", Event: "e1"}
	toll := sitrep.TallyToll{Key: key, Origin: name, Quote: "two, among them " + name, Why: name}
	incident := sitrep.Incident{ID: "i1", Title: name, Events: []sitrep.EventKey{key},
		Actors:         []sitrep.IncidentActor{{Name: name, AccordingTo: []string{name}, DeniedBy: []string{"KORIN"}}},
		Tally:          []sitrep.Tally{{RestsOn: []sitrep.TallyToll{toll}, SetAside: []sitrep.TallyToll{toll}, Why: name}},
		Origins:        []sitrep.Origin{{Name: name}},
		Contradictions: []sitrep.Contradiction{{Entries: []sitrep.ContradictionEntry{{Value: name, Origin: name, Quote: name}}}},
		Course:         []sitrep.Turn{{By: name, AccordingTo: []string{name}, Quote: name}},
		GradedBy:       sitrep.Judgement{Reason: name}}
	head := sitrep.ReportHead{ID: "r1", Title: "Korin was a baker"}
	private := []casebook.PrivateName{{Name: name, Description: "a baker", Forms: []string{name, "Korin"}}}
	dossier := casebook.Dossier{Incident: incident, Reports: []sitrep.ReportHead{head}, PartOf: &incident, Follows: &incident, Parts: []sitrep.Incident{incident},
		Claims:   []casebook.ClaimRow{{Report: head, Claim: sitrep.Claim{Source: name, Via: name, To: name}, Quote: name}},
		Verdicts: []sitrep.Verdict{{Reasons: []string{name}}}, History: []casebook.IncidentVersion{{Incident: incident}},
		Private: map[string][]casebook.PrivateName{"r1": private}}
	before, _ := json.Marshal(dossier)
	veiled := VeilDossier(dossier)
	veiled.Private = nil
	shown, _ := json.Marshal(veiled)
	if s := strings.ToLower(string(shown)); strings.Contains(s, "korin") || strings.Contains(s, "jasna") {
		t.Errorf("a name is left: %s", shown)
	}
	if after, _ := json.Marshal(dossier); string(after) != string(before) {
		t.Error("the dossier itself was changed")
	}
	row := casebook.TollRow{Report: head, Toll: sitrep.Toll{Who: name}, Quote: name, Source: name, Private: private}
	for _, v := range []any{VeilIncident(incident, dossier.Private), VeilReport(head, private)} {
		if b, _ := json.Marshal(v); strings.Contains(strings.ToLower(string(b)), "korin") {
			t.Errorf("a name is left: %s", b)
		}
	}
	if r := VeilToll(row); strings.Contains(r.Toll.Who+r.Quote+r.Source+r.Report.Title, "Korin") {
		t.Errorf("a name is left: %+v", r)
	}
}

// A town on the map is named, though somebody in a report is called like it.
func TestATitleKeepsItsPlace(t *testing.T) {
	private := map[string][]casebook.PrivateName{"r1": {{Name: "Jasna Dorel", Description: "a baker", Forms: []string{"Jasna Dorel", "Dorel"}}}}
	i := sitrep.Incident{Title: "Truce of Jasna Dorel, Dorel, 4 May 2021", Events: []sitrep.EventKey{{Report: "r1", Event: "e1"}}, Place: sitrep.Place{Name: "Dorel", Located: true}}
	if got := VeilIncident(i, private).Title; got != "Truce of [a baker], Dorel, 4 May 2021" {
		t.Errorf("got %q", got)
	}
	i.Place.Located = false
	if got := VeilIncident(i, private).Title; strings.Contains(got, "Dorel") {
		t.Errorf("a place that is on no map: got %q", got)
	}
}
