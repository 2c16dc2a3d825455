package sqlite

import (
	"context"
	"slices"

	"sitrep/casebook"
)

// Claims are those that a query wants.
func (b *Book) Claims(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.ClaimRow], err error) {
	err = b.read(ctx, "list claims", func(t *tx) error {
		rows, total, next := t.claimPlaces(q)
		page.Total, page.Next = total, next
		page.Rows = t.claimsAt(rows)
		return nil
	})
	return page, err
}

var _ casebook.ClaimStreamer = (*Book)(nil)

// EachClaim gives the claims of a query in order, some at a time, as they were when it began.
func (b *Book) EachClaim(ctx context.Context, q casebook.Query, together int, take func([]casebook.ClaimRow) error) error {
	q.All, q.After = true, ""
	return b.read(ctx, "list claims", func(t *tx) error {
		rows, _, _ := t.claimPlaces(q)
		defer t.ahead(len(rows), "claim")()
		for some := range slices.Chunk(rows, together) {
			page := t.claimsAt(some)
			if t.err != nil {
				return t.err
			}
			if err := take(page); err != nil {
				return err
			}
		}
		return nil
	})
}

var _ casebook.VoiceSifter = (*Book)(nil)

// ClaimsBy are the claims of a query by those voices that are wanted.
func (b *Book) ClaimsBy(ctx context.Context, q casebook.Query, want func(casebook.Voice) bool) (out []casebook.ClaimRow, err error) {
	err = b.read(ctx, "list claims", func(t *tx) error {
		type voice struct {
			source, side uint32
			stance       uint8
		}
		said := map[voice][]found{}
		t.eachClaim(q, false, func(e *claimEntry) {
			v := voice{e.source, e.side, e.stance}
			said[v] = append(said[v], found{int64(e.day), e.n})
		})
		var terms []int64
		for v := range said {
			terms = append(terms, int64(v.source), int64(v.side))
		}
		names := t.texts(once(terms))
		var rows []found
		for v, of := range said {
			if want(casebook.Voice{Source: names[int64(v.source)], Side: names[int64(v.side)], Stance: wordOf(stanceNumbers, v.stance)}) {
				rows = append(rows, of...)
			}
		}
		out = t.claimsAt(asTheyLie(rows))
		return nil
	})
	return out, err
}

// claimPlaces are where the claims of a page stand, how many there are in all, and where the next page begins.
func (t *tx) claimPlaces(q casebook.Query) (rows []place, total int, next string) {
	if byTextAlone(q, true) {
		return t.byText(claims, match(q.Text), q)
	}
	if byDayAlone(q) {
		days := areaOf(casebook.Query{From: q.From, To: q.To})
		if found, total, ok := latest(t, &t.book.digests.claims, days, limitOf(q)+1); ok {
			rows, next = t.page(claims, found, q)
			return rows, total, next
		}
	}
	found := t.rows(claims, q, func() (rows []found) {
		t.eachClaim(q, false, func(e *claimEntry) { rows = append(rows, found{int64(e.day), e.n}) })
		return rows
	})
	rows, next = t.page(claims, found, q)
	return rows, len(found), next
}

// eachClaim visits the claims that a query wants.
func (t *tx) eachClaim(q casebook.Query, whole bool, visit func(*claimEntry)) {
	of := q
	of.Sides, of.Actor = nil, "" // of a claim it is asked who makes it
	about, said := t.told(of), t.saidBy(q)
	sides := termSet(len(q.Sides) > 0, func() []int64 { return t.exactly(sideField, q.Sides) })
	actors := termSet(q.Actor != "", func() []int64 { return t.exactly(actorIDField, []string{q.Actor}) })
	names := termSet(q.Actor != "", func() []int64 { return t.termsWith(sourceField, q.Actor) })
	from, text := t.reportsFrom(q), bits(nil)
	if m := match(q.Text); m != "" {
		text = t.holding("claim", m)
	}
	days := areaOf(casebook.Query{From: q.From, To: q.To})
	want := func(e *claimEntry) bool {
		return days.published(e.day) && said.pass(e) && (sides == nil || sides[e.side]) && (actors == nil || actors[e.actor] || names[e.source]) && (text == nil || text.has(e.n)) &&
			(from == nil || from.has(e.report)) && (about == nil || about.reports.has(e.report))
	}
	eachSeen(t, &t.book.digests.claims, t.candidates("claim", "report", q, about), glance[claimEntry]{want: want, bare: about == nil && !whole, days: days}, func(e *claimEntry) {
		if want(e) && (about == nil || about.any(e.about)) {
			visit(e)
		}
	})
}

// any tells whether one of some tellings is among those that are asked for.
func (o *told) any(tellings []uint32) bool {
	return slices.ContainsFunc(tellings, func(n uint32) bool { return o.tellings.has(int64(n)) })
}

// reportsFrom are the reports of an outlet, and those filed since a time; nil where neither is asked for.
func (t *tx) reportsFrom(q casebook.Query) bits {
	if q.Outlet == "" && q.ChangedSince.IsZero() {
		return nil
	}
	outlets, since := termSet(q.Outlet != "", func() []int64 { return t.terms(outletField, q.Outlet) }), stamp(q.ChangedSince)
	out := newBits(t.number("SELECT coalesce(max(n), 0) FROM report"))
	eachOf(t, &t.book.digests.reports, nil, func(e *reportEntry) {
		if (outlets == nil || outlets[e.outlet]) && e.filed >= since {
			out.add(e.n)
		}
	})
	return out
}

// said is who says it, and what saying it does.
type said struct {
	sources map[uint32]bool // nil for anybody
	stances [256]bool
	any     bool // any stance
}

func (t *tx) saidBy(q casebook.Query) *said {
	s := &said{any: len(q.Stances) == 0, sources: termSet(q.Source != "", func() []int64 { return t.termsWith(sourceField, q.Source) })}
	for _, stance := range q.Stances {
		if n := numberOf(stanceNumbers, stance); n != noNumber {
			s.stances[n] = true
		}
	}
	return s
}

func (s *said) pass(e *claimEntry) bool {
	return (s.any || s.stances[e.stance]) && (s.sources == nil || s.sources[e.source])
}
