// Package filter reads the filters of a view, a file and a call of the API: one reading of all.
package filter

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// Fault is a parameter that was not understood.
type Fault struct{ Name, Value, Want string }

func (f Fault) String() string { return f.Name + "=" + f.Value + ": want " + f.Want }

// Filter is a query, with the parameters that were not understood.
type Filter struct {
	Query  casebook.Query
	Faults []Fault
	values url.Values
}

// mostText is how long a parameter may be.
const mostText = 400

// Read reads parameters. One that is not understood is passed over, and stands in Faults; one that is not known is none of its business.
func Read(values url.Values) Filter {
	f := Filter{values: values}
	q := &f.Query
	q.From, q.To = f.date(From), f.date(To)
	q.Place, q.Country, q.Actor = f.text(Place), strings.ToUpper(f.text(Country)), f.text(Actor)
	q.Outlet, q.Source, q.Text = f.text(Outlet), f.text(Source), f.text(Text)
	q.Report, q.Incident, q.After = f.text(Report), f.text(Incident), f.text(After)
	q.Kinds = each(&f, Kind, sitrep.Kinds)
	q.Grades = each(&f, Grade, sitrep.Grades)
	q.Statuses = each(&f, Status, Statuses())
	q.Stances = each(&f, Stance, Stances())
	q.Harms = each(&f, Harm, Harms())
	if order := each(&f, Order, []casebook.Order{casebook.Newest, casebook.Oldest, casebook.Changed, casebook.Deadly}); len(order) > 0 {
		q.Order = order[0]
	}
	for _, v := range values[Side] {
		if v = f.short(Side, strings.TrimSpace(v)); v != "" {
			q.Sides = append(q.Sides, v)
		}
	}
	q.NewOnly, q.Disputed, q.HasToll = f.flag(New), f.flag(Disputed), f.flag(Toll)
	f.since()
	if n := f.numbers(Near, 3, "latitude,longitude,kilometres"); n != nil {
		q.Lat, q.Lon, q.Km = n[0], n[1], n[2]
	}
	if n := f.numbers(Box, 4, "west,south,east,north in degrees"); n != nil {
		q.Box = [4]float64(n)
	}
	return f
}

func (f *Filter) fault(name, value, want string) {
	f.Faults = append(f.Faults, Fault{name, value, want})
}

func (f *Filter) text(name string) string {
	return f.short(name, strings.TrimSpace(f.values.Get(name)))
}

// short is a value, empty for one that is too long.
func (f *Filter) short(name, v string) string {
	if len(v) > mostText {
		f.fault(name, strings.ToValidUTF8(v[:20], "")+"…", fmt.Sprintf("at most %d characters", mostText))
		return ""
	}
	return v
}

func (f *Filter) flag(name string) bool {
	switch v := f.values.Get(name); v {
	case "1", "true":
		return true
	case "", "0", "false":
	default:
		f.fault(name, v, "1, or nothing")
	}
	return false
}

func (f *Filter) date(name string) sitrep.CivilDate {
	v := f.values.Get(name)
	if v == "" {
		return sitrep.CivilDate{}
	}
	d, err := sitrep.ParseCivilDate(v)
	if err != nil {
		f.fault(name, v, "YYYY-MM-DD, YYYY-MM or YYYY")
	}
	return d
}

// each are the values of a parameter that may stand there several times, of those that are known.
func each[T ~string](f *Filter, name string, known []T) []T {
	var out []T
	for _, v := range f.values[name] {
		switch {
		case v == "":
		case slices.Contains(known, T(v)):
			out = append(out, T(v))
		default:
			f.fault(name, v, "one of "+oneOf(known))
		}
	}
	return out
}

func oneOf[T ~string](known []T) string {
	var all []string
	for _, k := range known {
		if k != "" {
			all = append(all, string(k))
		}
	}
	return strings.Join(all, ", ")
}

func (f *Filter) numbers(name string, n int, want string) []float64 {
	v := f.values.Get(name)
	if v == "" {
		return nil
	}
	parts := strings.Split(v, ",")
	out := make([]float64, len(parts))
	for i, p := range parts {
		x, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || len(parts) != n || x != x || x > 1e5 || x < -1e5 {
			f.fault(name, v, want)
			return nil
		}
		out[i] = x
	}
	return out
}

func (f *Filter) since() {
	v := f.values.Get(Since)
	if v == "" {
		return
	}
	t, err := Moment(v, time.Now())
	if err != nil {
		f.fault(Since, v, "a day, a time as 2016-04-12T09:30:00Z, or an age as 24h or 7d")
		return
	}
	f.Query.ChangedSince = t
}

// Moment reads a time, a day, or an age before now.
func Moment(s string, now time.Time) (time.Time, error) {
	if days, ok := strings.CutSuffix(s, "d"); ok {
		if n, err := strconv.Atoi(days); err == nil && n >= 0 {
			return now.AddDate(0, 0, -n), nil
		}
	}
	if age, err := time.ParseDuration(s); err == nil && age >= 0 {
		return now.Add(-age), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("time %q: want a day like 2016-04-12, a time like 2016-04-12T09:30:00Z, or an age like 24h or 7d", s)
}
