package place

import "sitrep/gazetteer"

const (
	wellKnown  = 200_000 // inhabitants of a town that a report may name without saying where it is
	homeVotes  = 1.2     // votes of a country that a report is set in: those of a town and a word more
	smallVotes = 0.8     // those that a quarter or a hamlet needs: those of its town
	anyVotes   = 0.3     // votes of a country that it speaks of at all
)

// dropStray leaves the names without a place of which the best that is known is a town in a country that nothing else in the report speaks of, while the
// report is set in another one. The gazetteer does not have the small places of the world: it is likelier that one of them is meant than the namesake far away.
func (r *resolver) dropStray() {
	v := r.vote()
	var strays []*sense
	for i := range r.senses {
		s := &r.senses[i]
		if !r.mayStray(s) {
			continue
		}
		s.vote(v, -1)
		home := 0.0
		for _, n := range v.countries {
			home = max(home, n)
		}
		least := homeVotes
		if r.names[s.names[0]].small {
			least = smallVotes
		}
		if home >= least && v.countries[s.candidates[s.best].Country] < anyVotes {
			strays = append(strays, s)
		}
		s.vote(v, 1)
	}
	for _, s := range strays {
		s.best = -1
	}
}

// mayStray tells whether the best that is known of a name is a town that few know, or anything but the quarter or village that it is called, of which no
// word says where it is.
func (r *resolver) mayStray(s *sense) bool {
	n := &r.names[s.names[0]]
	if s.best < 0 || n.known != nil {
		return false
	}
	c := &s.candidates[s.best]
	return populated(&c.Place) && (c.Kind != gazetteer.Capital && c.Population < wellKnown || n.small) && r.inside(s, c) == 0
}
