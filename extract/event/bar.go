package event

import (
	"slices"
	"strings"

	"sitrep"
)

// counted is how a mention's noun is numbered among its like: "fifth round" in "the fifth round of talks".
type counted struct{ ordinal, noun string }

// ordinals number things in words, by their place.
var ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")

// number is how the words of a mention number it; zero where they do not.
func (v *view) number(i int) counted {
	t := v.Mentions[i].Trigger
	for steps := 0; steps < 2 && t >= 0 && v.Tokens[t].UPOS == "NOUN" && v.Cast.At(t) == nil; steps++ {
		for _, c := range v.Tree.All(t, "amod") {
			if w := lemma(&v.Tokens[c]); c < t && (slices.Contains(ordinals, w) || numeral(w)) {
				return counted{w, lemma(&v.Tokens[t])}
			}
		}
		if !sitrep.Is(v.Tokens[t].Deprel, "nmod") {
			break
		}
		t = v.Tokens[t].Head
	}
	return counted{}
}

// numeral tells whether a word is a number with the ending of an ordinal: "5th".
func numeral(w string) bool {
	n := len(w) - 2
	return n > 0 && strings.Trim(w[:n], "0123456789") == "" && (w[n:] == "st" || w[n:] == "nd" || w[n:] == "rd" || w[n:] == "th")
}

// renumbered tells whether a mention and a member of a group are two of one series: the fourth round of talks and the fifth.
func (v *view) renumbered(i int, g *group) bool {
	a := v.traits[i].number
	if a.ordinal == "" {
		return false
	}
	for _, k := range g.unlike {
		if b := v.traits[k].number; b.noun == a.noun && b.ordinal != "" && b.ordinal != a.ordinal {
			return true
		}
	}
	return false
}

// setNext tells whether a mention is told as a further one beside what its own sentence told before: "they are to meet in May, and the next round is planned for
// August".
func (v *view) setNext(i int, g *group) bool {
	m := &v.Mentions[i]
	if !m.Nominal || v.sentence[i] != v.sentence[g.members[len(g.members)-1]] {
		return false
	}
	return slices.ContainsFunc(v.Tree.All(m.Trigger, "amod", "det"), func(c int) bool { return further[lemma(&v.Tokens[c])] })
}

var further = wordSet("next another further")

// turns says which way a deed of a kind goes where it can go two: -1 undoes what 1 does, 0 is neither.
var turns = map[sitrep.Kind]map[string]int{
	sitrep.Sanction:  waysOf("impose slap tighten expand extend renew reimpose toughen adopt introduce imposition extension renewal", "lift ease remove waive suspend repeal relax scrap lifting easing removal suspension relief"),
	sitrep.Territory: waysOf("take capture seize overrun conquer occupy annex fall capturing seizure", "retake retook recapture regain reclaim liberate retaking recapturing liberation"),
}

func waysOf(there, back string) map[string]int {
	out := map[string]int{}
	for w := range wordSet(there) {
		out[w] = 1
	}
	for w := range wordSet(back) {
		out[w] = -1
	}
	return out
}

// turn is which way the deed that a mention tells of goes, by its trigger or the word that governs it: "sanctions were lifted".
func (v *view) turn(i int) int {
	t := v.Mentions[i].Trigger
	ways := turns[v.Mentions[i].Kind]
	for steps := 0; steps < 3 && t >= 0 && ways != nil; steps++ {
		if w := ways[lemma(&v.Tokens[t])]; w != 0 {
			return w
		}
		if !sitrep.Is(v.Tokens[t].Deprel, "obj", "nsubj:pass", "nmod", "compound") {
			break
		}
		t = v.Tokens[t].Head
	}
	return 0
}

// turned tells whether a mention undoes what a group does: sanctions imposed and lifted, a town that one side retakes from another "who took it". Of one
// side "take" and "retake" may tell the same deed.
func (v *view) turned(i int, g *group) bool {
	w, undone := v.traits[i].turn, false
	for _, k := range g.unlike {
		a, b := &v.Mentions[k], &v.Mentions[i]
		switch {
		case w == 0 || a.Kind != b.Kind || v.traits[k].turn == 0:
		case v.traits[k].turn == w:
			return false
		case a.Kind == sitrep.Sanction, v.relative(i) && v.sentence[i] == v.sentence[k], roles(a.Actors, b.Actors, sitrep.Initiator) == distinct:
			undone = true
		}
	}
	return undone
}

// relative tells whether a mention is told in a relative clause: "which rebels seized in May".
func (v *view) relative(i int) bool { return v.Tokens[v.Mentions[i].Trigger].Deprel == "acl:relcl" }

// anaphor is the word with which a mention does no more than point back to what was told before: "the" in "the deal", "that" in "that attack"; empty where
// it says more, as "the attack on the port" does, which may be another.
func (v *view) anaphor(i int) string {
	m := &v.Mentions[i]
	if !m.Nominal || v.Tokens[m.Trigger].XPOS != "NN" {
		return ""
	}
	det := v.Tree.Child(m.Trigger, "det")
	if det < 0 || v.Tree.Child(m.Trigger, "nmod", "compound", "acl", "nummod", "obl", "conj", "appos") >= 0 {
		return ""
	}
	switch w := lemma(&v.Tokens[det]); {
	case w == "that" && m.Kind != sitrep.Talks, w == "the" && (truces[v.trigger(i)] || accords[v.trigger(i)]) && v.Tree.Child(m.Trigger, "amod") < 0:
		return w
	}
	return ""
}

// passesOver tells whether a mention that points back would pass over what was told of last, just before it, to join an earlier group. "The attack" and "the
// meeting" may well be those that the report is about; "that attack", and "the deal" right behind an accord, is the nearest.
func (v *view) passesOver(i int, all []*group, k int) bool {
	word := v.traits[i].anaphor
	if word == "" {
		return false
	}
	for _, g := range all[k+1:] {
		last := g.members[len(g.members)-1]
		if v.sentence[i]-g.last <= 1 && g.kind != sitrep.War && v.pointsTo(i, g) && (word == "that" || !v.bygone(last)) && !barred(v, i, g) {
			return true
		}
	}
	return false
}

// bygone tells whether a mention's noun is called one of before: "an earlier truce".
func (v *view) bygone(i int) bool {
	return slices.ContainsFunc(v.Tree.All(v.Mentions[i].Trigger, "amod"), func(c int) bool { return past[strings.ToLower(v.Tokens[c].Form)] })
}

// pointsTo tells whether the noun of a mention can stand for a happening of a group's kind.
func (v *view) pointsTo(i int, g *group) bool {
	switch w := v.traits[i].word; {
	case truces[w]:
		return g.kind == sitrep.Ceasefire
	case accords[w]:
		return g.kind == sitrep.Ceasefire || g.kind == sitrep.Agreement
	case w == "attack" || w == "assault":
		return oneSided[g.kind]
	}
	return v.Mentions[i].Kind == g.kind
}

var (
	truces   = wordSet("truce ceasefire cease-fire armistice cessation")
	past     = wordSet("earlier previous past former prior last")
	accords  = wordSet("deal agreement accord pact treaty arrangement")
	oneSided = map[sitrep.Kind]bool{sitrep.Attack: true, sitrep.Bombing: true, sitrep.Shelling: true, sitrep.Airstrike: true}
)
