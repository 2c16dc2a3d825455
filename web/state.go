package web

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// The parameters of a view's URL.
const (
	pFrom, pTo, pPlace, pNear, pBox, pCountry = "from", "to", "place", "near", "box", "country"
	pKind, pSide, pActor, pOutlet, pSource    = "kind", "side", "actor", "outlet", "source"
	pStance, pHarm, pGrade, pStatus, pText    = "stance", "harm", "grade", "status", "q"
	pNew, pDisputed, pToll                    = "new", "disputed", "toll"
	pOrder, pAfter, pReport, pIncident        = "order", "after", "report", "incident"
	pSince                                    = "since" // changed since then
)

// state is what a view shows, as its URL has it.
type state struct {
	path   string
	values url.Values
	query  casebook.Query
	faults []string // parameters that were not understood, and what is wanted
}

// readState reads the parameters of a URL. One that is not understood is passed over and told of.
func readState(u *url.URL) state {
	s := state{path: u.Path, values: u.Query()}
	q := &s.query
	q.From, q.To = s.date(pFrom), s.date(pTo)
	q.Place, q.Country, q.Actor = s.text(pPlace), strings.ToUpper(s.text(pCountry)), s.text(pActor)
	q.Outlet, q.Source, q.Text = s.text(pOutlet), s.text(pSource), s.text(pText)
	q.Report, q.Incident, q.After = s.text(pReport), s.text(pIncident), s.text(pAfter)
	q.Kinds = each[sitrep.Kind](&s, pKind, sitrep.Kinds)
	q.Grades = each[sitrep.Grade](&s, pGrade, sitrep.Grades)
	q.Statuses = each[sitrep.Status](&s, pStatus, []sitrep.Status{sitrep.Happened, sitrep.Ongoing, sitrep.Planned, sitrep.Disputed})
	q.Stances = each[sitrep.Stance](&s, pStance, stances)
	q.Harms = each[sitrep.Harm](&s, pHarm, harms)
	q.Order = first(each[casebook.Order](&s, pOrder, []casebook.Order{casebook.Newest, casebook.Oldest, casebook.Changed, casebook.Deadly}))
	q.Sides = slices.DeleteFunc(slices.Clone(s.values[pSide]), func(v string) bool { return v == "" })
	q.NewOnly, q.Disputed, q.HasToll = s.flag(pNew), s.flag(pDisputed), s.flag(pToll)
	s.since()
	s.near()
	s.box()
	return s
}

var (
	stances = []sitrep.Stance{sitrep.Assert, sitrep.Deny, sitrep.Accuse, sitrep.Demand, sitrep.Reject, sitrep.Agree, sitrep.Promise, sitrep.Threaten, sitrep.Condemn, sitrep.Warn}
	harms   = []sitrep.Harm{sitrep.Killed, sitrep.Wounded, sitrep.Casualties, sitrep.Missing, sitrep.Captured, sitrep.Displaced}
)

func first[T any](list []T) (v T) {
	if len(list) > 0 {
		v = list[0]
	}
	return v
}

// mostText is how long a parameter may be.
const mostText = 400

func (s *state) text(name string) string {
	v := strings.TrimSpace(s.values.Get(name))
	if len(v) > mostText {
		s.fault(name, v[:20]+"…", fmt.Sprintf("at most %d characters", mostText))
		return ""
	}
	return v
}

func (s *state) fault(name, value, want string) {
	s.faults = append(s.faults, fmt.Sprintf("%s=%s was passed over: want %s", name, value, want))
}

func (s *state) flag(name string) bool { return s.values.Get(name) == "1" }

func (s *state) date(name string) sitrep.CivilDate {
	v := s.values.Get(name)
	if v == "" {
		return sitrep.CivilDate{}
	}
	d, err := sitrep.ParseCivilDate(v)
	if err != nil {
		s.fault(name, v, "YYYY-MM-DD, YYYY-MM or YYYY")
	}
	return d
}

// each are the values of a parameter that may stand there several times, of those that are known.
func each[T ~string](s *state, name string, known []T) []T {
	var out []T
	for _, v := range s.values[name] {
		switch {
		case v == "":
		case slices.Contains(known, T(v)):
			out = append(out, T(v))
		default:
			s.fault(name, v, "one of those that the page offers")
		}
	}
	return out
}

func (s *state) numbers(name string, n int, want string) []float64 {
	v := s.values.Get(name)
	if v == "" {
		return nil
	}
	parts := strings.Split(v, ",")
	out := make([]float64, len(parts))
	for i, p := range parts {
		x, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || len(parts) != n || x != x || x > 1e5 || x < -1e5 {
			s.fault(name, v, want)
			return nil
		}
		out[i] = x
	}
	return out
}

