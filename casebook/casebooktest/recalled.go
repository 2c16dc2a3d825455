package casebooktest

import (
	"sitrep"
	"sitrep/casebook"
)

// testRecalled has the telling of dorel-1 stand for that of dorel-2.
func testRecalled(b *bench) {
	b.file(dorel, dorelAgain, kesh)
	other := dorelAgain.key()
	near := func() []sitrep.EventKey {
		b.Helper()
		return must[[]sitrep.EventKey](b)(b.Near(b.ctx, []string{"2021-06-15|dorel"}))
	}
	holder := func() []string {
		b.Helper()
		return idsOf(must[[]sitrep.Incident](b)(b.IncidentsOf(b.ctx, []sitrep.EventKey{other})))
	}
	b.change(casebook.Change{Put: []sitrep.Incident{incident("i-dorel", dorel), incident("i-kesh", kesh)}, Placed: []sitrep.EventKey{dorel.key(), other, kesh.key()},
		Recalled: []casebook.Recalled{{Alike: 7, Incident: "i-dorel", Bar: 5, Others: []sitrep.EventKey{other}}}})
	stands := func() (incident string, bar int64) {
		b.Helper()
		s, ok, err := b.Stand(b.ctx, 7)
		if err != nil {
			b.Fatal(err)
		}
		is(b, "something stands", ok, s.Incident.ID != "")
		return s.Incident.ID, s.Bar
	}
	stood, bar := stands()
	is(b, "what stands", stood, "i-dorel")
	is(b, "bar", bar, 5)
	is(b, "neighbours", near(), []sitrep.EventKey{dorel.key()})
	is(b, "of its report", must[[]sitrep.EventKey](b)(b.TellingsOf(b.ctx, other.Report)), []sitrep.EventKey{other})
	is(b, "its incident", holder(), []string{"i-dorel"})
	is(b, "unplaced", len(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), 0)
	reports := must[casebook.Page[casebook.ReportRow]](b)(b.Reports(b.ctx, casebook.Query{Kinds: []sitrep.Kind{sitrep.Shelling}}))
	is(b, "reports of such incidents", reports.Total, 2)
	b.change(casebook.Change{Put: []sitrep.Incident{incident("i-new", dorel)}, Drop: []string{"i-dorel"}, Alias: map[string]string{"i-dorel": "i-new"},
		Recalled: []casebook.Recalled{{Alike: 7, Incident: "i-new"}}, At: b.at(10)})
	is(b, "where its incident went", holder(), []string{"i-new"})
	stood, _ = stands()
	is(b, "what stands then", stood, "i-new")
	is(b, "neighbours then", near(), []sitrep.EventKey{dorel.key()})
	for _, f := range must[[]casebook.Finding](b)(b.Check(b.ctx, reader)) {
		b.Errorf("check: %+v", f)
	}
	b.change(casebook.Change{Drop: []string{"i-new"}, At: b.at(20)})
	stood, _ = stands()
	is(b, "what stands at last", stood, "")
	is(b, "unplaced when nothing stands for it", keysOf(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), []sitrep.EventKey{other})
	is(b, "neighbours at last", near(), []sitrep.EventKey{dorel.key(), other})
}
