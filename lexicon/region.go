package lexicon

import (
	"io/fs"
	"strconv"
)

// Region is a region, a water, a mountain range or a line that news names and that no list of towns holds.
type Region struct {
	Name      string
	Aliases   []string
	Kind      string   // continent, region, island, cape, desert, mountains, valley, pass, ocean, sea, gulf, strait, lake, river, canal, line, facility
	Countries []string // three-letter codes; none where they are many or where it is nobody's
	// Lat and Lon are a point inside it, in degrees, rounded to about half a degree. Placed is false where it has no one place ("the West").
	Lat, Lon float64
	Placed   bool
}

func (l *Lexicon) loadRegions(fsys fs.FS) (err error) {
	l.Regions, err = load(fsys, "regions.tsv", "name aliases kind countries lat lon", parseRegion)
	return err
}

func parseRegion(r row) (g Region, err error) {
	g.Name = r.fields[0]
	if g.Aliases, err = r.names(1, g.Name); err != nil {
		return g, err
	}
	g.Kind, err = r.oneOf(2, "continent", "region", "island", "cape", "desert", "mountains", "valley", "pass",
		"ocean", "sea", "gulf", "strait", "lake", "river", "canal", "line", "facility")
	if err != nil {
		return g, err
	}
	if g.Countries, err = r.countries(3); err != nil {
		return g, err
	}
	if r.fields[4] == "" && r.fields[5] == "" {
		return g, nil
	}
	g.Placed = true
	if g.Lat, err = r.degrees(4, 90); err != nil {
		return g, err
	}
	g.Lon, err = r.degrees(5, 180)
	return g, err
}

func (r row) degrees(column int, limit float64) (float64, error) {
	d, err := strconv.ParseFloat(r.fields[column], 64)
	if err != nil || !(d >= -limit && d <= limit) {
		return 0, r.errorf("%q: want degrees from -%g to %g", r.fields[column], limit, limit)
	}
	return d, nil
}
