package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

type gazetteerAddCommand struct {
	File   string `arg:"" optional:"" help:"The file of places: a GeoNames dump, a CSV or a GeoJSON."`
	Name   string `placeholder:"NAME" help:"Under which name they are kept; the file's own without it. Places that have the name are replaced."`
	List   bool   `xor:"do" help:"List what was added instead."`
	Remove string `xor:"do" placeholder:"NAME" help:"Remove what was added under a name instead."`
}

// Help is shown below the flags' head.
func (gazetteerAddCommand) Help() string {
	return `Takes a country's dump from GeoNames (SY.txt, 19 columns parted by tabs), a CSV with a header that names the columns name, lat, lon and country (alternates and population if there are any, alternates parted by "|"), or a GeoJSON FeatureCollection of points with the properties name, country and alternates. Countries are codes of ISO 3166. The places are kept in $XDG_DATA_HOME/sitrep/gazetteer, or ~/.local/share/sitrep/gazetteer.

    sitrep gazetteer add SY.txt
    sitrep gazetteer add --name fronts villages.csv
    sitrep gazetteer add --list
    sitrep gazetteer add --remove fronts`
}

// Run adds, lists or removes.
func (c *gazetteerAddCommand) Run(a *app) error {
	dir, err := gazetteerFolder(a.env)
	if err != nil {
		return err
	}
	switch {
	case c.List:
		return listInstalled(a, dir)
	case c.Remove != "":
		if err := gazetteer.Remove(dir, c.Remove); err != nil {
			return fmt.Errorf("remove the places %q: %w; see sitrep gazetteer add --list", c.Remove, err)
		}
		return nil
	case c.File == "":
		return usageError{errors.New("add places: no file is given"), "sitrep gazetteer add --help"}
	}
	return c.add(a, dir)
}

func (c *gazetteerAddCommand) add(a *app, dir string) error {
	text, err := readText(a.in, c.File, 2<<30)
	if err != nil {
		return err
	}
	file, n, err := gazetteer.Import([]byte(text), threeLetters(lexicon.English()))
	if err != nil {
		return fmt.Errorf("add places of %s: %w", c.File, err)
	}
	name := c.Name
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(c.File), filepath.Ext(c.File))
	}
	if err := gazetteer.Install(dir, name, file); err != nil {
		return fmt.Errorf("add places of %s: %w", c.File, err)
	}
	a.note("added %d places as %q", n, name)
	return nil
}

func listInstalled(a *app, dir string) error {
	names, err := gazetteer.Installed(dir)
	if err != nil {
		return fmt.Errorf("list the places that were added: %w", err)
	}
	for _, name := range names {
		g, err := gazetteer.OpenInstalled(dir, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.data(), "%s\t%d\n", name, g.Len())
	}
	return nil
}

// threeLetters changes two-letter codes of countries.
func threeLetters(lex *lexicon.Lexicon) func(string) string {
	codes := make(map[string]string, len(lex.Countries))
	for _, c := range lex.Countries {
		codes[c.ISO2] = c.ISO3
	}
	return func(code string) string { return codes[code] }
}

// gazetteerFolder is where added places are kept.
func gazetteerFolder(env func(string) string) (string, error) {
	if d := env("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return filepath.Join(d, "sitrep", "gazetteer"), nil
	}
	home := env("HOME")
	if home == "" {
		var err error
		if home, err = os.UserHomeDir(); err != nil {
			return "", fmt.Errorf("find the folder of added places: %w; set XDG_DATA_HOME", err)
		}
	}
	return filepath.Join(home, ".local", "share", "sitrep", "gazetteer"), nil
}

// allPlaces is the built-in gazetteer with what was added. A file that cannot be read is left out, and said.
func (a *app) allPlaces() *gazetteer.Gazetteer {
	places := gazetteer.Default()
	dir, err := gazetteerFolder(a.env)
	if err != nil {
		return places
	}
	names, err := gazetteer.Installed(dir)
	if err != nil {
		a.note("added places are left out: %v", err)
	}
	for _, name := range names {
		g, err := gazetteer.OpenInstalled(dir, name)
		if err != nil {
			a.note("added places are left out: %v", err)
			continue
		}
		places = places.With(g)
	}
	return places
}
