package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
)

// courseOf is the life of an incident in order: the phases of a ceasefire and what is said to breach it, a round of talks, demands about it and their answers.
// Nothing is concluded from silence. around are the other events of its reports.
func courseOf(group []*profile, around []*profile, o *origins) []sitrep.Turn {
	var out []sitrep.Turn
	for _, p := range group {
		if turn, ok := o.turn(p); ok {
			out = append(out, turn)
		}
		out = append(out, o.demands(p)...)
	}
	for _, p := range around {
		if breaches(p, group) {
			out = append(out, o.breach(p))
		}
	}
	slices.SortStableFunc(out, compareTurns)
	return oncePerTurn(out)
}

// turn is what a telling says of where a ceasefire or talks stand.
func (o *origins) turn(p *profile) (sitrep.Turn, bool) {
	e := &p.t.Event
	t := sitrep.Turn{When: e.When, Key: p.t.Key, Span: e.Trigger, Quote: p.t.Quote(e.Trigger), AccordingTo: o.said(p.t), By: nameOf(p.t, sitrep.Mediator)}
	switch {
	case e.Kind == sitrep.Ceasefire:
		t.What = e.Phase
		if t.What == "" {
			t.What = "told of"
		}
	case e.Kind == sitrep.Talks:
		t.What = "round"
		for _, s := range p.spots {
			if s.fineness == town {
				t.Venue = s.place.Name
				break
			}
		}
	case e.Kind == sitrep.Agreement:
		t.What = "agreed"
		if e.Status == sitrep.Planned {
			t.What = "proposed"
		}
	default:
		return t, false
	}
	if len(e.Mentions) > 0 {
		t.Span, t.Quote = e.Mentions[0], p.t.Quote(e.Mentions[0])
	}
	return t, true
}

// nameOf is the first actor in a role.
func nameOf(t *sitrep.Telling, r sitrep.Role) string {
	for i := range t.Event.Actors {
		if t.Event.Actors[i].Role == r {
			return t.Event.Actors[i].Name
		}
	}
	return ""
}

// said are the origins of a telling by name, empty where the reporter tells it.
func (o *origins) said(t *sitrep.Telling) []string {
	var out []string
	for _, s := range speakersOf(t) {
		if i, ok := o.at[s.key]; ok && !s.voice {
			out = append(out, o.all[i].Name)
		} else if !s.voice {
			out = append(out, s.name)
		}
	}
	return ordered(out)
}

// breaches tells whether an event of a report breaches the ceasefire that one of the tellings tells of.
func breaches(p *profile, group []*profile) bool {
	return p.t.Event.Violates != "" && slices.ContainsFunc(group, func(q *profile) bool {
		return q.t.Key.Report == p.t.Key.Report && q.t.Key.Event == p.t.Event.Violates
	})
}

// breach is an alleged breach: by whom, and according to whom.
func (o *origins) breach(p *profile) sitrep.Turn {
	t := sitrep.Turn{What: "violation", When: p.t.Event.When, Key: p.t.Key, By: nameOf(p.t, sitrep.Initiator), AccordingTo: o.said(p.t), Span: p.t.Event.Trigger}
	if len(p.t.Event.Mentions) > 0 {
		t.Span = p.t.Event.Mentions[0]
	}
	t.Quote = p.t.Quote(t.Span)
	return t
}

// demands are the demands about an event and the answers to them.
func (o *origins) demands(p *profile) []sitrep.Turn {
	var out []sitrep.Turn
	for i := range p.t.Claims {
		c := &p.t.Claims[i]
		what := ""
		switch {
		case c.Answers != "" && c.Stance == sitrep.Reject:
			what = "rejected"
		case c.Answers != "" && c.Stance == sitrep.Agree:
			what = "accepted"
		case c.Stance == sitrep.Demand:
			what = "demand"
		}
		if what == "" || len(c.Content) == 0 {
			continue
		}
		at := sitrep.CivilDate{}
		if !p.t.Report.Published.IsZero() {
			at = sitrep.CivilDateOf(p.t.Report.Published)
		}
		out = append(out, sitrep.Turn{What: what, When: sitrep.Interval{From: at, To: at, Precision: sitrep.DayPrecision, Basis: sitrep.Assumed}, By: c.Source,
			AccordingTo: o.names(p.t, []string{c.ID}), Key: p.t.Key, Claim: c.ID, Quote: p.t.Quote(c.Content[0]), Span: c.Content[0]})
	}
	return out
}

// compareTurns orders turns by day, then by what they are, then by where they are told.
func compareTurns(a, b sitrep.Turn) int {
	return cmp.Or(turnDay(a)-turnDay(b), strings.Compare(a.What, b.What), compareKeys(a.Key, b.Key), a.Span.Start-b.Span.Start, strings.Compare(a.Claim, b.Claim))
}

func turnDay(t sitrep.Turn) int {
	if t.When.From.IsZero() {
		return dayNumber(t.When.To)
	}
	return dayNumber(t.When.From)
}

// oncePerTurn leaves out a claim that several tellings of a report hold.
func oncePerTurn(turns []sitrep.Turn) []sitrep.Turn {
	type id struct{ report, claim, what string }
	seen := map[id]bool{}
	return slices.DeleteFunc(turns, func(t sitrep.Turn) bool {
		if t.Claim == "" {
			return false
		}
		k := id{t.Key.Report, t.Claim, t.What}
		again := seen[k]
		seen[k] = true
		return again
	})
}
