package casebooktest

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// story lets time go by: the talks are told at 0, Dorel with one report at 10, with two at 20; Kesh is there from 10 to 30; at 40 Dorel becomes part of i-new.
func (b *bench) story() {
	b.Helper()
	b.file(dorel, dorelAgain, kesh, talks)
	b.apply(incident("i-talks", talks))
	b.at(10)
	b.apply(incident("i-dorel", dorel), incident("i-kesh", kesh))
	b.at(20)
	b.apply(incident("i-dorel", dorel, dorelAgain), incident("i-talks", talks))
	b.change(casebook.Change{Drop: []string{"i-kesh"}, At: b.at(30)})
	b.change(casebook.Change{Put: []sitrep.Incident{incident("i-new", dorel, dorelAgain, kesh)}, Drop: []string{"i-dorel"}, Alias: map[string]string{"i-dorel": "i-new", "i-kesh": "i-new"}, At: b.at(40)})
}

func (b *bench) change(c casebook.Change) {
	b.Helper()
	if err := b.Apply(b.ctx, c); err != nil {
		b.Fatal(err)
	}
}

func minute(n int) time.Time { return start.Add(time.Duration(n) * time.Minute) }

func testHistory(b *bench) {
	b.story()
	talksVersions := must[[]casebook.IncidentVersion](b)(b.History(b.ctx, "i-talks"))
	is(b, "versions of what did not change", len(talksVersions), 1)
	if _, err := b.History(b.ctx, "nothing"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("history of what was never there: %v", err)
	}
	kesh := must[[]casebook.IncidentVersion](b)(b.History(b.ctx, "i-new"))
	is(b, "versions of the new one", len(kesh), 1)
	is(b, "from when", kesh[0].At, minute(40))
	b.change(casebook.Change{Drop: []string{"i-new", "never"}, At: b.at(50)})
	if _, err := b.Incident(b.ctx, "i-dorel"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("an alias of what is no more: %v", err)
	}
	old := must[[]casebook.IncidentVersion](b)(b.History(b.ctx, "i-dorel"))
	var times []string
	for _, v := range old {
		times = append(times, v.At.Format("04")+strings.Repeat("!", len(v.Incident.Events)))
	}
	is(b, "versions of one that is no more", times, []string{"10!", "20!!", "40"})
}

func testAsOf(b *bench) {
	b.story()
	asOf := func(n int, q casebook.Query) string {
		b.Helper()
		page := must[casebook.Page[sitrep.Incident]](b)(b.AsOf(b.ctx, minute(n), q))
		if page.Total != len(page.Rows) && page.Next == "" && q.After == "" {
			b.Errorf("%d rows of %d and no next page", len(page.Rows), page.Total)
		}
		return strings.Join(idsOf(page.Rows), " ")
	}
	is(b, "before all", asOf(-1, casebook.Query{}), "")
	is(b, "at 0", asOf(0, casebook.Query{}), "i-talks")
	is(b, "at 15", asOf(15, casebook.Query{}), "i-talks i-kesh i-dorel")
	is(b, "at 35", asOf(35, casebook.Query{}), "i-talks i-dorel")
	is(b, "at 40", asOf(40, casebook.Query{}), "i-talks i-new")
	is(b, "the deadliest at 25", asOf(25, casebook.Query{Order: casebook.Deadly}), "i-kesh i-dorel i-talks")
	page := must[casebook.Page[sitrep.Incident]](b)(b.AsOf(b.ctx, minute(15), casebook.Query{Place: "Dorel"}))
	is(b, "Dorel at 15", page.Rows, []sitrep.Incident{incident("i-dorel", dorel)})
	for _, f := range filters { // at 25 all three were there as in the world
		is(b, f.name+", at 25", asOf(25, f.q), f.want)
	}
	first := must[casebook.Page[sitrep.Incident]](b)(b.AsOf(b.ctx, minute(25), casebook.Query{Limit: 2}))
	is(b, "first page at 25", idsOf(first.Rows), []string{"i-talks", "i-kesh"})
	is(b, "second page at 25", asOf(25, casebook.Query{Limit: 2, After: first.Next}), "i-dorel")
}

