package sqlite

import (
	"cmp"
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// putOrigins counts what became of the figures of each origin of an incident.
func (t *tx) putOrigins(i *sitrep.Incident, incident int64) {
	counts := figures(i)
	for _, origin := range sortedKeys(counts) {
		c := counts[origin]
		t.exec("INSERT OR REPLACE INTO incident_origin (source, incident, updated, lowered, contradicted) VALUES (?, ?, ?, ?, ?)",
			t.term(sourceField, origin), incident, c.updated, c.lowered, c.contradicted)
	}
}

// figureCount is what became of an origin's figures.
type figureCount struct{ updated, lowered, contradicted int }

// figures counts, for each origin, the figures of one harm that it raised and lowered later, and its answers that others contradict.
func figures(i *sitrep.Incident) map[string]figureCount {
	out := map[string]figureCount{}
	for _, l := range i.Tally {
		byOrigin := map[string][]sitrep.TallyToll{}
		for _, toll := range append(slices.Clone(l.RestsOn), l.SetAside...) {
			byOrigin[toll.Origin] = append(byOrigin[toll.Origin], toll)
		}
		for origin, tolls := range byOrigin {
			slices.SortStableFunc(tolls, func(a, b sitrep.TallyToll) int { return a.Published.Compare(b.Published) })
			c := out[origin]
			for k := 1; k < len(tolls); k++ {
				switch {
				case tolls[k].Count > tolls[k-1].Count:
					c.updated++
				case tolls[k].Count < tolls[k-1].Count:
					c.lowered++
				}
			}
			out[origin] = c
		}
	}
	for _, d := range i.Contradictions {
		if d.Field == "initiator" || d.Field == "happened" { // of figures only: the others are harms
			continue
		}
		for _, e := range d.Entries {
			c := out[e.Origin]
			c.contradicted++
			out[e.Origin] = c
		}
	}
	for origin, c := range out {
		if c == (figureCount{}) || origin == "" {
			delete(out, origin)
		}
	}
	return out
}

// sourceGroup is the claims of one source. Its names are terms that are the same but for capitals and marks.
type sourceGroup struct {
	place
	names []int64
	row   casebook.SourceRow
}

// Sources are who makes the claims that a query wants, the most frequent first.
func (b *Book) Sources(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.SourceRow], err error) {
	err = b.read(ctx, "list sources", func(t *tx) error {
		after, err := afterOf(q)
		if err != nil {
			return err
		}
		c := t.countSources(q)
		groups := c.groups()
		page.Total = len(groups)
		shown, next := cut(t.nameSources(c, nearest(groups, after, limitOf(q)+1)), after, limitOf(q), func(g *sourceGroup) place { return g.place })
		page.Next = next
		t.describe(shown)
		for _, g := range shown {
			page.Rows = append(page.Rows, g.row)
		}
		return nil
	})
	return page, err
}

// sourceCounts count claims by the terms of their sources.
type sourceCounts struct {
	claims, first, last []int32
	names               map[int64][]int64 // the terms of each source, by the first of them
}

func (t *tx) countSources(q casebook.Query) *sourceCounts {
	most := t.number("SELECT coalesce(max(n), 0) FROM term") + 1
	c := &sourceCounts{claims: make([]int32, most), first: make([]int32, most), last: make([]int32, most), names: map[int64][]int64{}}
	t.eachClaim(q, func(e *claimEntry) {
		if int(e.source) >= len(c.claims) {
			return // of a damaged file
		}
		if c.claims[e.source]++; c.claims[e.source] == 1 {
			c.first[e.source], c.last[e.source] = e.day, e.day
		}
		c.first[e.source], c.last[e.source] = min(c.first[e.source], e.day), max(c.last[e.source], e.day)
	})
	same := t.sameTerms(sourceField)
	for n, k := range c.claims {
		if k == 0 || n == 0 { // claims without a source are of nobody
			continue
		}
		first := int64(n)
		if s := same[first]; s != 0 {
			first = s
		}
		c.names[first] = append(c.names[first], int64(n))
	}
	return c
}

// groups are the sources that were counted.
func (c *sourceCounts) groups() (out []found) {
	for _, first := range sortedKeys(c.names) {
		claims := int64(0)
		for _, n := range c.names[first] {
			claims += int64(c.claims[n])
		}
		out = append(out, found{claims, first})
	}
	return out
}

