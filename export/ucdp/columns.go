package ucdp

import (
	"strconv"

	"sitrep"
	"sitrep/export/rows"
)

// columns are GED's, in its order: best, high, low. Those that hold UCDP's own ids and coding are empty.
func columns() []rows.Column[rows.Incident] {
	empty := func(*rows.Incident) string { return "" }
	return []rows.Column[rows.Incident]{
		{Name: "id", Value: empty},
		{Name: "relid", Value: func(i *rows.Incident) string { return "SITREP-" + i.ID }},
		{Name: "year", Value: year},
		{Name: "active_year", Value: empty},
		{Name: "code_status", Value: func(i *rows.Incident) string { return status(&i.Incident) }},
		{Name: "type_of_violence", Value: empty},
		{Name: "conflict_dset_id", Value: empty},
		{Name: "conflict_new_id", Value: empty},
		{Name: "conflict_name", Value: empty},
		{Name: "dyad_dset_id", Value: empty},
		{Name: "dyad_new_id", Value: empty},
		{Name: "dyad_name", Value: empty},
		{Name: "side_a_dset_id", Value: empty},
		{Name: "side_a_new_id", Value: empty},
		{Name: "side_a", Value: func(i *rows.Incident) string { a, _ := rows.Sides(&i.Incident); return rows.Side(a) }},
		{Name: "side_b_dset_id", Value: empty},
		{Name: "side_b_new_id", Value: empty},
		{Name: "side_b", Value: func(i *rows.Incident) string { _, b := rows.Sides(&i.Incident); return rows.Side(b) }},
		{Name: "number_of_sources", Value: func(i *rows.Incident) string { return strconv.Itoa(len(i.Origins)) }},
		{Name: "source_article", Value: heads(func(h *sitrep.ReportHead) string { return h.Outlet + "," + rows.Day(h.Published) + "," + h.Title })},
		{Name: "source_office", Value: heads(func(h *sitrep.ReportHead) string { return h.Outlet })},
		{Name: "source_date", Value: heads(func(h *sitrep.ReportHead) string { return rows.Day(h.Published) })},
		{Name: "source_headline", Value: heads(func(h *sitrep.ReportHead) string { return h.Title })},
		{Name: "source_original", Value: func(i *rows.Incident) string { return rows.List(rows.Origins(&i.Incident)) }},
		{Name: "where_prec", Value: func(i *rows.Incident) string { return rows.Int(i.Place.Precision) }},
		{Name: "where_coordinates", Value: func(i *rows.Incident) string { return i.Place.Name }},
		{Name: "where_description", Value: func(i *rows.Incident) string { return rows.Where(&i.Place) }},
		{Name: "adm_1", Value: func(i *rows.Incident) string { return rows.Within(&i.Place, 0) }},
		{Name: "adm_2", Value: func(i *rows.Incident) string { return rows.Within(&i.Place, 1) }},
		{Name: "latitude", Value: func(i *rows.Incident) string { return rows.Latitude(&i.Place) }},
		{Name: "longitude", Value: func(i *rows.Incident) string { return rows.Longitude(&i.Place) }},
		{Name: "geom_wkt", Value: point},
		{Name: "priogrid_gid", Value: cell},
		{Name: "country", Value: func(i *rows.Incident) string { return rows.Country(&i.Place) }},
		{Name: "country_id", Value: empty},
		{Name: "region", Value: empty},
		{Name: "event_clarity", Value: clarity},
		{Name: "date_prec", Value: datePrec},
		{Name: "date_start", Value: first},
		{Name: "date_end", Value: last},
		{Name: "deaths_a", Value: number(func(d deaths) int { return d.a })},
		{Name: "deaths_b", Value: number(func(d deaths) int { return d.b })},
		{Name: "deaths_civilians", Value: number(func(d deaths) int { return d.civilians })},
		{Name: "deaths_unknown", Value: number(func(d deaths) int { return d.unknown })},
		{Name: "best", Value: number(func(d deaths) int { return d.best })},
		{Name: "high", Value: number(func(d deaths) int { return d.high })},
		{Name: "low", Value: number(func(d deaths) int { return d.low })},
		{Name: "gwnoa", Value: empty},
		{Name: "gwnob", Value: empty},
		{Name: "told_by_one_side_only", Value: func(i *rows.Incident) string { return i.Incident.OneSide() }},
		{Name: "rough", Value: func(i *rows.Incident) string { return rows.Bool(rows.RoughKilled(&i.Incident)) }},
	}
}

// status is "Clear" only where a person has confirmed an incident.
func status(i *sitrep.Incident) string {
	if i.Grade == sitrep.Confirmed {
		return "Clear"
	}
	return "Check: " + string(i.Grade)
}

func point(i *rows.Incident) string {
	if !i.Place.Located {
		return ""
	}
	return "POINT (" + rows.Longitude(&i.Place) + " " + rows.Latitude(&i.Place) + ")"
}

func cell(i *rows.Incident) string {
	if !i.Place.Located {
		return ""
	}
	return strconv.Itoa(Cell(i.Place.Lat, i.Place.Lon))
}
