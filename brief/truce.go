package brief

import (
	"fmt"
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// truces and talks of the time before the period are asked for this far back: what was last reported of them is what is known.
const lookBack = 180

// ceasefires says what was last reported of each ceasefire, by whom and when. Silence is no state.
func (m *maker) ceasefires() error {
	var items []Item
	for k := range m.truces {
		i, err := m.whole(&m.truces[k])
		if err != nil {
			return err
		}
		if i == nil {
			continue
		}
		item := Item{Incident: i.ID, reports: casebook.ReportsOf(i)}
		state, err := m.state(i)
		if err != nil {
			return err
		}
		if state.Text == "" {
			if state, err = m.lead(i); err != nil {
				return err
			}
		}
		if state.Text == "" {
			continue
		}
		item.Sentences = append(item.Sentences, state)
		if i.LastPublished.Before(m.o.From.First()) {
			item.Sentences = append(item.Sentences, record("No report of the period says whether it holds."))
		}
		for _, part := range []func(*sitrep.Incident) ([]Sentence, error){m.violations, m.who, m.differing} {
			said, err := part(i)
			if err != nil {
				return err
			}
			item.Points = append(item.Points, said...)
		}
		items = append(items, item)
	}
	m.section("Ceasefires", items)
	return nil
}

// courses finds the ceasefires, and what breaks them, whose life reaches into the period, or that were last told of not long before it, the last told first.
func (m *maker) courses() error {
	q, kinds := m.o.Query, []sitrep.Kind{sitrep.Ceasefire, sitrep.Violation}
	if len(q.Kinds) > 0 {
		kinds = slices.DeleteFunc(kinds, func(k sitrep.Kind) bool { return !slices.Contains(q.Kinds, k) })
		if len(kinds) == 0 {
			return nil
		}
	}
	q.From, q.To, q.Kinds = m.o.From.AddDays(-lookBack), m.o.To, kinds
	sketches, _, err := casebook.Sketches(m.ctx, m.book, q)
	sketches = slices.DeleteFunc(sketches, func(s casebook.Sketch) bool { return s.First.After(endOf(m.o.To)) })
	slices.SortStableFunc(sketches, func(a, b casebook.Sketch) int { return b.Last.Compare(a.Last) })
	m.truces = sketches[:min(len(sketches), m.o.PerPlace)]
	return err
}

// endOf is the last moment of a day.
func endOf(d sitrep.CivilDate) time.Time { return d.Last().AddDate(0, 0, 1).Add(-time.Nanosecond) }

// phases say what was reported of a ceasefire.
var phases = map[string]string{"proposed": "proposed", "agreed": "agreed", "declared": "declared", "in-effect": "in effect", "extended": "extended", "suspended": "suspended",
	"broken-down": "broken down", "ended": "ended"}

// state is what was last reported of a ceasefire.
func (m *maker) state(i *sitrep.Incident) (Sentence, error) {
	turns := slices.DeleteFunc(slices.Clone(i.Course), func(t sitrep.Turn) bool { return phases[t.What] == "" || after(&t, m.o.To) })
	turns, err := m.reported(turns)
	if err != nil || len(turns) == 0 {
		return Sentence{}, err
	}
	last := &turns[len(turns)-1]
	by, have, err := m.turn(last)
	if err != nil || by == "" {
		return Sentence{}, err
	}
	place, have, err := m.where(i, have)
	if err != nil {
		return Sentence{}, err
	}
	when := ""
	if d := last.When.From.String(); d != "" {
		when = " on " + d
	}
	return said(fmt.Sprintf("A ceasefire%s was last reported %s%s, by %s.", place, phases[last.What], when, by), notes(have...)), nil
}

func after(t *sitrep.Turn, d sitrep.CivilDate) bool {
	return !t.When.From.IsZero() && t.When.From.First().After(d.Last())
}

// reported are the turns of which no report appeared after the period: what those recall was not yet reported then.
func (m *maker) reported(turns []sitrep.Turn) ([]sitrep.Turn, error) {
	reports := map[string]bool{}
	for _, t := range turns {
		reports[t.Key.Report] = true
	}
	heads, err := casebook.Heads(m.ctx, m.book, sorted(reports))
	return slices.DeleteFunc(turns, func(t sitrep.Turn) bool { return heads[t.Key.Report].Published.After(endOf(m.o.To)) }), err
}

// turn is who tells of a turn, with its notes; empty where its words are not at hand.
func (m *maker) turn(t *sitrep.Turn) (by string, have []int, err error) {
	n, err := m.noteOf(t.Key, t.Span, t.Quote)
	if err != nil || n == 0 {
		return "", nil, err
	}
	by, have, err = m.speakers(t.AccordingTo, []sitrep.EventKey{t.Key}, []int{n})
	if err != nil || by != "" || len(t.AccordingTo) > 0 {
		return by, have, err
	}
	r, err := m.report(t.Key.Report)
	if err != nil || r == nil {
		return "", nil, err
	}
	return voiceName(&r.Head), have, nil
}

// violations are what parties are said to have done against a ceasefire: each an allegation.
func (m *maker) violations(i *sitrep.Incident) (out []Sentence, err error) {
	for k := range i.Course {
		t := &i.Course[k]
		if t.What != "violation" || after(t, m.o.To) {
			continue
		}
		by, have, err := m.turn(t)
		if err != nil {
			return nil, err
		}
		if by == "" {
			continue
		}
		doer, have, err := m.speakers([]string{t.By}, []sitrep.EventKey{t.Key}, have)
		if err != nil {
			return nil, err
		}
		text := "a violation"
		if doer != "" {
			text += " by " + doer
		}
		out = append(out, said(text+interval(t.When)+" is alleged by "+by+".", notes(have...)))
	}
	return out, nil
}
