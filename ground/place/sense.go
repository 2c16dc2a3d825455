package place

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
)

// sense is what a name means in a report: the names of one form with the places that they may be.
type sense struct {
	key        string
	names      []int
	candidates []candidate
	best       int     // -1 without candidates
	within     []int   // senses that the text puts it into: "Tripoli, Lebanon"
	inside     []int   // those of them that a preposition tells: "the Sur district in Diyarbakir"
	weight     float64 // of its votes
	weak       bool    // all its names are weak
}

// candidate is a place with what speaks for it.
type candidate struct {
	gazetteer.Place
	prior, score float64
	share        float64 // of probability among the candidates
}

// resolver decides over the senses of a report.
type resolver struct {
	*Step
	names  []name
	senses []sense
}

// most bounds the candidates of a name.
const most = 48

// senses groups the names and looks them up.
func (s *Step) senses(story *sitrep.Story, names []name) *resolver {
	r := &resolver{Step: s, names: names}
	byKey := map[string]int{}
	for i := range names {
		n := &names[i]
		key := s.key(n)
		k, ok := byKey[key]
		if !ok {
			k = len(r.senses)
			byKey[key] = k
			r.senses = append(r.senses, sense{key: key, best: -1, candidates: s.candidates(n)})
		}
		n.sense = k
		r.senses[k].names = append(r.senses[k].names, i)
	}
	for k := range r.senses {
		r.senses[k].weight = r.weight(&r.senses[k])
		if r.senses[k].weak = r.weak(&r.senses[k]); r.senses[k].weak {
			r.senses[k].weight *= weakWeight
		}
	}
	return r
}

// weakWeight is how much a sense of weak names says of where the report is set, against others.
const weakWeight = 0.3

// weight is how much a sense says of where the report is set: by how often it is named, and little for a word that only tells whose something is.
func (r *resolver) weight(s *sense) float64 {
	w := 1 + math.Log(float64(len(s.names)))
	if r.names[s.names[0]].demonym {
		return w * demonymWeight
	}
	if len(s.candidates) > 0 && s.candidates[0].Kind == gazetteer.Country {
		return w * stateWeight
	}
	return w
}

// key is the form by which names have one sense: the folded name, apart for a unit of that name ("Aleppo", "Aleppo province").
func (s *Step) key(n *name) string {
	if n.known != nil {
		return "=" + n.known.Name + "/" + n.known.Country
	}
	key := gazetteer.Fold(n.text)
	if units[n.unit] {
		return key + "/" + n.unit
	}
	return key
}

// candidates looks a name up.
func (s *Step) candidates(n *name) []candidate {
	if n.known != nil {
		return []candidate{{Place: *n.known, prior: 8}}
	}
	found := s.lookup(n)
	all := make([]candidate, 0, min(len(found), most))
	for _, p := range found[:min(len(found), most)] {
		all = append(all, candidate{Place: p, prior: prior(&p, n)})
	}
	ownNamesFirst(all)
	seatsFirst(all, n)
	return all
}

// seatsFirst makes a unit that is called by a town in it less likely than the town, where no word says that the unit is meant.
func seatsFirst(all []candidate, n *name) {
	for i := range all {
		u := &all[i]
		if u.Kind != gazetteer.Admin1 || units[n.unit] {
			continue
		}
		for k := range all {
			t := &all[k]
			if populated(&t.Place) && !namedAfter(&t.Place) && t.Country == u.Country && t.Admin1Code == u.Admin1Code && t.Population > 20_000 {
				u.prior = min(u.prior, t.prior-0.3)
			}
		}
	}
}

// namedAfter tells whether a town was found by a unit's name that its own name holds beside others: the town of Santa Fe de Antioquia in Antioquia.
func namedAfter(p *gazetteer.Place) bool {
	rest, ok := strings.CutSuffix(gazetteer.Fold(p.Name), " "+gazetteer.Fold(p.Matched))
	return ok && rest != ""
}

