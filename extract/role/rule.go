package role

import (
	"strings"

	"sitrep"
)

// oneSided tells whether a kind of event has a doer and somebody to whom it is done, rather than parties.
func oneSided(k sitrep.Kind) bool {
	switch k {
	case sitrep.Battle, sitrep.War, sitrep.Talks, sitrep.Agreement, sitrep.Ceasefire:
		return false
	}
	return true
}

// rule is the role that grammar alone gives an argument, empty for none.
func rule(m *sitrep.EventMention, lemma string, a argument) sitrep.Role {
	if a.slot == agent && brokerVerbs[a.via] || a.slot == leader && brokerVerbs[a.via] && a.via != "lead" {
		if !oneSided(m.Kind) {
			return sitrep.Mediator
		}
	}
	if !oneSided(m.Kind) && (mutualWords[lemma] || m.Kind == sitrep.Talks || m.Kind == sitrep.Agreement || m.Kind == sitrep.Ceasefire) {
		return mutual(m.Kind, a)
	}
	return directed(m.Kind, lemma, a)
}

// mutual is the role of an argument of a deed in which both sides do the same.
func mutual(k sitrep.Kind, a argument) sitrep.Role {
	fight := k == sitrep.Battle || k == sitrep.War
	switch slot := strings.TrimPrefix(a.slot, "up "); slot {
	case "between", "with", "among":
		return sitrep.Party
	case subject, undergoer, object, agent, owner, modifier:
		if slot == object && !fight && k != sitrep.Talks {
			return ""
		}
		return sitrep.Party
	case "against":
		if fight {
			return sitrep.Party
		}
	case doer:
		switch {
		case brokerVerbs[a.via] && !fight && a.via != "negotiate" && a.via != "lead":
			return sitrep.Mediator
		case !talkVerbs[a.via]:
			return sitrep.Party
		}
	}
	return ""
}

// directed is the role of an argument of a deed that one does to another.
func directed(k sitrep.Kind, lemma string, a argument) sitrep.Role {
	slot := strings.TrimPrefix(a.slot, "up ")
	switch slot {
	case subject:
		if dyingVerbs[lemma] || k == sitrep.Displacement && !strings.Contains("displace expel evict evacuate uproot deport drive", lemma) {
			return sitrep.Target
		}
		return sitrep.Initiator
	case agent:
		if blameVerbs[a.via] || tellVerbs[a.via] {
			return "" // "condemned by", "blamed by"
		}
		return sitrep.Initiator
	case owner, modifier, blamed:
		return sitrep.Initiator
	case leader:
		if a.via == "lead" {
			return sitrep.Initiator
		}
	case undergoer, object:
		if k == sitrep.Deployment || k == sitrep.Withdrawal {
			return sitrep.Initiator
		}
		return sitrep.Target
	case "against", "on", "at":
		return sitrep.Target
	case "to":
		if violent[k] && (harmNouns[lemma] != "" || lemma == "set") {
			return sitrep.Target // "damage to the bridge", "set fire to the bridge"
		}
	case "of":
		if k == sitrep.Deployment || k == sitrep.Withdrawal || k == sitrep.Protest {
			return sitrep.Initiator
		}
		return sitrep.Target
	case affected:
		if harmVerbs[a.via] || harmNouns[a.via] != "" {
			return sitrep.Target
		}
	case doer:
		switch {
		case sufferVerbs[a.via]:
			return sitrep.Target
		case deedVerbs[a.via]:
			return sitrep.Initiator
		}
	case "of " + object, "of " + undergoer, "with " + object, "with " + undergoer, "for " + object, "for " + undergoer:
		if blameVerbs[a.via] {
			return sitrep.Initiator // "charged with the murder", "blamed the rebels for the attack"
		}
	case "in " + undergoer, "in " + object, "by " + undergoer, "during " + undergoer, "during " + object, "in " + subject:
		if blameVerbs[a.via] && slot != "in "+subject || partVerbs[a.via] && (slot == "in "+subject || slot == "in "+undergoer) {
			return sitrep.Initiator // "implicated in the murder", "took part in the attack"
		}
		if harmVerbs[a.via] && (slot != "in "+subject) || dyingVerbs[a.via] {
			return sitrep.Target
		}
		if slot == "in "+subject && harmVerbs[a.via] {
			return sitrep.Initiator
		}
	}
	return ""
}
