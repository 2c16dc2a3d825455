package web

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/web/filter"
)

// The parameters of a view's URL.
const (
	pFrom, pTo, pPlace, pNear, pBox, pCountry = filter.From, filter.To, filter.Place, filter.Near, filter.Box, filter.Country
	pKind, pSide, pActor, pOutlet, pSource    = filter.Kind, filter.Side, filter.Actor, filter.Outlet, filter.Source
	pStance, pHarm, pGrade, pStatus, pText    = filter.Stance, filter.Harm, filter.Grade, filter.Status, filter.Text
	pNew, pDisputed, pToll                    = filter.New, filter.Disputed, filter.Toll
	pOrder, pAfter, pReport, pIncident        = filter.Order, filter.After, filter.Report, filter.Incident
	pSince                                    = filter.Since
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
	f := filter.Read(s.values)
	s.query = f.Query
	for _, fault := range f.Faults {
		s.faults = append(s.faults, fmt.Sprintf("%s=%s was passed over: want %s", fault.Name, fault.Value, fault.Want))
	}
	return s
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
	case pCountry:
		return countryLabel(value)
	case pSide:
		return "side " + countryLabel(value)
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

// Report is the address of a report in the list of the filters.
func (s state) Report(id string) string {
	at := s
	at.path = "/reports/" + url.PathEscape(id)
	return at.with()
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
