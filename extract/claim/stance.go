package claim

import (
	"strings"

	"sitrep/internal/maxent"
)

// stanceFeatures describe what saying something does: the cue's own stance, and the words that are said.
func (r *reader) stanceFeatures(c *Candidate) {
	f, v := &r.found[c.found], &c.Stance
	word, sort := f.name()
	stance := "assert"
	if f.cue != nil {
		stance = string(f.cue.Stance)
	}
	v.Add("cue", word, string(f.frame))
	v.Add("stance", stance, sort)
	v.AddIf(f.negated, "negated", stance)
	head := r.headOf(c.piece[0])
	v.Add("head", r.lemma(head), sort)
	r.clauseFeatures(head, v, sort)
	r.wordFeatures(c, v, sort)
	r.foeFeatures(c, v, sort)
}

// foeFeatures tell whose deed a clause tells, seen from the speaker's side: what a side says that the other one did, it mostly charges it with.
func (r *reader) foeFeatures(c *Candidate, v *maxent.Vector, sort string) {
	side := r.sideOf(r.found[c.found].source)
	if side == "" {
		return
	}
	for _, a := range c.piece {
		for t := a.first; t < a.last; t++ {
			h := r.Tokens[t].Head
			if h < 0 || !a.holds(h) || !r.is(t, "nsubj") {
				continue
			}
			whose := "own"
			switch o := r.sideOf(t); {
			case o == "":
				continue
			case o != side:
				whose = "foe"
			}
			v.Add("whose side", whose, sort)
			v.Add("whose side does", whose, r.lemma(h))
			if tone, ok := tones[r.lemma(h)]; ok {
				v.Add("whose side, tone", whose, tone)
			}
			v.Add("whose side, harm", whose, yesNo(!harms[r.lemma(h)]))
		}
	}
}

// sideOf is the side of whoever is named by the phrase that a token heads, empty where it has none.
func (r *reader) sideOf(t int) string {
	if t < 0 || r.Cast == nil {
		return ""
	}
	if e := r.Cast.At(t); e != nil {
		return e.Side
	}
	return ""
}

// harms are deeds that a side blames on its foe when it tells them.
var harms = setOf(`attack shell bomb bombard fire open shoot kill wound injure murder massacre execute kidnap abduct seize storm raid strike hit target destroy burn
	invade occupy violate breach break launch plant detonate ambush assault torture besiege blockade block displace expel infiltrate use resume sabotage threaten
	carry commit continue try attempt refuse prevent hinder deny`)

func setOf(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}

// clauseFeatures tell of the clause that is said: its own verb of saying, whose deed it is, and how it is meant.
func (r *reader) clauseFeatures(head int, v *maxent.Vector, sort string) {
	whose := r.whose(head)
	modal, negated := "", r.negated(head)
	for _, d := range r.Tree.All(head, "aux", "advmod", "mark") {
		v.Add("helper", r.lemma(d), sort)
		if r.is(d, "aux") && r.Tokens[d].XPOS == "MD" {
			modal = modalClass(r.lemma(d))
		}
	}
	v.Add("clause", whose, modal, yesNo(negated), r.Tokens[head].XPOS, sort)
	v.Add("clause", whose, modal, yesNo(negated), sort)
	v.AddIf(modal != "", "modal", modal, sort)
	v.AddIf(r.Tokens[head].XPOS == "VB" && whose == "none" && !r.infinitive(head) && modal == "", "imperative", sort)
	for _, t := range append(r.Tree.All(head, "xcomp"), head) {
		if cues := r.Step.verbs[r.lemma(t)]; len(cues) > 0 && r.Tokens[t].UPOS == "VERB" {
			v.Add("does", string(cues[0].Stance), whose, yesNo(negated), sort)
			v.Add("does", string(cues[0].Stance), sort)
		}
	}
	if s := r.Tree.Child(head, "nsubj"); s >= 0 {
		v.Add("subject", r.lemma(s), sort)
	}
}

// whose says who does what is told: the speaker (by a pronoun), another, or none.
func (r *reader) whose(head int) string {
	s := r.Tree.Child(head, "nsubj")
	switch {
	case s < 0:
		return "none"
	case firstPerson[strings.ToLower(r.Tokens[s].Form)] && r.Tokens[s].UPOS == "PRON":
		return "own"
	case r.Tokens[s].XPOS == "PRP":
		return "pronoun"
	}
	return "other"
}

func modalClass(lemma string) string {
	switch lemma {
	case "must", "should", "shall":
		return "ought"
	case "will", "would", "'ll", "wo", "wouldnt":
		return "will"
	}
	return "may"
}

func yesNo(b bool) string {
	if b {
		return "not"
	}
	return ""
}

func (r *reader) wordFeatures(c *Candidate, v *maxent.Vector, sort string) {
	for _, a := range c.piece {
		for t := a.first; t < a.last; t++ {
			l := r.lemma(t)
			if tone, ok := tones[l]; ok {
				v.Add("tone", tone, sort)
			}
			if u := r.Tokens[t].UPOS; u == "VERB" || u == "NOUN" || u == "ADJ" || u == "AUX" || u == "PART" || u == "ADV" {
				v.Add("word", l, sort)
				if t+1 < a.last && (u == "AUX" || u == "PART") {
					v.Add("pair", l, r.lemma(t+1))
				}
			}
		}
	}
}

// tones are words that judge, threaten, charge, ask or promise by themselves.
var tones = toneOf(map[string]string{
	"judge": `unacceptable unforgivable outrageous outrage inhuman inhumane inhumanity brutal brutality barbaric barbarism barbarity cowardly heinous disgrace
		disgraceful stain shame shameful appalled appalling deplorable abhorrent despicable horrific horrifying monstrous disgusting intolerable inexcusable
		unjustifiable unjustified indefensible provocative provocation provocations savage evil criminal vile senseless reprehensible cruel cruelty anger angry
		condemnation condemn deplore disappointing disappointed shocking shocked tragic tragedy sickening vicious`,
	"threat": `retaliate retaliation revenge avenge consequence price crush annihilate punish punishment severity respond response strike destroy flame teach
		lesson regret decisive harsh merciless eliminate`,
	"charge": `violate violation breach crime massacre genocide responsible responsibility behind mastermind perpetrate deliberate deliberately target blame guilty
		violating collude sponsor finance fabricate lie propaganda sabotage undermine undermining terrorist aggression aggressor hinder obstruct collaborate`,
	"ask":     `must should need needs ought urge demand call immediate immediately halt cease refrain stop ensure necessary necessity require requirement essential imperative vital indispensable`,
	"promise": `commit committed commitment pledge guarantee continue determined vow ready prepared plan intend investigate rebuild support assist`,
	"danger":  `risk danger dangerous escalate escalation catastrophe catastrophic collapse spiral threat threaten brink worsen famine dread disaster careful caution fear`,
	"yes":     `welcome support accept agree agreement endorse approve praise positive encouraging hail glad pleased grateful thank appreciate congratulate`,
	"no":      `reject refuse deny false baseless untrue unfounded wrong oppose opposed never impossible denial groundless rubbish nonsense`,
})

func toneOf(lists map[string]string) map[string]string {
	all := map[string]string{}
	for tone, list := range lists {
		for _, w := range strings.Fields(list) {
			if old, ok := all[w]; !ok || tone < old {
				all[w] = tone
			}
		}
	}
	return all
}
