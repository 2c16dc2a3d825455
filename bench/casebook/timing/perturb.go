package main

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand"
	"reflect"
	"slices"
	"time"

	"sitrep"
)

// shift turns a world into another one.
type shift struct {
	round    int
	days     int
	lat, lon float64
	ids      map[string]bool // that differ from round to round
	names    map[string]bool // of places and of people
	random   *rand.Rand
}

var (
	dateType  = reflect.TypeFor[sitrep.CivilDate]()
	timeType  = reflect.TypeFor[time.Time]()
	placeType = reflect.TypeFor[sitrep.Place]()
)

// another is a world like w, some days later or earlier, elsewhere, with ids of its own.
func (w *world) another(round int) (*world, error) {
	b, err := json.Marshal(w)
	if err != nil {
		return nil, err
	}
	out := &world{}
	if err := json.Unmarshal(b, out); err != nil {
		return nil, err
	}
	random := rand.New(rand.NewSource(int64(round)))
	s := &shift{round: round, days: random.Intn(5000) - 3000, lat: random.Float64()*60 - 30, lon: random.Float64()*120 - 60, ids: map[string]bool{}, names: map[string]bool{}, random: random}
	for i := range out.Reports {
		s.collect(&out.Reports[i])
		out.Reports[i].reader = w.Reports[i].reader
	}
	s.walk(reflect.ValueOf(out).Elem())
	for i := range out.Reports {
		s.own(&out.Reports[i], i)
	}
	return out, nil
}

// collect finds the ids of a report.
func (s *shift) collect(r *report) {
	s.ids[r.Reading.Report.ID], s.ids[r.Reading.Report.SHA256] = true, true
	for _, e := range r.Reading.Events {
		s.ids[e.ID] = true
		for _, t := range e.Tolls {
			s.ids[t.ID] = true
		}
		for _, p := range e.Places {
			s.names[p.Name] = true
		}
		for _, a := range e.Actors {
			if a.ActorID == "" {
				s.names[a.Name] = true
			}
		}
	}
	for _, c := range r.Reading.Claims {
		s.ids[c.ID] = true
	}
}

// own gives a report an outlet and some words of its own, and a text hash to go with them.
func (s *shift) own(r *report, i int) {
	p := r.Reading.Report
	p.Outlet = fmt.Sprintf("Outlet %d", s.random.Intn(300))
	p.URL = fmt.Sprintf("https://outlet.example/%d/%d", s.round, i)
	p.Title = fmt.Sprintf("%s (%d)", p.Title, s.round)
}

func (s *shift) walk(v reflect.Value) {
	switch v.Type() {
	case dateType:
		d := v.Addr().Interface().(*sitrep.CivilDate)
		*d = s.date(*d)
		return
	case timeType:
		if t := v.Addr().Interface().(*time.Time); !t.IsZero() {
			*t = t.AddDate(0, 0, s.days)
		}
		return
	case placeType:
		s.move(v.Addr().Interface().(*sitrep.Place))
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			s.walk(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			s.walk(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s.walk(v.Field(i))
			}
		}
	case reflect.String:
		v.SetString(s.text(v.String()))
	}
}

func (s *shift) date(d sitrep.CivilDate) sitrep.CivilDate {
	if d.IsZero() {
		return d
	}
	moved := sitrep.CivilDateOf(d.First().AddDate(0, 0, s.days))
	if d.Day == 0 {
		moved.Day = 0
	}
	if d.Month == 0 {
		moved.Month = 0
	}
	return moved
}

func (s *shift) move(p *sitrep.Place) {
	if p.Located {
		p.Lat = max(-89, min(89, p.Lat+s.lat))
		p.Lon = max(-179, min(179, p.Lon+s.lon))
	}
	p.Countries = slices.Clone(p.Countries)
}

// text is an id of this round, a name of one of 40 worlds, or as it was.
func (s *shift) text(t string) string {
	switch {
	case t == "":
	case s.ids[t]:
		h := fnv.New64a()
		fmt.Fprint(h, s.round, t)
		return fmt.Sprintf("%x%s", h.Sum64(), t[min(16, len(t)):])
	case s.names[t]:
		return fmt.Sprintf("%s %c%c", t, 'A'+s.round%40/2, 'a'+s.round%2)
	}
	return t
}
