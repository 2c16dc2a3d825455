package brief

import (
	"context"
	"runtime"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/internal/inorder"
)

// ahead reads the incidents that are going to be told, and the reports whose words will be quoted for them, on all cores: what is told of each comes one after the other.
func (m *maker) ahead() error {
	ids := append(m.told(), m.met()...)
	for k := range m.truces {
		ids = append(ids, m.truces[k].ID)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	found, err := sideBySide(m.ctx, ids, func(id string) (*sitrep.Incident, error) { return m.whole(&casebook.Sketch{ID: id}) })
	if err != nil {
		return err
	}
	var reports []string
	for k, i := range found {
		if i != nil {
			m.wholes[ids[k]] = i
			reports = append(reports, m.quotedFor(i)...)
		}
	}
	told := m.told()
	denied, err := sideBySide(m.ctx, told, m.repliesTo)
	if err != nil {
		return err
	}
	for k, rows := range denied {
		m.denied[told[k]] = rows
	}
	slices.Sort(reports)
	reports = slices.Compact(reports)
	read, err := sideBySide(m.ctx, reports, m.read)
	for k, r := range read {
		m.stored[reports[k]] = r
	}
	return err
}

// quotedFor are the reports that are quoted for an incident whatever they say: where each origin tells of it first, and those of its figures.
func (m *maker) quotedFor(i *sitrep.Incident) (out []string) {
	for _, o := range i.Origins {
		if len(o.Events) > 0 {
			out = append(out, o.Events[0].Report)
		}
	}
	for _, t := range i.Tally {
		for _, toll := range t.RestsOn {
			out = append(out, toll.Key.Report)
		}
	}
	return out
}

// sideBySide does something for each of a list on all cores.
func sideBySide[T any](ctx context.Context, list []string, do func(string) (T, error)) (out []T, err error) {
	type done struct {
		v   T
		err error
	}
	err = inorder.Do(ctx, runtime.GOMAXPROCS(0), slices.Values(list), func(id string) done {
		v, err := do(id)
		return done{v, err}
	}, func(d done) error {
		out = append(out, d.v)
		return d.err
	})
	return out, err
}

// told are the incidents that news is going to tell, if there are words of each: the most important, so many of one country and in all.
func (m *maker) told() (ids []string) {
	byCountry := map[string]int{}
	for k := range m.incidents {
		i := &m.incidents[k]
		if diplomatic(i.Kind) || !m.isNew(i) || byCountry[i.Country] >= m.o.PerPlace || len(ids) >= m.o.Limit {
			continue
		}
		byCountry[i.Country]++
		ids = append(ids, i.ID)
	}
	return ids
}

// met are the talks and agreements that are going to be told, if there are words of each.
func (m *maker) met() (ids []string) {
	for k := range m.incidents {
		if i := &m.incidents[k]; (i.Kind == sitrep.Talks || i.Kind == sitrep.Agreement) && m.isNew(i) && len(ids) < m.o.PerPlace {
			ids = append(ids, i.ID)
		}
	}
	return ids
}
