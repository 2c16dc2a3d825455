package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// Facets count the incidents of a query by each field, as if that field were not asked for.
func (b *Book) Facets(ctx context.Context, q casebook.Query) (f casebook.Facets, err error) {
	err = b.read(ctx, "count by field", func(t *tx) error {
		all := t.countTags(q)
		for _, one := range []struct {
			asked   bool
			without func(*casebook.Query)
			field   field
			into    *[]casebook.Count
		}{
			{len(q.Kinds) > 0, func(q *casebook.Query) { q.Kinds = nil }, kindField, &f.Kinds},
			{len(q.Sides) > 0, func(q *casebook.Query) { q.Sides = nil }, sideField, &f.Sides},
			{q.Country != "", func(q *casebook.Query) { q.Country = "" }, countryField, &f.Countries},
			{q.Actor != "", func(q *casebook.Query) { q.Actor = "" }, actorField, &f.Actors},
			{q.Outlet != "", func(q *casebook.Query) { q.Outlet = "" }, outletField, &f.Outlets},
			{len(q.Grades) > 0, func(q *casebook.Query) { q.Grades = nil }, gradeField, &f.Grades},
			{len(q.Statuses) > 0, func(q *casebook.Query) { q.Statuses = nil }, statusField, &f.Statuses},
		} {
			*one.into = t.named(t.facet(q, all, one.asked, one.without), one.field)
		}
		flag := func(asked bool, without func(*casebook.Query), name string) int {
			for _, c := range t.named(t.facet(q, all, asked, without), flagField) {
				if c.Value == name {
					return c.N
				}
			}
			return 0
		}
		f.NewOnly = flag(q.NewOnly, func(q *casebook.Query) { q.NewOnly = false }, newFlag)
		f.Disputed = flag(q.Disputed, func(q *casebook.Query) { q.Disputed = false }, disputedFlag)
		f.HasToll = flag(q.HasToll, func(q *casebook.Query) { q.HasToll = false }, tollFlag)
		f.Days = t.facet(q, all, !q.From.IsZero() || !q.To.IsZero(), func(q *casebook.Query) { q.From, q.To = sitrep.CivilDate{}, sitrep.CivilDate{} }).dayCounts()
		return nil
	})
	return f, err
}

// tagCounts are how many incidents have each term, and how many lie on each day.
type tagCounts struct{ terms, days map[int64]int }

// facet are the counts for one field: those of the whole query where the field is not asked for.
func (t *tx) facet(q casebook.Query, all tagCounts, asked bool, without func(*casebook.Query)) tagCounts {
	if !asked {
		return all
	}
	without(&q)
	return t.countTags(q)
}

func (t *tx) countTags(q casebook.Query) tagCounts {
	c := tagCounts{map[int64]int{}, map[int64]int{}}
	p := t.incidentPlan(q)
	if p.none {
		return c
	}
	t.each("SELECT i.day, i.tags FROM "+p.from+p.condition(), p.args, func(r *sql.Rows) error {
		var day int64
		var tags sql.RawBytes
		if err := r.Scan(&day, &tags); err != nil {
			return err
		}
		c.days[day]++
		for _, tag := range tagsOf(tags) {
			c.terms[tag]++
		}
		return nil
	})
	return c
}

// most is how many values of a field are listed.
const most = 200

// named are the counts of the terms of a field, the most frequent first.
func (t *tx) named(c tagCounts, f field) (out []casebook.Count) {
	names := map[int64]string{}
	t.each("SELECT n, text FROM term WHERE field = ?", []any{f}, func(r *sql.Rows) error {
		var n int64
		var text string
		if err := r.Scan(&n, &text); err != nil {
			return err
		}
		if c.terms[n] > 0 {
			names[n] = text
		}
		return nil
	})
	for n, text := range names {
		out = append(out, casebook.Count{Value: text, N: c.terms[n]})
	}
	slices.SortFunc(out, func(a, b casebook.Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value))
	})
	return out[:min(most, len(out))]
}

func (c tagCounts) dayCounts() (out []casebook.Count) {
	for _, day := range sortedKeys(c.days) {
		if day > unknownDay {
			out = append(out, casebook.Count{Value: dateOfDay(day).String(), N: c.days[day]})
		}
	}
	return out
}
