package sqlite

import (
	"context"
	"database/sql"

	"sitrep/casebook"
)

// Claims are those that a query wants.
func (b *Book) Claims(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.ClaimRow], err error) {
	err = b.read(ctx, "list claims", func(t *tx) error {
		p := t.claimPlan(q)
		page.Total = t.total(p)
		rows, next := t.page(p, q)
		page.Next = next
		about := reportCache{}
		for _, r := range rows {
			page.Rows = append(page.Rows, t.claim(r.n, about))
		}
		return nil
	})
	return page, err
}

func (t *tx) claimPlan(q casebook.Query) *plan {
	p := newPlan(claims)
	if text := match(q.Text); text != "" {
		p.from, p.text, p.bare = "claim_text x CROSS JOIN claim c ON c.n = x.rowid & 4294967295", text, "claim_text x"
		p.and("x.claim_text MATCH ?", text)
		p.days("x.rowid", q, func(day int64) int64 { return textRow(day, 0) })
	} else {
		p.days("c.day", q, func(day int64) int64 { return day })
	}
	t.saidBy(p, q)
	oneOf(p, "c.side", q.Sides)
	if q.Actor != "" {
		p.actor(t.termsWith(sourceField, q.Actor), q.Actor)
	}
	if q.Outlet != "" {
		t.fromOutlet(p, "c.report", q.Outlet)
	}
	if q.Report != "" {
		p.and("c.report = (SELECT n FROM report WHERE id = ?)", q.Report)
	}
	if !q.ChangedSince.IsZero() {
		p.and("(SELECT v.filed FROM report r JOIN version v ON v.n = r.current WHERE r.n = c.report) >= ?", stamp(q.ChangedSince))
	}
	of := q
	of.Sides, of.Actor = nil, ""
	if q.Incident != "" || q.Report != "" {
		p.few = true
	}
	if q.Incident != "" {
		t.told(p, of, `c.n IN (SELECT k.n FROM incident_event e CROSS JOIN claim k ON k.report = e.report AND instr(k.about, ' ' || e.event || ' ') > 0 WHERE e.incident IN (%s))`)
		return p
	}
	t.told(p, of, "EXISTS (SELECT 1 FROM incident_event e WHERE e.report = c.report AND instr(c.about, ' ' || e.event || ' ') > 0 AND e.incident IN (%s))")
	return p
}

// saidBy adds who says it, and what saying it does.
func (t *tx) saidBy(p *plan, q casebook.Query) {
	if q.Source != "" {
		p.in("c.source", t.termsWith(sourceField, q.Source))
	}
	oneOf(p, "c.stance", q.Stances)
}

// actor adds that the claim is an actor's, by its id in the lexicon or a name.
func (p *plan) actor(names []int64, id string) {
	if len(names) == 0 {
		p.and("c.actor = ?", id)
		return
	}
	p.and("(c.actor = ? OR c.source IN ("+marks(len(names))+"))", append([]any{id}, anys(names)...)...)
}

func (t *tx) fromOutlet(p *plan, column, outlet string) {
	terms := t.terms(outletField, outlet)
	if len(terms) == 0 {
		p.none = true
		return
	}
	p.and("(SELECT outlet FROM report WHERE n = "+column+") IN ("+marks(len(terms))+")", anys(terms)...)
}

// claim reads the claim of a row.
func (t *tx) claim(n int64, reports reportCache) (row casebook.ClaimRow) {
	var report int64
	var packed []byte
	if !t.get("SELECT report, body FROM claim WHERE n = ?", []any{n}, &report, &packed) {
		return row
	}
	var body claimBody
	if err := t.book.packer.unpackJSON(packed, &body); err != nil {
		t.fail(err)
		return row
	}
	row.Claim, row.Quote = body.Claim, body.Quote
	about := reports.get(t, report)
	row.Report, row.Private = about.head, about.private
	row.Incidents = t.incidentsAbout(report, body.Claim.About)
	row.Answers = all[string](t, "SELECT id FROM claim WHERE report = ? AND answers = ? ORDER BY id", report, body.Claim.ID)
	return row
}

// incidentsAbout are the ids of the incidents of some events of a report, each once, in order.
func (t *tx) incidentsAbout(report int64, events []string) []string {
	ids := map[string]bool{}
	for _, e := range events {
		t.each("SELECT i.id FROM incident_event e JOIN incident i ON i.n = e.incident WHERE e.report = ? AND e.event = ?", []any{report, e}, func(r *sql.Rows) error {
			var id string
			err := r.Scan(&id)
			ids[id] = true
			return err
		})
	}
	return sortedKeys(ids)
}
