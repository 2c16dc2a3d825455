package actor

import (
	"slices"
	"sort"
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// nameKind is what a name of the lists names.
type nameKind uint8

const (
	countryName nameKind = iota
	demonymName
	capitalName
	groupName
	organisationName
	officialName
	regionName
)

// known is an entry of the lists, as far as the step needs it.
type known struct {
	kind     nameKind
	id, side string
	source   sitrep.SourceKind
	sort     lexicon.OrganisationKind // of an organisation
	terms    []lexicon.Official       // of an official
	plain    string                   // the usual name
	country  string                   // where a group is based, and whose an organisation is
}

// phrase is one way to write a known name.
type phrase struct {
	words []string // in lower case, as lexicon.Words cuts them
	form  string   // as written, where the case of an acronym counts; else empty
	*known
	others   []*known // other entries that go by the same words
	ordinary bool     // also an ordinary word, which only a name of the text makes a name
}

// index is the lists as the step looks things up in them. It is built once and never changes.
type index struct {
	names     map[string][]phrase // by their first word, the longest first
	roles     map[string]*lexicon.Role
	bodies    map[string]*lexicon.Body
	before    map[string]int  // by the last word of roles and bodies: how many words may stand before it
	heads     map[string]bool // first words of bodies of several words with "of"
	bodyNames map[string]*known
	states    map[string]bool     // codes of countries
	peoples   map[string]bool     // words for peoples, faiths and camps that are no nation, in lower case
	fighters  map[string][]string // by such a word: the armed groups whose people are called by it
}

func newIndex(l *lexicon.Lexicon) *index {
	x := &index{names: map[string][]phrase{}, roles: map[string]*lexicon.Role{}, bodies: map[string]*lexicon.Body{}, heads: map[string]bool{}, bodyNames: map[string]*known{},
		peoples: map[string]bool{}, fighters: map[string][]string{}, before: map[string]int{}, states: map[string]bool{}}
	for i := range l.Roles {
		x.addRole(&l.Roles[i])
	}
	for _, p := range l.Peoples {
		for _, f := range p.Forms {
			x.peoples[strings.ToLower(f)] = true
			if len(p.Groups) > 0 {
				x.fighters[strings.ToLower(f)] = p.Groups
			}
		}
	}
	for i := range l.Bodies {
		x.addBody(&l.Bodies[i])
	}
	a := adder{x, map[string]bool{}, map[string]string{}}
	for _, w := range l.Ordinary {
		a.ordinary[w] = true
	}
	a.regions(l.Regions)
	a.formerStates(l.Organisations)
	a.countries(l.Countries)
	a.groups(l.Groups)
	a.organisations(l.Organisations)
	a.officials(l.Officials)
	for _, list := range x.names {
		sort.SliceStable(list, func(i, j int) bool {
			if len(list[i].words) != len(list[j].words) {
				return len(list[i].words) > len(list[j].words)
			}
			return list[i].form > list[j].form // "SANA" the agency before "Sana" the town
		})
	}
	return x
}

func (x *index) addRole(r *lexicon.Role) {
	for _, form := range [...]string{r.Word, lexicon.Words(r.Word)} {
		x.roles[form] = r
		x.noteLength(form)
	}
}

// noteLength remembers how many words may stand before the last one of a role or a body.
func (x *index) noteLength(form string) {
	last := form[strings.LastIndexByte(form, ' ')+1:]
	x.before[last] = max(x.before[last], strings.Count(form, " "))
}

func (x *index) addBody(b *lexicon.Body) {
	for _, f := range b.Forms {
		f = lexicon.Words(f)
		x.bodies[f] = b
		x.noteLength(f)
		if first, rest, many := strings.Cut(f, " "); many && (strings.HasPrefix(rest, "of ") || strings.HasPrefix(rest, "for ")) {
			x.heads[first] = true
		}
	}
}

// adder puts the lists' names into an index.
type adder struct {
	*index
	ordinary       map[string]bool
	ofOrganisation map[string]string // the sides of organisations by their ids
}

func (a adder) add(k *known, names ...string) {
	for _, n := range names {
		low := lexicon.Words(n)
		if low == "" {
			continue
		}
		p := phrase{words: strings.Fields(low), known: k, ordinary: a.ordinary[low]}
		if n == strings.ToUpper(n) && len(n) <= 5 && !strings.Contains(n, ".") {
			p.form, p.ordinary = n, false
		}
		if other := a.same(p); other != nil {
			if other.known.kind == countryName && k.kind == countryName && other.known.side == k.side {
				continue // a former state keeps its names from its successor
			}
			other.others = append(other.others, k)
			continue
		}
		a.names[p.words[0]] = append(a.names[p.words[0]], p)
	}
}

// same is the entry that goes by the same words already, nil where none does.
func (a adder) same(p phrase) *phrase {
	list := a.names[p.words[0]]
	for i := range list {
		if list[i].form == p.form && slices.Equal(list[i].words, p.words) {
			return &list[i]
		}
	}
	return nil
}

// taken tells whether another entry goes by a name of one word.
func (a adder) taken(name string, k *known) bool {
	other := a.same(phrase{words: []string{strings.ToLower(name)}})
	return other != nil && other.known != k
}

// formerStates come before the countries that they became: Russia is not called the Soviet Union because a report recalls it.
func (a adder) formerStates(list []lexicon.Organisation) {
	for _, o := range list {
		if o.Kind == lexicon.FormerState {
			k := &known{kind: countryName, id: o.ID, side: o.Side, source: sitrep.GovernmentSource, plain: o.Name, country: o.Side}
			a.add(k, o.Name)
			a.add(k, o.Aliases...)
		}
	}
}

func (a adder) countries(list []lexicon.Country) {
	for _, c := range list {
		state := &known{kind: countryName, id: c.ISO3, side: c.ISO3, source: sitrep.GovernmentSource, plain: c.Name, country: c.ISO3}
		a.states[c.ISO3] = true
		a.add(state, c.Name)
		a.add(state, c.Names...)
		for _, n := range c.Names {
			if bare, ok := strings.CutPrefix(n, "the "); ok && a.taken(bare, state) {
				a.add(state, bare) // "Congo", which another country is called by too
			}
		}
		a.add(&known{kind: demonymName, id: c.ISO3, side: c.ISO3, plain: c.Name, country: c.ISO3}, c.Demonyms...)
		a.add(&known{kind: capitalName, id: c.ISO3, side: c.ISO3, source: sitrep.GovernmentSource, plain: c.Name}, c.Capitals...)
	}
}

// regions keep "Northern Ireland" from being Ireland and Lake Chad from being Chad.
func (a adder) regions(list []lexicon.Region) {
	for _, r := range list {
		k := &known{kind: regionName, plain: r.Name}
		if len(r.Countries) == 1 {
			k.side = r.Countries[0]
		}
		a.add(k, r.Name)
		a.add(k, r.Aliases...)
	}
}

func (a adder) groups(list []lexicon.Group) {
	for _, g := range list {
		k := &known{kind: groupName, id: g.ID, side: g.Side, country: g.Country, source: sitrep.ArmedGroupSource, plain: g.Name}
		a.add(k, g.Name)
		a.add(k, g.Aliases...)
	}
}

func (a adder) organisations(list []lexicon.Organisation) {
	for _, o := range list {
		if o.Kind == lexicon.FormerState {
			continue // they stand before the countries
		}
		k := &known{kind: organisationName, id: o.ID, side: o.Side, source: sitrep.SourceKind(o.Source), sort: o.Kind, plain: o.Name, country: o.Side}
		a.ofOrganisation[o.ID] = o.Side
		a.add(k, o.Name)
		a.add(k, o.Aliases...)
		if o.Body != "" && o.Side != "" {
			a.bodyNames[o.Side+"_"+o.Body] = k
		}
	}
}

func (a adder) officials(list []lexicon.Official) {
	byID := map[string]*known{}
	for _, o := range list {
		if side, ok := a.ofOrganisation[o.Side]; ok {
			o.Side = side // a party's leader is on the party's side, which may be nobody's
		}
		if k := byID[o.ID]; k != nil {
			k.terms = append(k.terms, o)
			continue
		}
		k := &known{kind: officialName, id: o.ID, side: o.Side, terms: []lexicon.Official{o}, plain: o.Name}
		byID[o.ID] = k
		a.add(k, o.Name)
		a.add(k, o.Aliases...)
	}
}
