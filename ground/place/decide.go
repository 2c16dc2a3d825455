package place

import (
	"math"
	"slices"
)

// rounds is how often the senses look at each other. After three hardly any still changes.
const rounds = 4

// What speaks for a candidate, in powers of ten of inhabitants.
const (
	countryWeight = 0.8  // of the logarithm of the votes for its country
	unitWeight    = 2.0  // of those for its first-level unit
	nearWeight    = 1.8  // of the number of others near it
	insideWeight  = 4.0  // where the text puts it into something that it lies in
	demonymWeight = 0.4  // of a demonym's vote
	stateWeight   = 0.4  // of a country's own vote: reports name states for what they do more than for where things are
	nearKm        = 120. // at which distance a neighbour counts for 1/e
)

// decide chooses for every sense the likeliest of its candidates, given the others.
func (r *resolver) decide() {
	for i := range r.senses {
		s := &r.senses[i]
		for k := range s.candidates {
			s.candidates[k].score = s.candidates[k].prior
		}
		s.settle()
	}
	for range rounds {
		v := r.vote()
		for i := range r.senses {
			r.weigh(i, v)
		}
		for i := range r.senses {
			r.senses[i].settle()
		}
	}
	for i := range r.senses {
		s := &r.senses[i]
		slices.SortStableFunc(s.candidates, func(a, b candidate) int {
			switch {
			case a.score > b.score:
				return -1
			case a.score < b.score:
				return 1
			}
			return a.ID - b.ID
		})
		if len(s.candidates) > 0 {
			s.best = 0
		}
	}
}

// settle turns scores into shares and finds the best.
func (s *sense) settle() {
	s.best = -1
	sum, top := 0.0, math.Inf(-1)
	for k := range s.candidates {
		if c := &s.candidates[k]; c.score > top {
			top, s.best = c.score, k
		}
	}
	for k := range s.candidates {
		c := &s.candidates[k]
		c.share = math.Exp(2 * (c.score - top))
		sum += c.share
	}
	for k := range s.candidates {
		s.candidates[k].share /= sum
	}
}

type unit struct{ country, code string }

// votes says how much of a report speaks of a country and of a first-level unit.
type votes struct {
	countries map[string]float64
	units     map[unit]float64
}

// vote lets every sense speak for its countries and units by the shares of its candidates.
func (r *resolver) vote() votes {
	v := votes{map[string]float64{}, map[unit]float64{}}
	for i := range r.senses {
		r.senses[i].vote(v, 1)
	}
	return v
}

// vote adds a sense's votes; a sign of -1 takes them away.
func (s *sense) vote(v votes, sign float64) {
	weight := sign * s.weight
	for k := range s.candidates {
		c := &s.candidates[k]
		if c.share < 0.02 {
			continue
		}
		if c.Country != "" {
			v.countries[c.Country] += weight * c.share
		}
		if c.Admin1Code != "" {
			v.units[unit{c.Country, c.Admin1Code}] += weight * c.share
		}
	}
}

// weigh scores the candidates of a sense by the others.
func (r *resolver) weigh(i int, v votes) {
	s := &r.senses[i]
	if len(s.candidates) < 2 {
		return
	}
	s.vote(v, -1)
	for k := range s.candidates {
		c := &s.candidates[k]
		c.score = c.prior + countryWeight*math.Log1p(max(v.countries[c.Country], 0))
		if c.Admin1Code != "" {
			c.score += unitWeight * math.Log1p(max(v.units[unit{c.Country, c.Admin1Code}], 0))
		}
		c.score += nearWeight*math.Log1p(r.near(i, c)) + insideWeight*r.inside(s, c)
	}
	s.vote(v, 1)
}

// near is the number of other senses near a candidate.
func (r *resolver) near(i int, c *candidate) float64 {
	if !populated(&c.Place) {
		return 0
	}
	sum := 0.0
	for k := range r.senses {
		o := &r.senses[k]
		if k == i || o.best < 0 {
			continue
		}
		if b := &o.candidates[o.best]; b.ID != c.ID && populated(&b.Place) {
			if d := kilometres(c.Lat, c.Lon, b.Lat, b.Lon); d < 4*nearKm {
				sum += b.share * math.Exp(-d/nearKm)
			}
		}
	}
	return sum
}

// inside is how far the text's containers hold a candidate, 0 to 1.
func (r *resolver) inside(s *sense, c *candidate) float64 {
	most := 0.0
	for _, w := range s.within {
		o := &r.senses[w]
		for k := range o.candidates {
			if b := &o.candidates[k]; holds(b, c) {
				most = max(most, 0.5+b.share/2)
			}
		}
	}
	return most
}

// holds tells whether a place lies in another one, as far as the gazetteer tells.
func holds(outer, inner *candidate) bool {
	if outer.ID == inner.ID {
		return false
	}
	switch {
	case outer.Kind == "country":
		return outer.Country == inner.Country && inner.Kind != "country"
	case outer.Kind == "admin1":
		return outer.Country == inner.Country && outer.Admin1Code == inner.Admin1Code && inner.Kind != "admin1" && inner.Kind != "country"
	case populated(&outer.Place):
		return outer.Country == inner.Country && populated(&inner.Place) && outer.Population > inner.Population && kilometres(outer.Lat, outer.Lon, inner.Lat, inner.Lon) < 40
	}
	return outer.Country == inner.Country && inner.Kind != "country" && kilometres(outer.Lat, outer.Lon, inner.Lat, inner.Lon) < 300
}

// kilometres is the distance of two points, good to a part in a hundred where it is not too far.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const degree = 111.2
	dy, dx := lat1-lat2, math.Abs(lon1-lon2)
	if dx > 180 {
		dx = 360 - dx
	}
	dx *= math.Cos((lat1 + lat2) / 2 * math.Pi / 180)
	return degree * math.Sqrt(dx*dx+dy*dy)
}
