package privacy_test

import (
	"fmt"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
)

// A reading that is given away tells a name nowhere, and its spans stand at the same words.
func TestAReadingCoveredUp(t *testing.T) {
	const text = "Gunmen killed Jürgen Ostrava, a baker, in Dorel."
	at := func(words string) sitrep.Span {
		i := strings.Index(text, words)
		return sitrep.Span{Start: i, End: i + len(words)}
	}
	name := "Jürgen Ostrava"
	r := &sitrep.Reading{Report: &sitrep.Report{ID: "r", Text: text, Title: name + " killed", Byline: "by " + name},
		Events: []sitrep.Event{{ID: "e", Trigger: at("killed"), Mentions: []sitrep.Span{at("a baker")}, Outcome: name, Weapon: name, Actors: []sitrep.Actor{{Name: name, Description: name, Group: name}},
			Tolls: []sitrep.Toll{{Who: name}}, Places: []sitrep.Place{{Name: name}}}},
		Claims:   []sitrep.Claim{{Source: name, Via: name, To: name}},
		Entities: []sitrep.Entity{{Name: name}}, Toponyms: []sitrep.Toponym{{Place: sitrep.Place{Name: name}}}, Problems: []sitrep.Problem{{Err: name}},
		Proposals: []sitrep.Proposal{{ID: "p", Value: `{"harm":"killed","count":1,"who":"` + name + `"}`}}}
	before := fmt.Sprintf("%+v %+v", *r, *r.Report)
	got := privacy.CoverReading(r, []casebook.PrivateName{{Name: name, Description: "a baker", Forms: []string{"Jürgen", "Ostrava"}}})
	if all := fmt.Sprintf("%+v %+v", *got, *got.Report); strings.Contains(all, "Ostrava") || strings.Contains(all, "rgen") {
		t.Errorf("a name stands in %s", all)
	}
	if len(got.Report.Text) != len(text) || !strings.Contains(got.Report.Text, "Gunmen killed ") || got.Report.Text[at("a baker").Start:at("a baker").End] != "a baker" {
		t.Errorf("the text is %q", got.Report.Text)
	}
	if len(got.Proposals) != 1 || !strings.Contains(got.Proposals[0].Value, `"who":"[a baker]"`) {
		t.Errorf("proposals %+v", got.Proposals)
	}
	if fmt.Sprintf("%+v %+v", *r, *r.Report) != before {
		t.Error("the reading that was given is otherwise")
	}
	if privacy.CoverReading(r, nil) != r {
		t.Error("without names there is nothing to cover up")
	}
}
