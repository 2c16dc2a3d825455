package where_test

import (
	"slices"
	"testing"

	"sitrep"
)

// eventPlaces are the names of the places of the first event of a kind.
func eventPlaces(t *testing.T, kind sitrep.Kind, text string) []string {
	t.Helper()
	s, err := reader().Story(&sitrep.Report{ID: "t", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Events {
		if s.Events[i].Kind != kind {
			continue
		}
		var names []string
		for _, p := range s.Events[i].Places {
			names = append(names, p.Name)
		}
		return names
	}
	t.Fatalf("no %s among %d events", kind, len(s.Events))
	return nil
}

func TestPlacesOfEvents(t *testing.T) {
	for _, c := range []struct {
		name string
		kind sitrep.Kind
		text string
		want []string
	}{
		{"the finest of what its tellings name", sitrep.Bombing, "A car bomb killed nine people in northern Iraq on Monday. The blast hit a market in Kirkuk, police said.", []string{"Kirkuk"}},
		{"a list is taken whole", sitrep.Battle, "Heavy fighting between rebels and soldiers broke out in Goma and Bukavu on Monday.", []string{"Goma", "Bukavu"}},
		{"where it is told from is no place of it", sitrep.Bombing, "A car bomb killed three people in Kirkuk on Monday, officials in Baghdad said.", []string{"Kirkuk"}},
		{"a place and what lies in it are told once", sitrep.Shelling, "Rebels shelled a residential district of Goma on Tuesday, killing three people. The shelling of Goma went on for hours.", []string{"Goma"}},
		{"a war is where its name says", sitrep.War, "Talks between Kenya and Uganda went on in Nairobi on Friday. Kenya and Uganda have been at odds since the invasion of Mali in February, which Kenya condemned.", []string{"Mali"}},
		{"the adjective of who did it is no place", sitrep.Airstrike, "French air strikes hit a camp of the militants in the desert on Friday. The camp lies north of Kidal, the Malian army said. Mali asked France for help in January.", []string{"Kidal"}},
		{"nor where only adjectives are named", sitrep.Airstrike, "Mali asked France for help in January. Malian towns had fallen one by one, and Malian soldiers had fled. A French air strike killed four fighters on Friday.", []string{"Mali"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := eventPlaces(t, c.kind, c.text); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
