package toll

import (
	"strings"

	"sitrep"
	"sitrep/nlp/values"
)

// group is people as a text tells of them: a number with its noun, or one person.
type group struct {
	first, last int  // tokens from the first of the number to the noun, half open
	number      int  // the number's last token, -1 where a noun alone means one person
	numberEnd   int  // the token after the number
	head        int  // the noun, -1 for a number alone
	of          bool // "three of the soldiers"
	ofThem      bool // "three of them"
	ofMore      bool // "three of the nine soldiers"
	sure        bool // the noun is one for people
	amount      values.Amount
	// What it is tied to.
	harm   sitrep.Harm
	word   int // the word of the harm, -1 before one is found
	part   bool
	whole  int // number of the group in the sentence that it is a part of, -1 for none
	update int // number of the group that gives the newer figure, -1 for none
	rule   string
}

// top is the token by which the group hangs in the tree.
func (g *group) top() int {
	if g.of || g.ofThem || g.head < 0 {
		return g.number
	}
	return g.head
}

// roof is the highest token of the number in the tree: "tens" of "tens of thousands".
func (f *finder) roof(g *group) int {
	t := g.number
	for h := f.Tokens[t].Head; h >= g.first && h < g.numberEnd && f.isNumeral(h); h = f.Tokens[t].Head {
		t = h
	}
	return t
}

// counted finds the groups that begin with a number.
func (f *finder) counted() {
	for i := f.first; i < f.last; i++ {
		if !f.isNumeral(i) {
			continue
		}
		a, first, last := f.number(i)
		if last <= i {
			continue
		}
		if f.countsPeople(a, first, i, last) {
			g := group{first: first, last: last, number: last - 1, numberEnd: last, head: -1, amount: a, word: -1, whole: -1, update: -1}
			for g.number > i && !f.isNumeral(g.number) {
				g.number--
			}
			g.number = f.roof(&g)
			if f.noun(&g) {
				f.groups = append(f.groups, g)
				last = max(last, min(g.last, last+1))
				if g.of && g.head > last {
					g.ofMore = f.numbered(last, g.head)
					if f.harmAt(g.last) == nil && !f.isCaptive(g.head) {
						last = g.last // the greater number has no harm of its own
					}
				}
				f.groups[len(f.groups)-1].ofMore = g.ofMore
			}
		}
		i = last - 1
	}
}

// numbered tells whether a numeral stands between two tokens.
func (f *finder) numbered(from, to int) bool {
	for i := from; i < to; i++ {
		if f.isNumeral(i) {
			return true
		}
	}
	return false
}

func (f *finder) isNumeral(i int) bool {
	t := &f.Tokens[i]
	if c := t.Form[0]; c >= '0' && c <= '9' {
		return true
	}
	return t.UPOS == "NUM" || numerals[strings.ToLower(t.Form)]
}

// widest is how many tokens before and after a numeral can belong to its number.
const widest = 10

// number reads the number that the numeral at i belongs to, with the words before it that say how it is meant.
func (f *finder) number(i int) (a values.Amount, first, last int) {
	var buf [2 * widest]string
	first, last = i, i+1
	for first > f.first && first > i-8 && inNumber[f.form(first-1)] {
		first--
	}
	for last < f.last && last < i+widest && (inNumber[f.form(last)] || f.isNumeral(last)) {
		last++
	}
	for ; first <= i; first++ {
		w := buf[:0]
		for k := first; k < last; k++ {
			w = append(w, f.Tokens[k].Form)
		}
		if a, n := values.ReadNumber(w); first+n > i {
			if f.form(first) == "a" && a.Low == 3 && f.form(first+1) == "few" {
				return a, i, i
			}
			if end := first + n; a.Qualifier == values.Exact && f.form(end) == "+" && f.Tokens[end].Start == f.Tokens[end-1].End {
				a.Qualifier = values.AtLeast // "35+ dead"
				return a, first, end + 1
			}
			return a, first, first + n
		}
	}
	if f.form(i) == "tens" && f.form(i+1) == "of" {
		return values.Amount{Low: 20, High: 20, Qualifier: values.Vague}, i, i + 1
	}
	return a, i, i
}

// countsPeople tells whether a number can count people at all: it is no date, sum, age, or part of a name.
func (f *finder) countsPeople(a values.Amount, first, i, last int) bool {
	if a.Low < 1 || a.Low != float64(int(a.Low)) || a.High > 1e9 || notCounting[f.label[i]] {
		return false
	}
	next, before := f.form(last), f.form(first-1)
	switch {
	case next == "-" || next == "–" || next == "%" || next == "percent" || next == "per" || next == "°":
		return false
	case before == "-" || before == "$" || before == "€" || before == "£" || before == "no." || before == "age" || before == "aged":
		return false
	case before == "of" && (f.form(first-2) == "age" || f.form(first-2) == "ages") || next == "years" || next == "year":
		return false
	case before == "of" && kin[f.lemma(first-2)], before == "but" && f.form(first-2) == "all":
		return false // "a mother of four", "all but one of the guards"
	case next == "a.m." || next == "p.m." || next == "am" || next == "pm":
		return false
	}
	t := &f.Tokens[i]
	if t.Deprel == "nummod" && t.Head >= f.first && t.Head < i && f.Tokens[t.Head].UPOS == "PROPN" && f.Tokens[t.Head].Head != i && next != "" && f.harm[last-f.first] == nil {
		return f.isAge(first, last) == false && before != "" && f.Tokens[first-1].UPOS != "PROPN"
	}
	return !f.isAge(first, last)
}

