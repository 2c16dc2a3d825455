package cameo

import (
	"strconv"

	"sitrep"
	"sitrep/export/rows"
)

// code is a code of CAMEO with its place on Goldstein's scale, from -10 for conflict to 10 for cooperation. Where what is told does not decide between codes it
// is the general one of a category.
type code struct {
	number string
	scale  float64
	text   string
}

// codes are those of incidents. A war is none: it is not one act; nor is a flight, in which nobody does anything to another; nor a coup or a trial.
var codes = map[sitrep.Kind]code{
	sitrep.Battle: {"190", -10, "Use conventional military force"}, sitrep.Shelling: {"194", -10, "Fight with artillery and tanks"},
	sitrep.Airstrike: {"195", -10, "Employ aerial weapons"}, sitrep.Bombing: {"183", -10, "Conduct bombing"}, sitrep.Attack: {"180", -9, "Use unconventional violence"},
	sitrep.Abduction: {"181", -9, "Abduct, hijack or take hostage"}, sitrep.Arrest: {"173", -5, "Arrest or detain"}, sitrep.Release: {"0841", 7, "Return or release persons"},
	sitrep.Territory: {"192", -9.5, "Occupy territory"}, sitrep.Deployment: {"154", -7.2, "Mobilize or increase armed forces"},
	sitrep.Withdrawal: {"087", 9, "De-escalate military engagement"}, sitrep.Destruction: {"171", -9.2, "Seize or damage property"},
	sitrep.Ceasefire: {"0871", 9, "Declare truce or ceasefire"}, sitrep.Violation: {"196", -9.5, "Violate ceasefire"}, sitrep.Agreement: {"057", 8, "Sign formal agreement"},
	sitrep.Talks: {"040", 1, "Consult"}, sitrep.Sanction: {"160", -4, "Reduce relations"}, sitrep.Aid: {"070", 7, "Provide aid"},
	sitrep.Protest: {"140", -6.5, "Engage in political dissent"},
}

// statements are the codes of claims. To assert, to deny and to warn of others are none.
var statements = map[sitrep.Stance]code{
	sitrep.Demand: {"100", -5, "Demand"}, sitrep.Reject: {"120", -4, "Reject"}, sitrep.Agree: {"050", 3.5, "Engage in diplomatic cooperation"},
	sitrep.Promise: {"030", 4, "Express intent to cooperate"}, sitrep.Threaten: {"130", -4.4, "Threaten"}, sitrep.Accuse: {"112", -2, "Accuse"},
	sitrep.Condemn: {"111", -2, "Criticize or denounce"},
}

// codeOf is the code of an act, without a number for what has none.
func codeOf(a *rows.Act) code {
	if a.Kind == "" {
		return statements[a.Stance]
	}
	if a.Kind == sitrep.Ceasefire && !a.InForce() {
		return code{}
	}
	return codes[a.Kind]
}

func (c code) root() string { return c.number[:2] }

// quad is 1 for cooperation in words, 2 in deeds, 3 for conflict in words, 4 in deeds. CAMEO's twenty categories stand in this order.
func (c code) quad() string {
	switch root := c.root(); {
	case root <= "05":
		return "1"
	case root <= "08":
		return "2"
	case root <= "13":
		return "3"
	}
	return "4"
}

func (c code) goldstein() string { return strconv.FormatFloat(c.scale, 'f', 1, 64) }
