package english

import (
	"testing"

	"sitrep/gazetteer"
	"sitrep/lexicon"
)

func TestCasing(t *testing.T) {
	form := casing(lexicon.English(), gazetteer.Default())
	cases := []struct {
		name, lower, want string
		known             bool
	}{
		{"a country", "yemen", "Yemen", true},
		{"a large town", "kharkiv", "Kharkiv", true},
		{"an ordinary word that is a name too", "march", "", false},
		{"no name", "shelling", "", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got, known := form(c.lower); got != c.want || known != c.known {
				t.Errorf("%s is %q, %v; want %q, %v", c.lower, got, known, c.want, c.known)
			}
		})
	}
}
