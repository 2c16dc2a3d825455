package reconcile

import (
	"encoding/json"
	"slices"
	"strings"

	"sitrep"
)

// gradeOf says how well an incident is borne out: contested where it is disputed whether it was or who did it, admitted where the accused says so in quoted
// words and nobody else is accused, else by the number of its origins.
func gradeOf(in *sitrep.Incident, group []*profile) sitrep.Grade {
	admits := slices.ContainsFunc(in.Actors, func(a sitrep.IncidentActor) bool {
		return a.Role == sitrep.Initiator && a.Side != "" && admitted(group, a.Side)
	})
	switch {
	case rivals(group), in.Status == sitrep.Disputed && !admits, denied(in) && !admits:
		return sitrep.Contested
	case admits:
		return sitrep.Admitted
	case len(in.Origins) > 1:
		return sitrep.SeveralOrigins
	}
	return sitrep.SingleOrigin
}

// rivals tells whether two tellings name doers of whom none is the same: what one telling names together was done together.
func rivals(group []*profile) bool {
	seen := map[string]bool{}
	var told [][]string
	for _, p := range group {
		sides := p.sides[sitrep.Initiator]
		if k := strings.Join(sides, "\x00"); len(sides) > 0 && !seen[k] {
			seen[k] = true
			told = append(told, sides)
		}
	}
	for i, a := range told {
		for _, b := range told[:i] {
			if !meet(a, b) {
				return true
			}
		}
	}
	return false
}

func denied(in *sitrep.Incident) bool {
	return slices.ContainsFunc(in.Actors, func(a sitrep.IncidentActor) bool { return len(a.DeniedBy) > 0 })
}

// admitted tells whether a side owns up to the deed in quoted words.
func admitted(group []*profile, side string) bool {
	for _, p := range group {
		for i := range p.t.Event.Actors {
			a := &p.t.Event.Actors[i]
			if a.Role != sitrep.Initiator || a.Side != side || a.Confidence != sitrep.ClaimedByDoer {
				continue
			}
			for _, id := range a.AccordingTo {
				if c := claim(p.t, id); c != nil && c.Side == side && c.Mode == sitrep.QuoteMode && tells(c.Stance) {
					return true
				}
			}
		}
	}
	return false
}

// judge gives an incident the grade that a person gave to one of its events: the last one counts.
func judge(in *sitrep.Incident, standing []sitrep.Correction) {
	for _, c := range standing {
		if c.Op != sitrep.GradeOp || !slices.ContainsFunc(c.Events, func(k sitrep.EventKey) bool { return slices.Contains(in.Events, k) }) {
			continue
		}
		var grade sitrep.Grade
		if json.Unmarshal([]byte(c.Value), &grade) != nil || !slices.Contains(sitrep.Grades, grade) {
			continue
		}
		in.Grade, in.GradedBy = grade, sitrep.Judgement{By: c.By, At: c.At, Reason: c.Reason}
	}
}
