package cameo

import (
	"strconv"

	"sitrep"
	"sitrep/export/rows"
)

type column = rows.Column[dyad]

func empty(*dyad) string { return "" }

// phoenix are Phoenix's columns, in its order, and ours behind them. Entities are sides, which are CAMEO's codes where they are states.
func phoenix() []column {
	date := func(layout string) func(*dyad) string {
		return func(d *dyad) string { return d.Day.First().Format(layout) }
	}
	return append([]column{
		{Name: "EventID", Value: id},
		{Name: "Date", Value: date("20060102")},
		{Name: "Year", Value: date("2006")},
		{Name: "Month", Value: date("1")},
		{Name: "Day", Value: date("2")},
		{Name: "SourceActorFull", Value: func(d *dyad) string { return d.by.Side }},
		{Name: "SourceActorEntity", Value: func(d *dyad) string { return d.by.Side }},
		{Name: "SourceActorRole", Value: empty},
		{Name: "SourceActorAttribute", Value: empty},
		{Name: "TargetActorFull", Value: func(d *dyad) string { return d.to.Side }},
		{Name: "TargetActorEntity", Value: func(d *dyad) string { return d.to.Side }},
		{Name: "TargetActorRole", Value: empty},
		{Name: "TargetActorAttribute", Value: empty},
		{Name: "EventCode", Value: func(d *dyad) string { return d.code.number }},
		{Name: "EventRootCode", Value: func(d *dyad) string { return d.code.root() }},
		{Name: "QuadClass", Value: func(d *dyad) string { return d.code.quad() }},
		{Name: "GoldsteinScore", Value: func(d *dyad) string { return d.code.goldstein() }},
		{Name: "Issues", Value: empty},
		{Name: "Lat", Value: func(d *dyad) string { return rows.Latitude(&d.Place) }},
		{Name: "Lon", Value: func(d *dyad) string { return rows.Longitude(&d.Place) }},
		{Name: "LocationName", Value: func(d *dyad) string { return d.Place.Name }},
		{Name: "CountryName", Value: func(d *dyad) string { return rows.Country(&d.Place) }},
		{Name: "StateName", Value: func(d *dyad) string { return rows.Within(&d.Place, 0) }},
		{Name: "SentenceID", Value: reports},
		{Name: "URLs", Value: func(d *dyad) string { return rows.URLs(d.Heads) }},
		{Name: "NewsSources", Value: func(d *dyad) string { return rows.Outlets(d.Heads) }},
		{Name: "source_name", Value: func(d *dyad) string { return d.by.Name }},
		{Name: "target_name", Value: func(d *dyad) string { return d.to.Name }},
	}, ours()...)
}

// icews are ICEWS's columns, in its order, and ours behind them.
func icews(countries rows.Countries) []column {
	return append([]column{
		{Name: "Event ID", Value: id},
		{Name: "Event Date", Value: func(d *dyad) string { return sitrep.CivilDateOf(d.Day.First()).String() }},
		{Name: "Source Name", Value: func(d *dyad) string { return name(d.by) }},
		{Name: "Source Sectors", Value: empty},
		{Name: "Source Country", Value: func(d *dyad) string { return countries[d.by.Side] }},
		{Name: "Event Text", Value: func(d *dyad) string { return d.code.text }},
		{Name: "CAMEO Code", Value: func(d *dyad) string { return d.code.number }},
		{Name: "Intensity", Value: func(d *dyad) string { return d.code.goldstein() }},
		{Name: "Target Name", Value: func(d *dyad) string { return name(d.to) }},
		{Name: "Target Sectors", Value: empty},
		{Name: "Target Country", Value: func(d *dyad) string { return countries[d.to.Side] }},
		{Name: "Story ID", Value: reports},
		{Name: "Sentence Number", Value: empty},
		{Name: "Publisher", Value: func(d *dyad) string { return rows.Outlets(d.Heads) }},
		{Name: "City", Value: func(d *dyad) string { return rows.City(&d.Place) }},
		{Name: "District", Value: func(d *dyad) string { return rows.Within(&d.Place, 1) }},
		{Name: "Province", Value: func(d *dyad) string { return rows.Within(&d.Place, 0) }},
		{Name: "Country", Value: func(d *dyad) string { return rows.Country(&d.Place) }},
		{Name: "Latitude", Value: func(d *dyad) string { return rows.Latitude(&d.Place) }},
		{Name: "Longitude", Value: func(d *dyad) string { return rows.Longitude(&d.Place) }},
	}, ours()...)
}

func ours() []column {
	return []column{
		{Name: "sitrep_id", Value: func(d *dyad) string { return d.ID }},
		{Name: "date_precision", Value: func(d *dyad) string { return string(d.Precision) }},
		{Name: "told_by_one_side_only", Value: func(d *dyad) string { return d.OneSide }},
		{Name: "accused", Value: func(d *dyad) string { return d.Accused }},
		{Name: "grade", Value: func(d *dyad) string { return string(d.Grade) }},
		{Name: "words", Value: func(d *dyad) string { return d.Words }},
	}
}

// id is that of the act, with the number of the pair where there are several.
func id(d *dyad) string {
	s := "SITREP-" + d.ID
	if d.pair > 0 {
		s += "." + strconv.Itoa(d.pair)
	}
	return s
}

func name(s rows.Somebody) string {
	if s.Name == "" {
		return s.Side
	}
	return s.Name
}

// reports are the ids of the reports that tell it.
func reports(d *dyad) string {
	var out []string
	for k := range d.Heads {
		out = append(out, d.Heads[k].ID)
	}
	return rows.List(out)
}
