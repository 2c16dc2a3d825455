// Package acled writes incidents in the 31 columns of ACLED's event files, for scripts that read those, with columns of our own behind them. It is not ACLED's
// data nor its coding: what only ACLED codes is empty.
package acled

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes incidents of the types that the columns know and that have a date; the others it counts.
type Writer struct {
	*rows.Sheet[rows.Incident]
	left, undated int
}

// New begins a sheet.
func New(w io.Writer) *Writer { return &Writer{Sheet: rows.NewSheet(w, columns())} }

// Write writes an incident that has been.
func (w *Writer) Write(i *rows.Incident) error {
	switch {
	case typeOf(&i.Incident).event == "" || i.Status == sitrep.Planned:
		w.left++
	case i.When.IsZero():
		w.undated++
	default:
		return w.Sheet.Write(i)
	}
	return nil
}

// LeftOut says what the columns do not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"This is neither ACLED's data nor its coding: event ids, interaction codes, regions and source scales are empty. fatalities is the lowest figure told.",
		"Actors that are only accused are not named in actor1; notes tells who accuses them."}
	if w.left > 0 {
		out = append(out, fmt.Sprintf("%d incidents that are planned or of no event type (whole wars) are left out.", w.left))
	}
	if w.undated > 0 {
		out = append(out, fmt.Sprintf("%d incidents without any date are left out.", w.undated))
	}
	return out
}

// kind is an event type with its sub-type, which is empty where what is told does not decide it.
type kind struct{ disorder, event, sub string }

const (
	violence  = "Political violence"
	strategic = "Strategic developments"
)

// typeOf is the type of an incident, empty for what has none.
func typeOf(i *sitrep.Incident) kind {
	switch i.Kind {
	case sitrep.Battle:
		return kind{violence, "Battles", "Armed clash"}
	case sitrep.Shelling:
		return kind{violence, "Explosions/Remote violence", "Shelling/artillery/missile attack"}
	case sitrep.Airstrike:
		return kind{violence, "Explosions/Remote violence", "Air/drone strike"}
	case sitrep.Bombing:
		return kind{violence, "Explosions/Remote violence", ""}
	case sitrep.Attack:
		if onForces(i) {
			return kind{violence, "Battles", "Armed clash"}
		}
		return kind{violence, "Violence against civilians", "Attack"}
	case sitrep.Abduction:
		return kind{violence, "Violence against civilians", "Abduction/forced disappearance"}
	case sitrep.Protest:
		return kind{"Demonstrations", "Protests", ""}
	case sitrep.Ceasefire, sitrep.Agreement:
		return kind{strategic, strategic, "Agreement"}
	case sitrep.Arrest:
		return kind{strategic, strategic, "Arrests"}
	case sitrep.Destruction:
		return kind{strategic, strategic, "Looting/property destruction"}
	case sitrep.War:
		return kind{}
	}
	return kind{strategic, strategic, "Other"}
}

// onForces tells whether all who are told to have been hit were no civilians.
func onForces(i *sitrep.Incident) bool {
	forces := false
	for _, t := range i.Tally {
		if t.Civilian != sitrep.False {
			return false
		}
		forces = true
	}
	return forces
}

func timePrecision(i *rows.Incident) string {
	switch rows.Precision(&i.When) {
	case sitrep.DayPrecision:
		return "1"
	case sitrep.DaysPrecision, sitrep.WeekPrecision:
		return "2"
	}
	return "3"
}

func geoPrecision(i *rows.Incident) string {
	switch p := i.Place.Precision; {
	case p == 1:
		return "1"
	case p == 2 || p == 3:
		return "2"
	}
	return "3"
}

func date(i *rows.Incident) string {
	d := i.When.From
	if d.IsZero() {
		d = i.When.To
	}
	return sitrep.CivilDateOf(d.First()).String()
}

func columns() []rows.Column[rows.Incident] {
	empty := func(*rows.Incident) string { return "" }
	of := func(field func(kind) string) func(*rows.Incident) string {
		return func(i *rows.Incident) string { return field(typeOf(&i.Incident)) }
	}
	killed := func(field func(low, best, high int) int) func(*rows.Incident) string {
		return func(i *rows.Incident) string {
			low, best, high, _ := rows.Killed(&i.Incident)
			return strconv.Itoa(field(low, best, high))
		}
	}
	return []rows.Column[rows.Incident]{
		{Name: "event_id_cnty", Value: empty},
		{Name: "event_date", Value: date},
		{Name: "year", Value: func(i *rows.Incident) string { return date(i)[:4] }},
		{Name: "time_precision", Value: timePrecision},
		{Name: "disorder_type", Value: of(func(k kind) string { return k.disorder })},
		{Name: "event_type", Value: of(func(k kind) string { return k.event })},
		{Name: "sub_event_type", Value: of(func(k kind) string { return k.sub })},
		{Name: "actor1", Value: func(i *rows.Incident) string { a, _ := rows.Sides(&i.Incident); return rows.Side(a) }},
		{Name: "assoc_actor_1", Value: empty},
		{Name: "inter1", Value: empty},
		{Name: "actor2", Value: func(i *rows.Incident) string { _, b := rows.Sides(&i.Incident); return rows.Side(b) }},
		{Name: "assoc_actor_2", Value: empty},
		{Name: "inter2", Value: empty},
		{Name: "interaction", Value: empty},
		{Name: "civilian_targeting", Value: empty},
		{Name: "iso", Value: empty},
		{Name: "region", Value: empty},
		{Name: "country", Value: func(i *rows.Incident) string { return rows.Country(&i.Place) }},
		{Name: "admin1", Value: func(i *rows.Incident) string { return rows.Within(&i.Place, 0) }},
		{Name: "admin2", Value: func(i *rows.Incident) string { return rows.Within(&i.Place, 1) }},
		{Name: "admin3", Value: func(i *rows.Incident) string { return rows.Within(&i.Place, 2) }},
		{Name: "location", Value: func(i *rows.Incident) string { return i.Place.Name }},
		{Name: "latitude", Value: func(i *rows.Incident) string { return rows.Latitude(&i.Place) }},
		{Name: "longitude", Value: func(i *rows.Incident) string { return rows.Longitude(&i.Place) }},
		{Name: "geo_precision", Value: geoPrecision},
		{Name: "source", Value: func(i *rows.Incident) string { return rows.Outlets(i.Heads) }},
		{Name: "source_scale", Value: empty},
		{Name: "notes", Value: func(i *rows.Incident) string { return strings.Join(rows.Account(&i.Incident), " | ") }},
		{Name: "fatalities", Value: killed(func(low, _, _ int) int { return low })},
		{Name: "tags", Value: empty},
		{Name: "timestamp", Value: timestamp},
		{Name: "sitrep_id", Value: func(i *rows.Incident) string { return i.ID }},
		{Name: "fatalities_best", Value: killed(func(_, best, _ int) int { return best })},
		{Name: "fatalities_high", Value: killed(func(_, _, high int) int { return high })},
		{Name: "told_by_one_side_only", Value: func(i *rows.Incident) string { return i.Incident.OneSide() }},
		{Name: "grade", Value: func(i *rows.Incident) string { return string(i.Grade) }},
		{Name: "fatalities_rough", Value: func(i *rows.Incident) string { return rows.Bool(rows.RoughKilled(&i.Incident)) }},
	}
}

// timestamp is when it was last told of, in seconds of Unix time.
func timestamp(i *rows.Incident) string {
	if i.LastPublished.IsZero() {
		return ""
	}
	return strconv.FormatInt(i.LastPublished.Unix(), 10)
}
