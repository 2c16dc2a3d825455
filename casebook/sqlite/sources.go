package sqlite

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// putOrigins counts what became of the figures of each source of an incident, under the name by which the report has the source: the figures of a source are counted by
// that name too, and no more of them can be updated, lowered or contradicted than there are.
func (t *tx) putOrigins(i *sitrep.Incident, incident int64) {
	counts, became := map[int64]figureCount{}, fates(i)
	for _, toll := range slices.SortedFunc(maps.Keys(became), compareTolls) {
		f := became[toll]
		source := t.sourceOfToll(toll, f.origin)
		if source == 0 {
			continue // the reporter's own
		}
		c := counts[source]
		c.updated, c.lowered, c.contradicted = c.updated+one01(f.updated), c.lowered+one01(f.lowered), c.contradicted+one01(f.contradicted)
		counts[source] = c
	}
	for _, source := range sortedKeys(counts) {
		if c := counts[source]; c != (figureCount{}) {
			t.exec("INSERT OR REPLACE INTO incident_origin (source, incident, updated, lowered, contradicted) VALUES (?, ?, ?, ?, ?)", source, incident, c.updated, c.lowered, c.contradicted)
		}
	}
}

// sourceOfToll is the term of who gives a figure as its report names him, 0 for the reporter; of a figure that is not kept the name of the origin.
func (t *tx) sourceOfToll(toll tollOf, origin string) int64 {
	var source int64
	if t.get("SELECT l.source FROM report r JOIN toll l ON l.report = r.n WHERE r.id = ? AND l.event = ? AND l.id = ?", []any{toll.key.Report, toll.key.Event, toll.id}, &source) {
		return source
	}
	return t.term(sourceField, origin)
}

// figureCount is what became of a source's figures.
type figureCount struct{ updated, lowered, contradicted int }

