package standoff

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sitrep"
)

// actorRoles are the roles of actors, in order.
var actorRoles = []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator}

// part is a mark that an event links to, in a role.
type part struct {
	role string
	at   Points
}

func (d *differ) parts(g *graph, m *Mark, roles ...string) []part {
	var out []part
	for _, role := range roles {
		for _, t := range g.to(m, role) {
			if p := (part{role, d.plain(t.Spans)[0]}); !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// without are those of a that are not in b.
func without(a, b []part) []part {
	return slices.DeleteFunc(slices.Clone(a), func(p part) bool { return slices.Contains(b, p) })
}

// actors sets who had which part, where somebody took one out, added one or gave one another role. Those that were not marked stay.
func (d *differ) actors(b, m *Mark, e *sitrep.Event) {
	roles := texts(actorRoles...)
	before, now := d.parts(d.base, b, roles...), d.parts(d.edited, m, roles...)
	out, in := without(before, now), without(now, before)
	if len(out)+len(in) == 0 {
		return
	}
	if e == nil {
		d.leave(b, "who had a part in it was changed, but the casebook reads this report otherwise by now")
		return
	}
	list := []sitrep.ActorValue{}
	for i := range e.Actors {
		if a := &e.Actors[i]; !slices.ContainsFunc(out, func(p part) bool { return d.isActor(a, p) }) {
			list = append(list, sitrep.ActorValue{Role: a.Role, Name: a.Name, Side: a.Side, Kind: a.Kind, Confidence: a.Confidence, AccordingTo: a.AccordingTo, DeniedBy: a.DeniedBy})
		}
	}
	for _, p := range in {
		v := sitrep.ActorValue{Role: sitrep.Role(p.role), Name: d.wordsAt(p.at)}
		for i := range e.Actors { // the same one in another role
			if a := &e.Actors[i]; slices.ContainsFunc(out, func(o part) bool { return o.at == p.at && d.isActor(a, o) }) {
				v.Name, v.Side, v.Kind = a.Name, a.Side, a.Kind
			}
		}
		list = append(list, v)
	}
	d.correct(b, sitrep.SetOp, "event.actors", list)
}

// isActor tells whether an actor is the one that was marked.
func (d *differ) isActor(a *sitrep.Actor, p part) bool {
	return string(a.Role) == p.role && len(a.Mentions) > 0 && d.at.Span(p.at.Start, p.at.End) == a.Mentions[0]
}

// places sets where it was.
func (d *differ) places(b, m *Mark, e *sitrep.Event) {
	before, now := d.parts(d.base, b, ToPlace), d.parts(d.edited, m, ToPlace)
	out, in := without(before, now), without(now, before)
	if len(out)+len(in) == 0 {
		return
	}
	if e == nil {
		d.leave(b, "its place was changed, but the casebook reads this report otherwise by now")
		return
	}
	list := []sitrep.PlaceValue{}
	for i := range e.Places {
		if p := &e.Places[i]; !slices.ContainsFunc(out, func(o part) bool { return d.isPlace(p, o) }) {
			list = append(list, placeOf(p))
		}
	}
	for _, p := range in {
		list = append(list, sitrep.PlaceValue{Name: d.wordsAt(p.at)})
	}
	d.correct(b, sitrep.SetOp, "event.places", list)
}

func placeOf(p *sitrep.Place) sitrep.PlaceValue {
	v := sitrep.PlaceValue{Name: p.Name, Country: p.Countries, Precision: p.Precision, GeoNames: p.GeoNames, Within: p.Within}
	if p.Located {
		v.Lat, v.Lon = &p.Lat, &p.Lon
	}
	return v
}

// isPlace tells whether a place is the one that was marked.
func (d *differ) isPlace(p *sitrep.Place, o part) bool {
	s := d.at.Span(o.at.Start, o.at.End)
	return slices.ContainsFunc(d.r.Toponyms, func(t sitrep.Toponym) bool {
		return t.Span == s && t.Place.Name == p.Name && t.Place.GeoNames == p.GeoNames
	})
}

// fields sets the fields that have another value.
func (d *differ) fields(b, m *Mark) {
	var names []string
	for _, f := range slices.Concat(b.Fields, m.Fields) {
		if !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	for _, name := range names {
		if b.Field(name) == m.Field(name) {
			continue
		}
		v, err := value(b.class(), name, m.Field(name))
		if err != nil {
			d.leave(b, err.Error())
			continue
		}
		d.correct(b, sitrep.SetOp, b.class()+"."+name, v)
	}
}

// correct adds a correction of what a mark marks.
func (d *differ) correct(m *Mark, op sitrep.CorrectionOp, field string, v any) {
	c := sitrep.Correction{Op: op, Field: field, Anchor: sitrep.Anchor{Report: d.r.Report.ID, SHA256: d.r.Report.SHA256, Span: d.span(m)}}
	c.Anchor.Quote = d.r.Report.Text[c.Anchor.Span.Start:c.Anchor.Span.End]
	if op != sitrep.RejectOp {
		b, err := json.Marshal(v)
		if err != nil {
			d.leave(m, err.Error())
			return
		}
		c.Value = string(b)
	}
	d.Corrections = append(d.Corrections, c)
}

// inside tells whether a mark is inside of the text.
func (d *differ) inside(m *Mark) bool {
	for _, s := range m.Spans {
		if s.Start < 0 || s.Start >= s.End || s.End > d.length {
			d.leave(m, "it lies outside of the text")
			return false
		}
	}
	if len(m.Spans) == 0 {
		d.leave(m, "it has no words")
	}
	return len(m.Spans) > 0
}

func (d *differ) span(m *Mark) sitrep.Span { return d.at.Span(m.Spans[0].Start, m.Spans[0].End) }

// words are those that a mark marks, as the report has them.
func (d *differ) words(m *Mark) string { return d.wordsAt(m.Spans[0]) }

func (d *differ) wordsAt(p Points) string {
	s := d.at.Span(p.Start, p.End)
	return strings.Join(strings.Fields(d.r.Report.Text[s.Start:s.End]), " ")
}

// leave says that something cannot be carried. It quotes no words: they may hold a private person's name.
func (d *differ) leave(m *Mark, why string) {
	at := ""
	if len(m.Spans) > 0 {
		at = fmt.Sprintf(" at %d–%d", m.Spans[0].Start, m.Spans[0].End)
	}
	d.Left = append(d.Left, fmt.Sprintf("report %s, %s%s: %s", d.r.Report.ID, m.Type, at, why))
}
