package extract

import (
	"slices"
	"strings"

	"sitrep"
)

// standIns are nouns that stand for an event of one of the kinds once it was told: "the blast", "the deal".
var standIns = standInsOf(map[string][]sitrep.Kind{
	"attack assault killing death murder incident violence victim":      {sitrep.Attack, sitrep.Bombing, sitrep.Shelling, sitrep.Airstrike, sitrep.Battle},
	"atrocity crime tragedy aggression act":                             {sitrep.Attack, sitrep.Bombing, sitrep.Shelling, sitrep.Airstrike, sitrep.War},
	"massacre slaughter shooting ambush raid assassination stabbing":    {sitrep.Attack},
	"attacker gunman assailant assassin":                                {sitrep.Attack, sitrep.Bombing},
	"blast explosion bombing bomb bomber detonation explosive":          {sitrep.Bombing},
	"strike airstrike sortie warplane jet drone":                        {sitrep.Airstrike},
	"missile rocket shell shelling mortar bombardment barrage salvo":    {sitrep.Shelling, sitrep.Airstrike},
	"fighting clash battle fight skirmish firefight gunfight":           {sitrep.Battle},
	"offensive operation campaign advance push":                         {sitrep.Battle, sitrep.War, sitrep.Airstrike},
	"war conflict invasion insurgency rebellion uprising hostility":     {sitrep.War, sitrep.Battle},
	"truce ceasefire cease-fire pause armistice lull":                   {sitrep.Ceasefire},
	"deal accord agreement pact treaty plan arrangement settlement":     {sitrep.Agreement, sitrep.Ceasefire},
	"talk negotiation meeting summit round dialogue discussion session": {sitrep.Talks},
	"process conference consultation visit":                             {sitrep.Talks},
	"violation breach":                                                  {sitrep.Violation, sitrep.Battle, sitrep.Shelling},
	"hostage captive kidnapping abduction kidnapper captor":             {sitrep.Abduction, sitrep.Release},
	"arrest detention suspect detainee":                                 {sitrep.Arrest},
	"release swap exchange prisoner":                                    {sitrep.Release},
	"sanction embargo measure ban":                                      {sitrep.Sanction},
	"withdrawal pullout retreat evacuation":                             {sitrep.Withdrawal, sitrep.Displacement},
	"deployment troop peacekeeper mission buildup":                      {sitrep.Deployment},
	"refugee displacement exodus":                                       {sitrep.Displacement},
	"siege blockade capture control seizure":                            {sitrep.Territory},
	"protest demonstration rally riot protester march unrest":           {sitrep.Protest},
	"coup mutiny takeover putsch":                                       {sitrep.Coup},
	"verdict sentence trial conviction ruling charge":                   {sitrep.Trial},
	"aid convoy assistance shipment":                                    {sitrep.Aid},
})

func standInsOf(lists map[string][]sitrep.Kind) map[string][]sitrep.Kind {
	all := map[string][]sitrep.Kind{}
	for words, kinds := range lists {
		for _, w := range strings.Fields(words) {
			all[w] = kinds
		}
	}
	return all
}

// standIn is a noun in a claim that may stand for an event told before.
type standIn struct {
	kinds    []sitrep.Kind
	definite bool
}

// standInsIn are the nouns of a stretch of a sentence that may stand for an event.
func standInsIn(s *sitrep.Story, sentence int, in sitrep.Span) []standIn {
	var all []standIn
	for t := s.Sentences[sentence].First; t < s.Sentences[sentence].Last; t++ {
		if s.Tokens[t].UPOS != "NOUN" || !in.Contains(s.Tokens[t].Span) {
			continue
		}
		if kinds := standIns[strings.ToLower(s.Tokens[t].Lemma)]; kinds != nil {
			all = append(all, standIn{kinds, definite(s, t)})
		}
	}
	return all
}

// definite tells whether a noun means something known: "the", "this", "both", "their".
func definite(s *sitrep.Story, t int) bool {
	for _, c := range s.Tree.All(t, "det", "nmod:poss") {
		switch strings.ToLower(s.Tokens[c].Form) {
		case "a", "an", "any", "no", "some", "another", "every":
		default:
			return true
		}
	}
	return false
}

// named says how the nouns of a claim name a kind of event: by a definite one, by a bare one, or not; and whether they name others.
func (c *saying) named(k sitrep.Kind) string {
	how := "none"
	for _, n := range c.nouns {
		switch {
		case !slices.Contains(n.kinds, k):
			if how == "none" {
				how = "others"
			}
		case n.definite:
			return "definite"
		default:
			how = "bare"
		}
	}
	return how
}
