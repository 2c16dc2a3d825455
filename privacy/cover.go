package privacy

import (
	"encoding/json"
	"slices"
	"unicode/utf8"

	"sitrep"
	"sitrep/casebook"
)

// CoverReading is a reading that may be given away with its text: names of private persons are covered up in the text by signs that are as long, so that every span
// holds, and stand elsewhere by description. Its hash stays that of the text as it was. The reading that is given is not changed.
func CoverReading(r *sitrep.Reading, names []casebook.PrivateName) *sitrep.Reading {
	if len(names) == 0 {
		return r
	}
	v := veilOf(names)
	report, out := *r.Report, *r
	out.Report = &report
	report.Title, report.Byline = v.text(report.Title), v.text(report.Byline)
	report.Text = v.covered(report.Text, sameLength)
	out.Events = each(r.Events, v.event)
	out.Claims = each(r.Claims, func(c *sitrep.Claim) { c.Source, c.Via, c.To = v.text(c.Source), v.text(c.Via), v.text(c.To) })
	out.Entities = each(r.Entities, func(e *sitrep.Entity) { e.Name = v.text(e.Name) })
	out.Toponyms = each(r.Toponyms, func(t *sitrep.Toponym) { t.Place.Name = v.text(t.Place.Name) })
	out.Problems = each(r.Problems, func(p *sitrep.Problem) { p.Err = v.text(p.Err) })
	out.Proposals = slices.DeleteFunc(each(r.Proposals, func(p *sitrep.Proposal) { p.Value = v.text(p.Value) }), func(p sitrep.Proposal) bool { return !json.Valid([]byte(p.Value)) })
	return &out
}

func (v veil) event(e *sitrep.Event) {
	e.Outcome, e.Weapon = v.text(e.Outcome), v.text(e.Weapon)
	e.Actors = each(e.Actors, func(a *sitrep.Actor) {
		a.Name, a.Description, a.Group = v.text(a.Name), v.text(a.Description), v.text(a.Group)
	})
	e.Tolls = each(e.Tolls, func(t *sitrep.Toll) { t.Who = v.text(t.Who) })
	e.Places = each(e.Places, func(p *sitrep.Place) { p.Name = v.text(p.Name) })
}

// sameLength is a sign as long as another: offsets hold in bytes, in code points and in UTF-16 units.
func sameLength(r rune) rune {
	switch utf8.RuneLen(r) {
	case 1:
		return '*'
	case 2:
		return '·'
	case 3:
		return '█'
	}
	return '🀫'
}
