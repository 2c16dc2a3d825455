package role

import "strings"

// set makes a set of the words of a text.
func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}

var (
	// containers stand for what their "of" phrase names.
	containers = set(`dozen hundred thousand score number group handful band column pair majority most some any many several half rest part
		member all each both couple lot series wave`)
	// subjectControl are verbs whose object is not the one who does what the infinitive tells.
	subjectControl = set(`promise threaten vow use take make begin continue resume step suffer cut face reach sign hold have launch`)
	blameVerbs     = set(`accuse blame suspect charge convict fault implicate indict`)
	// partVerbs have the deed behind "in", and whoever had a part in it as their subject.
	partVerbs = set(`participate involve engage`)
	// tellVerbs are what is done about a deed by those who did not do it: they tell of it, judge it or look into it.
	tellVerbs = set(`condemn denounce criticize criticise decry deplore report confirm announce describe investigate deny witness see hear film record mention cite
		recall document verify probe mourn welcome praise label hail note observe monitor attribute`)
	// harmVerbs have those who suffer as their object.
	harmVerbs = set(`kill wound injure hit strike target destroy damage hurt maim murder massacre slaughter behead execute assassinate shoot
		pound shell bomb bombard attack ambush raid storm rock devastate flatten level gut claim leave slay gun ram burn blow tear`)
	// dyingVerbs have those who suffer as their subject.
	dyingVerbs = set(`die perish fall succumb burn drown`)
	// doneTo are deeds whose owner is whoever they were done to, where nobody else is told to have suffered them.
	doneTo = set(`murder assassination killing death slaying execution kidnapping abduction disappearance capture arrest detention release trial imprisonment`)
	// deedVerbs have whoever does it as their subject and the deed as their object.
	deedVerbs = set(`carry launch conduct stage mount make perpetrate commit wage unleash deliver order plan do execute undertake begin start resume
		continue intensify step wage pursue lead orchestrate mastermind fire drop plant detonate run claim have press keep sustain escalate pound open
		declare announce set send impose provide give hold organise organize repeat use initiate unleash plot renew threaten throw hurl lob toss place
		activate`)
	// sufferVerbs have whoever suffers it as their subject and the deed as their object.
	sufferVerbs = set(`suffer face survive endure sustain experience repel repulse foil thwart resist withstand see escape undergo flee fear avoid
		prevent defeat witness weather counter`)
	// talkVerbs only tell of a deed.
	talkVerbs = set(`say condemn denounce report describe call confirm deny reject welcome criticise criticize investigate discuss announce
		warn tell see hear witness watch follow mark remember recall blame praise urge demand want seek support back oppose protest mourn
		comment record document monitor verify count note mention cite probe examine`)
	// brokerVerbs have a mediator as their subject.
	brokerVerbs = set(`broker mediate host facilitate arrange sponsor oversee monitor observe supervise chair guarantee moderate convene
		negotiate help organise organize lead`)
	brokerNouns = set(`mediator mediation broker auspices sponsorship supervision envoy host facilitator intermediary guarantor`)
	// mutualWords are deeds in which both sides do the same.
	mutualWords = set(`clash fight fighting battle firefight skirmish exchange gunfight gunbattle war conflict combat confrontation meet talk
		talks meeting negotiate negotiation summit truce ceasefire cease-fire agreement deal accord treaty pact discuss dialogue dispute
		hostility violence hostilities crossfire shootout standoff confront engage struggle duel cessation armistice call conversation`)
	// munitions are sent by somebody, and are nobody themselves.
	munitions = set(`rocket missile shell mortar bomb mine round explosive device ied grenade bullet artillery fire gunfire shot bombshell
		projectile barrel explosion blast strike airstrike shelling bombardment attack raid bombing shellfire`)
)
