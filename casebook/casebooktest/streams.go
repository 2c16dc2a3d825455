package casebooktest

import (
	"errors"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// testStreams compares what comes in one go with what comes page by page.
func testStreams(b *bench) {
	b.world()
	for _, q := range []casebook.Query{{}, {Order: casebook.Oldest}, {Order: casebook.Deadly}, {Place: "Dorel"}, {Text: "hit"}, {Kinds: []sitrep.Kind{sitrep.War}}} {
		for _, together := range []int{1, 2, 500} {
			var got []sitrep.Incident
			err := casebook.EachIncident(b.ctx, b.Casebook, q, together, func(page []sitrep.Incident) error {
				if len(page) == 0 || len(page) > together {
					b.Errorf("%d together, want at most %d", len(page), together)
				}
				got = append(got, page...)
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
			is(b, "in one go", idsOf(got), idsOf(must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, q)).Rows))
		}
	}
	for _, q := range []casebook.Query{{}, {Order: casebook.Oldest}, {Source: "hospital"}, {Text: "hit"}, {Stances: []sitrep.Stance{sitrep.Accuse}}} {
		for _, together := range []int{1, 2, 500} {
			var got []casebook.ClaimRow
			err := casebook.EachClaim(b.ctx, b.Casebook, q, together, func(page []casebook.ClaimRow) error {
				got = append(got, page...)
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
			is(b, "claims in one go", got, must[casebook.Page[casebook.ClaimRow]](b)(b.Claims(b.ctx, q)).Rows)
		}
	}
	enough, n := errors.New("enough"), 0
	err := casebook.EachIncident(b.ctx, b.Casebook, casebook.Query{}, 1, func([]sitrep.Incident) error { n++; return enough })
	if !errors.Is(err, enough) || n != 1 {
		b.Errorf("a taker who has enough after %d: %v", n, err)
	}
}

func testHeads(b *bench) {
	b.world()
	heads := must[map[string]sitrep.ReportHead](b)(casebook.Heads(b.ctx, b.Casebook, []string{"kesh-1", "unknown", "dorel-2", "kesh-1"}))
	var ids []string
	for id, h := range heads {
		ids = append(ids, id)
		page := must[casebook.Page[casebook.ReportRow]](b)(b.Reports(b.ctx, casebook.Query{Report: id}))
		is(b, "the head of "+id, h, page.Rows[0].ReportHead)
	}
	slices.Sort(ids)
	is(b, "heads", ids, []string{"dorel-2", "kesh-1"})
	is(b, "no heads", len(must[map[string]sitrep.ReportHead](b)(casebook.Heads(b.ctx, b.Casebook, nil))), 0)
}

func testTellers(b *bench) {
	b.world()
	for what, q := range map[string]casebook.Query{"all": {}, "some": {Kinds: []sitrep.Kind{sitrep.Shelling}}, "a page": {Limit: 1}, "the oldest": {Order: casebook.Oldest, Limit: 2}, "none": {Actor: "nobody"}} {
		var want []string
		page := must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, q))
		for i := range page.Rows {
			want = append(want, casebook.ReportsOf(&page.Rows[i])...)
		}
		is(b, "the reports of "+what, must[[]string](b)(casebook.Tellers(b.ctx, b.Casebook, q)), want)
	}
}

func testTexts(b *bench) {
	b.world()
	is(b, "the text", must[string](b)(casebook.Text(b.ctx, b.Casebook, "kesh-1")), kesh.text())
	if _, err := casebook.Text(b.ctx, b.Casebook, "unknown"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("the text of a report that is not there: %v", err)
	}
}
