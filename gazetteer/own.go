package gazetteer

import (
	_ "embed"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// ownTable lists the places that GeoNames' towns lack and that news of conflicts names: camps, crossings, bases, villages at a front, regions.
//
//go:embed own.tsv
var ownTable string

const ownHeader = "name\tothers\tcountry\tkind\tlat\tlon"

// Own is the gazetteer of the places of own.tsv. The error names every bad line.
func Own() (*Gazetteer, error) {
	entries, err := readOwn(ownTable)
	if err != nil {
		return nil, err
	}
	return layer(entries)
}

// layer makes a gazetteer of entries.
func layer(entries []Entry) (*Gazetteer, error) {
	file, err := Encode(entries)
	if err != nil {
		return nil, err
	}
	return Open(string(file))
}

// readOwn reads the table. It goes on after a bad line, so that one run shows every error.
func readOwn(table string) ([]Entry, error) {
	lines := strings.Split(strings.TrimSuffix(table, "\n"), "\n")
	if lines[0] != ownHeader {
		return nil, fmt.Errorf("gazetteer own.tsv:1: header %q: want %q", lines[0], ownHeader)
	}
	var entries []Entry
	var errs []error
	seen := map[string]int{}
	for i, line := range lines[1:] {
		if strings.HasPrefix(line, "#") {
			continue
		}
		e, err := readOwnLine(line)
		if key := Fold(e.Name) + "/" + e.Country; err == nil && seen[key] > 0 {
			err = fmt.Errorf("%q stands in line %d too", e.Name, seen[key])
		} else {
			seen[key] = i + 2
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("gazetteer own.tsv:%d: %w", i+2, err))
			continue
		}
		entries = append(entries, e)
	}
	return entries, errors.Join(errs...)
}

// ownKinds says how the kinds of the table count: what they are, and how many people such a place is worth when names are weighed.
var ownKinds = map[string]struct {
	kind  Kind
	worth int
}{
	"town": {Populated, 20_000}, "village": {Populated, 2_000}, "quarter": {Populated, 5_000}, "camp": {Populated, 8_000}, "base": {Populated, 5_000},
	"crossing": {Populated, 5_000}, "site": {Populated, 5_000}, "hill": {Populated, 1_000}, "district": {Admin2, 0}, "region": {Region, 0}, "line": {Region, 0},
}

func readOwnLine(line string) (e Entry, err error) {
	f := strings.Split(line, "\t")
	if len(f) != 6 {
		return e, fmt.Errorf("%d columns: want 6, separated by tabs", len(f))
	}
	kind, ok := ownKinds[f[3]]
	if !ok {
		return e, fmt.Errorf("kind %q: there is none such", f[3])
	}
	e.Name, e.Kind, e.Population = f[0], kind.kind, kind.worth
	if e.Lat, e.Lon, err = degrees(f[4], f[5]); err != nil {
		return e, err
	}
	if e.Countries = strings.Split(f[2], "|"); len(e.Countries) == 1 {
		e.Country, e.Countries = f[2], nil
	}
	for _, c := range strings.Split(f[2], "|") {
		if len(c) != 3 || strings.ToUpper(c) != c {
			return e, fmt.Errorf("country %q: want a 3-letter code", c)
		}
	}
	if f[1] != "" {
		e.Names = strings.Split(f[1], "|")
	}
	if e.Name == "" || slices.Contains(e.Names, "") || slices.Contains(e.Names, e.Name) {
		return e, fmt.Errorf("%q, %q: an empty name, or one of its own other names", f[0], f[1])
	}
	e.ID = ownID(e.Name, f[2])
	return e, nil
}

// degrees reads a latitude and a longitude.
func degrees(lat, lon string) (y, x float64, err error) {
	if y, err = strconv.ParseFloat(strings.TrimSpace(lat), 64); err != nil || !(y >= -90 && y <= 90) {
		return 0, 0, fmt.Errorf("latitude %q: want degrees from -90 to 90", lat)
	}
	if x, err = strconv.ParseFloat(strings.TrimSpace(lon), 64); err != nil || !(x >= -180 && x <= 180) {
		return 0, 0, fmt.Errorf("longitude %q: want degrees from -180 to 180", lon)
	}
	return y, x, nil
}

// ownID makes an id below zero, for GeoNames' are above, that stays as long as name and country do.
func ownID(name, country string) int {
	h := fnv.New32a()
	h.Write([]byte("own/" + name + "/" + country))
	return -1<<30 - 1 - int(h.Sum32()>>3)
}