func one01(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tollOf is a toll of an event.
type tollOf struct {
	key sitrep.EventKey
	id  string
}

func compareTolls(a, b tollOf) int {
	return cmp.Or(cmp.Compare(a.key.Report, b.key.Report), cmp.Compare(a.key.Event, b.key.Event), cmp.Compare(a.id, b.id))
}

// fate is what became of a figure: its origin raised or lowered an earlier one by it, another gives another one.
type fate struct {
	origin                         string
	updated, lowered, contradicted bool
}

// fates say of each figure of an incident what became of it. One that stands in two lines of the tally is one.
func fates(i *sitrep.Incident) map[tollOf]fate {
	out := map[tollOf]fate{}
	for _, l := range i.Tally {
		byOrigin := map[string][]sitrep.TallyToll{}
		for _, toll := range append(slices.Clone(l.RestsOn), l.SetAside...) {
			byOrigin[toll.Origin] = append(byOrigin[toll.Origin], toll)
		}
		for origin, tolls := range byOrigin {
			slices.SortStableFunc(tolls, func(a, b sitrep.TallyToll) int { return a.Published.Compare(b.Published) })
			for k := range tolls {
				at := tollOf{tolls[k].Key, tolls[k].Toll}
				f := out[at]
				f.origin = origin
				f.updated = f.updated || k > 0 && tolls[k].Count > tolls[k-1].Count
				f.lowered = f.lowered || k > 0 && tolls[k].Count < tolls[k-1].Count
				f.contradicted = f.contradicted || contradicted(i, &l, &tolls[k])
				out[at] = f
			}
		}
	}
	return out
}

// contradicted tells whether a figure is one of the answers in which the reports differ.
func contradicted(i *sitrep.Incident, l *sitrep.Tally, toll *sitrep.TallyToll) bool {
	return slices.ContainsFunc(i.Contradictions, func(c sitrep.Contradiction) bool {
		return c.Field == string(l.Harm) && slices.ContainsFunc(c.Entries, func(e sitrep.ContradictionEntry) bool { return e.Key == toll.Key && e.Span == toll.Span })
	})
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
	of    []sourceCount     // by term
	names map[int64][]int64 // the terms of each source, by the first of them
}

// sourceCount is the claims of one term, and the first and the last day of them. They lie together: claims come in the order of reports, so that each is of another term.
type sourceCount struct {
	claims, first, last int32
	oneSide             int32 // of the claims: about what rests on the word of one side alone
}

func (t *tx) countSources(q casebook.Query) *sourceCounts {
	most := t.number("SELECT coalesce(max(n), 0) FROM term") + 1
	c := &sourceCounts{make([]sourceCount, most), map[int64][]int64{}}
	resting := t.resting()
	t.eachClaim(q, true, func(e *claimEntry) {
		if int(e.source) >= len(c.of) {
			return // of a damaged file
		}
		s := &c.of[e.source]
		if s.claims++; s.claims == 1 {
			s.first, s.last = e.day, e.day
		}
		s.first, s.last = min(s.first, e.day), max(s.last, e.day)
		if resting.alone(e.about) {
			s.oneSide++
		}
	})
	same := t.sameTerms(sourceField)
	for n := range c.of {
		if c.of[n].claims == 0 || n == 0 { // claims without a source are of nobody
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
			claims += int64(c.of[n].claims)
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
			return cmp.Or(cmp.Compare(c.of[b].claims, c.of[a].claims), cmp.Compare(text[a], text[b]))
		})
		first, last, oneSide := c.of[best].first, c.of[best].last, 0
		for _, n := range g.names {
			oneSide += int(c.of[n].oneSide)
			first, last = min(first, c.of[n].first), max(last, c.of[n].last)
		}
		g.ID = text[best]
		g.row = casebook.SourceRow{Name: g.ID, Claims: int(g.Order), OneSide: oneSide, First: dateOr(first), Last: dateOr(last)}
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
	outlets bits // by their numbers among outletsOf
	tolls   int

	last    claimEntry // most claims of a source are like the one before
	counted *int       // of as
}

// add takes a claim, and the outlets of all reports.
func (d *described) add(e *claimEntry, outlets []int64) {
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
			d.outlets.add(outlets[e.report])
		}
	}
	d.last = claimEntry{report: e.report, kind: e.kind, side: e.side}
}

// describe says of some sources what they are, where they stand, and what became of their figures.
func (t *tx) describe(groups []*sourceGroup) {
	of, reports := make([]*described, len(groups)), t.number("SELECT coalesce(max(n), 0) FROM report")
	wanted := make([]*described, t.number("SELECT coalesce(max(n), 0) FROM term")+1)
	outlets, most := t.outletsOf(reports)
	for i, g := range groups {
		of[i] = &described{as: map[sourceAs]*int{}, in: newBits(reports), outlets: newBits(most)}
		for _, n := range g.names {
			wanted[n] = of[i]
		}
	}
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
		g.row.Reports, g.row.Outlets, g.row.Tolls = d.reports, d.outlets.count(), d.tolls
		t.get("SELECT coalesce(sum(updated), 0), coalesce(sum(lowered), 0), coalesce(sum(contradicted), 0) FROM incident_origin WHERE source IN (SELECT value FROM json_each(?))", []any{array(g.names)},
			&g.row.Updated, &g.row.Lowered, &g.row.Contradicted)
	}
}

// outletsOf are the outlets of all reports, numbered as they come, and how many there are.
func (t *tx) outletsOf(reports int64) (of []int64, most int64) {
	of = make([]int64, reports+1)
	numbers := map[uint32]int64{}
	eachOf(t, &t.book.digests.reports, nil, func(e *reportEntry) {
		if e.n >= int64(len(of)) {
			return // of a damaged file
		}
		n, ok := numbers[e.outlet]
		if !ok {
			n = int64(len(numbers))
			numbers[e.outlet] = n
		}
		of[e.n] = n
	})
	return of, int64(len(numbers))
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