// ownNamesFirst makes the towns that only have another name of that form less likely where a place of another country is called so.
func ownNamesFirst(all []candidate) {
	for i := range all {
		c := &all[i]
		if populated(&c.Place) && !ownName(&c.Place) && slices.ContainsFunc(all, func(o candidate) bool { return o.Country != c.Country && ownName(&o.Place) }) {
			c.prior -= ownNameWeight
		}
	}
}

// ownNameWeight is how much less likely, in powers of ten of inhabitants.
const ownNameWeight = 1.2

// respell looks for the names that the gazetteer does not have under other spellings, in the countries that the report speaks of. It tells whether
// it found any.
func (r *resolver) respell() bool {
	var countries []string
	found := false
	for i := range r.senses {
		s := &r.senses[i]
		n := &r.names[s.names[0]]
		if len(s.candidates) > 0 || !respellable(n) {
			continue
		}
		if countries == nil {
			countries = r.spokenOf()
		}
		for _, c := range countries {
			for _, p := range r.spelled.find(n.text, c) {
				s.candidates = append(s.candidates, candidate{Place: p, prior: prior(&p, n) - 0.5})
				found = true
			}
		}
	}
	return found
}

// respellable tells whether a name may be a transliteration: not one with a word of English in it.
func respellable(n *name) bool {
	return n.label != sitrep.Facility && !facilities[n.unit] && len(n.text) < 40
}

// mostSpoken is in how many countries other spellings are looked for.
const mostSpoken = 3

// spokenOf gives the countries that a report speaks of most.
func (r *resolver) spokenOf() []string {
	v := r.vote()
	countries := slices.SortedFunc(maps.Keys(v.countries), func(a, b string) int {
		return cmp.Or(cmp.Compare(v.countries[b], v.countries[a]), cmp.Compare(a, b))
	})
	return countries[:min(len(countries), mostSpoken)]
}

// lookup finds the places of a name, as a unit where a word says that it is one.
func (s *Step) lookup(n *name) []gazetteer.Place {
	text := strings.TrimSuffix(strings.TrimSuffix(n.text, "'s"), "’s")
	if found := s.places.Find(text); found != nil {
		return preferUnits(found, n)
	}
	if n.unit != "" {
		if rest, ok := cutLast(text, n.unit); ok {
			if found := s.places.Find(rest); found != nil {
				return preferUnits(found, n)
			}
		}
	}
	return nil
}

// cutLast takes a word from the end of a name.
func cutLast(text, word string) (string, bool) {
	i := len(text) - len(word) - 1
	if i > 0 && text[i] == ' ' && strings.EqualFold(text[i+1:], word) {
		return text[:i], true
	}
	return text, false
}

// preferUnits keeps of the places the units where a word says that one is meant, if there are any.
func preferUnits(found []gazetteer.Place, n *name) []gazetteer.Place {
	if !units[n.unit] {
		return found
	}
	var kept []gazetteer.Place
	for _, p := range found {
		if !populated(&p) {
			kept = append(kept, p)
		}
	}
	if kept == nil {
		return found
	}
	return kept
}

// ownName tells whether a place was found by its name rather than by another one that it has or had.
func ownName(p *gazetteer.Place) bool {
	return p.Matched == p.Name || gazetteer.Fold(p.Matched) == gazetteer.Fold(p.Name)
}

func populated(p *gazetteer.Place) bool {
	return p.Kind == gazetteer.Populated || p.Kind == gazetteer.Capital
}

// prior is how likely a place is meant by its name before anything else is known, on a scale of powers of ten of inhabitants.
func prior(p *gazetteer.Place, n *name) float64 {
	x := math.Log10(float64(max(p.Population, 300)))
	switch p.Kind {
	case gazetteer.Country:
		return 7.5
	case gazetteer.Capital:
		x = max(x, 5.5) + 0.7
	case gazetteer.Admin1:
		x = 5.6
	case gazetteer.Region:
		x = 5.5
	case gazetteer.Water, gazetteer.Terrain:
		x = 4.5
	}
	if populated(p) && !ownName(p) {
		x -= 0.4
	}
	if n.unit == "province" && p.Kind == gazetteer.Admin1 {
		x += 1
	}
	if (n.unit == "city" || n.unit == "town" || n.unit == "village") && populated(p) {
		x += 1.5
	}
	return x
}
