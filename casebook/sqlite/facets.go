package sqlite

import (
	"cmp"
	"context"
	"slices"

	"sitrep/casebook"
)

// Facets count the incidents of a query by each field, as if that field were not asked for. All are looked through once: one that only lacks what is asked of one
// field counts for that field.
func (b *Book) Facets(ctx context.Context, q casebook.Query) (f casebook.Facets, err error) {
	err = b.read(ctx, "count by field", func(t *tx) error {
		c := t.countTags(q)
		for _, one := range []struct {
			field field
			into  *[]casebook.Count
		}{{kindField, &f.Kinds}, {sideField, &f.Sides}, {countryField, &f.Countries}, {placeField, &f.Places}, {actorField, &f.Actors}, {outletField, &f.Outlets}, {gradeField, &f.Grades}, {statusField, &f.Statuses}} {
			*one.into = t.named(c.terms[one.field])
		}
		for name, into := range map[string]*int{newFlag: &f.NewOnly, disputedFlag: &f.Disputed, tollFlag: &f.HasToll} {
			for _, n := range t.terms(flagField, name) {
				*into = c.of(flagField, n)
			}
		}
		f.Days = c.days.counts()
		return nil
	})
	return f, err
}

// tagCounts are how many incidents have each term of each field, by the numbers of the terms, and how many lie on each day.
type tagCounts struct {
	terms [1 << fieldBits][]found
	days  dayTally
}

// of is how many have a term.
func (c *tagCounts) of(f field, term int64) int {
	i, ok := slices.BinarySearchFunc(c.terms[f], term, func(e found, n int64) int { return cmp.Compare(e.n, n) })
	if !ok {
		return 0
	}
	return int(c.terms[f][i].order)
}

func (t *tx) countTags(q casebook.Query) tagCounts {
	c := tagCounts{days: newDayTally()}
	s := t.sieve(q)
	unasked := s.onlyOf()
	counts := make([]int32, t.number("SELECT coalesce(max(n), 0) FROM term")+1)
	of := make([]field, len(counts))
	s.each(t, func(e *incidentEntry) {
		missing, dated, other := s.pass(e)
		switch {
		case !other || missing != 0 && (!dated || missing&(missing-1) != 0):
			return
		case !dated:
			c.days.add(e.day)
			return
		case missing == 0:
			c.days.add(e.day)
		}
		only, counted := unasked[missing]
		if !counted {
			return
		}
		for _, g := range e.tags {
			if f := field(g & (1<<fieldBits - 1)); (only == 0 || f == only) && int(g>>fieldBits) < len(counts) {
				counts[g>>fieldBits]++
				of[g>>fieldBits] = f
			}
		}
	})
	for n, k := range counts {
		if k > 0 {
			c.terms[of[n]] = append(c.terms[of[n]], found{int64(k), int64(n)})
		}
	}
	return c
}

// onlyOf says for which field an incident counts that lacks a term of one set alone; 0, for all of them, where it lacks none.
func (s *sieve) onlyOf() map[uint16]field {
	out := map[uint16]field{0: 0}
	for i, f := range s.sets.field {
		switch f {
		case kindField, sideField, countryField, placeField, actorField, outletField, gradeField, statusField:
			out[1<<i] = f
		}
	}
	return out
}

// most is how many values of a field are listed.
const most = 200

// named are the counts of terms of a field, the most frequent first.
func (t *tx) named(counts []found) (out []casebook.Count) {
	if len(counts) == 0 {
		return nil
	}
	least, of := edge(counts, -1, most), map[int64]int{}
	for _, c := range counts {
		if c.order >= least {
			of[c.n] = int(c.order)
		}
	}
	for n, text := range t.texts(sortedKeys(of)) {
		out = append(out, casebook.Count{Value: text, N: of[n]})
	}
	slices.SortFunc(out, func(a, b casebook.Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value))
	})
	return out[:min(most, len(out))]
}
