package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// runIn runs a command with a folder for the user's data.
func runIn(dir, in string, args ...string) result {
	var out, err bytes.Buffer
	a := newApp(strings.NewReader(in), &out, &err)
	a.env = func(name string) string {
		if name == "XDG_DATA_HOME" {
			return dir
		}
		return ""
	}
	a.places = a.allPlaces
	code := a.run(context.Background(), args)
	return result{code, out.String(), err.String()}
}

func TestAddedPlacesAreFoundUntilTheyAreRemoved(t *testing.T) {
	dir := t.TempDir()
	steps := []struct {
		name, in string
		args     []string
		code     int
		out, err string
	}{
		{"nothing yet", "", []string{"gazetteer", "add", "--list"}, 0, "", ""},
		{"add", "name,lat,lon,country\nTall Numuna,36.5,38.25,SY\n", []string{"gazetteer", "add", "--name", "fronts", "-"}, 0, "", `added 1 places as "fronts"`},
		{"list", "", []string{"gazetteer", "add", "--list"}, 0, "fronts\t1\n", ""},
		{"find", "", []string{"gazetteer", "find", "Tall Numuna"}, 0, "SYR", ""},
		{"a bad line", "name,lat,lon,country\nX,north,38,SY\n", []string{"gazetteer", "add", "-"}, 1, "", `line 2: latitude "north": want degrees`},
		{"remove", "", []string{"gazetteer", "add", "--remove", "fronts"}, 0, "", ""},
		{"found no more", "", []string{"gazetteer", "find", "Tall Numuna"}, 0, "", "no place in the gazetteer"},
		{"remove what is not there", "", []string{"gazetteer", "add", "--remove", "fronts"}, 1, "", `remove the places "fronts"`},
		{"no file", "", []string{"gazetteer", "add"}, 2, "", "no file is given"},
	}
	for _, s := range steps {
		r := runIn(dir, s.in, s.args...)
		if s.code == 0 != (r.code == 0) || !strings.Contains(r.out, s.out) || !strings.Contains(r.err, s.err) {
			t.Errorf("%s: code %d, %q, %q", s.name, r.code, r.out, r.err)
		}
	}
}
