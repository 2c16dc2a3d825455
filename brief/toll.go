package brief

import (
	"fmt"
	"slices"
	"strings"

	"sitrep"
	"sitrep/export/text"
)

// tolls says, line by line of the tally, the least, best and greatest figure and who gives which.
func (m *maker) tolls(i *sitrep.Incident) (out []Sentence, err error) {
	for k := range i.Tally {
		t := &i.Tally[k]
		parts, counts, have, err := m.figures(t.RestsOn)
		if err != nil {
			return nil, err
		}
		if len(parts) == 0 {
			continue
		}
		summary := ""
		if len(parts) > 1 && bounded(t, counts) {
			summary = figure(t) + ": "
		}
		out = append(out, said(fmt.Sprintf("%s (%s): %s%s.", harms[t.Harm], m.whom(t), summary, strings.Join(parts, "; ")), notes(have...)))
	}
	return out, nil
}

// whom says whose people a tally counts, with the side by its name.
func (m *maker) whom(t *sitrep.Tally) string {
	named := *t
	if t.Side != "" {
		named.Side = m.countryName(t.Side)
	}
	return text.Whom(&named)
}

// bounded tells whether the low, best and high of a tally are among figures whose words are at hand.
func bounded(t *sitrep.Tally, counts []int) bool {
	return slices.Contains(counts, t.Low) && slices.Contains(counts, t.Best) && slices.Contains(counts, t.High)
}

// figure is the low, best and high of a tally, one number where they are one; a plus marks a high that is "at least" or "more than".
func figure(t *sitrep.Tally) string {
	s := text.Number(t.Best)
	if t.Low != t.High {
		s = text.Number(t.Low) + "–" + text.Number(t.Best) + "–" + text.Number(t.High)
	}
	if t.Open {
		s += "+"
	}
	if t.Low != t.High {
		s += " (low–best–high)"
	}
	return s
}

// figures says each figure with who gives it, and a note of the words for each. counts are the numbers in them.
func (m *maker) figures(tolls []sitrep.TallyToll) (parts []string, counts, have []int, err error) {
	for k := range tolls {
		t := &tolls[k]
		n, err := m.noteOf(t.Key, t.Span, t.Quote)
		if err != nil {
			return nil, nil, nil, err
		}
		if n == 0 {
			continue
		}
		who, with, err := m.counter(t, append(slices.Clone(have), n))
		if err != nil {
			return nil, nil, nil, err
		}
		if who == "" {
			continue // somebody's figure whose name is not at hand
		}
		have, counts = with, append(counts, t.Count, max(t.Count, t.CountTo))
		parts = append(parts, text.Told(t.Count, t.CountTo, t.Qualifier)+" according to "+who)
	}
	return parts, counts, have, nil
}

// counter is who gives a figure: its origin by name, or as that report calls him; the reporters where no claim holds it.
func (m *maker) counter(t *sitrep.TallyToll, have []int) (string, []int, error) {
	keys := []sitrep.EventKey{t.Key}
	who, with, err := m.speakers([]string{t.Origin}, keys, have)
	if err != nil || who != "" {
		return who, with, err
	}
	r, e, err := m.event(t.Key)
	if err != nil || r == nil || e == nil {
		return "", have, err
	}
	for k := range e.Tolls {
		if e.Tolls[k].ID != t.Toll {
			continue
		}
		claims, err := r.Claims()
		if err != nil {
			return "", have, err
		}
		for c := range claims {
			if claims[c].ID == e.Tolls[k].Claim {
				return m.speakers([]string{claims[c].Source}, keys, have)
			}
		}
		if e.Tolls[k].Claim == "" {
			return voiceName(&r.Head), have, nil
		}
	}
	return "", have, nil
}

// lowered calls out figures that their own origin took down.
func (m *maker) lowered(i *sitrep.Incident) (out []Sentence, err error) {
	for k := range i.Tally {
		t := &i.Tally[k]
		for _, now := range t.RestsOn {
			before, ok := higherBefore(t.SetAside, &now)
			if !ok {
				continue
			}
			a, err := m.noteOf(now.Key, now.Span, now.Quote)
			if err != nil {
				return nil, err
			}
			b, err := m.noteOf(before.Key, before.Span, before.Quote)
			if err != nil {
				return nil, err
			}
			have := notes(a, b)
			who, have, err := m.speakers([]string{now.Origin}, []sitrep.EventKey{now.Key, before.Key}, have)
			if err != nil {
				return nil, err
			}
			if who == "" || len(notes(a, b)) < 2 {
				continue
			}
			out = append(out, said(fmt.Sprintf("Lowered: %s now says %s %s, after %s before.", who, text.Told(now.Count, now.CountTo, now.Qualifier), harms[t.Harm], text.Told(before.Count, before.CountTo, before.Qualifier)), notes(have...)))
		}
	}
	return out, nil
}

// higherBefore is the last earlier figure of the same origin, if it was higher.
func higherBefore(setAside []sitrep.TallyToll, now *sitrep.TallyToll) (sitrep.TallyToll, bool) {
	var last *sitrep.TallyToll
	for k := range setAside {
		t := &setAside[k]
		if t.Origin != now.Origin || !t.Published.Before(now.Published) || t.Qualifier == sitrep.Vague || !strings.Contains(t.Why, "earlier") && !strings.Contains(t.Why, "anew") {
			continue
		}
		if last == nil || t.Published.After(last.Published) {
			last = t
		}
	}
	if last == nil || last.Count <= now.Count || now.Qualifier == sitrep.Vague {
		return sitrep.TallyToll{}, false
	}
	return *last, true
}

// differing says what the reports differ in, and who says which.
func (m *maker) differing(i *sitrep.Incident) (out []Sentence, err error) {
	for k := range i.Contradictions {
		parts, have, err := m.answers(&i.Contradictions[k])
		if err != nil {
			return nil, err
		}
		if len(parts) > 1 {
			out = append(out, said("they differ on "+field(i.Contradictions[k].Field)+": "+strings.Join(parts, "; ")+".", notes(have...)))
		}
	}
	return out, nil
}

// answers are the values of a contradiction, each with all who give it.
func (m *maker) answers(c *sitrep.Contradiction) (parts []string, have []int, err error) {
	var values []string
	by := map[string][]string{}
	for _, e := range c.Entries {
		n, err := m.noteOf(e.Key, e.Span, e.Quote)
		if err != nil {
			return nil, nil, err
		}
		if n == 0 || e.Value == "" {
			continue
		}
		who, with, err := m.speakers([]string{e.Origin}, []sitrep.EventKey{e.Key}, []int{n})
		if err != nil {
			return nil, nil, err
		}
		if who == "" || slices.Contains(by[e.Value], who) {
			continue
		}
		if by[e.Value] == nil {
			values = append(values, e.Value)
		}
		by[e.Value], have = append(by[e.Value], who), append(have, with...)
	}
	for _, v := range values {
		shown := v
		if c.Field == "initiator" { // the side
			shown = m.countryName(v)
		}
		parts = append(parts, shown+" according to "+list(by[v]))
	}
	return parts, have, nil
}

// field names what reports differ in.
func field(f string) string {
	switch f {
	case "initiator":
		return "who did it"
	case "when":
		return "when it was"
	case "where":
		return "where it was"
	case "happened":
		return "whether it happened"
	}
	if h, ok := harms[sitrep.Harm(f)]; ok {
		return "how many were " + h
	}
	return "the " + strings.ReplaceAll(f, "-", " ")
}
