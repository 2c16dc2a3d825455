package casebooktest

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

func testRedactReport(b *bench) {
	b.world()
	if _, err := b.Correct(b.ctx, sitrep.Correction{At: start, By: "Bo", Op: sitrep.MergeOp, Events: []sitrep.EventKey{dorel.key(), kesh.key()}}); err != nil {
		b.Fatal(err)
	}
	if _, err := b.Correct(b.ctx, sitrep.Correction{At: start, By: "Bo", Op: sitrep.AcceptOp, Field: "event", Anchor: sitrep.Anchor{Report: "dorel-1", Quote: "the market"}}); err != nil {
		b.Fatal(err)
	}
	b.change(casebook.Change{Verdicts: []sitrep.Verdict{{A: dorel.key(), B: dorelAgain.key(), Relation: sitrep.SameIncident}}})
	done := must[casebook.Redacted](b)(b.Redact(b.ctx, casebook.Redaction{Report: "dorel-1", By: "Ada", Reason: "a wish", At: b.at(10)}))
	is(b, "done", done.Reports, 1)
	if _, err := b.Report(b.ctx, "dorel-1", 0); !errors.Is(err, casebook.ErrRedacted) {
		b.Errorf("the report: got %v", err)
	}
	if _, err := b.File(b.ctx, dorel.filing()); !errors.Is(err, casebook.ErrRedacted) {
		b.Errorf("file it again: got %v", err)
	}
	copied := dorel
	copied.id, copied.url = "a copy", ""
	if _, err := b.File(b.ctx, copied.filing()); !errors.Is(err, casebook.ErrRedacted) {
		b.Errorf("file its text under another id: got %v", err)
	}
	is(b, "has its bytes", must[bool](b)(b.Has(b.ctx, dorel.filing().RawSHA256)), true)
	is(b, "in the index", b.ids(casebook.Query{Text: "Monitor"}), []string(nil))
	i := must[sitrep.Incident](b)(b.Incident(b.ctx, "i-dorel"))
	is(b, "what its incident still tells", i.Events, []sitrep.EventKey{dorelAgain.key()})
	for _, v := range must[[]casebook.IncidentVersion](b)(b.History(b.ctx, "i-dorel")) {
		if s := fmt.Sprintf("%+v", v); strings.Contains(s, "dorel-1") || strings.Contains(s, "killing 3") {
			b.Errorf("a version still tells of it: %s", s)
		}
	}
	is(b, "verdicts", len(must[[]sitrep.Verdict](b)(b.Verdicts(b.ctx, []sitrep.EventKey{dorelAgain.key()}))), 0)
	corrections := must[[]sitrep.Correction](b)(b.Corrections(b.ctx, ""))
	is(b, "corrections", []any{len(corrections), corrections[0].Events}, []any{1, []sitrep.EventKey{kesh.key()}})
	is(b, "unplaced", keysOf(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), []sitrep.EventKey{dorelAgain.key()})
	for _, f := range must[[]casebook.Finding](b)(b.Check(b.ctx, reader)) {
		if f.Grave {
			b.Errorf("check: %+v", f)
		}
	}
	if !strings.Contains(b.audit(), `"by":"Ada","what":"redacted`) || strings.Contains(b.audit(), "dorel-1") {
		b.Errorf("audit trail: %s", b.audit())
	}
	must[casebook.Redacted](b)(b.Redact(b.ctx, casebook.Redaction{Report: "kesh-1", By: "Ada"}))
	if _, err := b.Incident(b.ctx, "i-kesh"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("an incident that only it told of: got %v", err)
	}
}

// Victim is the name that the suite redacts; backends look for it in their files too.
const Victim = "Öda Harrowind"

