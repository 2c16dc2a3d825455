package plover

import (
	"sitrep"
	"sitrep/export/rows"
)

type column = rows.Column[rows.Act]

// columns are POLECAT's, in its order, and ours behind them.
func columns(countries rows.Countries) []column {
	empty := func(*rows.Act) string { return "" }
	all := []column{
		{Name: "Event ID", Value: func(a *rows.Act) string { return "SITREP-" + a.ID }},
		{Name: "Event Date", Value: func(a *rows.Act) string { return sitrep.CivilDateOf(a.Day.First()).String() }},
		{Name: "Event Type", Value: func(a *rows.Act) string { return typeOf(a).event }},
		{Name: "Event Mode", Value: func(a *rows.Act) string { return typeOf(a).mode }},
		{Name: "Intensity", Value: empty},
		{Name: "Quad Code", Value: func(a *rows.Act) string { return quads[typeOf(a).event] }},
		{Name: "Contexts", Value: empty},
	}
	all = append(all, somebody("Actor", countries, func(a *rows.Act) []rows.Somebody { return a.By })...)
	all = append(all, somebody("Recipient", countries, func(a *rows.Act) []rows.Somebody { return a.To })...)
	all = append(all, where()...)
	return append(all, []column{
		{Name: "Source", Value: func(a *rows.Act) string { return rows.Outlets(a.Heads) }},
		{Name: "Publication Date", Value: published},
		{Name: "Story People", Value: empty},
		{Name: "Story Organizations", Value: empty},
		{Name: "Story Locations", Value: empty},
		{Name: "Language", Value: language},
		{Name: "Version", Value: empty},
		{Name: "sitrep_id", Value: func(a *rows.Act) string { return a.ID }},
		{Name: "date_precision", Value: func(a *rows.Act) string { return string(a.Precision) }},
		{Name: "told_by_one_side_only", Value: func(a *rows.Act) string { return a.OneSide }},
		{Name: "accused", Value: func(a *rows.Act) string { return a.Accused }},
		{Name: "grade", Value: func(a *rows.Act) string { return string(a.Grade) }},
		{Name: "words", Value: func(a *rows.Act) string { return a.Words }},
	}...)
}

// somebody are the eight columns of an actor or of a recipient. Who is not known is None, as POLECAT's files have it.
func somebody(what string, countries rows.Countries, of func(*rows.Act) []rows.Somebody) []column {
	empty := func(*rows.Act) string { return "" }
	name := func(a *rows.Act) string {
		if s := rows.Names(of(a)); s != "" {
			return s
		}
		return "None"
	}
	return []column{
		{Name: what + " Name", Value: name},
		{Name: what + " Country", Value: func(a *rows.Act) string { return countries.Codes(of(a)) }},
		{Name: what + " COW", Value: empty},
		{Name: "Primary " + what + " Sector", Value: empty},
		{Name: what + " Sectors", Value: empty},
		{Name: what + " Title", Value: empty},
		{Name: what + " Name Raw", Value: name},
		{Name: "Wikipedia " + what + " ID", Value: empty},
	}
}

func where() []column {
	return []column{
		{Name: "Placename", Value: func(a *rows.Act) string { return a.Place.Name }},
		{Name: "City", Value: func(a *rows.Act) string { return rows.City(&a.Place) }},
		{Name: "District", Value: func(a *rows.Act) string { return rows.Within(&a.Place, 1) }},
		{Name: "Province", Value: func(a *rows.Act) string { return rows.Within(&a.Place, 0) }},
		{Name: "Country", Value: func(a *rows.Act) string { return rows.Country(&a.Place) }},
		{Name: "Latitude", Value: func(a *rows.Act) string { return rows.Latitude(&a.Place) }},
		{Name: "Longitude", Value: func(a *rows.Act) string { return rows.Longitude(&a.Place) }},
		{Name: "GeoNames ID", Value: func(a *rows.Act) string { return rows.Int(a.Place.GeoNames) }},
		{Name: "Raw Placename", Value: func(a *rows.Act) string { return a.Place.Name }},
		{Name: "Feature Type", Value: func(*rows.Act) string { return "" }},
	}
}

// published is the first day of publication.
func published(a *rows.Act) string {
	out := ""
	for k := range a.Heads {
		if d := rows.Day(a.Heads[k].Published); out == "" || d != "" && d < out {
			out = d
		}
	}
	return out
}

// language is that of all reports, empty where they differ.
func language(a *rows.Act) string {
	out := ""
	for k := range a.Heads {
		if k > 0 && a.Heads[k].Language != out {
			return ""
		}
		out = a.Heads[k].Language
	}
	return out
}
