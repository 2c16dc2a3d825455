package values

// Qualifier says how a number is meant.
type Qualifier string

// The qualifiers.
const (
	Exact     Qualifier = "exact"
	AtLeast   Qualifier = "at-least"
	MoreThan  Qualifier = "more-than"
	About     Qualifier = "about"
	UpTo      Qualifier = "up-to"
	FewerThan Qualifier = "fewer-than"
	Range     Qualifier = "range"
	Vague     Qualifier = "vague" // a word stands for the number: "dozens" is told as 24, "several hundred" as 300
)

// Amount is a number as told: Low and High are equal unless the Qualifier is Range.
type Amount struct {
	Low, High float64
	Qualifier Qualifier
}

// ParseNumber reads the number that words begin with, its modifiers before and after it included: "at least 23", "between 10 and 15",
// "tens of thousands", "several". What follows the number (a unit, a noun) is not read. It is false where no number stands first.
func ParseNumber(words []string) (Amount, bool) {
	a, n := ReadNumber(words)
	return a, n > 0
}

// ReadNumber is ParseNumber that tells how many of the words belong to the number, 0 where none stands first.
func ReadNumber(words []string) (Amount, int) {
	l := line{items: make([]item, len(words))}
	for i, w := range words {
		l.items[i] = item{word: classify(w), text: w}
	}
	a, end := l.amount(0)
	if end == 0 {
		a, end = l.few(0)
	}
	return a, end
}

// amount reads a number with its modifiers from token i. The end is i where there is none.
func (l *line) amount(i int) (Amount, int) {
	q, j := l.modifier(i)
	a, end := l.span(j)
	if end == j || j == i+1 && end == j+1 && l.says(j, "one") && l.either(i, "over", "under", "above", "below", "around", "about", "some") {
		return Amount{}, i // "under one roof", "about one another": prepositions of a pronoun more often than modifiers of a number
	}
	if after, k := l.afterthought(end); k > end {
		q, end = after, k
	}
	if q != Exact && a.Qualifier == Exact {
		a.Qualifier = q
	}
	return a, end
}

// modifier is the words before a number that say how it is meant.
type modifier struct {
	words     []string
	qualifier Qualifier
}

// modifiers holds longer ones before those that they begin with.
var modifiers = []modifier{
	{[]string{"at", "the", "very", "least"}, AtLeast},
	{[]string{"at", "least"}, AtLeast},
	{[]string{"at", "a", "minimum"}, AtLeast},
	{[]string{"least"}, AtLeast}, // a slip for "at least"
	{[]string{"at", "most"}, UpTo},
	{[]string{"no", "fewer", "than"}, AtLeast},
	{[]string{"no", "less", "than"}, AtLeast},
	{[]string{"not", "less", "than"}, AtLeast},
	{[]string{"not", "fewer", "than"}, AtLeast},
	{[]string{"no", "more", "than"}, UpTo},
	{[]string{"not", "more", "than"}, UpTo},
	{[]string{"as", "many", "as"}, UpTo},
	{[]string{"as", "much", "as"}, UpTo},
	{[]string{"as", "high", "as"}, UpTo},
	{[]string{"as", "few", "as"}, AtLeast},
	{[]string{"as", "little", "as"}, AtLeast},
	{[]string{"a", "minimum", "of"}, AtLeast},
	{[]string{"a", "maximum", "of"}, UpTo},
	{[]string{"an", "estimated"}, About},
	{[]string{"more", "than"}, MoreThan},
	{[]string{"greater", "than"}, MoreThan},
	{[]string{"larger", "than"}, MoreThan},
	{[]string{"upwards", "of"}, MoreThan},
	{[]string{"upward", "of"}, MoreThan},
	{[]string{"in", "excess", "of"}, MoreThan},
	{[]string{"over"}, MoreThan},
	{[]string{"above"}, MoreThan},
	{[]string{"fewer", "than"}, FewerThan},
	{[]string{"less", "than"}, FewerThan},
	{[]string{"under"}, FewerThan},
	{[]string{"below"}, FewerThan},
	{[]string{"up", "to"}, UpTo},
	{[]string{"close", "to"}, About},
	{[]string{"about"}, About},
	{[]string{"around"}, About},
	{[]string{"some"}, About},
	{[]string{"nearly"}, About},
	{[]string{"almost"}, About},
	{[]string{"roughly"}, About},
	{[]string{"approximately"}, About},
	{[]string{"approx."}, About},
	{[]string{"circa"}, About},
	{[]string{"estimated"}, About},
	{[]string{"well", "over"}, MoreThan},
	{[]string{"well", "above"}, MoreThan},
	{[]string{"well", "under"}, FewerThan},
	{[]string{"just", "over"}, MoreThan},
	{[]string{"just", "under"}, FewerThan},
	{[]string{"slightly", "more", "than"}, MoreThan},
	{[]string{"slightly", "over"}, MoreThan},
	{[]string{"slightly", "less", "than"}, FewerThan},
	{[]string{"far", "more", "than"}, MoreThan},
	{[]string{"much", "more", "than"}, MoreThan},
	{[]string{"little", "more", "than"}, MoreThan},
	{[]string{"just", "about"}, About},
}

// modifiersOf parts the modifiers by their first letter.
var modifiersOf = byLetter(modifiers)

func byLetter(all []modifier) (m [256][]modifier) {
	for _, x := range all {
		c := x.words[0][0]
		m[c] = append(m[c], x)
	}
	return m
}

// modifier reads the words before a number; two may follow each other ("at least some 40"), of which the first counts.
func (l *line) modifier(i int) (Qualifier, int) {
	q, j := l.oneModifier(i)
	if j > i {
		_, j = l.oneModifier(j)
	}
	return q, j
}

func (l *line) oneModifier(i int) (Qualifier, int) {
	w := l.at(i)
	if !w.is(modifies) {
		return Exact, i
	}
	for _, m := range modifiersOf[w.text[0]|0x20] {
		if l.says(i, m.words...) {
			return m.qualifier, i + len(m.words)
		}
	}
	return Exact, i
}

// afterthought reads "or more", "or so" after a number.
func (l *line) afterthought(i int) (Qualifier, int) {
	switch {
	case l.says(i, "or", "more"):
		return AtLeast, i + 2
	case l.says(i, "or", "so"):
		return About, i + 2
	case l.says(i, "or", "fewer"), l.says(i, "or", "less"):
		return UpTo, i + 2
	}
	return Exact, i
}
