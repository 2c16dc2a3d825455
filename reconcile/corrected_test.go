package reconcile

import (
	"strings"
	"testing"
	"time"

	"sitrep"
)

const correctedText = "An air strike hit Oldtown on Monday. Twelve people were killed, the Observatory said. Talks were held in Newbridge."

// spanOf is where words stand in correctedText.
func spanOf(words string) sitrep.Span {
	i := strings.Index(correctedText, words)
	return sitrep.Span{Start: i, End: i + len(words)}
}

func anchor(words string) sitrep.Anchor {
	return sitrep.Anchor{Report: "r", SHA256: "h", Span: spanOf(words), Quote: words}
}

func corrigible() *sitrep.Reading {
	return &sitrep.Reading{Report: &sitrep.Report{ID: "r", SHA256: "h", Text: correctedText},
		Proposals: []sitrep.Proposal{{ID: "p1", What: sitrep.EventProposal, Words: spanOf("on Monday")}, {ID: "p2", What: sitrep.TollProposal, Words: spanOf("on Monday"), Judged: true}},
		Toponyms:  []sitrep.Toponym{{Place: sitrep.Place{Name: "Newbridge", Lat: 1, Lon: 2, Located: true, Countries: []string{"XXX"}, Precision: 1}}},
		Claims:    []sitrep.Claim{{ID: "c1", Source: "the Observatory", Content: []sitrep.Span{spanOf("Twelve people were killed")}, About: []string{"e1"}}},
		Events: []sitrep.Event{
			{ID: "e1", Kind: sitrep.Airstrike, Trigger: spanOf("strike"), Mentions: []sitrep.Span{spanOf("An air strike hit Oldtown")}, Claims: []string{"c1"},
				Tolls: []sitrep.Toll{{ID: "t1", Harm: sitrep.Killed, Count: 12, Qualifier: sitrep.Exact, Words: spanOf("Twelve people were killed"), Claim: "c1"}}},
			{ID: "e2", Kind: sitrep.Talks, Trigger: spanOf("Talks")},
		}}
}