// isAge tells "Wani, 22, died" and "the boy, 12" from counts.
func (f *finder) isAge(first, last int) bool {
	if last != first+1 || f.form(first-1) != "," || first-2 < f.first {
		return false
	}
	if v := f.form(first); len(v) > 2 || v[0] > '9' {
		return false
	}
	before := f.Tokens[first-2]
	next := f.form(last)
	person := f.label[first-2] == sitrep.Person || before.UPOS == "PROPN"
	return person && (next == "," || next == "" || next == "." || next == "died" || next == "was" || next == "of" || next == "and" || next == "from")
}

// noun finds what the number of a group counts. It is false where that is no people.
func (f *finder) noun(g *group) bool {
	if f.form(g.numberEnd) == "of" {
		return f.nounOf(g)
	}
	h := f.counted1(g)
	if h < 0 {
		if x := f.form(g.numberEnd); x == "more" || x == "additional" || x == "further" {
			g.last = g.numberEnd + 1
		}
		return true
	}
	g.head, g.last = h, h+1
	return f.judge(g)
}

// judge says whether the noun of a group is one for people.
func (f *finder) judge(g *group) bool {
	lemma := f.lemma(g.head)
	if things[lemma] {
		return false
	}
	_, known := f.class(g.head)
	g.sure = known || f.isDemonym(g.head) || lemma == "life" || len(f.harmWords[lemma]) > 0
	if p, ok := f.suffixed(lemma); ok {
		g.sure = g.sure || p
	}
	return true
}

func (f *finder) isDemonym(i int) bool {
	return f.label[i] == sitrep.NORP || f.sides[f.form(i)] != ""
}

// suffixed tells by its ending whether a noun is one for people.
func (f *finder) suffixed(lemma string) (bool, bool) {
	for _, s := range []string{"man", "men", "woman", "ist", "ee", "ian", "eer"} {
		if len(lemma) > len(s)+3 && strings.HasSuffix(lemma, s) {
			return true, true
		}
	}
	return false, false
}

// counted1 is the noun to the right that a number counts, by the tree, or by the run of words after it where the tree points back; -1 for none.
func (f *finder) counted1(g *group) int {
	t := g.number
	for steps := 0; steps < 6; steps++ {
		h := f.Tokens[t].Head
		if h <= t || h >= f.last || h > g.numberEnd+8 || !sitrep.Is(f.Tokens[t].Deprel, "nummod", "compound", "amod", "advmod", "nmod", "det") {
			break
		}
		if t >= g.numberEnd && !sitrep.Is(f.Tokens[t].Deprel, "compound", "amod", "nmod") {
			break
		}
		t = h
	}
	if t < g.numberEnd {
		return f.run(g.numberEnd)
	}
	if f.isState(t) || f.crosses(g.numberEnd, t) {
		return f.run(g.numberEnd)
	}
	return t
}

// crosses tells whether a word of harm in verbal form or a mark stands between a number and a noun, so that the noun is another's.
func (f *finder) crosses(from, to int) bool {
	for i := from; i < to; i++ {
		switch t := &f.Tokens[i]; {
		case t.UPOS == "AUX" || t.UPOS == "ADP" || t.UPOS == "SCONJ" || t.UPOS == "PUNCT" && t.Form == "," && f.Tokens[i+1].UPOS != "ADJ":
			return true
		case t.UPOS == "CCONJ" && i > f.first && (f.Tokens[i-1].UPOS == "NOUN" || f.Tokens[i+1].UPOS == "NUM" || f.harmAt(i-1) != nil):
			return true
		}
	}
	return false
}

// isState tells whether a token says what people are or became, and is no noun: "killed", "dead", "missing".
func (f *finder) isState(i int) bool {
	h := f.harmAt(i)
	return h != nil && (h.Slot == "object" || h.Slot == "state" || h.Slot == "subject" || h.Slot == "either" || f.form(i) == "wounded" || f.form(i) == "injured")
}

// run is the noun that ends the run of adjectives and nouns from i; -1 where none follows.
func (f *finder) run(i int) int {
	h := -1
	for k := i; k < f.last && k < i+6; k++ {
		t := &f.Tokens[k]
		if f.isState(k) && (k+1 >= f.last || !nominal(f.Tokens[k+1]) || f.form(k+1) == "others") {
			break
		}
		switch {
		case t.UPOS == "NOUN" || t.UPOS == "PROPN":
			h = k
		case t.UPOS == "ADJ" || t.XPOS == "VBN" || t.UPOS == "PUNCT" && t.Form == "-" || t.UPOS == "PART" && h >= 0:
		default:
			return h
		}
	}
	return h
}

func nominal(t sitrep.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "PROPN" }

// nounOf reads what follows "of": people ("dozens of civilians"), them, or a larger number of people.
func (f *finder) nounOf(g *group) bool {
	g.of = true
	i := g.numberEnd + 1
	if w := f.form(i); w == "them" || w == "whom" || w == "us" || w == "those" && f.harmAt(i+1) == nil {
		g.ofThem, g.last = true, i+1
		return true
	}
	for k := i; k < f.last && k < i+10; k++ {
		t := &f.Tokens[k]
		if t.Head == g.number && sitrep.Is(t.Deprel, "nmod", "obl") {
			g.head, g.last = k, k+1
			return f.judge(g)
		}
		if t.Head >= f.first && t.Head < g.numberEnd && sitrep.Is(t.Deprel, "nmod", "obl") {
			g.head, g.last = k, k+1
			return f.judge(g)
		}
	}
	k := i
	for k < f.last && (f.Tokens[k].UPOS == "DET" || f.Tokens[k].UPOS == "PRON" || f.Tokens[k].UPOS == "NUM") {
		k++
	}
	if g.head = f.run(k); g.head < 0 {
		if h := f.harmAt(k); h != nil {
			g.head, g.last, g.sure = k, k+1, true
			return true
		}
		return false
	}
	g.last = g.head + 1
	return f.judge(g)
}
