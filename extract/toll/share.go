package toll

import "sitrep"

// share gives groups without a word of harm that of the group that they are joined to or a part of.
func (f *finder) share() {
	f.sumKin()
	f.named()
	for k := len(f.groups) - 1; k >= 0; k-- {
		f.joined(k)
	}
	for k := range f.groups {
		f.joined(k)
		f.partOf(k)
	}
	for k := range f.groups {
		if g := &f.groups[k]; g.part && g.whole < 0 && g.word >= 0 {
			g.whole = f.wholeOf(k)
		}
	}
}

// joined reads a group in a row with one that is tied: "two soldiers, a nurse and three children were killed".
func (f *finder) joined(k int) {
	g := &f.groups[k]
	if g.word >= 0 || g.rule != "" || g.ofThem || g.head >= 0 && !g.sure || g.number < 0 && !f.coordinate(g) {
		return
	}
	if f.includes(k) {
		return
	}
	for _, o := range []int{k + 1, k - 1} {
		if o < 0 || o >= len(f.groups) {
			continue
		}
		b := &f.groups[o]
		if b.word < 0 || b.part != g.part && o < k && !f.alsoPart(b, g) || !f.inRow(min(k, o)) {
			continue
		}
		if o < k && (b.rule == "count" || b.rule == "noun" || b.word >= b.last && b.rule == "subject") {
			continue
		}
		if o > k && (b.rule == "object" || b.rule == "noun" || b.rule == "count" || b.rule == "left") {
			continue
		}
		g.harm, g.word, g.rule, g.part, g.whole = b.harm, b.word, "row", b.part, b.whole
		if o < k && g.head < 0 && f.form(g.first-1) == "," && g.amount.Low < b.amount.Low {
			g.part, g.whole = true, o // "30 hurt, three critically"
		}
		return
	}
}

// alsoPart tells whether a group is a part like the one before it: "among them two women and a child".
func (f *finder) alsoPart(b, g *group) bool {
	return b.rule == "part" && b.last+1 == g.first && f.form(b.last) == "and"
}

// includes reads "four soldiers, including two officers, were killed" where the tree gives the harm to the officers alone.
func (f *finder) includes(k int) bool {
	g, i := &f.groups[k], f.groups[k].last
	if f.form(i) == "," {
		i++
	}
	if f.form(i) != "including" || k+1 >= len(f.groups) || f.groups[k+1].first != i+1 {
		return false
	}
	b := &f.groups[k+1]
	if b.word < b.last || b.part {
		return false
	}
	g.harm, g.word, g.rule = b.harm, b.word, "subject"
	b.part, b.whole = true, k
	return true
}

// coordinate tells whether the tree has one person as a member of a row.
func (f *finder) coordinate(g *group) bool {
	return sitrep.Is(f.Tokens[g.head].Deprel, "conj") || f.Tree.Child(g.head, "conj") >= 0
}

// inRow tells whether nothing but "and" or a comma stands between a group and the next.
func (f *finder) inRow(k int) bool {
	i, end := f.groups[k].last, f.groups[k+1].first
	if end-i > 2 || end <= i {
		return false
	}
	for ; i < end; i++ {
		if w := f.form(i); w != "and" && w != "," && w != "or" && w != "&" {
			return false
		}
	}
	return true
}

// partOf reads "three of them soldiers", "among them a child", "including two women".
func (f *finder) partOf(k int) {
	g := &f.groups[k]
	if g.word >= 0 || g.rule != "" {
		return
	}
	before := f.form(g.first - 1)
	among := (before == "them" || before == "whom") && f.form(g.first-2) == "among"
	including := before == "including" && (g.number >= 0 || f.ofPeople(g.first-2))
	if f.amongNext(k) {
		return
	}
	if !g.ofThem && !among && !including {
		f.others(k)
		return
	}
	w := f.wholeOf(k)
	if w < 0 {
		if g.ofThem {
			f.ofEarlier(g)
		}
		return
	}
	if g.ofThem && f.otherVerb(g) {
		return
	}
	b := &f.groups[w]
	g.harm, g.word, g.rule, g.part, g.whole = b.harm, b.word, "part", true, w
	f.describe(g)
}

// ofPeople tells whether what stands before "including" is people, or what became of them: "five soldiers, including", "others injured including".
func (f *finder) ofPeople(i int) bool {
	if f.form(i) == "," {
		i--
	}
	return f.groupAt(i) != nil || f.harmAt(i) != nil
}

