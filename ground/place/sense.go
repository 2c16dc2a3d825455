package place

import (
	"math"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
)

// sense is what a name means in a report: the names of one form with the places that they may be.
type sense struct {
	key        string
	names      []int
	candidates []candidate
	best       int   // -1 without candidates
	within     []int // senses that the text puts it into: "Tripoli, Lebanon"
	containers bool  // the text puts something into it
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
	return r
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
	return all
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
	return preferUnits(s.respelled(text), n)
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
	if p.Matched != p.Name && populated(p) && gazetteer.Fold(p.Matched) != gazetteer.Fold(p.Name) {
		x -= 0.7
	}
	if n.unit == "province" && p.Kind == gazetteer.Admin1 {
		x += 1
	}
	if (n.unit == "city" || n.unit == "town" || n.unit == "village") && populated(p) {
		x += 1.5
	}
	return x
}
