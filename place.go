package sitrep

import "math"

// Place is a place of the world, as far as it is known. One that the gazetteer does not know is not Located and has no coordinates.
type Place struct {
	Name      string   // as the report has it; of an event, the noun where it is only told by an adjective
	Countries []string // three-letter codes of ISO 3166-1; several for a region that lies in several
	Lat, Lon  float64
	Located   bool
	Precision int      // UCDP's where_prec: 1 exact place, 2 near it, 3 second-order unit, 4 first-order unit, 5 line or fuzzy area, 6 country, 7 international waters or airspace; 0 where not known
	GeoNames  int      // id, 0 where it has none
	Kind      string   // gazetteer.Kind, empty where not known
	Within    []string // the larger units, widest first, but for one that bears its own name
}

// Toponym is the name of a place in the text: the tokens Doc.Tokens[First:Last].
type Toponym struct {
	Span
	First, Last int
	Place       Place
	// Metonym marks a name that stands for a government or its forces ("Moscow said", "Israel attacked"), not for where something is.
	Metonym bool
	// Adjectival marks a demonym or an attribute ("Syrian troops", "Aleppo residents").
	Adjectival bool
	// Noun is the name of the place of which it is the adjective.
	Noun       string
	Candidates []PlaceCandidate // the best first
}

// PlaceCandidate is a place that a name may mean, with its score among the others.
type PlaceCandidate struct {
	Place
	Score float64
}

// GreatCircle is the distance of two points on the earth, given in degrees, in kilometres.
func GreatCircle(lat1, lon1, lat2, lon2 float64) float64 {
	r := math.Pi / 180
	h := math.Pow(math.Sin(r*(lat2-lat1)/2), 2) + math.Cos(r*lat1)*math.Cos(r*lat2)*math.Pow(math.Sin(r*(lon2-lon1)/2), 2)
	return 12742 * math.Asin(math.Min(1, math.Sqrt(h)))
}
