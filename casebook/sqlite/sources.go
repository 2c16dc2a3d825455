package sqlite

import (
	"context"
	"database/sql"
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

// sourceGroup is the claims of one source.
type sourceGroup struct {
	place
	term        int64
	name        string
	claims      int
	first, last int64
}

// Sources are who makes the claims that a query wants, the most frequent first.
func (b *Book) Sources(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.SourceRow], err error) {
	err = b.read(ctx, "list sources", func(t *tx) error {
		groups, err := cut(&page, t.sourceGroups(q), q, func(g sourceGroup) place { return g.place })
		for _, g := range groups {
			page.Rows = append(page.Rows, t.sourceRow(g))
		}
		return err
	})
	return page, err
}

func (t *tx) sourceGroups(q casebook.Query) (out []sourceGroup) {
	p := t.claimPlan(q)
	if p.none {
		return nil
	}
	t.each("SELECT g.source, s.text, g.n, g.first, g.last FROM (SELECT c.source AS source, count(*) AS n, min(c.day) AS first, max(c.day) AS last FROM "+
		p.from+p.condition()+" GROUP BY c.source) g JOIN term s ON s.n = g.source", p.args, func(r *sql.Rows) error {
		var g sourceGroup
		err := r.Scan(&g.term, &g.name, &g.claims, &g.first, &g.last)
		g.place = place{Order: int64(g.claims), ID: g.name}
		out = append(out, g)
		return err
	})
	return out
}

func (t *tx) sourceRow(g sourceGroup) casebook.SourceRow {
	row := casebook.SourceRow{Name: g.name, Claims: g.claims}
	var kind string
	t.get("SELECT kind, side FROM claim WHERE source = ? GROUP BY kind, side ORDER BY count(*) DESC, kind, side LIMIT 1", []any{g.term}, &kind, &row.Side)
	row.Kind = sitrep.SourceKind(kind)
	t.get("SELECT count(DISTINCT c.report), count(DISTINCT r.outlet) FROM claim c JOIN report r ON r.n = c.report WHERE c.source = ?", []any{g.term}, &row.Reports, &row.Outlets)
	row.Tolls = int(t.number("SELECT count(*) FROM toll WHERE source = ?", g.term))
	t.get("SELECT coalesce(sum(updated), 0), coalesce(sum(lowered), 0), coalesce(sum(contradicted), 0) FROM incident_origin WHERE source = ?", []any{g.term},
		&row.Updated, &row.Lowered, &row.Contradicted)
	if g.first > unknownDay {
		row.First = dateOfDay(g.first)
	}
	if g.last > unknownDay {
		row.Last = dateOfDay(g.last)
	}
	return row
}
