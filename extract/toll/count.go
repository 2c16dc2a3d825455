package toll

import "sitrep"

// counts ties numbers to nouns that count the harmed: "the toll rose to 70 from 43", "the number of dead stands at 12".
func (f *finder) counts() {
	for i := f.first; i < f.last; i++ {
		if harm, ok := f.counter(i); ok {
			f.count(i, harm)
		}
	}
}

// counter tells whether a noun counts harmed people, and whom.
func (f *finder) counter(i int) (sitrep.Harm, bool) {
	switch f.lemma(i) {
	case "toll":
		if f.form(i-1) == "heavy" || f.form(i-1) == "a" && f.form(i+1) == "on" {
			return "", false
		}
		if w := f.form(i - 1); w == "injury" || w == "wounded" {
			return sitrep.Wounded, true
		}
		if f.form(i-1) == "casualty" {
			return sitrep.Casualties, true
		}
		return sitrep.Killed, true
	case "number", "total", "count", "tally":
		for k := i + 1; k < min(f.last, i+8); k++ {
			if g := f.groupAt(k); g != nil && g.number >= 0 || f.Tokens[k].UPOS == "PUNCT" {
				break
			}
			if h := f.harmAt(k); h != nil && h.Slot != "count" && h.Slot != "subject" && f.isVerb(k) && f.Tokens[k].XPOS != "VBN" && h.Slot == "object" {
				break
			} else if h != nil && h.Slot != "count" {
				return sitrep.Harm(h.Harm), true
			}
		}
	case "fatality", "death", "casualty":
		if f.Tokens[i].XPOS == "NNS" {
			return sitrep.Harm(f.harmOf(i)), f.harmAt(i) != nil
		}
	}
	return "", false
}

func (f *finder) harmOf(i int) string {
	if h := f.harmAt(i); h != nil {
		return h.Harm
	}
	return ""
}

// moves are verbs that tell where a count stands.
var moves = words("rise climb jump grow increase reach hit pass exceed top surpass stand bring take put raise push be number total give revise set drop fall place estimate go update swell lower reduce cut correct downgrade")

// count ties the numbers to the right of a counting noun, or just before it ("bringing to 45 the number killed").
func (f *finder) count(noun int, harm sitrep.Harm) {
	if up := f.Tokens[noun].Head; up >= f.first && up < f.last && !f.real(up) {
		return
	}
	var latest *group
	latestNumber := -1
	for k := range f.groups {
		g := &f.groups[k]
		if g.number < 0 || g.word >= 0 || g.rule == "unreal" {
			continue
		}
		if g.head >= 0 && !g.sure || !f.steps(g, noun) {
			continue
		}
		g.harm, g.word, g.rule, g.part = harm, noun, "count", false
		if f.form(g.first-1) == "from" && latest != nil {
			g.update = latestNumber
		} else {
			latest, latestNumber = g, k
		}
	}
}

// steps tells whether nothing but the words of a count leads from the noun to the number.
func (f *finder) steps(g *group, noun int) bool {
	if g.first < noun {
		return f.form(g.first-1) == "to" && moves[f.lemma(g.first-2)] && noun-g.last <= 4
	}
	preposition := f.form(g.first - 1)
	moved := false
	for i := noun + 1; i < g.first; i++ {
		if moves[f.lemma(i)] && f.isVerb(i) || f.lemma(i) == "be" {
			moved = true
		}
		if o := f.groupAt(i); o != nil && o.number >= 0 && o != g && o.word != noun {
			return false
		}
		if w := f.form(i); w == ";" || w == "and" && i > noun+1 && f.isVerb(i+1) && !moves[f.lemma(i+1)] {
			return false
		}
	}
	up := f.Tokens[noun].Head
	governed := up >= f.first && up < f.last && moves[f.lemma(up)] && f.lemma(up) != "be" && f.lemma(up) != "take"
	switch preposition {
	case "toll":
		return true
	case "of":
		return g.first-noun <= 3 || g.first-noun <= 8 && f.lemma(noun) == "toll" && !moved
	case "at", "to", "from":
		return (moved || governed || f.lemma(noun) == "toll" || f.lemma(up) == "bring") && g.first-noun <= 24
	}
	if moved && g.first-noun <= 14 {
		v := f.lemma(g.first - 1)
		return moves[v] || f.isFiller(g.first-1)
	}
	return false
}

func (f *finder) isFiller(i int) bool { return fillers[f.form(i)] || f.Tokens[i].UPOS == "ADV" }
