package main

import (
	_ "embed"
	"fmt"
	"strings"

	"sitrep/gazetteer"
)

// spellingsTable adds spellings of towns.
//
//go:embed spellings.tsv
var spellingsTable string

// spell adds the spellings of the table to the towns of a wheel.
func spell(w *wheel, table string) error {
	for i, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if i == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return fmt.Errorf("spellings.tsv:%d: %q: want a 2-letter code, a town and its spellings, separated by tabs", i+1, line)
		}
		t := w.largest(f[0], f[1])
		if t == nil {
			return fmt.Errorf("spellings.tsv:%d: no town %q in %s", i+1, f[1], f[0])
		}
		t.Names = append(strings.Split(f[2], "|"), t.Names...)
	}
	return nil
}

// largest is the largest town of a country with that main name.
func (w *wheel) largest(country, name string) *town {
	var largest *town
	for i := range w.towns {
		t := &w.towns[i]
		if t.Country == country && gazetteer.Fold(t.Name) == gazetteer.Fold(name) && (largest == nil || t.Population > largest.Population) {
			largest = t
		}
	}
	return largest
}
