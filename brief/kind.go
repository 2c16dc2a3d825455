package brief

import "sitrep"

// deeds say what an incident of a kind is, so that it fits before "in Darvin on 3 May": happened, and what is planned.
var deeds = map[sitrep.Kind][2]string{
	sitrep.Battle:       {"there was fighting", "fighting is announced"},
	sitrep.Shelling:     {"there was shelling or rocket fire", "shelling or a missile launch is announced"},
	sitrep.Airstrike:    {"there was an airstrike", "an airstrike is announced"},
	sitrep.Bombing:      {"there was a bombing", "a bombing is announced"},
	sitrep.Attack:       {"there was an attack", "an attack is announced"},
	sitrep.Abduction:    {"people were abducted or held hostage", "an abduction is announced"},
	sitrep.Arrest:       {"there were arrests", "arrests are announced"},
	sitrep.Release:      {"people were set free", "a release is planned"},
	sitrep.Territory:    {"control of a place changed or was declared", "a change of control is planned"},
	sitrep.Deployment:   {"forces were deployed", "a deployment is planned"},
	sitrep.Withdrawal:   {"forces were withdrawn", "a withdrawal is planned"},
	sitrep.Displacement: {"people were displaced", "an evacuation is planned"},
	sitrep.Destruction:  {"there was destruction", "a destruction is announced"},
	sitrep.War:          {"there was war", "a campaign is announced"},
	sitrep.Ceasefire:    {"a ceasefire was at issue", "a ceasefire is planned"},
	sitrep.Violation:    {"a ceasefire is said to have been violated", "a violation of a ceasefire is feared"},
	sitrep.Agreement:    {"an agreement was made", "an agreement is planned"},
	sitrep.Talks:        {"talks were held", "talks are planned"},
	sitrep.Sanction:     {"sanctions or like measures were taken", "sanctions or like measures are planned"},
	sitrep.Aid:          {"aid was given or pledged", "aid is planned"},
	sitrep.Protest:      {"there was a protest", "a protest is planned"},
	sitrep.Coup:         {"there was an attempt to seize power", "a seizure of power is feared"},
	sitrep.Trial:        {"there was a step in a court case", "a step in a court case is planned"},
}

// deed says what happened, or is planned.
func deed(i *sitrep.Incident) string {
	d, ok := deeds[i.Kind]
	switch {
	case !ok:
		return "something happened"
	case i.Status == sitrep.Planned:
		return d[1]
	}
	return d[0]
}

// diplomatic tells whether an incident has its place among ceasefires and talks.
func diplomatic(k sitrep.Kind) bool {
	switch k {
	case sitrep.Ceasefire, sitrep.Talks, sitrep.Violation, sitrep.Agreement:
		return true
	}
	return false
}

// harms name the harm of a tally.
var harms = map[sitrep.Harm]string{sitrep.Killed: "killed", sitrep.Wounded: "wounded", sitrep.Casualties: "killed or wounded", sitrep.Missing: "missing", sitrep.Captured: "captured", sitrep.Displaced: "displaced"}
