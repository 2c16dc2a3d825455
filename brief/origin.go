package brief

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"sitrep"
	"sitrep/export/text"
)

// most is how many origins a sentence names.
const most = 3

// origins names those on whose word an incident stands, with notes of their words. An origin that only denies it, or says nothing but that it was not so, is none of them.
func (m *maker) origins(i *sitrep.Incident) (by string, have []int, err error) {
	var names []string
	more := 0
	for k := range i.Origins {
		name, with, err := m.affirms(&i.Origins[k])
		if err != nil {
			return "", nil, err
		}
		switch {
		case name == "" || slices.Contains(names, name):
		case len(names) == most:
			more++
		default:
			names, have = append(names, name), append(have, with...)
		}
	}
	if more > 0 {
		return strings.Join(names, ", ") + " and " + text.Count(more, "further origin"), have, nil
	}
	return list(names), have, nil
}

// affirms gives the name by which a report has an origin that says that it was so, with notes of it; empty where no words of it say so.
func (m *maker) affirms(o *sitrep.Origin) (string, []int, error) {
	for _, k := range o.Events {
		r, e, err := m.event(k)
		if err != nil {
			return "", nil, err
		}
		if r == nil || e == nil {
			continue
		}
		if voice(o.Name, &r.Head) {
			if n := m.note(r, told(e)); n > 0 {
				return voiceName(&r.Head), []int{n}, nil
			}
			continue
		}
		claims, err := r.Claims()
		if err != nil {
			return "", nil, err
		}
		for c := range claims {
			c := &claims[c]
			if !speaks(c, o) || !rests(r, e, c) {
				continue
			}
			have, ok, err := m.cover(c.Source, []sitrep.EventKey{k}, notes(m.note(r, c.Content[0]), m.note(r, told(e))))
			if err != nil {
				return "", nil, err
			}
			if ok && len(have) > 0 {
				return text.Inline(c.Source), have, nil
			}
		}
	}
	return "", nil, nil
}

// told is the stretch that tells of an event.
func told(e *sitrep.Event) sitrep.Span {
	if e.Trigger.Len() > 0 || len(e.Mentions) == 0 {
		return e.Trigger
	}
	return e.Mentions[0]
}

// speaks tells whether a claim is an origin's: by its name, or part of it, or as the same kind of source of one side.
func speaks(c *sitrep.Claim, o *sitrep.Origin) bool {
	if len(c.Content) == 0 || c.Source == "" {
		return false
	}
	return find(c.Source, o.Name) >= 0 || find(o.Name, c.Source) >= 0 || o.Side != "" && o.Side == c.Side && o.Kind == c.SourceKind
}

var denial = regexp.MustCompile(`(?i)\b(no|not|never|n't|denied|denies|without|neither|nor|false)\b`)

// rests tells whether an event stands in a claim that says that it was so.
func rests(r *report, e *sitrep.Event, c *sitrep.Claim) bool {
	if c.Stance != sitrep.Assert && c.Stance != sitrep.Accuse && c.Stance != sitrep.Promise && c.Stance != sitrep.Agree && c.Stance != "" {
		return false
	}
	holds := c.Holds(e.Trigger)
	if !holds && !slices.Contains(e.AccordingTo, c.ID) && !slices.ContainsFunc(e.Tolls, func(t sitrep.Toll) bool { return t.Claim == c.ID }) {
		return false
	}
	for _, s := range c.Content {
		if denies(r.Text, s, e) {
			return false
		}
	}
	return true
}

// denies tells whether words say of an event that it was not: "it had made no strike". Before the word that tells of the event a negation has to stand near.
func denies(text string, s sitrep.Span, e *sitrep.Event) bool {
	if s.Contains(e.Trigger) {
		return denial.MatchString(atLeast.ReplaceAllString(text[max(s.Start, e.Trigger.Start-near):e.Trigger.Start], ""))
	}
	return slices.ContainsFunc(e.Mentions, func(m sitrep.Span) bool {
		return s.Contains(m) && denial.MatchString(atLeast.ReplaceAllString(text[s.Start:m.End], ""))
	})
}

// near is how many bytes before the word of an event a negation of it may stand.
const near = 40

// atLeast are negations that deny nothing.
var atLeast = regexp.MustCompile(`(?i)\bno (fewer|less|more) than\b|\bnot (only|yet)\b`)

// voice tells whether the name of an origin is that of a report's own reporters: its outlet, the host of its address, or the report itself.
func voice(name string, h *sitrep.ReportHead) bool {
	if name == "" {
		return false
	}
	if name == h.Outlet || name == "report "+h.ID {
		return true
	}
	u, err := url.Parse(h.URL)
	return err == nil && h.Outlet == "" && u.Host != "" && strings.TrimPrefix(u.Host, "www.") == name
}

// voiceName is what the reporters of a report are called.
func voiceName(h *sitrep.ReportHead) string {
	if h.Outlet != "" {
		return text.Inline(h.Outlet)
	}
	return "a report without an outlet"
}
