package peace

import "strings"

// The states of a truce, as FORMAT's `phase` has them, in the order in which a truce passes through them.
const (
	proposed   = "proposed"
	declared   = "declared"
	agreed     = "agreed"
	inEffect   = "in-effect"
	extended   = "extended"
	suspended  = "suspended"
	brokenDown = "broken-down"
	ended      = "ended"
)

// rank orders the states: the latest that is told wins.
var rank = map[string]int{proposed: 1, declared: 2, agreed: 3, inEffect: 4, extended: 5, suspended: 6, brokenDown: 7, ended: 8}

func words(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}

// states reads "state: word word" lines.
func states(lists map[string]string) map[string]string {
	all := map[string]string{}
	for state, list := range lists {
		for w := range words(list) {
			all[w] = state
		}
	}
	return all
}

var (
	// truceWords name a truce by themselves; "cessation" and "pause" need what stands beside them.
	truceWords = words("truce ceasefire armistice cease-fire")
	// accordWords stand for an accord that was named before.
	accordWords = words("agreement deal accord pact arrangement plan treaty memorandum settlement protocol cessation declaration")
	talkWords   = words("talk negotiation meeting summit round session discussion conference consultation dialogue")
	// other marks a truce that is not the one which the report is about.
	other = words("earlier previous past former prior such similar another future possible eventual")

	// bySubject are the states that a verb tells of a truce which is its subject.
	bySubject = states(map[string]string{
		inEffect:   "hold begin start continue prevail endure survive persist",
		brokenDown: "collapse unravel crumble falter fail shatter",
		ended:      "end expire lapse",
	})
	// byObject are the states that a verb tells of a truce which is its object, or its subject in the passive voice.
	byObject = states(map[string]string{
		proposed:  "propose offer suggest",
		declared:  "declare announce proclaim call introduce order",
		agreed:    "agree sign broker reach conclude negotiate accept strike seal mediate clinch finalise finalize approve",
		inEffect:  "observe honour honor respect implement enforce uphold begin start monitor",
		extended:  "extend prolong renew",
		suspended: "suspend freeze",
		ended:     "end cancel terminate abandon scrap",
	})
	// byNoun are the states that a noun tells of the truce that follows it ("the end of the truce").
	byNoun = states(map[string]string{
		inEffect:   "implementation start beginning",
		extended:   "extension renewal prolongation",
		suspended:  "suspension",
		brokenDown: "collapse breakdown failure",
		ended:      "end expiry expiration termination",
	})
	// byAdjective are the states that a word before the truce, or its predicate, tells.
	byAdjective = states(map[string]string{
		inEffect:   "fragile shaky uneasy ongoing existing tense frayed",
		proposed:   "proposed",
		agreed:     "agreed brokered signed negotiated mediated",
		declared:   "declared announced",
		brokenDown: "collapsed failed dead",
		ended:      "over defunct finished expired",
	})
	// wished are nouns and verbs whose complement is only wished for.
	wishNouns = words("call proposal offer demand appeal possibility hope prospect plea request idea need chance bid condition push")
	wishVerbs = words("call urge demand want seek propose reject refuse consider hope wish need request ask appeal suggest discuss oppose offer fail try attempt forge secure rule")

	// provideVerbs say what an accord asks of its parties; for those of provideObjects what is asked is their object.
	provideVerbs   = words("require oblige ban prohibit forbid bar allow permit let commit guarantee halt stop")
	provideObjects = words("provide call stipulate envisage envision mandate foresee include")
	// partyWords stand for the parties of an accord.
	partyWords = words("side party they government army rebel force country faction combatant troops militant fighter both")
	// meetVerbs tell of meetings and words, not of what an accord asks.
	meetVerbs = words("meet resume talk discuss visit arrive speak say convene reconvene attend hold travel continue begin start take come go expire last be")

	stopVerbs  = words("stop halt end cease suspend")
	fightWords = words("fighting fight hostility shooting firing violence combat")

	breachNouns = words("violation breach defiance contravention")
	breachVerbs = words("violate breach break shatter")
)
