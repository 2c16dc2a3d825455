package toll

import (
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// vocabulary is the words that the step knows.
type vocabulary struct {
	harmWords map[string][]lexicon.HarmWord
	persons   map[string]lexicon.PersonWord
	sides     map[string]string // of demonyms, in lower case
}

func newVocabulary(lex *lexicon.Lexicon) *vocabulary {
	v := &vocabulary{map[string][]lexicon.HarmWord{}, map[string]lexicon.PersonWord{}, map[string]string{}}
	for _, h := range lex.Harms {
		v.harmWords[h.Lemma] = append(v.harmWords[h.Lemma], h)
	}
	for _, p := range lex.Persons {
		v.persons[p.Lemma] = p
	}
	for _, c := range lex.Countries {
		for _, d := range c.Demonyms {
			v.sides[strings.ToLower(d)] = c.ISO3
		}
	}
	return v
}

// set is a set of words.
type set map[string]bool

func words(s string) set {
	all := set{}
	for _, w := range strings.Fields(s) {
		all[w] = true
	}
	return all
}

var (
	// numerals are words besides digits that a number can consist of.
	numerals = words("dozen dozens scores hundred hundreds thousand thousands million millions several couple tens")
	// inNumber are the words that stand in a number beside its numerals, or say how it is meant.
	inNumber = words("at least the very a an minimum most no fewer less not more than as many much few little high maximum of estimated greater larger " +
		"upwards upward in excess over above under below up to close about around some nearly almost roughly approximately approx. circa well just " +
		"slightly far between and or so half quarter - – million thousand hundred dozen")
	// notCounting are the labels of names whose numbers count no people.
	notCounting = map[sitrep.NameLabel]bool{sitrep.Date: true, sitrep.Time: true, sitrep.Money: true, sitrep.Percent: true, sitrep.Quantity: true, sitrep.Ordinal: true}
	// things are nouns that stand where people do and are none.
	things = words("animal sheep cattle cow goat dog horse camel livestock head attack strike airstrike raid bombing blast explosion incident time occasion " +
		"day week month year hour minute night decade mile kilometer kilometre meter metre km percent dollar pound euro ton tonne house home building " +
		"apartment shop vehicle car truck bus tank plane aircraft helicopter jet ship boat rocket missile shell mortar bomb mine round bullet shot weapon " +
		"village town city province district area region country state nation place position post checkpoint base camp hospital school mosque church " +
		"family household battalion brigade division unit company group gang faction party side front army navy government sortie mission operation " +
		"front-line phase point item word page case charge count crime murder violation seat vote tent arm leg hand hole meeting statement resolution " +
		"location site center centre street spot neighborhood neighbourhood suburb settlement governorate county island plant factory block road street yard floor")
	// singular determiners make one person of a singular noun.
	determiners = words("a an the one another this that his her their its my our your")
	// fillers may stand between a verb and the number of its object.
	fillers = words("also a total of as many some up another reportedly additional an the down all")
	// helpers may stand between people and the participle that tells what became of them.
	helpers = words("is are was were be been being has have had also reportedly seriously critically badly severely lightly slightly fatally " +
		"reported confirmed feared believed already either who that which were then later still said to got get listed presumed people more others " +
		"shot stabbed themselves so far now only instantly outright mortally gravely moderately left")
	modals     = words("would could may might will should can must shall 'd 'll wo ca")
	unrealized = words("threaten vow want try plan order promise attempt aim seek intend refuse fail hope prepare plot conspire warn ready tell ask instruct urge call going")
	releases   = words("release free swap exchange return repatriate rescue")
)

// class is what the lexicon knows of the person that a noun means: its own word, or it with the word before ("aid worker").
func (f *finder) class(head int) (lexicon.PersonWord, bool) {
	lemma := strings.TrimPrefix(lower(f.Tokens[head]), "ex-")
	if head > f.first {
		if p, ok := f.persons[strings.ToLower(f.Tokens[head-1].Form)+" "+lemma]; ok {
			return p, true
		}
	}
	if p, ok := f.persons[lemma]; ok {
		return p, true
	}
	p, ok := f.persons[strings.TrimSuffix(strings.ToLower(f.Tokens[head].Form), "s")]
	return p, ok
}

func lower(t sitrep.Token) string {
	if t.Lemma != "" {
		return strings.ToLower(t.Lemma)
	}
	return strings.ToLower(t.Form)
}

// form is a token's word in small letters.
func (f *finder) form(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return strings.ToLower(f.Tokens[i].Form)
}

func (f *finder) lemma(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return lower(f.Tokens[i])
}
