package rows

import "sitrep"

// Killed are the dead of an incident: its lines by side, or the line of all of them where that is more.
func Killed(i *sitrep.Incident) (low, best, high int, open bool) {
	var whole sitrep.Tally
	for _, t := range i.Tally {
		switch {
		case t.Harm != sitrep.Killed:
			continue
		case t.Side == "" && t.Civilian == sitrep.NotKnown:
			whole = t
		default:
			low, best, high = low+t.Low, best+t.Best, high+t.High
		}
		open = open || t.Open
	}
	return max(low, whole.Low), max(best, whole.Best), max(high, whole.High), open
}

// Sides are the two sides of an incident: of a battle its parties; else the doer, where that is more than an allegation, and whom he hit.
func Sides(i *sitrep.Incident) (a, b *sitrep.IncidentActor) {
	var parties []*sitrep.IncidentActor
	var target *sitrep.IncidentActor
	for k := range i.Actors {
		x := &i.Actors[k]
		switch x.Role {
		case sitrep.Party:
			parties = append(parties, x)
		case sitrep.Initiator:
			if a == nil && borneOut(x) {
				a = x
			}
		case sitrep.Target:
			if target == nil && x.Kind != sitrep.ThingEntity {
				target = x
			}
		}
	}
	if a == nil && len(parties) >= 2 {
		return parties[0], parties[1]
	}
	return a, target
}

// borneOut tells whether a doer is more than accused: he says so himself, or reporters tell it as a fact in their own voice, and nobody denies it.
func borneOut(a *sitrep.IncidentActor) bool {
	return len(a.DeniedBy) == 0 && (a.Confidence == sitrep.ClaimedByDoer || a.Confidence == sitrep.Fact && len(a.AccordingTo) == 0)
}

// Side is a side's name; a doer's with who says so.
func Side(a *sitrep.IncidentActor) string {
	if a == nil {
		return "Unidentified"
	}
	return Actor(a)
}
