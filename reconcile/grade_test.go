package reconcile

import (
	"testing"
	"time"

	"sitrep"
)

// deed is a telling of a strike on Oldtown by a side, on somebody's word.
func deed(report, side string, confidence sitrep.Confidence, c sitrep.Claim) sitrep.Telling {
	x := told(report, "e1", "2016-03-12", sitrep.Airstrike, day(2016, 3, 12), "Oldtown")
	a := sitrep.Actor{Role: sitrep.Initiator, Name: "the air force of " + side, Side: side, Confidence: confidence}
	if c.Source != "" {
		c.ID, c.Content, c.About = "c1", []sitrep.Span{{Start: 1, End: 9}}, []string{"e1"}
		x.Claims, a.AccordingTo = []sitrep.Claim{c}, []string{"c1"}
		x.Quotes = []sitrep.Passage{{Span: c.Content[0], Words: "the word"}}
	}
	if side != "" {
		x.Event.Actors = []sitrep.Actor{a}
	}
	return x
}

func TestGrades(t *testing.T) {
	own := func(mode sitrep.ClaimMode, side string) sitrep.Claim {
		return sitrep.Claim{Source: "the air force of " + side, Side: side, SourceKind: sitrep.Belligerent, Mode: mode, Stance: sitrep.Assert}
	}
	accuser := claimed(monitor, func(c *sitrep.Claim) { c.Stance = sitrep.Accuse })
	denied := func(x sitrep.Telling) sitrep.Telling {
		c := own(sitrep.IndirectMode, "YYY")
		c.ID, c.Stance, c.Content = "c2", sitrep.Deny, []sitrep.Span{{Start: 11, End: 19}}
		x.Claims = append(x.Claims, c)
		x.Event.Actors[0].DeniedBy = []string{"c2"}
		return x
	}
	disputed := func(x sitrep.Telling) sitrep.Telling { x.Event.Status = sitrep.Disputed; return x }
	const accused, doer = sitrep.Accused, sitrep.ClaimedByDoer
	for _, test := range []struct {
		name     string
		tellings []sitrep.Telling
		want     sitrep.Grade
	}{
		{"one outlet in its own voice", []sitrep.Telling{deed("a", "", "", reporter)}, sitrep.SingleOrigin},
		{"two outlets in their own voices", []sitrep.Telling{deed("a", "", "", reporter), deed("b", "", "", reporter)}, sitrep.SeveralOrigins},
		{"an accusation alone", []sitrep.Telling{deed("a", "YYY", accused, accuser)}, sitrep.SingleOrigin},
		{"one accusation in two outlets", []sitrep.Telling{deed("a", "YYY", accused, accuser), deed("b", "YYY", accused, accuser)}, sitrep.SingleOrigin},
		{"two who accuse the same", []sitrep.Telling{deed("a", "YYY", accused, accuser), deed("b", "YYY", accused, claimed(witness, func(c *sitrep.Claim) { c.Stance = sitrep.Accuse }))}, sitrep.SeveralOrigins},
		{"two who accuse each another side", []sitrep.Telling{deed("a", "YYY", accused, accuser), deed("b", "ZZZ", accused, claimed(witness, func(c *sitrep.Claim) { c.Stance = sitrep.Accuse }))}, sitrep.Contested},
		{"one names nobody", []sitrep.Telling{deed("a", "YYY", accused, accuser), deed("b", "", "", witness)}, sitrep.SeveralOrigins},
		{"the accused denies it", []sitrep.Telling{denied(deed("a", "YYY", accused, accuser))}, sitrep.Contested},
		{"one side says it, another that it was not", []sitrep.Telling{disputed(deed("a", "", "", monitor))}, sitrep.Contested},
		{"the accused says so in quoted words", []sitrep.Telling{deed("a", "YYY", doer, own(sitrep.QuoteMode, "YYY"))}, sitrep.Admitted},
		{"in words that are not quoted", []sitrep.Telling{deed("a", "YYY", doer, own(sitrep.IndirectMode, "YYY"))}, sitrep.SingleOrigin},
		{"somebody else says that he did", []sitrep.Telling{deed("a", "YYY", doer, own(sitrep.QuoteMode, "ZZZ"))}, sitrep.SingleOrigin},
		{"quoted words of the accused that only threaten", []sitrep.Telling{deed("a", "YYY", doer, claimed(own(sitrep.QuoteMode, "YYY"), func(c *sitrep.Claim) { c.Stance = sitrep.Threaten }))}, sitrep.SingleOrigin},
		{"his admission goes before his denial", []sitrep.Telling{denied(deed("a", "YYY", accused, accuser)), deed("b", "YYY", doer, own(sitrep.QuoteMode, "YYY"))}, sitrep.Admitted},
		{"another is accused beside his admission", []sitrep.Telling{deed("a", "ZZZ", accused, accuser), deed("b", "YYY", doer, own(sitrep.QuoteMode, "YYY"))}, sitrep.Contested},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := All(test.tellings, nil)
			if len(got) != 1 || got[0].Grade != test.want {
				t.Fatalf("%d incidents, the first %s; want one that is %s", len(got), got[0].Grade, test.want)
			}
			for _, a := range got[0].Actors {
				if a.Role == sitrep.Initiator && len(test.tellings[0].Claims) > 0 && (len(a.AccordingTo) == 0 || a.Confidence == "" || a.Confidence == sitrep.Fact) {
					t.Errorf("a doer without who says so: %+v", a)
				}
			}
		})
	}
}

func TestAPersonsGrade(t *testing.T) {
	at := func(n int) time.Time { return time.Date(2016, 4, 1, 0, n, 0, 0, time.UTC) }
	key := []sitrep.EventKey{{Report: "a", Event: "e1"}}
	grade := func(n int, value, by, reason string) sitrep.Correction {
		return sitrep.Correction{ID: value, At: at(n), By: by, Op: sitrep.GradeOp, Field: "grade", Value: value, Events: key, Reason: reason}
	}
	for _, test := range []struct {
		name string
		cs   []sitrep.Correction
		want sitrep.Grade
	}{
		{"confirmed", []sitrep.Correction{grade(1, `"confirmed"`, "ana", "saw the list")}, sitrep.Confirmed},
		{"discounted", []sitrep.Correction{grade(1, `"discounted"`, "ana", "an old picture")}, sitrep.Discounted},
		{"the last one counts", []sitrep.Correction{grade(2, `"discounted"`, "bo", "an old picture"), grade(1, `"confirmed"`, "ana", "saw the list")}, sitrep.Discounted},
		{"undone", []sitrep.Correction{grade(1, `"confirmed"`, "ana", "saw the list"), {ID: "u", At: at(2), Op: sitrep.UndoOp, Undoes: `"confirmed"`}}, sitrep.SingleOrigin},
		{"a grade that is none", []sitrep.Correction{grade(1, `"certain"`, "ana", "saw the list")}, sitrep.SingleOrigin},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := All([]sitrep.Telling{deed("a", "", "", reporter)}, test.cs)[0]
			if got.Grade != test.want {
				t.Errorf("grade %s by %+v, want %s", got.Grade, got.GradedBy, test.want)
			}
			if byPerson := test.want != sitrep.SingleOrigin; byPerson != (got.GradedBy.By != "" && got.GradedBy.Reason != "" && !got.GradedBy.At.IsZero()) {
				t.Errorf("graded by %+v", got.GradedBy)
			}
		})
	}
}