func TestCorrected(t *testing.T) {
	for _, test := range []struct {
		name    string
		c       sitrep.Correction
		holds   func(r *sitrep.Reading) bool
		orphans int
	}{
		{"an event that is none", sitrep.Correction{Op: sitrep.RejectOp, Field: "event", Anchor: anchor("strike")},
			func(r *sitrep.Reading) bool {
				return len(r.Events) == 1 && r.Events[0].ID == "e2" && len(r.Claims[0].About) == 0
			}, 0},
		{"a toll that is none", sitrep.Correction{Op: sitrep.RejectOp, Field: "toll", Anchor: anchor("Twelve people were killed")},
			func(r *sitrep.Reading) bool { return len(r.Events[0].Tolls) == 0 }, 0},
		{"a claim that is none frees the toll", sitrep.Correction{Op: sitrep.RejectOp, Field: "claim", Anchor: anchor("Twelve people were killed")},
			func(r *sitrep.Reading) bool {
				return len(r.Claims) == 0 && r.Events[0].Tolls[0].Claim == "" && len(r.Events[0].Claims) == 0
			}, 0},
		{"another kind", sitrep.Correction{Op: sitrep.SetOp, Field: "event.kind", Value: `"shelling"`, Anchor: anchor("strike")},
			func(r *sitrep.Reading) bool { return r.Events[0].Kind == sitrep.Shelling }, 0},
		{"a day", sitrep.Correction{Op: sitrep.SetOp, Field: "event.from", Value: `"2016-03-07"`, Anchor: anchor("strike")},
			func(r *sitrep.Reading) bool {
				return r.Events[0].When.From == day(2016, 3, 7) && r.Events[0].When.Basis == sitrep.Told
			}, 0},
		{"a place that the reading knows", sitrep.Correction{Op: sitrep.SetOp, Field: "event.places", Value: `[{"name": "Newbridge"}]`, Anchor: anchor("strike")},
			func(r *sitrep.Reading) bool { return r.Events[0].Places[0].Located && r.Events[0].Places[0].Lat == 1 }, 0},
		{"a number", sitrep.Correction{Op: sitrep.SetOp, Field: "toll.count", Value: `11`, Anchor: anchor("Twelve people were killed")},
			func(r *sitrep.Reading) bool { return r.Events[0].Tolls[0].Count == 11 }, 0},
		{"a stance", sitrep.Correction{Op: sitrep.SetOp, Field: "claim.stance", Value: `"deny"`, Anchor: anchor("Twelve people were killed")},
			func(r *sitrep.Reading) bool { return r.Claims[0].Stance == sitrep.Deny }, 0},
		{"an event by its words", sitrep.Correction{Op: sitrep.AddOp, Field: "event", Value: `{"kind": "displacement", "from": "2016-03-07"}`, Anchor: anchor("on Monday")},
			func(r *sitrep.Reading) bool {
				return len(r.Events) == 3 && r.Events[2].Kind == sitrep.Displacement && r.Events[2].Trigger == spanOf("on Monday")
			}, 0},
		{"a toll by its words", sitrep.Correction{Op: sitrep.AddOp, Field: "toll", Value: `{"harm": "wounded", "count": 3}`, Anchor: anchor("Monday")},
			func(r *sitrep.Reading) bool { return len(r.Events[0].Tolls) == 2 && r.Events[0].Tolls[1].Count == 3 }, 0},
		{"a toll in somebody's words stays his", sitrep.Correction{Op: sitrep.AddOp, Field: "toll", Value: `{"harm": "killed", "count": 12}`, Anchor: anchor("people were killed")},
			func(r *sitrep.Reading) bool { return r.Events[0].Tolls[1].Claim == "c1" }, 0},
		{"an event in somebody's words stays his", sitrep.Correction{Op: sitrep.AddOp, Field: "event", Value: `{"kind": "attack"}`, Anchor: anchor("killed")},
			func(r *sitrep.Reading) bool {
				return len(r.Events[2].AccordingTo) == 1 && r.Events[2].AccordingTo[0] == "c1" && r.Events[2].Claims[0] == "c1"
			}, 0},
		{"a proposal that a person accepts", sitrep.Correction{Op: sitrep.AddOp, Field: "event", Value: `{"kind": "displacement"}`, Anchor: anchor("on Monday")},
			func(r *sitrep.Reading) bool {
				return len(r.Events) == 3 && r.Proposals[0].Judged && !r.Proposals[1].Judged
			}, 0},
		{"a proposal that a person rejects", sitrep.Correction{Op: sitrep.RejectOp, Field: "proposal.event", Anchor: anchor("on Monday")},
			func(r *sitrep.Reading) bool {
				return len(r.Events) == 2 && r.Proposals[0].Judged && !r.Proposals[1].Judged
			}, 0},
		{"a proposal that is not there any more", sitrep.Correction{Op: sitrep.RejectOp, Field: "proposal.event", Anchor: anchor("strike")},
			func(r *sitrep.Reading) bool { return len(r.Events) == 2 && !r.Proposals[0].Judged }, 0},
		{"a claim by its words", sitrep.Correction{Op: sitrep.AddOp, Field: "claim", Value: `{"source": "residents", "about": ["e2"]}`, Anchor: anchor("Talks were held")},
			func(r *sitrep.Reading) bool { return len(r.Claims) == 2 && len(r.Events[1].Claims) == 1 }, 0},
		{"a report that was taken back", sitrep.Correction{Op: sitrep.RetractOp, Anchor: sitrep.Anchor{Report: "r"}},
			func(r *sitrep.Reading) bool { return len(r.Events) == 0 && len(r.Claims) == 0 }, 0},
		{"words of an older text that moved", sitrep.Correction{Op: sitrep.RejectOp, Field: "event",
			Anchor: sitrep.Anchor{Report: "r", SHA256: "older", Span: sitrep.Span{Start: 80, End: 85}, Quote: "Talks"}},
			func(r *sitrep.Reading) bool { return len(r.Events) == 1 && r.Events[0].ID == "e1" }, 0},
		{"words that no longer stand there", sitrep.Correction{Op: sitrep.SetOp, Field: "toll.count", Value: "3", Anchor: sitrep.Anchor{Report: "r", SHA256: "older", Quote: "Thirteen"}},
			func(r *sitrep.Reading) bool { return r.Events[0].Tolls[0].Count == 12 }, 1},
		{"words of which the machine makes nothing now", sitrep.Correction{Op: sitrep.SetOp, Field: "event.kind", Value: `"battle"`, Anchor: anchor("on Monday")},
			func(r *sitrep.Reading) bool { return r.Events[0].Kind == sitrep.Airstrike }, 1},
		{"a value that is none", sitrep.Correction{Op: sitrep.SetOp, Field: "toll.count", Value: `"many"`, Anchor: anchor("Twelve people were killed")},
			func(r *sitrep.Reading) bool { return r.Events[0].Tolls[0].Count == 12 }, 1},
		{"another report's", sitrep.Correction{Op: sitrep.RejectOp, Field: "event", Anchor: sitrep.Anchor{Report: "other", Quote: "strike"}},
			func(r *sitrep.Reading) bool { return len(r.Events) == 2 }, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := corrigible()
			got, orphans := Corrected(before, []sitrep.Correction{test.c})
			if !test.holds(got) {
				t.Errorf("got events %+v and claims %+v", got.Events, got.Claims)
			}
			if len(orphans) != test.orphans || len(orphans) > 0 && !orphans[0].Orphan {
				t.Errorf("orphans %+v, want %d", orphans, test.orphans)
			}
			if before.Events[0].Tolls[0].Count != 12 || len(before.Events) != 2 || before.Claims[0].Stance != "" {
				t.Error("the reading that was given is not as it was")
			}
		})
	}
}

