package web

import (
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// plain is what a reader sees of paragraphs.
func plain(all []paragraph) string {
	var lines []string
	for _, p := range all {
		line := ""
		for _, x := range p.Pieces {
			line += x.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func span(text, words string) sitrep.Span {
	i := strings.Index(text, words)
	return sitrep.Span{Start: i, End: i + len(words)}
}

func TestMarksThatOverlap(t *testing.T) {
	text := "Shells hit Dorel on Monday.\nTwo people died, the mayor said."
	got := paragraphsOf(text, []layer{
		{span(text, "hit Dorel on"), "ev", "e1"}, {span(text, "Dorel on Monday"), "tx", ""}, {span(text, "Monday.\nTwo people died"), "cl", "c1"}, {span(text, "Two people"), "to", "t1"},
		{sitrep.Span{Start: 5, End: 3}, "ev", "turned"}, {sitrep.Span{Start: 10, End: 900}, "ev", "beyond"},
	})
	if plain(got) != text {
		t.Errorf("the text is %q", plain(got))
	}
	var marks []string
	for _, p := range got {
		for _, x := range p.Pieces {
			marks = append(marks, x.Text+"|"+x.Class+"|"+strings.Join(x.Anchors, ","))
		}
	}
	want := []string{"Shells ||", "hit |ev|e1", "Dorel on|ev tx|", " |tx|", "Monday|cl tx|c1", ".|cl|", "Two people|cl to|t1", " died|cl|", ", the mayor said.||"}
	if strings.Join(marks, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(marks, "\n"), strings.Join(want, "\n"))
	}
}

func TestPlacesInTheTextAreCountedAsBrowsersDo(t *testing.T) {
	text := "🕊 Zürich: talks"
	for _, p := range paragraphsOf(text, []layer{{span(text, "talks"), "ev", "e"}}) {
		for _, x := range p.Pieces {
			if x.Text == "talks" && x.At != len([]rune("🕊 Zürich: "))+1 {
				t.Errorf("talks stand at %d", x.At)
			}
		}
	}
}

func TestNamesOfPrivatePersonsAreNotInTheText(t *testing.T) {
	text := "Mara Velin, 34, fled. Velin's brother stayed. \"Go,\" Mara told him."
	names := []casebook.PrivateName{{Name: "Mara Velin", Description: "a resident", Forms: []string{"Velin", "Mara"}}}
	got := plain(paragraphsOf(text, append([]layer{{span(text, "Velin, 34"), "ac", ""}}, hidden(text, names)...)))
	want := withheld + ", 34, fled. " + withheld + "'s brother stayed. \"Go,\" " + withheld + " told him."
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for name, text := range map[string]string{"in capitals": "MARA VELIN FLED", "over a line": "Mara\nVelin fled", "with a soft hyphen": "Ve\u00adlin fled"} {
		if got := plain(paragraphsOf(text, hidden(text, names))); strings.Contains(strings.ToLower(strings.ReplaceAll(got, "\u00ad", "")), "velin") {
			t.Errorf("%s: %q", name, got)
		}
	}
}
