package event

import (
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

// pair writes what speaks for and against mentions i and j (i before j) telling of one happening.
func (v *view) pair(i, j int, x *maxent.Vector) {
	a, b := &v.Mentions[i], &v.Mentions[j]
	sameKind, sameFamily := a.Kind == b.Kind, families[a.Kind] == families[b.Kind]
	kinds := "other"
	switch {
	case sameKind:
		kinds = "same"
	case sameFamily:
		kinds = "family"
	}
	when, where := days(a.When, b.When), v.places(a.Places, b.Places)
	doer, hit := roles(a.Actors, b.Actors, sitrep.Initiator), roles(a.Actors, b.Actors, sitrep.Target)
	parties := roles(a.Actors, b.Actors, sitrep.Party, sitrep.Mediator)
	any := roles(a.Actors, b.Actors, sitrep.Initiator, sitrep.Target, sitrep.Party)
	tolls := v.counts(a.Tolls, b.Tolls)
	word := "differs"
	if v.trigger(i) == v.trigger(j) {
		word = "same"
	}
	apart := v.sentence[j] - v.sentence[i]
	far := bucket(apart, 0, 1, 2, 4, 8, 16)
	det := v.determiner(j)
	x.Add("kinds", kinds)
	x.Add("kind pair", string(a.Kind), string(b.Kind))
	x.Add("when", string(when))
	x.Add("where", string(where))
	x.Add("initiator", string(doer))
	x.Add("target", string(hit))
	x.Add("parties", string(parties))
	x.Add("tolls", string(tolls))
	x.Add("word", word, kinds)
	x.Add("far", far)
	x.Add("far, kinds", far, kinds)
	x.Add("second", det)
	x.Add("second, first", det, v.determiner(i))
	x.Add("second, kinds, far", det, kinds, far)
	x.Add("kinds, when, where", kinds, string(when), string(where))
	x.Add("kinds, any", kinds, string(any))
	x.Add("when, where, any", string(when), string(where), string(any))
	x.Add("word, when, where", word, string(when), string(where))
	x.Add("word, second", word, det)
	x.Add("kind, word", string(a.Kind), kinds, word)
	x.Add("tense", v.tense(i), v.tense(j))
	x.AddIf(sameKind, "kind same", string(a.Kind))
	x.AddIf(v.plural(i) != v.plural(j), "one is plural")
	x.AddIf(v.plural(i) && v.plural(j), "both are plural")
	x.AddIf(v.paragraph(i) == v.paragraph(j), "one paragraph")
	x.AddIf(a.Status != b.Status, "status", string(a.Status), string(b.Status))
	x.AddIf(v.between(i, j), "of the same kind between")
	x.AddIf(a.Weapon != "" && a.Weapon == b.Weapon, "weapon same")
	x.Number(shared(v.words[i], v.words[j]))
	x.Number(v.alike(a.Trigger, b.Trigger))
	x.Number(min(1, float64(apart)/20))
	x.Number(shared(v.words[i], v.title) * shared(v.words[j], v.title))
}

// bucket names the range of limits that n falls into.
func bucket(n int, limits ...int) string {
	for _, l := range limits {
		if n <= l {
			return strconv.Itoa(l)
		}
	}
	return "more"
}

// tense is the tense of a mention's verb, or of the verb that it depends on.
func (v *view) tense(i int) string {
	for t, steps := v.Mentions[i].Trigger, 0; t >= 0 && steps < 20; t, steps = v.Tokens[t].Head, steps+1 {
		switch x := v.Tokens[t].XPOS; x {
		case "VBD", "VBZ", "VBP", "VBN", "VBG":
			if aux := v.Tree.Child(t, "aux"); aux >= 0 {
				return lemma(&v.Tokens[aux]) + " " + x
			}
			return x
		case "VB":
			if aux := v.Tree.Child(t, "aux"); aux >= 0 {
				return lemma(&v.Tokens[aux])
			}
			return "to"
		}
	}
	return ""
}

func (v *view) plural(i int) bool {
	x := v.Tokens[v.Mentions[i].Trigger].XPOS
	return x == "NNS" || x == "NNPS"
}

// between tells whether a mention of the kind of both stands between them.
func (v *view) between(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if v.Mentions[k].Kind == v.Mentions[j].Kind {
			return true
		}
	}
	return false
}

// alike is the likeness of the trunk's vectors of two tokens, -1 to 1.
func (v *view) alike(i, j int) float64 {
	if v.Width == 0 || len(v.Vectors) < (max(i, j)+1)*v.Width {
		return 0
	}
	a, b := v.Vectors[i*v.Width:(i+1)*v.Width], v.Vectors[j*v.Width:(j+1)*v.Width]
	return correlation(a, b)
}
