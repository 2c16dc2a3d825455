package segment

import (
	"slices"
	"strings"
	"testing"

	"sitrep"
)

// places knows a few names, as a gazetteer would.
func places(lower string) (string, bool) {
	names := map[string]string{"karsafa": "Karsafa", "damascus": "Damascus", "lisbon": "Lisbon", "osaka": "Osaka", "hong": "Hong", "kong": "Kong"}
	name, ok := names[lower]
	return name, ok
}

// readings gives the sentences of a text as models read them.
func readings(g *Segmenter, text string) []string {
	d := &sitrep.Doc{Text: text}
	g.Segment(d)
	var out []string
	for _, s := range d.Sentences {
		var words []string
		for _, k := range d.Words(s) {
			words = append(words, k.Reading())
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func TestDatelines(t *testing.T) {
	g, err := New(places)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		want       string // the first sentence
	}{
		{"agency alone", "(CNN) Nine people died on Monday.", "( CNN )"},
		{"agency without a space", "(CNN)In the north, nine people died.", "( CNN )"},
		{"agency and dash", "(Reuters) - Nine people died on Monday.", "( Reuters ) -"},
		{"bracketed clause", "(The army denied it.) Nine people died.", "( The army denied it . )"},
		{"place in small letters", "Karsafa, Syria (CNN) -- Rebels fled.", "Karsafa , Syria ( CNN ) --"},
		{"date before month", "GENEVA, 5 March (UN News) -- The envoy left.", "Geneva , 5 March ( UN News ) --"},
		{"agency first", "Xinhua, Lisbon, March 5 -- Talks went on.", "Xinhua , Lisbon , March 5 --"},
		{"colon", "KARSAFA: At least five men died.", "Karsafa :"},
		{"colon after country", "KARSAFA, Nigeria: Gunmen fled.", "Karsafa , Nigeria :"},
		{"colon after agency", "Karsafa (Pajhwok): A mine went off.", "Karsafa ( Pajhwok ) :"},
		{"colon after a speaker", "UN: At least five men died.", "UN : At least five men died ."},
		{"stripped", "DAMASCUS The army took a hill.", "Damascus"},
		{"stripped before a name", "LISBON Rebel leader Karim Daud left.", "Lisbon"},
		{"stripped before an acronym", "LISBON NATO Secretary General Ann Reed left.", "Lisbon"},
		{"stripped with country", "KARSAFA, Syria A mine went off.", "Karsafa , Syria"},
		{"two places", "LISBON/OSAKA A mine went off.", "Lisbon / Osaka"},
		{"place of two words", "HONG KONG A mine went off.", "Hong Kong"},
		{"an acronym is no place", "NATO Secretary General Ann Reed left.", "NATO Secretary General Ann Reed left ."},
		{"a heading is no dateline", "LISBON TALKS FAIL AGAIN", "Lisbon talks fail again"},
		{"a heading with a number is no dateline", "LISBON CALLS 12 ARMY MEN BACK", "Lisbon calls 12 army men back"},
		{"a name is no dateline", "Karsafa The town fell.", "Karsafa The town fell ."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := readings(g, c.text); got[0] != c.want {
				t.Errorf("got %q, want %q first", got, c.want)
			}
		})
	}
}

func TestStrippedDatelineIsReadOnce(t *testing.T) {
	g, err := New(places)
	if err != nil {
		t.Fatal(err)
	}
	got := readings(g, "DAMASCUS The army took a hill.\n\nLISBON The talks went on.")
	want := []string{"Damascus", "The army took a hill .", "LISBON The talks went on ."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
