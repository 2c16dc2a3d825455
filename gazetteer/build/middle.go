package main

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// middlesTable has the middles of countries.
//
//go:embed middles.tsv
var middlesTable string

type middle struct{ lat, lon float64 }

func readMiddles(table string) (map[string]middle, error) {
	all := map[string]middle{}
	for i, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if i == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 || len(f[0]) != 3 {
			return nil, fmt.Errorf("middles.tsv:%d: %q: want a 3-letter code, a latitude and a longitude, separated by tabs", i+1, line)
		}
		m, err := readMiddle(f[1], f[2])
		if err != nil {
			return nil, fmt.Errorf("middles.tsv:%d: %w", i+1, err)
		}
		all[f[0]] = m
	}
	return all, nil
}

func readMiddle(lat, lon string) (m middle, err error) {
	if m.lat, err = strconv.ParseFloat(lat, 64); err != nil {
		return m, fmt.Errorf("latitude %q: want degrees", lat)
	}
	if m.lon, err = strconv.ParseFloat(lon, 64); err != nil {
		return m, fmt.Errorf("longitude %q: want degrees", lon)
	}
	return m, nil
}

// onSideOf takes a longitude to the side of the date line on which another one lies.
func onSideOf(lon, first float64) float64 {
	switch {
	case lon-first > 180:
		return lon - 360
	case first-lon > 180:
		return lon + 360
	}
	return lon
}

// onGlobe is the opposite.
func onGlobe(lon float64) float64 {
	switch {
	case lon > 180:
		return lon - 360
	case lon < -180:
		return lon + 360
	}
	return lon
}

// means is the mean of the towns of each key.
func means[K comparable](towns []town, key func(town) K) map[K]middle {
	type sum struct{ n, lat, lon, first float64 }
	sums := map[K]*sum{}
	for _, t := range towns {
		s := sums[key(t)]
		if s == nil {
			s = &sum{first: t.Lon}
			sums[key(t)] = s
		}
		s.n++
		s.lat += t.Lat
		s.lon += onSideOf(t.Lon, s.first)
	}
	m := map[K]middle{}
	for k, s := range sums {
		m[k] = middle{s.lat / s.n, onGlobe(s.lon / s.n)}
	}
	return m
}

// centres is the point half way between the outermost towns of each key.
func centres[K comparable](towns []town, key func(town) K) map[K]middle {
	type box struct{ south, north, west, east float64 }
	boxes := map[K]*box{}
	for _, t := range towns {
		b := boxes[key(t)]
		if b == nil {
			boxes[key(t)] = &box{t.Lat, t.Lat, t.Lon, t.Lon}
			continue
		}
		lon := onSideOf(t.Lon, b.west)
		b.south, b.north = min(b.south, t.Lat), max(b.north, t.Lat)
		b.west, b.east = min(b.west, lon), max(b.east, lon)
	}
	m := map[K]middle{}
	for k, b := range boxes {
		m[k] = middle{(b.south + b.north) / 2, onGlobe((b.west + b.east) / 2)}
	}
	return m
}

// settled leaves out the towns that are written under a unit in which they do not lie: those nearer to many towns of other units of their country than
// to any of their own. One of them moves the centre of a unit by a hundred kilometres.
func settled(towns []town) []town {
	byCountry := map[string][]town{}
	for _, t := range towns {
		byCountry[t.Country] = append(byCountry[t.Country], t)
	}
	var kept []town
	for _, t := range towns {
		if !misplaced(&t, byCountry[t.Country]) {
			kept = append(kept, t)
		}
	}
	return kept
}

// strangers is how many towns of other units lie between a misplaced one and the next of its own.
const strangers = 12

func misplaced(t *town, country []town) bool {
	own := math.Inf(1)
	for i := range country {
		if o := &country[i]; o.Admin1 == t.Admin1 && o.ID != t.ID {
			own = min(own, apart(t, o))
		}
	}
	n := 0
	for i := range country {
		if o := &country[i]; o.Admin1 != t.Admin1 && apart(t, o) < own {
			n++
		}
	}
	return n >= strangers && !math.IsInf(own, 1)
}

// apart is the squared distance of two towns in degrees of latitude.
func apart(a, b *town) float64 {
	dy, dx := a.Lat-b.Lat, (onSideOf(a.Lon, b.Lon)-b.Lon)*math.Cos(a.Lat*math.Pi/180)
	return dy*dy + dx*dx
}
