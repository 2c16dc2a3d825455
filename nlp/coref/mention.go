package coref

import "sitrep"

// mention is a noun phrase with what its own words say about it.
type mention struct {
	first, last, head int32 // tokens, both ends inclusive
	sent              int32
	kind              sitrep.MentionKind
	form              form
	pronoun           pronoun // for pronouns
	lemma             int32   // of the head
	name              int32   // index in doc.Names + 1
	quote             int32
	partFirst, partN  int32 // range in state.parts, for coordinations
	traits            traits
	prevSame          int32 // previous mention with the same head lemma + 1
	prevBegin         int32 // previous mention that begins with the same token + 1
	subject           bool
	nested            bool // a place's name within a longer name
}

// form is how a noun phrase is determined.
type form uint8

const (
	bare       form = iota // no determiner
	indefinite             // "a", "some", "three"
	definite               // "the"
	demonstrative
	possessed    // "his", "Armenia's"
	quantified   // "no", "each", "every", "any"
	both         // "both sides"
	named        // a name
	pronominal   // a pronoun
	coordination // "Armenia and Azerbaijan"
)

// traits is what is known of a referent, as sets of what is possible.
type traits struct {
	number number
	gender gender
	sort   sort
}

type number uint8

const (
	singular number = 1 << iota
	plural
	anyNumber = singular | plural
)

type gender uint8

const (
	male gender = 1 << iota
	female
	anyGender = male | female
)

// sort is the set of the kinds of thing that a referent may be.
type sort uint8

const (
	person  sort = 1 << iota
	group        // organisations, armed groups, governments: "it" or "they"
	place        // countries, towns, regions: "it"; countries act as groups too
	thing        // everything else without a will
	moment       // days and hours: no pronoun means one
	anySort = person | group | place | thing
)

// agrees tells whether two sets of traits leave a possibility.
func (t traits) agrees(o traits) bool {
	if t.sort&o.sort == 0 || t.number&o.number == 0 {
		return false
	}
	return t.gender&o.gender != 0 || (t.sort&o.sort)&^person != 0
}

// meet is what both allow; where they leave nothing, the first is kept.
func (t traits) meet(o traits) traits {
	if n := t.number & o.number; n != 0 {
		t.number = n
	}
	if g := t.gender & o.gender; g != 0 {
		t.gender = g
	}
	if k := t.sort & o.sort; k != 0 {
		t.sort = k
	}
	return t
}

// cluster is what the mentions joined so far have in common. Clusters form a forest: parent leads to the earliest mention.
type cluster struct {
	parent  int32
	size    int32
	last    int32 // latest mention
	named   bool
	author  bool // the one who writes: "I" and "we" outside quotes
	traits  traits
	person  personName
	country bool
	kingdom bool
	capital bool
	armed   bool // an armed group of the lists
}

// root is the mention that stands for a mention's cluster.
func (s *state) root(m int) int {
	for int(s.clusters[m].parent) != m {
		p := s.clusters[m].parent
		s.clusters[m].parent = s.clusters[p].parent
		m = int(p)
	}
	return m
}

// union joins the clusters of two mentions; the earlier mention stands for both.
func (s *state) union(a, b int) {
	a, b = s.root(a), s.root(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	x, y := &s.clusters[a], &s.clusters[b]
	y.parent = int32(a)
	x.size += y.size
	x.last = max(x.last, y.last)
	if y.named && !x.named {
		x.traits = y.traits.meet(x.traits)
	} else {
		x.traits = x.traits.meet(y.traits)
	}
	x.named = x.named || y.named
	x.author = x.author || y.author
	x.person = x.person.or(y.person)
	x.country = x.country || y.country
	x.kingdom = x.kingdom || y.kingdom
	x.capital = x.capital || y.capital
	x.armed = x.armed || y.armed
}
