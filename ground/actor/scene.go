package actor

import (
	"slices"

	"sitrep"
	"sitrep/lexicon"
)

// scene is a story whose actors are being looked for.
type scene struct {
	*sitrep.Story
	index    *index
	low      []string // the tokens' forms in lower case
	matches  []match
	matched  []int // of each token: its place in matches, -1 where no known name covers it
	named    []int // of each token: its place in Doc.Names, -1
	mentions []mention
	at       []int // of each token: the mention that it heads, -1
	parent   []int // of each mention: another one of the same entity, by union-find
	places   map[int]*sitrep.Toponym
	opening  int // the first token behind the dateline
	year     int
	buffer   []byte             // for keys of lookUp
	score    map[string]float64 // how much the report is about a country
	mandate  bool               // whether the report names the United Nations
	home     string             // the country that the report is set in, empty where it cannot be told
}

// mention is a noun phrase for somebody or something.
type mention struct {
	head        int
	first, last int
	kind        sitrep.EntityKind
	role        *lexicon.Role
	roleFirst   int // where the role's words begin
	body        *lexicon.Body
	known       *known
	name        int // in Doc.Names, -1
	plural      bool
	pronoun     bool
	adjective   bool // a demonym or a noun that only modifies
	of          int  // the mention that a counting word counts ("three of his soldiers"), -1
	side        string
	sure        bool // the side is told by the mention itself, not by its surroundings
}

func newScene(s *sitrep.Story, x *index) *scene {
	n := len(s.Doc.Tokens)
	sc := &scene{Story: s, index: x, low: lowerForms(s.Doc.Tokens), matched: make([]int, n), named: make([]int, n), at: make([]int, n),
		mentions: make([]mention, 0, n/3), parent: make([]int, 0, n/3), places: map[int]*sitrep.Toponym{}}
	for i := range n {
		sc.matched[i], sc.named[i], sc.at[i] = -1, -1, -1
	}
	for k, name := range s.Names {
		for i := max(name.First, 0); i < min(name.Last, n); i++ {
			sc.named[i] = k
		}
	}
	for k := range s.Toponyms {
		t := &s.Toponyms[k]
		for i := max(t.First, 0); i < min(t.Last, n); i++ {
			sc.places[i] = t
		}
	}
	if day := s.Report.Day(); !day.IsZero() {
		sc.year = day.Year
	}
	sc.opening = sc.afterDateline()
	return sc
}

// match looks up the known names, from left to right, the longest first.
func (sc *scene) match() {
	for i := sc.opening; i < len(sc.low); i++ {
		m, ok := sc.index.matchAt(sc.Doc, sc.low, i)
		if ok = ok && sc.current(&m); !ok || sc.partOfOther(m) || sc.cutsLonger(m) {
			continue
		}
		for k := m.first; k < m.last; k++ {
			sc.matched[k] = len(sc.matches)
		}
		sc.matches = append(sc.matches, m)
		sc.mandate = sc.mandate || m.side == "UN"
		i = m.last - 1
	}
}

// cutsLonger tells whether a name that begins with an article ends within one that begins behind it: "the Sudan" in "the Sudan Tribune".
func (sc *scene) cutsLonger(m match) bool {
	if sc.low[m.first] != "the" || m.first+1 >= len(sc.low) {
		return false
	}
	next, ok := sc.index.matchAt(sc.Doc, sc.low, m.first+1)
	return ok && next.last > m.last
}

// current takes the entry that the year of the report allows: "Kabila" is the father until 2001.
func (sc *scene) current(m *match) bool {
	if m.inOffice(sc.year) {
		return true
	}
	for _, o := range m.others {
		if o.inOffice(sc.year) {
			m.known = o
			return true
		}
	}
	return m.inPublicLife(sc.year)
}

// choose decides for names that several go by: the one of the country that the report is set in, or else of one that it names.
func (sc *scene) choose() {
	for k := range sc.matches {
		m := &sc.matches[k]
		if len(m.others) == 0 || m.kind == officialName || m.kind == regionName {
			continue
		}
		best := 0.0
		if m.kind == demonymName || m.kind == countryName {
			m.known = m.others[len(m.others)-1] // the larger country: "Congolese", "Dominican"
		}
		for _, o := range append([]*known{m.known}, m.others...) {
			if s := sc.score[o.country]; s > best {
				m.known, best = o, s
			}
		}
	}
}

// partOfOther tells whether a match is only a part of a person's name ("Jordan" in "Jordan Smith") or of a place's.
func (sc *scene) partOfOther(m match) bool {
	if t := sc.places[m.first]; t != nil && (m.kind == countryName || m.kind == capitalName) && t.Last-t.First > m.last-m.first && !slices.Contains(t.Place.Countries, m.side) {
		return true // a longer place of elsewhere
	}
	n := sc.named[m.first]
	if n < 0 || sc.Names[n].Label != sitrep.Person || m.kind == officialName {
		return false
	}
	return sc.Names[n].Last-sc.Names[n].First > m.last-m.first
}

// knownAt is the known name that covers a token, nil where none does.
func (sc *scene) knownAt(i int) *known {
	if m := sc.matched[i]; m >= 0 {
		return sc.matches[m].known
	}
	return nil
}

func (sc *scene) token(i int) *sitrep.Token { return &sc.Doc.Tokens[i] }

// find is the representative of a mention's entity.
func (sc *scene) find(m int) int {
	for sc.parent[m] != m {
		sc.parent[m] = sc.parent[sc.parent[m]]
		m = sc.parent[m]
	}
	return m
}

// join makes two mentions one entity; the earlier one represents it.
func (sc *scene) join(a, b int) {
	a, b = sc.find(a), sc.find(b)
	if a > b {
		a, b = b, a
	}
	sc.parent[b] = a
}
