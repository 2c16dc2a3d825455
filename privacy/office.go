package privacy

import (
	"strings"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

// standing is what a word makes of whoever bears it.
type standing int8

const (
	unknown  standing = iota
	private           // a calling, a kinship, somebody whom the events struck
	rank              // an officer: public when he speaks for his force, private when he is hit
	heading           // heads something, if the text says what: "head of the hospital"
	official          // holds an office, commands, or speaks for a body
)

// standings are the words that tell the standing of whoever bears them, folded.
type standings map[string]standing

// ours are words whose standing differs from what the list of titles has for their kind.
var ours = map[standing]string{
	private: `activist|aide|community leader|delegate|dissident|elder|facilitator|faction fighter|gang leader|interlocutor|mediator|observer|ceasefire monitor|candidate|student leader|
tribal elder|village elder|first lady|diplomat|western diplomat|negotiator of the family|prayer leader|detective|special agent|general practitioner|press attache`,
	rank: `colonel|col|lieutenant colonel|lt col|major|maj|captain|capt|commandant|comandante|superintendent|inspector|chief inspector|group captain|wing commander|
flight lieutenant|squadron leader|commodore|lieutenant commander|colonel general|police official|hospital official|health official|official|local official|
government official|senior official|military official|security official|defence official|defense official|intelligence official|provincial official|party official`,
	heading: `head|deputy head|chief|deputy chief|director|deputy director|coordinator|founder|co founder|secretary|deputy|representative|manager|general manager|owner|
administrator|chairman|chairperson|chairwoman|speaker|leader|adviser|advisor|chief executive|president|deputy leader|ceo|commissioner|editor|imam|boss|party member`,
	official: `chief executive officer|managing director|executive director|country director|director general|editor in chief|chief judge|chief justice|judge|justice|chief prosecutor|prosecutor|
prosecutor general|public prosecutor|state prosecutor|federal prosecutor|deputy prosecutor|emergency coordinator|field coordinator|program director|research director|
pope|patriarch|ayatollah|grand ayatollah|grand imam|grand mufti|grand rabbi|chief rabbi|mufti|archbishop|cardinal|catholicos|metropolitan|dalai lama|aga khan|spiritual leader|caliph|
generalissimo|caudillo|field commander|battalion commander|brigade commander|base commander|hospital director|police chief|head of state|head of government|
opposition leader|rebel leader|militia leader|warlord|lawmaker|legislator|parliamentarian|member of parliament|undersheriff|sheriff|prefect|emir|counterpart|predecessor|chief of staff|politician|
politburo member|parliament member|cabinet member|council member|junta leader|dictator|strongman|ruler|secretary general|general secretary|coup leader|union leader|rebel commander|tribal leader|tribal chief`,
}

func newStandings(l *lexicon.Lexicon) standings {
	s := standings{}
	for _, r := range l.Roles {
		if r.Kind == lexicon.PersonRole {
			s[gazetteer.Fold(r.Word)] = ofRole(&r)
		}
	}
	for _, p := range l.Persons {
		if k := gazetteer.Fold(p.Lemma); s[k] == unknown {
			s[k] = private
		}
	}
	for _, t := range l.Titles {
		s[gazetteer.Fold(t.Title)] = ofTitle(&t)
	}
	for st, words := range ours {
		for _, w := range strings.Split(strings.ReplaceAll(words, "\n", ""), "|") {
			s[w] = st
		}
	}
	return s
}

func ofRole(r *lexicon.Role) standing {
	if r.Allegiance != lexicon.OfBody {
		return spoken(r.Word)
	}
	switch r.Source {
	case "government", "local-official":
		return official
	case "belligerent":
		return commanding(r.Word)
	}
	return private
}

// spoken is the standing of those who are public when they speak: officials of any kind, and who writes for an outlet.
func spoken(word string) standing {
	if strings.HasSuffix(word, "official") || strings.HasSuffix(word, "correspondent") || word == "columnist" {
		return rank
	}
	return private
}

func ofTitle(t *lexicon.Title) standing {
	switch t.Kind {
	case "political", "royal", "diplomatic", "spokesperson":
		return official
	case "military":
		return commanding(t.Title)
	}
	return spoken(t.Title)
}

// commanding tells commanders and generals from soldiers.
func commanding(title string) standing {
	st := private
	for _, w := range strings.Fields(gazetteer.Fold(title)) {
		switch w {
		case "colonel", "col", "major", "maj", "captain", "capt", "superintendent", "inspector", "cmdr", "commodore":
			st = rank
		case "commander", "commanders", "commissioner", "chief", "general", "gen", "admiral", "adm", "marshal", "brigadier", "brig", "spokesman", "spokeswoman", "spokesperson", "chairman", "governor":
			return official
		}
	}
	return st
}

// weak are heads of things that anybody may head: a title right before the name does not make them public.
var weak = set("owner", "manager", "general manager", "imam", "editor", "secretary", "boss", "party member", "founder", "co founder", "deputy")

// mixed are callings that persons of public life have too: they do not tell a namesake from the official of the list.
var mixed = set("cleric", "counterpart", "mediator", "candidate", "aide", "diplomat", "founder", "fugitive", "member", "militant", "detainee", "prisoner", "defendant", "suspect", "fighter", "activist", "writer",
	"dissident", "politician", "academic", "businessman", "lawyer", "economist", "professor", "national", "native", "figure", "rebel", "ally", "host", "partner", "rival", "critic", "opponent")

// courtesy are forms of address: they say nothing of whom they stand before.
var courtesy = set("mr", "mrs", "ms", "miss", "mister", "madam", "madame", "mme", "monsieur", "dr", "doctor", "prof", "professor", "sir", "lord", "lady", "sheikh", "shaikh", "sheik", "haji", "hajj", "hajji",
	"abu", "umm", "sayyid", "syed", "sayyed", "don", "herr", "frau", "senor", "senora", "signor", "signora", "khan", "aga", "malik", "bey", "pasha", "bibi", "begum", "ustaz", "ustad", "the", "late")

// kin are words for relatives: whoever stands behind them is no holder of the office that stands before.
var kin = set("son", "sons", "daughter", "daughters", "brother", "brothers", "sister", "sisters", "wife", "husband", "widow", "widower", "mother", "father", "cousin", "uncle", "aunt", "nephew", "niece",
	"grandson", "granddaughter", "grandfather", "grandmother", "relative", "friend", "neighbour", "neighbor", "fiancee", "fiance", "girlfriend", "boyfriend", "bride", "groom", "child", "baby", "boy", "girl",
	"toddler", "infant", "teenager", "schoolboy", "schoolgirl", "twin", "stepson", "stepdaughter", "orphan", "kid", "colleague", "parent", "spouse", "driver", "bodyguard", "guard", "nurse", "lawyer")

// young are words for children.
var young = set("child", "baby", "boy", "girl", "toddler", "infant", "schoolboy", "schoolgirl", "schoolchild", "pupil", "minor", "teenager", "newborn")

// holdings are what only somebody of public life has: "Haddad's government".
var holdings = set("government", "regime", "forces", "troops", "army", "administration", "presidency", "cabinet", "party", "militia", "militias", "faction", "rule", "fighters", "supporters", "loyalists", "spokesman",
	"spokeswoman", "aides", "allies", "coalition", "opponents", "warplanes", "premiership", "movement", "backers", "campaign", "inauguration", "office", "envoy", "entourage")
