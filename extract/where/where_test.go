package where_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

var reader = sync.OnceValue(func() *extract.Reader {
	p, err := english.New()
	if err != nil {
		panic(err)
	}
	return extract.New(p, lexicon.English(), gazetteer.Default())
})

// placesOf are the names of the places of the mention that a word opens.
func placesOf(t *testing.T, text, trigger string) []string {
	t.Helper()
	s, err := reader().Story(&sitrep.Report{ID: "t", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range s.Mentions {
		if strings.Contains(s.In(m.TriggerSpan), trigger) {
			var names []string
			for _, p := range m.Places {
				names = append(names, s.Toponyms[p].Place.Name)
			}
			return names
		}
	}
	t.Fatalf("no mention %q among %d", trigger, len(s.Mentions))
	return nil
}

func TestWhere(t *testing.T) {
	cases := []struct{ name, text, trigger, want string }{
		{"place of the clause", "A car bomb killed three people in Kirkuk on Monday, officials in Baghdad said.", "bomb", "Kirkuk"},
		{"town before its country", "Fighting broke out in Goma on Monday, a spokesman for Rwanda said.", "Fighting", "Goma"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := placesOf(t, c.text, c.trigger); !slices.Equal(got, []string{c.want}) {
				t.Errorf("got %q, want %s", got, c.want)
			}
		})
	}
}
