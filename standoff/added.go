package standoff

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"sitrep"
)

// newEvent adds an event that the machine did not find.
func (d *differ) newEvent(m *Mark) {
	if !d.inside(m) {
		return
	}
	value, ok := d.values(m)
	if !ok {
		return
	}
	value["kind"] = m.Type
	if who := d.newActors(m); len(who) > 0 {
		value["actors"] = who
	}
	var places []sitrep.PlaceValue
	for _, p := range d.edited.to(m, ToPlace) {
		places = append(places, sitrep.PlaceValue{Name: d.words(p)})
	}
	if len(places) > 0 {
		value["places"] = places
	}
	d.addedEventIDs[m] = sitrep.AddedID("e", d.r.Report.SHA256, d.span(m), 0)
	d.correct(m, sitrep.AddOp, "event", value)
}

func (d *differ) newActors(m *Mark) []sitrep.ActorValue {
	var out []sitrep.ActorValue
	for _, role := range actorRoles {
		for _, a := range d.edited.to(m, string(role)) {
			out = append(out, sitrep.ActorValue{Role: role, Name: d.words(a)})
		}
	}
	return out
}

// newPart adds a toll or a claim that the machine did not find.
func (d *differ) newPart(m *Mark) {
	switch m.class() {
	case "event", Actor, Place, Speaker:
	case Toll:
		d.newToll(m)
	case Claim:
		d.newClaim(m)
	default:
		d.leave(m, fmt.Sprintf("there is nothing of type %q in the record", m.Type))
	}
}

// figure is a number as people write it.
var figure = regexp.MustCompile(`[0-9][0-9,]*`)

func (d *differ) newToll(m *Mark) {
	value, ok := d.values(m)
	if !ok || !d.inside(m) {
		return
	}
	if value["count"] == nil {
		if n, err := strconv.Atoi(strings.ReplaceAll(figure.FindString(d.words(m)), ",", "")); err == nil && n > 0 {
			value["count"] = n
		}
	}
	switch e := d.edited.eventOf(m); {
	case value["count"] == nil:
		d.leave(m, "it has no number: say \"count 3\" in its note")
	case value["harm"] == nil:
		d.leave(m, "it does not say what became of the people: choose its harm")
	case e == nil || d.idOf(e) == "":
		d.leave(m, "it belongs to no event: link it from one")
	default:
		d.correct(m, sitrep.AddOp, Toll, value)
		last := &d.Corrections[len(d.Corrections)-1]
		last.Events = []sitrep.EventKey{{Report: d.r.Report.ID, Event: d.idOf(e)}}
	}
}

func (d *differ) newClaim(m *Mark) {
	value, ok := d.values(m)
	if !ok || !d.inside(m) {
		return
	}
	if by := d.edited.to(m, SaidBy); value["source"] == nil && len(by) > 0 {
		value["source"] = d.words(by[0])
	}
	if value["source"] == nil {
		d.leave(m, "nobody makes it: link it to a speaker, or say \"source NAME\" in its note")
		return
	}
	if len(m.Spans) > 1 {
		d.leave(m, "of a claim in several stretches only the first is kept")
	}
	var about []string
	for _, e := range d.edited.to(m, About) {
		if id := d.idOf(e); id != "" {
			about = append(about, id)
		}
	}
	if about != nil {
		value["about"] = about
	}
	d.correct(m, sitrep.AddOp, Claim, value)
}

// values are the fields of something new, as a correction has them.
func (d *differ) values(m *Mark) (map[string]any, bool) {
	out := map[string]any{}
	for _, f := range m.Fields {
		v, err := value(m.class(), f.Name, f.Value)
		if err != nil {
			d.leave(m, err.Error())
			return nil, false
		}
		out[f.Name] = v
	}
	return out, true
}