func TestUndoneAreThoseOfUndoingsThatHold(t *testing.T) {
	at := func(n int) time.Time { return time.Date(2020, 1, 1, 0, n, 0, 0, time.UTC) }
	set := sitrep.Correction{ID: "a", At: at(1), Op: sitrep.SetOp}
	undo := sitrep.Correction{ID: "b", At: at(2), Op: sitrep.UndoOp, Undoes: "a"}
	redo := sitrep.Correction{ID: "c", At: at(3), Op: sitrep.UndoOp, Undoes: "b"}
	if all := Undone([]sitrep.Correction{undo, set}); len(all) != 1 || !all["a"] {
		t.Errorf("undone: %v", all)
	}
	if all := Undone([]sitrep.Correction{set, undo, redo}); len(all) != 1 || !all["b"] {
		t.Errorf("the undoing undone: %v", all)
	}
}

func TestStandingLeavesOutWhatWasUndone(t *testing.T) {
	at := func(n int) time.Time { return time.Date(2020, 1, 1, 0, n, 0, 0, time.UTC) }
	set := sitrep.Correction{ID: "a", At: at(1), Op: sitrep.SetOp}
	undo := sitrep.Correction{ID: "b", At: at(2), Op: sitrep.UndoOp, Undoes: "a"}
	redo := sitrep.Correction{ID: "c", At: at(3), Op: sitrep.UndoOp, Undoes: "b"}
	for _, test := range []struct {
		name string
		cs   []sitrep.Correction
		want int
	}{
		{"one", []sitrep.Correction{set}, 1},
		{"undone", []sitrep.Correction{undo, set}, 0},
		{"the undoing undone", []sitrep.Correction{redo, set, undo}, 1},
	} {
		if got := Standing(test.cs); len(got) != test.want {
			t.Errorf("%s: %d stand, want %d", test.name, len(got), test.want)
		}
	}
}

func TestPeopleJoinAndPart(t *testing.T) {
	a := told("a", "e1", "2016-03-12", sitrep.Airstrike, day(2016, 3, 12), "Oldtown")
	b := told("b", "e1", "2016-03-12", sitrep.Airstrike, day(2016, 3, 12), "Oldtown")
	c := told("c", "e1", "2016-09-12", sitrep.Attack, day(2016, 9, 12), "Newbridge")
	all := []sitrep.Telling{a, b, c}
	split := sitrep.Correction{ID: "1", Op: sitrep.SplitOp, Events: []sitrep.EventKey{b.Key}, Value: `[{"report": "a", "event": "e1"}]`}
	merge := sitrep.Correction{ID: "2", Op: sitrep.MergeOp, Events: []sitrep.EventKey{a.Key, c.Key}}
	back := sitrep.Correction{ID: "3", Op: sitrep.MergeOp, Events: []sitrep.EventKey{a.Key, b.Key}, At: time.Unix(9, 0)}
	grade := sitrep.Correction{ID: "4", Op: sitrep.GradeOp, Events: []sitrep.EventKey{c.Key}, Value: `"confirmed"`, By: "ana"}
	for _, test := range []struct {
		name string
		cs   []sitrep.Correction
		want int
	}{
		{"as the machine has it", nil, 2},
		{"parted", []sitrep.Correction{split}, 3},
		{"joined", []sitrep.Correction{merge}, 1},
		{"parted and joined", []sitrep.Correction{split, merge}, 2},
		{"the last word counts", []sitrep.Correction{back, split}, 2},
	} {
		if got := All(all, test.cs); len(got) != test.want {
			t.Errorf("%s: %d incidents, want %d: %+v", test.name, len(got), test.want, got)
		}
	}
	got := All(all, []sitrep.Correction{grade})
	if got[1].Grade != sitrep.Confirmed || got[1].GradedBy.By != "ana" || got[0].Grade == sitrep.Confirmed {
		t.Errorf("grades %s and %s by %q", got[0].Grade, got[1].Grade, got[1].GradedBy.By)
	}
}