func (s *state) since() {
	v := s.values.Get(pSince)
	if v == "" {
		return
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, v); err == nil {
			s.query.ChangedSince = t
			return
		}
	}
	s.fault(pSince, v, "a day, or a time as 2016-04-12T09:30:00Z")
}

func (s *state) near() {
	if n := s.numbers(pNear, 3, "latitude,longitude,kilometres"); n != nil {
		s.query.Lat, s.query.Lon, s.query.Km = n[0], n[1], n[2]
	}
}

func (s *state) box() {
	if n := s.numbers(pBox, 4, "west,south,east,north in degrees"); n != nil {
		s.query.Box = [4]float64(n)
	}
}

// with is the address of the view with a parameter changed; an empty value takes it away. The page of the list that was shown is left.
func (s state) with(pairs ...string) string {
	v := url.Values{}
	for k, list := range s.values {
		if k != pAfter {
			v[k] = slices.Clone(list)
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			v.Del(pairs[i])
		} else {
			v.Set(pairs[i], pairs[i+1])
		}
	}
	return address(s.path, v)
}

// toggled is the address of the view with one value of a parameter taken away, or added to the others.
func (s state) toggled(name, value string) string {
	v := url.Values{}
	for k, list := range s.values {
		if k != pAfter {
			v[k] = slices.Clone(list)
		}
	}
	if i := slices.Index(v[name], value); i >= 0 {
		v[name] = slices.Delete(v[name], i, i+1)
	} else {
		v.Add(name, value)
	}
	return address(s.path, v)
}

// on tells whether a parameter has a value.
func (s state) on(name, value string) bool { return slices.Contains(s.values[name], value) }

// at is the address of another view with the same filters.
func (s state) at(path string) string { return address(path, s.values) }

// next is the address of the next page of the list.
func (s state) next(after string) string {
	v := url.Values{}
	for k, list := range s.values {
		v[k] = list
	}
	v.Set(pAfter, after)
	return address(s.path, v)
}

func address(path string, v url.Values) string {
	for k, list := range v {
		if list = slices.DeleteFunc(slices.Clone(list), func(x string) bool { return x == "" }); len(list) == 0 {
			delete(v, k)
		}
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// chip is a filter that is set, with the address of the view without it.
type chip struct{ Label, Without string }

// chips are all filters that are set, in order.
func (s state) chips() []chip {
	var out []chip
	for _, name := range []string{pText, pFrom, pTo, pPlace, pCountry, pNear, pBox, pKind, pSide, pActor, pOutlet, pSource, pStance, pHarm, pGrade, pStatus, pNew, pDisputed, pToll, pSince, pReport, pIncident} {
		for _, v := range s.values[name] {
			if v == "" {
				continue
			}
			out = append(out, chip{labelOf(name, v), s.toggled(name, v)})
		}
	}
	return out
}

func labelOf(name, value string) string {
	switch name {
	case pNew:
		return "new only"
	case pDisputed:
		return "disputed"
	case pToll:
		return "with a toll"
	case pBox:
		return "part of the map"
	case pSince:
		return "changed since " + value
	case pText:
		return "“" + value + "”"
	case pKind:
		return kindLabel(sitrep.Kind(value))
	case pGrade:
		return gradeLabel(sitrep.Grade(value))
	}
	return name + " " + value
}

// At is the address of another view with the same filters.
func (s state) At(path string) string { return s.at(path) }

// File is the address of a file of all that the view shows, from its first row on.
func (s state) File(path string) string {
	all := s
	all.path = path
	return all.with("part", "")
}

// Text is what is searched for.
func (s state) Text() string { return s.query.Text }

// Value is a parameter as it stands in the URL.
func (s state) Value(name string) string { return s.values.Get(name) }

// Encoded are all parameters but the page of the list.
func (s state) Encoded() string {
	_, query, _ := strings.Cut(s.with(), "?")
	return query
}

// parameter is a parameter with a value.
type parameter struct{ Name, Value string }

// Others are all parameters but those named, for a form that keeps them.
func (s state) Others(but ...string) []parameter {
	var out []parameter
	for _, name := range slices.Sorted(maps.Keys(s.values)) {
		if name == pAfter || slices.Contains(but, name) {
			continue
		}
		for _, v := range s.values[name] {
			out = append(out, parameter{name, v})
		}
	}
	return out
}
