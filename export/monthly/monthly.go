// Package monthly counts incidents and the dead by first-order unit and month, as early-warning tables have them. Every tally counts once.
package monthly

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"

	"sitrep"
	"sitrep/export/rows"
)

// Writer adds up incidents; the rows are written at the end. What it holds grows with units and months, not with incidents.
type Writer struct {
	w                     io.Writer
	cells                 map[key]*cell
	spans, parts, planned int
}

type key struct{ month, country, unit string }

type cell struct {
	key
	incidents, oneSide, fatal, low, best, high int
	open, rough                                bool
}

// New begins a table.
func New(w io.Writer) *Writer { return &Writer{w: w, cells: map[key]*cell{}} }

// Write adds an incident. What is only planned has not been.
func (w *Writer) Write(i *rows.Incident) error {
	if i.Status == sitrep.Planned {
		w.planned++
		return nil
	}
	k := key{month(i.When), rows.List(i.Place.Countries), rows.Within(&i.Place, 0)}
	if k.month == "" {
		w.spans++
	}
	c := w.cells[k]
	if c == nil {
		c = &cell{key: k}
		w.cells[k] = c
	}
	c.incidents++
	if i.Incident.OneSide() != "" {
		c.oneSide++
	}
	w.dead(c, i)
	return nil
}

// dead adds the dead of an incident, but those that its whole counts.
func (w *Writer) dead(c *cell, i *rows.Incident) {
	low, best, high, open := rows.Killed(&i.Incident)
	if high == 0 {
		return
	}
	if i.Whole != nil && month(i.Whole.When) == c.month && c.month != "" {
		if _, _, most, _ := rows.Killed(i.Whole); most > 0 {
			w.parts++
			return
		}
	}
	c.fatal++
	c.low, c.best, c.high, c.open = c.low+low, c.best+best, c.high+high, c.open || open
	c.rough = c.rough || rows.RoughKilled(&i.Incident)
}

// month is the only month of a time, empty where it is longer or not known.
func month(i sitrep.Interval) string {
	from, to := i.From, i.To
	if to.IsZero() {
		to = from
	}
	if from.IsZero() {
		from = to
	}
	if from.Month == 0 || to.Month == 0 || from.Year != to.Year || from.Month != to.Month {
		return ""
	}
	return sitrep.CivilDate{Year: from.Year, Month: from.Month}.String()
}

// Close writes the rows: by month, country and unit.
func (w *Writer) Close() error {
	var all []*cell
	for _, c := range w.cells {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b *cell) int {
		return cmp.Or(cmp.Compare(a.month, b.month), cmp.Compare(a.country, b.country), cmp.Compare(a.unit, b.unit))
	})
	s := rows.NewSheet(w.w, columns())
	for _, c := range all {
		if err := s.Write(c); err != nil {
			return err
		}
	}
	return s.Close()
}

func columns() []rows.Column[cell] {
	number := func(field func(*cell) int) func(*cell) string {
		return func(c *cell) string { return strconv.Itoa(field(c)) }
	}
	return []rows.Column[cell]{
		{Name: "month", Value: func(c *cell) string { return c.month }},
		{Name: "country", Value: func(c *cell) string { return c.country }},
		{Name: "admin1", Value: func(c *cell) string { return c.unit }},
		{Name: "incidents", Value: number(func(c *cell) int { return c.incidents })},
		{Name: "told_by_one_side_only", Value: number(func(c *cell) int { return c.oneSide })},
		{Name: "fatal_incidents", Value: number(func(c *cell) int { return c.fatal })},
		{Name: "killed_low", Value: number(func(c *cell) int { return c.low })},
		{Name: "killed_best", Value: number(func(c *cell) int { return c.best })},
		{Name: "killed_high", Value: number(func(c *cell) int { return c.high })},
		{Name: "killed_open", Value: func(c *cell) string { return rows.Bool(c.open) }},
		{Name: "killed_rough", Value: func(c *cell) string { return rows.Bool(c.rough) }},
	}
}

// LeftOut says what the table does not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"Kinds, sources, sides and other harms are in the csv form."}
	if w.spans > 0 {
		out = append(out, fmt.Sprintf("%d incidents without a single month stand in rows without one.", w.spans))
	}
	if w.planned > 0 {
		out = append(out, fmt.Sprintf("%d incidents that were only planned are left out.", w.planned))
	}
	if w.parts > 0 {
		out = append(out, fmt.Sprintf("The dead of %d incidents are counted with the whole that they are parts of.", w.parts))
	}
	return out
}
