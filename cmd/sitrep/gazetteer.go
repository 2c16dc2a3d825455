package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"sitrep/gazetteer"
	"sitrep/internal/terminal"
)

type gazetteerCommand struct {
	Find gazetteerFindCommand `cmd:"" help:"Find places by name, other names and spellings included."`
	Add  gazetteerAddCommand  `cmd:"" help:"Add places of your own, which every later command finds."`
}

type gazetteerFindCommand struct {
	Name []string `arg:"" help:"The name of a place; several words are one name."`
	JSON bool     `name:"json" help:"A JSON array of places instead of a table."`
}

// Help is shown below the flags' head.
func (gazetteerFindCommand) Help() string {
	return `The places are those of GeoNames with 500 inhabitants and more, with countries, first-level divisions, regions and waters. A name that no place has is an empty result, not an error; names near it are suggested on standard error.

    sitrep gazetteer find Goma
    sitrep gazetteer find --json Deir ez-Zor`
}

// placeJSON is a place as machines see it.
type placeJSON struct {
	ID         int            `json:"id"` // GeoNames' id; below zero for what has none there
	Name       string         `json:"name"`
	Matched    string         `json:"matched"` // the name by which it was found
	Kind       gazetteer.Kind `json:"kind"`
	Admin1     string         `json:"admin1"`
	Countries  []string       `json:"countries"`  // ISO 3166, three letters
	Population int            `json:"population"` // 0 where not known
	Latitude   float64        `json:"latitude"`
	Longitude  float64        `json:"longitude"`
}

// Run prints what has the name.
func (c *gazetteerFindCommand) Run(a *app) error {
	name := strings.Join(c.Name, " ")
	if strings.TrimSpace(name) == "" {
		return usageError{errors.New("look for a place: the name is empty"), "sitrep gazetteer find --help"}
	}
	places := a.places()
	found := places.Find(name)
	if len(found) == 0 {
		a.note("%s", notFound(name, places.Near(name, mostNear)))
	}
	if c.JSON {
		return writePlacesJSON(a.data(), found)
	}
	return writePlaces(a.data(), found)
}

// mostNear is how many names are suggested for one that no place has.
const mostNear = 5

func notFound(name string, near []gazetteer.Place) string {
	if len(near) == 0 {
		return fmt.Sprintf("no place in the gazetteer is called %q; try another spelling, or a larger place near it", name)
	}
	var names []string
	for _, p := range near {
		if !slices.Contains(names, p.Matched) {
			names = append(names, p.Matched)
		}
	}
	return fmt.Sprintf("no place in the gazetteer is called %q; names near it: %s", name, strings.Join(names, ", "))
}

func countries(p gazetteer.Place) []string {
	switch {
	case p.Countries != nil:
		return p.Countries
	case p.Country != "":
		return []string{p.Country}
	}
	return []string{}
}

func writePlacesJSON(w io.Writer, found []gazetteer.Place) error {
	all := []placeJSON{}
	for _, p := range found {
		all = append(all, placeJSON{p.ID, p.Name, p.Matched, p.Kind, p.Admin1, countries(p), p.Population, p.Lat, p.Lon})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

func writePlaces(w io.Writer, found []gazetteer.Place) error {
	if len(found) == 0 {
		return nil
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "name\tfound as\tkind\tadmin1\tcountry\tpopulation\tlatitude\tlongitude\tid")
	for _, p := range found {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%.4f\t%.4f\t%d\n", terminal.Clean(p.Name), terminal.Clean(p.Matched), p.Kind, p.Admin1,
			strings.Join(countries(p), ","), known(p.Population), p.Lat, p.Lon, p.ID)
	}
	return t.Flush()
}

// known is a number, or a dash for one that is not known.
func known(n int) string {
	if n == 0 {
		return "-"
	}
	return strconv.Itoa(n)
}