// amongNext reads "two medics among 31 dead".
func (f *finder) amongNext(k int) bool {
	if k+1 >= len(f.groups) || f.form(f.groups[k].last) != "among" {
		return false
	}
	g, b := &f.groups[k], &f.groups[k+1]
	if b.word < 0 || b.number < 0 || b.first-g.last > 2 || b.amount.Low < g.amount.Low {
		return false
	}
	g.harm, g.word, g.rule, g.part, g.whole = b.harm, b.word, "part", true, k+1
	return true
}

// others reads "Thirteen of the dead were civilians, while seven were soldiers".
func (f *finder) others(k int) {
	g := &f.groups[k]
	if g.head >= 0 || k == 0 || f.lemma(g.last) != "be" {
		return
	}
	b := &f.groups[k-1]
	if b.word < 0 || !b.of && !b.part && f.form(b.first-1) != "of" && f.form(b.first-2) != "of" {
		return
	}
	if h := f.run(g.last + 1); h >= 0 {
		if _, ok := f.class(h); ok {
			g.harm, g.word, g.rule, g.part, g.head, g.sure = b.harm, b.word, "part", true, h, true
		}
	}
}

// wholeOf is the nearest tied group before a part; -1 for none.
func (f *finder) wholeOf(k int) int {
	for o := k - 1; o >= 0; o-- {
		if b := &f.groups[o]; b.word >= 0 && !b.part && b.number >= 0 && (f.groups[k].word < 0 || b.harm == f.groups[k].harm) {
			return o
		}
	}
	return -1
}

// ofEarlier reads "Two of them were teachers" after a sentence with a toll.
func (f *finder) ofEarlier(g *group) {
	if len(f.tolls) == 0 || f.otherVerb(g) {
		return
	}
	b := &f.tolls[len(f.tolls)-1]
	if f.Tree.Sentence(b.group.first) != f.Tree.Sentence(g.first)-1 {
		return
	}
	g.harm, g.word, g.rule, g.part = b.Harm, b.HarmToken, "part", true
	f.describe(g)
}

// otherVerb tells whether a verb of its own says what the part of a group did: "three of them escaped".
func (f *finder) otherVerb(g *group) bool {
	for i := g.last; i < min(f.last, g.last+4); i++ {
		t := &f.Tokens[i]
		if t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP") && f.lemma(i) != "hold" || t.UPOS == "VERB" && f.lemma(i-1) == "be" {
			return true
		}
		if t.UPOS == "PUNCT" {
			return false
		}
	}
	return false
}

// describe takes the noun that says what the part of a group is: "three of them soldiers", "seven were officers".
func (f *finder) describe(g *group) {
	if !g.ofThem {
		return
	}
	i := g.last
	for i < f.last && f.lemma(i) == "be" {
		i++
	}
	if h := f.run(i); h >= 0 {
		if _, ok := f.class(h); ok {
			g.head, g.last, g.sure = h, h+1, true
		}
	}
}

// kin are words that tell of a person only sex, age or kinship.
var kin = words("man woman boy girl father mother brother sister son daughter husband wife grandfather grandmother uncle aunt cousin nephew niece baby child toddler infant teenager grandson granddaughter bride groom")

// sumKin makes one group of a row of persons of whom only sex, age or kinship is told: "a man and a woman", "a father, a mother and a son".
func (f *finder) sumKin() {
	for k := 0; k < len(f.groups); k++ {
		g := &f.groups[k]
		if g.word < 0 || g.number >= 0 || g.part || !kin[f.lemma(g.head)] {
			continue
		}
		end, n := k+1, 1
		for end < len(f.groups) && f.isKinOf(&f.groups[end], g) && (f.inRow(end-1) || f.groups[end-1].last == f.groups[end].first) {
			end, n = end+1, n+1
		}
		heads := f.bareKin(g, f.groups[end-1].last)
		if n += heads; n == 1 {
			continue
		}
		g.amount.Low, g.amount.High = float64(n), float64(n)
		g.last = max(g.last, f.groups[end-1].last)
		for o := k + 1; o < end; o++ {
			f.groups[o].word, f.groups[o].rule = -1, "sum"
		}
	}
}

func (f *finder) isKinOf(o, g *group) bool {
	return o.number < 0 && o.head >= 0 && kin[f.lemma(o.head)] && (o.word == g.word || o.word < 0)
}

// bareKin counts the nouns joined to a person without an article of their own: "the groom's father and brother".
func (f *finder) bareKin(g *group, from int) int {
	n := 0
	for i := from; i+1 < f.last && f.form(i) == "and" && kin[f.lemma(i+1)] && f.groupAt(i+1) == nil && f.Tokens[i+1].XPOS == "NN"; i += 2 {
		n++
		g.last = i + 2
	}
	return n
}
