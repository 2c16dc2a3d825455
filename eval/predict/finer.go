package predict

import (
	"slices"
	"strings"

	"sitrep"
)

// finer is the kind of a mention with what its words say beyond that, after a slash.
func finer(s *sitrep.Story, m *sitrep.EventMention) string {
	words := strings.Fields(strings.ToLower(s.In(m.Span)))
	for i := range words {
		words[i] = strings.Trim(words[i], ".,;:\"'()")
	}
	for _, f := range finerKinds[m.Kind] {
		if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(f.words, w) }) {
			return string(m.Kind) + "/" + f.name
		}
	}
	return string(m.Kind)
}

type finerKind struct {
	name  string
	words []string
}

// finerKinds are looked for in their order.
var finerKinds = map[sitrep.Kind][]finerKind{
	sitrep.Bombing: {
		{"suicide", strings.Fields("suicide")},
		{"grenade", strings.Fields("grenade grenades")},
	},
	sitrep.Attack: {
		{"chemical", strings.Fields("chemical gas sarin chlorine mustard phosphorus gassed")},
		{"sexual", strings.Fields("rape raped raping rapes sexual sexually molested gang-raped")},
		{"mob", strings.Fields("mob mobs lynched lynching lynch vigilantes villagers crowd")},
		{"grenade", strings.Fields("grenade grenades")},
	},
	sitrep.Protest: {
		{"suppressed", strings.Fields("fired killed killing shot killed tear gas teargas baton batons dispersed dispersing dispersal opened water cannon cannons rubber")},
		{"violent", strings.Fields("riot riots rioting rioters rioted burned burnt torched violent vandalized vandalised looted clashed clashes stones stone pelted barricades")},
	},
	sitrep.Territory: {
		{"regained", strings.Fields("recaptured retook retaken regained recapture liberated retake reclaimed recovered army troops soldiers forces government security military")},
	},
	sitrep.Deployment: {
		{"base", strings.Fields("base camp headquarters outpost post established")},
		{"weapons", strings.Fields("weapons arms cache ammunition")},
		{"drill", strings.Fields("drill drills exercise exercises maneuvers games manoeuvres")},
	},
	sitrep.Sanction: {
		{"lifted", strings.Fields("lift lifted lifting ease eased restore restored cancelled reopened")},
	},
}
