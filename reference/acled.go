package reference

import (
	"strings"

	"sitrep"
)

// acled reads a row in ACLED's columns. It gives one number of dead, and 0 where nothing is known as well as where nobody died.
func (n *Names) acled(c *cells) Incident {
	i := Incident{ID: c.text("event_id_cnty", "event_id_no_cnty", "data_id", "sitrep_id"), From: c.day("event_date"), Land: c.text("country"), Place: c.text("location", "admin3", "admin2", "admin1"),
		Sort: c.text("event_type"), Source: c.text("source")}
	i.To = i.From
	switch c.code("time_precision") {
	case 2:
		i.Slack = 6
	case 3:
		i.Slack = 30
	}
	switch c.code("geo_precision") {
	case 2:
		i.Km = 30
	case 3:
		i.Km = 120
	default:
		i.Km = 10
	}
	i.Lat, i.Lon, i.Located = c.point([]string{"latitude"}, []string{"longitude"})
	if sub := c.text("sub_event_type"); sub != "" {
		i.Sort += ": " + sub
	}
	i.Kinds = acledKinds(c.text("event_type"), c.text("sub_event_type"))
	for _, side := range append([]string{c.text("actor1"), c.text("actor2")}, append(list(c.text("assoc_actor_1")), list(c.text("assoc_actor_2"))...)...) {
		n.addSide(&i, side)
	}
	if dead := c.number("fatalities"); dead > 0 {
		i.Tolls = append(i.Tolls, Toll{Harm: sitrep.Killed, Low: dead, Best: dead, High: dead})
	}
	return i
}

// subKinds are our kinds for sub-event types, by words in them.
var subKinds = []struct {
	word  string
	kinds []sitrep.Kind
}{
	{"air/drone", []sitrep.Kind{sitrep.Airstrike}},
	{"shelling", []sitrep.Kind{sitrep.Shelling}},
	{"chemical", []sitrep.Kind{sitrep.Shelling, sitrep.Airstrike, sitrep.Attack}},
	{"bomb", []sitrep.Kind{sitrep.Bombing, sitrep.Attack}},
	{"explosive", []sitrep.Kind{sitrep.Bombing, sitrep.Attack}},
	{"grenade", []sitrep.Kind{sitrep.Bombing, sitrep.Attack}},
	{"abduction", []sitrep.Kind{sitrep.Abduction, sitrep.Arrest}},
	{"territory", []sitrep.Kind{sitrep.Territory, sitrep.Battle, sitrep.Withdrawal}},
	{"agreement", []sitrep.Kind{sitrep.Agreement, sitrep.Ceasefire, sitrep.Talks, sitrep.Release}},
	{"arrest", []sitrep.Kind{sitrep.Arrest}},
	{"looting", []sitrep.Kind{sitrep.Destruction}},
	{"base established", []sitrep.Kind{sitrep.Deployment}},
	{"change to group", []sitrep.Kind{sitrep.Deployment, sitrep.Withdrawal}},
}

// acledKinds are our kinds for an event type; none where it may be anything.
func acledKinds(event, sub string) []sitrep.Kind {
	event, sub = strings.ToLower(event), strings.ToLower(sub)
	for _, s := range subKinds {
		if strings.Contains(sub, s.word) {
			return s.kinds
		}
	}
	switch {
	case strings.HasPrefix(event, "battle"):
		return []sitrep.Kind{sitrep.Battle, sitrep.Attack, sitrep.Violation, sitrep.Territory}
	case strings.HasPrefix(event, "explosion"), strings.HasPrefix(event, "remote"):
		return []sitrep.Kind{sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack}
	case strings.HasPrefix(event, "violence"):
		return []sitrep.Kind{sitrep.Attack, sitrep.Bombing, sitrep.Abduction}
	case strings.HasPrefix(event, "protest"), strings.HasPrefix(event, "riot"):
		return []sitrep.Kind{sitrep.Protest}
	}
	return nil
}
