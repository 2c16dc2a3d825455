// Package ucdp writes fatal incidents in the 49 columns of UCDP's Georeferenced Event Dataset, for scripts that read those. It is not UCDP's data nor its
// coding: the columns of UCDP's own ids are empty.
package ucdp

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes incidents in which people were killed; the others it counts.
type Writer struct {
	*rows.Sheet[rows.Incident]
	left, undated int
}

// New begins a sheet.
func New(w io.Writer) *Writer { return &Writer{Sheet: rows.NewSheet(w, columns())} }

// Write writes an incident that was fatal and has a day, month or year.
func (w *Writer) Write(i *rows.Incident) error {
	switch {
	case deathsOf(&i.Incident).best == 0 || !happened(i.Status):
		w.left++
	case i.When.IsZero():
		w.undated++
	default:
		return w.Sheet.Write(i)
	}
	return nil
}

// happened tells whether people can have died: what is planned has not been.
func happened(s sitrep.Status) bool { return s != sitrep.Planned }

// LeftOut says what the columns do not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"This is neither UCDP's data nor its coding: the columns of UCDP's ids are empty, and relid holds ours.",
		"Who gives which figure, claims, denials and private notes are in the jsonl, claims and tolls forms; a side that is only accused is not named."}
	if w.left > 0 {
		out = append(out, fmt.Sprintf("%d incidents without a death told are left out.", w.left))
	}
	if w.undated > 0 {
		out = append(out, fmt.Sprintf("%d fatal incidents without any date are left out.", w.undated))
	}
	return out
}

// deaths are those of an incident by whose they were.
type deaths struct {
	a, b, civilians, unknown int
	best, high, low          int
}

// deathsOf parts the dead of an incident so that the parts add up to the best figure. A line without a side is the whole of which the others are parts,
// where it is the greater.
func deathsOf(i *sitrep.Incident) deaths {
	var d deaths
	var whole, parts deaths
	a, b := rows.Sides(i)
	for _, t := range i.Tally {
		switch {
		case t.Harm != sitrep.Killed:
			continue
		case t.Civilian == sitrep.True:
			d.civilians += t.Best
		case t.Side != "" && t.Side == sideOf(a):
			d.a += t.Best
		case t.Side != "" && t.Side == sideOf(b):
			d.b += t.Best
		case t.Side == "" && t.Civilian == sitrep.NotKnown:
			whole.best, whole.high, whole.low = t.Best, t.High, t.Low
			continue
		default:
			d.unknown += t.Best
		}
		parts.best, parts.high, parts.low = parts.best+t.Best, parts.high+t.High, parts.low+t.Low
	}
	d.best, d.high, d.low = max(whole.best, parts.best), max(whole.high, parts.high), max(whole.low, parts.low)
	d.unknown += d.best - parts.best
	return d
}

func sideOf(a *sitrep.IncidentActor) string {
	if a == nil {
		return ""
	}
	return a.Side
}

// Cell is the cell of PRIO-GRID, of half a degree, that holds a point; 0 for what is no point.
func Cell(lat, lon float64) int {
	if !(math.Abs(lat) <= 90) || !(math.Abs(lon) <= 180) {
		return 0
	}
	row, col := min(int(math.Floor((lat+90)*2)), 359), min(int(math.Floor((lon+180)*2)), 719)
	return row*720 + col + 1
}

func clarity(i *rows.Incident) string {
	if rows.Precision(&i.When) == sitrep.DayPrecision && i.PartOf == "" && i.Place.Precision > 0 && i.Place.Precision < 6 {
		return "1"
	}
	return "2"
}

func datePrec(i *rows.Incident) string {
	switch rows.Precision(&i.When) {
	case sitrep.DayPrecision:
		return "1"
	case sitrep.DaysPrecision:
		return "2"
	case sitrep.WeekPrecision:
		return "3"
	case sitrep.MonthPrecision:
		return "4"
	}
	return "5"
}

// first and last are the days between which an incident was.
func first(i *rows.Incident) string {
	d := i.When.From
	if d.IsZero() {
		d = i.When.To
	}
	return sitrep.CivilDateOf(d.First()).String()
}

func last(i *rows.Incident) string {
	d := i.When.To
	if d.IsZero() {
		d = i.When.From
	}
	return sitrep.CivilDateOf(d.Last()).String()
}

func year(i *rows.Incident) string { return strings.SplitN(first(i), "-", 2)[0] }

func heads(field func(*sitrep.ReportHead) string) func(*rows.Incident) string {
	return func(i *rows.Incident) string {
		var out []string
		for k := range i.Heads {
			out = append(out, field(&i.Heads[k]))
		}
		return strings.Join(out, ";")
	}
}

func number(field func(deaths) int) func(*rows.Incident) string {
	return func(i *rows.Incident) string { return strconv.Itoa(field(deathsOf(&i.Incident))) }
}