func testChanges(b *bench) {
	b.story()
	changes := func(from, to int) (out []string) {
		b.Helper()
		for _, c := range must[[]casebook.IncidentChange](b)(b.Changes(b.ctx, minute(from), minute(to))) {
			out = append(out, c.Before.ID+">"+c.After.ID+" "+c.At.Format("04"))
		}
		return out
	}
	is(b, "from 0 to 10", changes(0, 10), []string{">i-dorel 10", ">i-kesh 10"})
	is(b, "from 10 to 20", changes(10, 20), []string{"i-dorel>i-dorel 20"})
	is(b, "from 20 to 40", changes(20, 40), []string{"i-kesh> 30", "i-dorel>i-new 40"})
	is(b, "from 5 to 30", changes(5, 30), []string{">i-dorel 20"})
	is(b, "from 40 on", changes(40, 99), []string(nil))
	for from := range 41 {
		for to := from + 1; to <= 41; to++ {
			is(b, fmt.Sprintf("one by one, from %d to %d", from, to), b.changesOneByOne(from, to), changes(from, to))
		}
	}
	b.change(casebook.Change{Put: []sitrep.Incident{incident("i-late", kesh)}, At: b.at(45)})
	is(b, "from 40 on, once there is one", changes(40, 99), []string{">i-late 45"})
	first := must[casebook.Page[casebook.IncidentChange]](b)(casebook.ChangesAfter(b.ctx, b.Casebook, minute(0), minute(10), "", 1))
	if first.Next == "" {
		b.Skip("it has no pages of changes")
	}
	later := must[casebook.Page[casebook.IncidentChange]](b)(casebook.ChangesAfter(b.ctx, b.Casebook, minute(5), minute(50), first.Next, 1))
	is(b, "the next page is of the times of the first", []any{later.Total, later.Rows[0].After.ID, later.Next}, []any{2, "i-kesh", ""})
	if _, err := casebook.ChangesAfter(b.ctx, b.Casebook, minute(0), minute(10), "100", 1); !errors.Is(err, casebook.ErrCursor) {
		b.Errorf("a page after 100: %v, want that it is no cursor", err)
	}
}

// changesOneByOne are changes asked for in pages of one.
func (b *bench) changesOneByOne(from, to int) (out []string) {
	b.Helper()
	after := ""
	for {
		page := must[casebook.Page[casebook.IncidentChange]](b)(casebook.ChangesAfter(b.ctx, b.Casebook, minute(from), minute(to), after, 1))
		for _, c := range page.Rows {
			out = append(out, c.Before.ID+">"+c.After.ID+" "+c.At.Format("04"))
		}
		if after = page.Next; after == "" {
			return out
		}
	}
}

func testAliases(b *bench) {
	b.story()
	is(b, "by an alias", must[sitrep.Incident](b)(b.Incident(b.ctx, "i-dorel")).ID, "i-new")
	is(b, "by the beginning of an alias", must[sitrep.Incident](b)(b.Incident(b.ctx, "i-dor")).ID, "i-new")
	b.change(casebook.Change{Put: []sitrep.Incident{incident("i-newest", dorel, dorelAgain, kesh)}, Drop: []string{"i-new"}, Alias: map[string]string{"i-new": "i-newest"}, At: b.at(50)})
	is(b, "by an alias of an alias", must[sitrep.Incident](b)(b.Incident(b.ctx, "i-kesh")).ID, "i-newest")
	is(b, "a filter by an alias", b.ids(casebook.Query{Incident: "i-dorel"}), []string{"i-newest"})
	b.change(casebook.Change{Put: []sitrep.Incident{incident("i-dorel", dorel)}, At: b.at(60)})
	is(b, "an alias that is an incident again", must[sitrep.Incident](b)(b.Incident(b.ctx, "i-dorel")).ID, "i-dorel")
}

func testVerdicts(b *bench) {
	b.file(dorel, dorelAgain, kesh)
	same := sitrep.Verdict{A: dorel.key(), B: dorelAgain.key(), Relation: sitrep.SameIncident, Score: 0.9, Reasons: []string{"the same day", "the same place"}, By: "rule"}
	other := sitrep.Verdict{A: dorel.key(), B: kesh.key(), Relation: sitrep.NewIncident, Score: 0.1, By: "rule"}
	b.change(casebook.Change{Verdicts: []sitrep.Verdict{other, same}})
	got := must[[]sitrep.Verdict](b)
	is(b, "of an event", got(b.Verdicts(b.ctx, []sitrep.EventKey{dorel.key()})), []sitrep.Verdict{same, other})
	is(b, "of both sides, once", got(b.Verdicts(b.ctx, []sitrep.EventKey{dorelAgain.key(), dorel.key()})), []sitrep.Verdict{same, other})
	same.By, same.Score = "Ada", 1
	b.change(casebook.Change{Verdicts: []sitrep.Verdict{same}})
	is(b, "a later one about the same two", got(b.Verdicts(b.ctx, []sitrep.EventKey{dorelAgain.key()})), []sitrep.Verdict{same})
	is(b, "of an event without", len(got(b.Verdicts(b.ctx, []sitrep.EventKey{{Report: "x", Event: "y"}}))), 0)
}
