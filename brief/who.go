package brief

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/export/text"
)

// who says who had a part in an incident: the initiator never without who says so.
func (m *maker) who(i *sitrep.Incident) (out []Sentence, err error) {
	for k := range i.Actors {
		a := &i.Actors[k]
		if a.Role != sitrep.Initiator {
			continue
		}
		s, err := m.initiator(i, a)
		if err != nil {
			return nil, err
		}
		if s.Text != "" {
			out = append(out, s)
		}
	}
	if s, err := m.others(i, sitrep.Target, "The reports name as hit"); err != nil {
		return nil, err
	} else if s.Text != "" {
		out = append(out, s)
	}
	if s, err := m.others(i, sitrep.Party, "The reports name as parties"); err != nil {
		return nil, err
	} else if s.Text != "" {
		out = append(out, s)
	}
	if s, err := m.others(i, sitrep.Mediator, "The reports name as mediators or hosts"); err != nil {
		return nil, err
	} else if s.Text != "" {
		out = append(out, s)
	}
	return out, nil
}

// initiator says who is named as the one who did it, by whom, and who denies it.
func (m *maker) initiator(i *sitrep.Incident, a *sitrep.IncidentActor) (Sentence, error) {
	n, err := m.support(a.Events)
	if err != nil || n == 0 {
		return Sentence{}, err
	}
	have, ok, err := m.cover(a.Name, a.Events, []int{n})
	if err != nil || !ok || m.datelined(a) {
		return Sentence{}, err
	}
	by, have, err := m.speakers(a.AccordingTo, a.Events, have)
	if err != nil {
		return Sentence{}, err
	}
	if by == "" && len(a.AccordingTo) > 0 {
		return Sentence{}, nil // somebody says it, and his words are not at hand
	}
	text := blame(a, by, harmful(i.Kind))
	denied, have, err := m.speakers(a.DeniedBy, a.Events, have)
	if err != nil {
		return Sentence{}, err
	}
	if denied != "" {
		text += "; denied by " + denied
	}
	return said(text+".", notes(have...)), nil
}

// harmful tells whether who did it is blamed for it.
func harmful(k sitrep.Kind) bool {
	switch k {
	case sitrep.Release, sitrep.Deployment, sitrep.Withdrawal, sitrep.Agreement, sitrep.Talks, sitrep.Sanction, sitrep.Aid, sitrep.Protest, sitrep.Trial, sitrep.Arrest, sitrep.Ceasefire:
		return false
	}
	return true
}

// datelined tells whether a name stands in capitals at the beginning of a report, as the place of its dateline does: nobody is blamed for having been written from.
func (m *maker) datelined(a *sitrep.IncidentActor) bool {
	if strings.ToUpper(a.Name) != a.Name || len(a.Name) < 4 {
		return false
	}
	return slices.ContainsFunc(a.Events, func(k sitrep.EventKey) bool {
		r := m.stored[k.Report]
		return r != nil && r.find(a.Name) == 0
	})
}

// blame says of somebody that he is named as the one who did it, as sure as the record has it and no surer.
func blame(a *sitrep.IncidentActor, by string, harmful bool) string {
	according := "according to " + by
	if by == "" {
		according = "in the reporters' own words"
	}
	if !harmful { // nobody is accused of a release or of aid
		return "named as the one who did it: " + text.Inline(a.Name) + ", " + according
	}
	switch a.Confidence {
	case sitrep.ClaimedByDoer:
		return "claimed by " + text.Inline(a.Name) + ", " + according
	case sitrep.AccusedByAuthorities:
		return "authorities accuse " + text.Inline(a.Name) + ", " + according
	case sitrep.Possible:
		return "possibly done by " + text.Inline(a.Name) + ", " + according
	case sitrep.Fact:
		if by == "" {
			return "named as the one who did it: " + text.Inline(a.Name) + ", " + according
		}
	}
	return "accused of it: " + text.Inline(a.Name) + ", " + according
}

// speakers names those of some origins whose names the reports hold, each with a note.
func (m *maker) speakers(names []string, keys []sitrep.EventKey, have []int) (string, []int, error) {
	var found []string
	for _, name := range names {
		with, ok, err := m.cover(name, keys, have)
		if err != nil {
			return "", have, err
		}
		if name = m.displayed(name, keys); ok && !slices.Contains(found, name) {
			found, have = append(found, name), with
		}
	}
	return list(found), have, nil
}

// displayed is the name of a speaker as it stands in a sentence.
func (m *maker) displayed(name string, keys []sitrep.EventKey) string {
	for _, k := range keys {
		if r := m.stored[k.Report]; r != nil && voice(name, &r.Head) {
			return voiceName(&r.Head)
		}
	}
	return text.Inline(name)
}

// others names those who had another part.
func (m *maker) others(i *sitrep.Incident, role sitrep.Role, words string) (Sentence, error) {
	var names []string
	var have []int
	for k := range i.Actors {
		a := &i.Actors[k]
		if a.Role != role || slices.Contains(names, text.Inline(a.Name)) {
			continue
		}
		n, err := m.support(a.Events)
		if err != nil {
			return Sentence{}, err
		}
		if n == 0 {
			continue
		}
		with, ok, err := m.cover(a.Name, a.Events, append(slices.Clone(have), n))
		if err != nil {
			return Sentence{}, err
		}
		if ok {
			names, have = append(names, text.Inline(a.Name)), with
		}
	}
	if len(names) == 0 {
		return Sentence{}, nil
	}
	return said(words+": "+list(names)+".", notes(have...)), nil
}