func testRedactName(b *bench) {
	PlantVictim(b.T, b.Casebook)
	if !strings.Contains(b.everything(), "Harrowind") {
		b.Fatal("the name is not there to begin with")
	}
	done := must[casebook.Redacted](b)(b.Redact(b.ctx, casebook.Redaction{Name: Victim, By: "Ada", Reason: "her wish: " + Victim, At: b.at(10)}))
	is(b, "done", done, casebook.Redacted{Reports: 2, Places: 4})
	got := must[casebook.StoredReport](b)(b.Report(b.ctx, "dorel-1", 0))
	is(b, "length of the text", len(got.Reading.Report.Text), len(named().text()))
	is(b, "private names", got.Private, []casebook.PrivateName{{Name: "Max Other", Description: "a man", Forms: []string{"Max"}}})
	everything := b.everything()
	for _, at := range regexp.MustCompile(`(?i)harrowind[^s]|öda`).FindAllStringIndex(everything, -1) {
		b.Errorf("the name still stands: …%s…", everything[max(0, at[0]-80):min(len(everything), at[1]+40)])
	}
	if !strings.Contains(everything, "Harrowindson") || !strings.Contains(everything, "Max Other") {
		b.Error("other names are gone too")
	}
	if _, err := b.Raw(b.ctx, "dorel-1", 0); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("raw bytes: got %v", err)
	}
	is(b, "found by her name", b.ids(casebook.Query{Text: "Harrowind"}), []string(nil))
	is(b, "found by other words", b.ids(casebook.Query{Text: "hit dorel"}), []string{"i-dorel"})
	is(b, "the event's span", b.quoted(got), "the Marun Front hit Dorel")
	is(b, "filed again", must[casebook.Filed](b)(b.File(b.ctx, named().filing())), casebook.Filed{Report: "dorel-1", Version: 1})
	for _, f := range must[[]casebook.Finding](b)(b.Check(b.ctx, reader)) {
		b.Errorf("check: %+v", f)
	}
}

// quoted is the first mention of the first event of a report.
func (b *bench) quoted(r casebook.StoredReport) string {
	s := r.Reading.Events[0].Mentions[0]
	return r.Reading.Report.Text[s.Start:s.End]
}

// everything is all that a casebook gives out, as one text.
func (b *bench) everything() string {
	var out strings.Builder
	page := must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, casebook.Query{All: true}))
	fmt.Fprintf(&out, "%+v\n", page)
	for _, i := range page.Rows {
		fmt.Fprintf(&out, "%+v\n", must[[]casebook.IncidentVersion](b)(b.History(b.ctx, i.ID)))
		fmt.Fprintf(&out, "%+v\n", must[[]sitrep.Telling](b)(b.Tellings(b.ctx, i.Events)))
		fmt.Fprintf(&out, "%+v\n", must[[]sitrep.Incident](b)(b.IncidentsOf(b.ctx, i.Events)))
		fmt.Fprintf(&out, "%+v\n", must[[]sitrep.Verdict](b)(b.Verdicts(b.ctx, i.Events)))
	}
	for _, r := range must[casebook.Page[casebook.ReportRow]](b)(b.Reports(b.ctx, casebook.Query{All: true})).Rows {
		stored := must[casebook.StoredReport](b)(b.Report(b.ctx, r.ID, 0))
		fmt.Fprintf(&out, "%+v %+v %+v\n", stored, stored.Reading, stored.Reading.Report)
	}
	fmt.Fprintf(&out, "%+v\n", must[casebook.Page[casebook.ClaimRow]](b)(b.Claims(b.ctx, casebook.Query{})))
	fmt.Fprintf(&out, "%+v\n", must[casebook.Page[casebook.TollRow]](b)(b.Tolls(b.ctx, casebook.Query{})))
	fmt.Fprintf(&out, "%+v\n", must[casebook.Page[casebook.ActorRow]](b)(b.Actors(b.ctx, casebook.Query{})))
	fmt.Fprintf(&out, "%+v\n", must[casebook.Page[casebook.SourceRow]](b)(b.Sources(b.ctx, casebook.Query{})))
	fmt.Fprintf(&out, "%+v\n", must[casebook.Facets](b)(b.Facets(b.ctx, casebook.Query{})))
	fmt.Fprintf(&out, "%+v\n", must[[]sitrep.Correction](b)(b.Corrections(b.ctx, "")))
	fmt.Fprintf(&out, "%+v %+v\n", must[[]casebook.Alert](b)(b.Alerts(b.ctx)), must[[]casebook.Notice](b)(b.Notices(b.ctx, casebook.NoticeQuery{})))
	for _, r := range must[[]casebook.Reference](b)(b.References(b.ctx)) {
		fmt.Fprintf(&out, "%+v %q\n", r, b.referenceOf(r.Name))
	}
	fmt.Fprintf(&out, "%+v\n", must[map[string][]casebook.PrivateName](b)(b.Private(b.ctx, []string{"dorel-1", "dorel-2"})))
	return out.String() + b.audit()
}
