package actor

import (
	"slices"
	"sort"
	"strings"
	"unicode"

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
	heads     map[string]bool // first words of bodies of several words with "of"
	bodyNames map[string]*known
	peoples   map[string]bool // words for peoples, faiths and camps that are no nation, in lower case
}

func newIndex(l *lexicon.Lexicon) *index {
	x := &index{names: map[string][]phrase{}, roles: map[string]*lexicon.Role{}, bodies: map[string]*lexicon.Body{}, heads: map[string]bool{}, bodyNames: map[string]*known{},
		peoples: map[string]bool{}}
	for i := range l.Roles {
		x.roles[l.Roles[i].Word] = &l.Roles[i]
	}
	for _, p := range l.Peoples {
		for _, f := range p.Forms {
			x.peoples[strings.ToLower(f)] = true
		}
	}
	for i := range l.Bodies {
		x.addBody(&l.Bodies[i])
	}
	a := adder{x, map[string]bool{}}
	for _, w := range l.Ordinary {
		a.ordinary[w] = true
	}
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

func (x *index) addBody(b *lexicon.Body) {
	for _, f := range b.Forms {
		f = lexicon.Words(f)
		x.bodies[f] = b
		if first, rest, many := strings.Cut(f, " "); many && (strings.HasPrefix(rest, "of ") || strings.HasPrefix(rest, "for ")) {
			x.heads[first] = true
		}
	}
}

// adder puts the lists' names into an index.
type adder struct {
	*index
	ordinary map[string]bool
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

func (a adder) countries(list []lexicon.Country) {
	for _, c := range list {
		state := &known{kind: countryName, id: c.ISO3, side: c.ISO3, source: sitrep.GovernmentSource, plain: c.Name, country: c.ISO3}
		a.add(state, c.Name)
		a.add(state, c.Names...)
		a.add(&known{kind: demonymName, id: c.ISO3, side: c.ISO3, plain: c.Name}, c.Demonyms...)
		a.add(&known{kind: capitalName, id: c.ISO3, side: c.ISO3, source: sitrep.GovernmentSource, plain: c.Name}, c.Capitals...)
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
		k := &known{kind: organisationName, id: o.ID, side: o.Side, source: sitrep.SourceKind(o.Source), sort: o.Kind, plain: o.Name, country: o.Side}
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

// sideIn is an official's side in a year: that of the last term which had begun, or of the first.
func (k *known) sideIn(year int) string {
	side := k.side
	for _, t := range k.terms {
		if t.From != 0 && t.From <= year {
			side = t.Side
		}
	}
	return side
}

// match is a known name in the text: the tokens first to last, half open.
type match struct {
	first, last int
	*known
	others []*known // what else goes by the same words
}

// lowerForms are the forms of all tokens in lower case.
func lowerForms(tokens []sitrep.Token) []string {
	low := make([]string, len(tokens))
	for i := range tokens {
		low[i] = strings.ToLower(tokens[i].Form)
		if strings.Contains(low[i], "’") {
			low[i] = strings.ReplaceAll(low[i], "’", "'")
		}
	}
	return low
}

// matchAt is the longest known name that begins at a token.
func (x *index) matchAt(d *sitrep.Doc, low []string, i int) (match, bool) {
	list := x.names[low[i]]
	if w := low[i]; len(list) == 0 && len(w) > 4 && w[len(w)-1] == 's' {
		return x.lostApostrophe(d, w[:len(w)-1], i)
	}
	if len(list) == 0 || !capital(d.Tokens[i].Form) && !laterCapital(d, i) {
		return match{}, false
	}
	for _, p := range list {
		if p.fits(d, low, i) {
			return match{i, i + len(p.words), p.known, p.others}, true
		}
	}
	return match{}, false
}

// lostApostrophe finds a name of one word in "Syrias", as texts write that lost their apostrophes.
func (x *index) lostApostrophe(d *sitrep.Doc, word string, i int) (match, bool) {
	for _, p := range x.names[word] {
		form := d.Tokens[i].Form
		if len(p.words) == 1 && capital(form) && !p.ordinary && p.kind != demonymName && (p.form == "" || p.form == form[:len(form)-1]) {
			return match{i, i + 1, p.known, p.others}, true
		}
	}
	return match{}, false
}

func (p *phrase) fits(d *sitrep.Doc, low []string, i int) bool {
	if i+len(p.words) > len(low) || p.form != "" && d.Tokens[i].Form != p.form {
		return false
	}
	for k, w := range p.words {
		if low[i+k] != w {
			return false
		}
	}
	if p.ordinary {
		return len(p.words) > 1 || d.Tokens[i].UPOS == "PROPN"
	}
	return true
}

// laterCapital lets "al-Shabaab" and "the Gambia" begin small.
func laterCapital(d *sitrep.Doc, i int) bool {
	for k := i + 1; k < len(d.Tokens) && k <= i+2; k++ {
		if capital(d.Tokens[k].Form) {
			return true
		}
	}
	return false
}

func capital(form string) bool {
	for _, r := range form {
		return unicode.IsUpper(r)
	}
	return false
}
