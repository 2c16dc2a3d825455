package main

import (
	"fmt"
	"strconv"
	"strings"
)

// disputedLine is a border that is drawn as disputed: between two countries as Natural Earth names them (* for any), within a box of the earth.
type disputedLine struct {
	a, b                     string
	west, south, east, north float64
	used                     int
}

func parseDisputed(table string) ([]*disputedLine, error) {
	var out []*disputedLine
	for n, row := range strings.Split(table, "\n") {
		if row == "" || strings.HasPrefix(row, "#") {
			continue
		}
		cells := strings.Split(row, "\t")
		if len(cells) != 4 {
			return nil, fmt.Errorf("disputed.tsv:%d: %d columns, want 4", n+1, len(cells))
		}
		d := &disputedLine{a: cells[0], b: cells[1], west: -180, south: -90, east: 180, north: 90}
		if cells[2] != "" {
			if err := d.box(cells[2]); err != nil {
				return nil, fmt.Errorf("disputed.tsv:%d: %w", n+1, err)
			}
		}
		out = append(out, d)
	}
	return out, nil
}

func (d *disputedLine) box(s string) error {
	var v [4]float64
	parts := strings.Split(s, ",")
	if len(parts) != len(v) {
		return fmt.Errorf("box %q: want west,south,east,north", s)
	}
	for i, p := range parts {
		var err error
		if v[i], err = strconv.ParseFloat(p, 64); err != nil {
			return fmt.Errorf("box %q: %w", s, err)
		}
	}
	d.west, d.south, d.east, d.north = v[0], v[1], v[2], v[3]
	return nil
}

// between tells whether the line is one of these two countries.
func (d *disputedLine) between(a, b string) bool {
	return is(d.a, a) && is(d.b, b) || is(d.a, b) && is(d.b, a)
}

func is(pattern, name string) bool { return pattern == "*" || pattern == name }

func (d *disputedLine) holds(p [2]float64) bool {
	return p[0] >= d.west && p[0] <= d.east && p[1] >= d.south && p[1] <= d.north
}
