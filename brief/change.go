package brief

import (
	"fmt"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/text"
)

// corrections tells which figures and grades of the record changed since the last brief, the lowered ones first.
func (m *maker) corrections() error {
	all, err := m.book.Changes(m.ctx, m.o.Since, endOf(m.o.To))
	if err != nil {
		return err
	}
	var lowered, others []Item
	gone := 0
	for k := range all {
		c := &all[k]
		switch {
		case c.Before.ID == "" || !m.wanted(c):
		case c.After.ID == "":
			gone++
		default:
			low, other, err := m.changed(c)
			if err != nil {
				return err
			}
			if len(low) > 0 {
				lowered = append(lowered, Item{Incident: c.After.ID, Sentences: low, reports: reportsOf(c)})
			}
			if len(other) > 0 {
				others = append(others, Item{Incident: c.After.ID, Sentences: other, reports: reportsOf(c)})
			}
		}
	}
	items := append(lowered, others...)
	if n := len(items) - m.o.PerPlace; n > 0 {
		items = append(items[:m.o.PerPlace:m.o.PerPlace], Item{Sentences: []Sentence{record(fmt.Sprintf("%s changed and not told here; sitrep diff lists them.", further(n)))}})
	}
	if gone > 0 {
		items = append(items, Item{Sentences: []Sentence{record(fmt.Sprintf("%s the record no longer has on its own: joined with another, or its reports were taken back.", text.Count(gone, "incident")))}})
	}
	m.section("Changed since the last brief", items)
	return nil
}

// wanted tells whether a changed incident is one that the filters leave: one of a country or kind that is asked for.
func (m *maker) wanted(c *casebook.IncidentChange) bool {
	i := &c.After
	if i.ID == "" {
		i = &c.Before
	}
	q := &m.o.Query
	return (q.Country == "" || has(i.Place.Countries, q.Country)) && (len(q.Kinds) == 0 || has(q.Kinds, i.Kind)) && !i.FirstPublished.After(endOf(m.o.To))
}

func has[T comparable](list []T, v T) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

// changed says which figures of an incident went down, and what else changed.
func (m *maker) changed(c *casebook.IncidentChange) (lowered, others []Sentence, err error) {
	place, have, err := m.where(&c.After, nil)
	if err != nil {
		return nil, nil, err
	}
	for k := range c.After.Tally {
		now := &c.After.Tally[k]
		before := line(&c.Before, now)
		if before == nil || before.Best == now.Best && before.High == now.High && before.Low == now.Low {
			continue
		}
		parts, counts, with, err := m.figures(now.RestsOn)
		if err != nil {
			return nil, nil, err
		}
		_, earlier, was, err := m.figures(before.RestsOn)
		if err != nil {
			return nil, nil, err
		}
		if with = append(with, was...); !bounded(now, counts) || !bounded(before, earlier) {
			continue
		}
		word := "raised"
		if now.Best < before.Best || now.Best == before.Best && now.High < before.High {
			word = "lowered"
		} else if now.Best == before.Best && now.High <= before.High {
			word = "changed"
		}
		s := said(fmt.Sprintf("%s%s: %s (%s) from %s to %s: %s.", word, place, harms[now.Harm], m.whom(now), figure(before), figure(now), strings.Join(parts, "; ")), notes(append(with, have...)...))
		if word == "lowered" {
			lowered = append(lowered, s)
		} else {
			others = append(others, s)
		}
	}
	if c.Before.Grade != c.After.Grade && c.After.GradedBy.By != "" {
		others = append(others, record(fmt.Sprintf("Incident %s: %s", c.After.ID, grade(&c.After))))
	}
	return lowered, others, nil
}

func reportsOf(c *casebook.IncidentChange) []string {
	return append(casebook.ReportsOf(&c.Before), casebook.ReportsOf(&c.After)...)
}

// line is the line of an incident's tally for the same harm and people, nil where there is none.
func line(i *sitrep.Incident, like *sitrep.Tally) *sitrep.Tally {
	for k := range i.Tally {
		if t := &i.Tally[k]; t.Harm == like.Harm && t.Side == like.Side && t.Civilian == like.Civilian {
			return t
		}
	}
	return nil
}
