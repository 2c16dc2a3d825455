package reference

import (
	"strings"

	"sitrep"
	"sitrep/export/rows"
)

// ucdpNames are GED's 49 columns: some candidate files were published without them.
var ucdpNames = strings.Fields(`id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name
	side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original
	where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end
	deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob`)

// ucdp reads a row of UCDP GED; see its codebook. The days of an event are those between which it was; so date_prec gives no further slack.
func (n *Names) ucdp(c *cells) Incident {
	i := Incident{ID: c.text("id", "relid"), From: c.day("date_start"), To: c.day("date_end"), Land: c.text("country"), Km: rows.Kilometres(c.code("where_prec")),
		Place: c.text("where_coordinates", "adm_2", "adm_1"), Source: c.text("source_original", "source_office", "source_article")}
	i.Lat, i.Lon, i.Located = c.point([]string{"latitude"}, []string{"longitude"})
	for _, side := range []string{c.text("side_a"), c.text("side_b")} {
		n.addSide(&i, side)
	}
	switch c.text("type_of_violence") {
	case "1":
		i.Sort = "state-based violence"
	case "2":
		i.Sort = "non-state violence"
	case "3":
		i.Sort, i.Civilians = "one-sided violence", true
	}
	i.Kinds = Violent
	low, best, high := c.number("low"), c.number("best"), c.number("high")
	i.Tolls = append(i.Tolls, Toll{Harm: sitrep.Killed, Low: min(low, best), Best: best, High: max(high, best)})
	if civilians := c.number("deaths_civilians"); civilians > 0 {
		i.Tolls = append(i.Tolls, Toll{Harm: sitrep.Killed, Low: civilians, Best: civilians, High: civilians, Civilians: true})
	}
	return i
}

// addSide adds a side, unless it is nobody.
func (n *Names) addSide(i *Incident, name string) {
	switch s := strings.ToLower(name); {
	case s == "" || strings.HasPrefix(s, "unidentified") || s == "unknown":
	case strings.HasPrefix(s, "civilian"):
		i.Civilians = true
		i.Sides = append(i.Sides, name)
	default:
		i.Sides = append(i.Sides, name)
	}
}
