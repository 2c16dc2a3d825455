package reference

import (
	"regexp"
	"strconv"
	"strings"

	"sitrep"
)

// The columns of casualty recorders have no one shape; these are names that stand for each.
var (
	recorderID      = []string{"incident_code", "unique_reference_code", "unique_reference", "reference_code", "incident_id", "code", "id"}
	recorderDay     = []string{"incident_date", "date_of_incident", "strike_date", "start_date", "date_start", "date"}
	recorderEnd     = []string{"incident_end_date", "end_date", "date_end"}
	recorderCountry = []string{"country", "incident_country"}
	recorderPlace   = []string{"location_name", "location", "town", "city", "place", "district", "governorate", "province", "region"}
	recorderLat     = []string{"latitude", "lat"}
	recorderLon     = []string{"longitude", "lon", "lng", "long"}
	recorderPoint   = []string{"geolocation", "coordinates", "location_coordinates", "lat_long", "latlon"}
	recorderExact   = []string{"geolocation_accuracy", "location_accuracy", "geolocation_precision", "accuracy"}
	recorderSort    = []string{"strike_type", "type_of_strike", "incident_type", "attack_type", "type"}
	recorderSide    = []string{"suspected_belligerent", "suspected_belligerents", "belligerent", "belligerents", "suspected_attacker", "suspected_attackers", "actor", "perpetrator"}
	recorderTarget  = []string{"suspected_target", "suspected_targets", "target"}
)

// figures are the columns of one harm to one group of people: the least and the greatest, or both in one cell.
type figures struct {
	harm           sitrep.Harm
	civilians      bool
	low, high, one []string
}

var recorderFigures = []figures{
	{sitrep.Killed, true, []string{"civilian_deaths_min", "civilians_killed_min", "civilian_killed_min", "min_civilians_killed", "civilians_reported_killed_min", "civilian_harm_killed_min", "civilian_fatalities_min"},
		[]string{"civilian_deaths_max", "civilians_killed_max", "civilian_killed_max", "max_civilians_killed", "civilians_reported_killed_max", "civilian_harm_killed_max", "civilian_fatalities_max"},
		[]string{"civilians_reported_killed", "civilian_deaths", "civilians_killed", "civilian_deaths_range"}},
	{sitrep.Wounded, true, []string{"civilian_injured_min", "civilians_injured_min", "civilian_injuries_min", "min_civilians_injured", "civilians_reported_injured_min"},
		[]string{"civilian_injured_max", "civilians_injured_max", "civilian_injuries_max", "max_civilians_injured", "civilians_reported_injured_max"},
		[]string{"civilians_reported_injured", "civilian_injuries", "civilians_injured"}},
	{sitrep.Killed, false, []string{"killed_min", "deaths_min", "min_killed", "minimum_total_people_killed"}, []string{"killed_max", "deaths_max", "max_killed", "maximum_total_people_killed"}, []string{"killed", "deaths"}},
	{sitrep.Wounded, false, []string{"injured_min", "min_injured"}, []string{"injured_max", "max_injured"}, []string{"injured", "wounded"}},
}

// isRecorder tells whether columns are those of a casualty recorder: a day, and a figure of people harmed.
func isRecorder(c *cells) bool {
	if !c.has(recorderDay...) {
		return false
	}
	for _, f := range recorderFigures {
		if c.has(f.low...) || c.has(f.one...) {
			return true
		}
	}
	return false
}

func (n *Names) recorder(c *cells) Incident {
	i := Incident{ID: c.text(recorderID...), From: c.day(recorderDay...), To: c.day(recorderEnd...), Land: c.text(recorderCountry...), Place: c.text(recorderPlace...), Sort: c.text(recorderSort...),
		Km: accuracy(c.text(recorderExact...)), Kinds: recorderKinds(c.text(recorderSort...)), Civilians: true}
	if i.To.IsZero() {
		i.To = i.From
	}
	if i.Lat, i.Lon, i.Located = c.point(recorderLat, recorderLon); !i.Located {
		i.Lat, i.Lon, i.Located = pair(c.text(recorderPoint...))
	}
	for _, column := range [][]string{recorderSide, recorderTarget} {
		for _, side := range list(strings.ReplaceAll(c.text(column...), ",", ";")) {
			n.addSide(&i, side)
		}
	}
	for _, f := range recorderFigures {
		if t, ok := f.read(c); ok {
			i.Tolls = append(i.Tolls, t)
		}
	}
	return i
}

// read is the figure of a row; none where it says nothing, or nobody.
func (f *figures) read(c *cells) (Toll, bool) {
	t := Toll{Harm: f.harm, Civilians: f.civilians}
	if c.text(f.low...)+c.text(f.high...) != "" {
		t.Low, t.High = c.number(f.low...), c.number(f.high...)
	} else {
		t.Low, t.High = between(c, f.one)
	}
	t.High = max(t.Low, t.High)
	t.Best = t.Low
	return t, t.High > 0
}

var numbers = regexp.MustCompile(`[0-9]+`)

// between reads "2–5", "3" or "Unknown".
func between(c *cells, names []string) (low, high int) {
	s := strings.ReplaceAll(c.text(names...), ",", "")
	found := numbers.FindAllString(s, -1)
	if len(found) == 0 {
		return 0, 0
	}
	low, err := strconv.Atoi(found[0])
	high, err2 := strconv.Atoi(found[len(found)-1])
	if err != nil || err2 != nil || len(found) > 2 || high > 1e8 || low > high {
		c.fail(names[0], s, "a number, or two like 2–5")
		return 0, 0
	}
	return low, high
}

// pair reads "33.51, 36.29".
func pair(s string) (lat, lon float64, ok bool) {
	a, b, found := strings.Cut(strings.Trim(s, "()[] "), ",")
	lat, err := strconv.ParseFloat(strings.TrimSpace(a), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	ok = found && err == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
	if !ok {
		return 0, 0, false
	}
	return lat, lon, true
}

// accuracy is how far off a place may be, by what a recorder says of it.
func accuracy(s string) float64 {
	s = strings.ToLower(s)
	for _, a := range []struct {
		word string
		km   float64
	}{{"exact", 1}, {"street", 1}, {"landmark", 2}, {"neighbo", 5}, {"village", 5}, {"town", 8}, {"city", 15}, {"sub", 25}, {"district", 40}, {"governorate", 90}, {"province", 90}, {"region", 90}, {"country", 250}} {
		if strings.Contains(s, a.word) {
			return a.km
		}
	}
	return 15
}

// recorderKinds are our kinds for what a recorder calls a strike.
func recorderKinds(s string) []sitrep.Kind {
	s = strings.ToLower(s)
	var out []sitrep.Kind
	for _, k := range []struct {
		word string
		kind sitrep.Kind
	}{{"air", sitrep.Airstrike}, {"drone", sitrep.Airstrike}, {"artillery", sitrep.Shelling}, {"shell", sitrep.Shelling}, {"mortar", sitrep.Shelling}, {"missile", sitrep.Shelling}, {"rocket", sitrep.Shelling},
		{"mine", sitrep.Bombing}, {"ied", sitrep.Bombing}, {"bomb", sitrep.Bombing}, {"ground", sitrep.Battle}, {"raid", sitrep.Attack}, {"gun", sitrep.Attack}, {"shoot", sitrep.Attack}} {
		if strings.Contains(s, k.word) {
			out = append(out, k.kind)
		}
	}
	if out == nil {
		return Violent
	}
	return append(out, sitrep.Attack) // an attack whose weapon is not told
}