// nameSources names sources as most of their claims do; where as many do otherwise, by the name that comes first.
func (t *tx) nameSources(c *sourceCounts, groups []found) (out []*sourceGroup) {
	var names []int64
	for _, g := range groups {
		names = append(names, c.names[g.n]...)
	}
	text := t.texts(names)
	for _, found := range groups {
		g := &sourceGroup{place: place{Order: found.order, n: found.n}, names: c.names[found.n]}
		best := slices.MinFunc(g.names, func(a, b int64) int {
			return cmp.Or(cmp.Compare(c.claims[b], c.claims[a]), cmp.Compare(text[a], text[b]))
		})
		first, last := c.first[best], c.last[best]
		for _, n := range g.names {
			first, last = min(first, c.first[n]), max(last, c.last[n])
		}
		g.ID = text[best]
		g.row = casebook.SourceRow{Name: g.ID, Claims: int(g.Order), First: dateOr(first), Last: dateOr(last)}
		out = append(out, g)
	}
	return out
}

// sourceAs is what a claim says of its source.
type sourceAs struct {
	kind uint8
	side uint32
}

// described is what all claims and figures of a source come to.
type described struct {
	as      map[sourceAs]*int
	in      bits // reports
	reports int
	outlets map[uint32]bool
	tolls   int

	last    claimEntry // most claims of a source are like the one before
	counted *int       // of as
}

// add takes a claim, and the outlets of all reports.
func (d *described) add(e *claimEntry, outlets []uint32) {
	if d.counted == nil || d.last.kind != e.kind || d.last.side != e.side {
		k := sourceAs{e.kind, e.side}
		if d.as[k] == nil {
			d.as[k] = new(int)
		}
		d.counted = d.as[k]
	}
	*d.counted++
	if d.last.report != e.report && !d.in.has(e.report) {
		d.in.add(e.report)
		d.reports++
		if e.report < int64(len(outlets)) {
			d.outlets[outlets[e.report]] = true
		}
	}
	d.last = claimEntry{report: e.report, kind: e.kind, side: e.side}
}

// describe says of some sources what they are, where they stand, and what became of their figures.
func (t *tx) describe(groups []*sourceGroup) {
	of, reports := make([]*described, len(groups)), t.number("SELECT coalesce(max(n), 0) FROM report")
	wanted := make([]*described, t.number("SELECT coalesce(max(n), 0) FROM term")+1)
	for i, g := range groups {
		of[i] = &described{as: map[sourceAs]*int{}, in: newBits(reports), outlets: map[uint32]bool{}}
		for _, n := range g.names {
			wanted[n] = of[i]
		}
	}
	outlets := make([]uint32, reports+1)
	eachOf(t, &t.book.digests.reports, nil, func(e *reportEntry) {
		if e.n < int64(len(outlets)) {
			outlets[e.n] = e.outlet
		}
	})
	eachOf(t, &t.book.digests.claims, nil, func(e *claimEntry) {
		if int(e.source) < len(wanted) && wanted[e.source] != nil {
			wanted[e.source].add(e, outlets)
		}
	})
	eachOf(t, &t.book.digests.tolls, nil, func(e *tollEntry) {
		if int(e.source) < len(wanted) && wanted[e.source] != nil {
			wanted[e.source].tolls++
		}
	})
	for i, g := range groups {
		d := of[i]
		g.row.Kind, g.row.Side = t.mostlyAs(d.as)
		g.row.Reports, g.row.Outlets, g.row.Tolls = d.reports, len(d.outlets), d.tolls
		t.get("SELECT coalesce(sum(updated), 0), coalesce(sum(lowered), 0), coalesce(sum(contradicted), 0) FROM incident_origin WHERE source IN (SELECT value FROM json_each(?))", []any{array(g.names)},
			&g.row.Updated, &g.row.Lowered, &g.row.Contradicted)
	}
}

// mostlyAs is what most claims say of their source; of several the least.
func (t *tx) mostlyAs(counts map[sourceAs]*int) (kind sitrep.SourceKind, side string) {
	most := 0
	for as, counted := range counts {
		n := *counted
		if n < most {
			continue
		}
		k, s := sitrep.SourceKind(""), ""
		if int(as.kind) < len(sourceNumbers) {
			k = sourceNumbers[as.kind]
		}
		t.get("SELECT text FROM term WHERE n = ?", []any{as.side}, &s)
		if n > most || cmp.Or(cmp.Compare(k, kind), cmp.Compare(s, side)) < 0 {
			kind, side, most = k, s, n
		}
	}
	return kind, side
}
