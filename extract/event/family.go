package event

import "sitrep"

// families are kinds that can tell of one happening in different words.
var families = map[sitrep.Kind]string{
	sitrep.Battle: "violence", sitrep.Shelling: "violence", sitrep.Airstrike: "violence", sitrep.Bombing: "violence", sitrep.Attack: "violence",
	sitrep.Violation: "violence", sitrep.War: "violence", sitrep.Destruction: "violence", sitrep.Coup: "violence",
	sitrep.Territory: "control", sitrep.Deployment: "control", sitrep.Withdrawal: "control",
	sitrep.Abduction: "people", sitrep.Arrest: "people", sitrep.Release: "people", sitrep.Displacement: "people", sitrep.Trial: "people",
	sitrep.Ceasefire: "diplomacy", sitrep.Agreement: "diplomacy", sitrep.Talks: "diplomacy",
	sitrep.Sanction: "pressure", sitrep.Aid: "aid", sitrep.Protest: "protest",
}

// SameFamily tells whether two kinds can tell of one happening.
func SameFamily(a, b sitrep.Kind) bool { return families[a] == families[b] }
