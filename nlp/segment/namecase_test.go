package segment

import (
	"strings"
	"testing"

	"sitrep"
)

func TestNamesInCapitals(t *testing.T) {
	g, err := New(places)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"a name that no list has", "THE SOLDIERS KILLED ARMANDO VELQUERO NEAR THE RIVER YESTERDAY.", "The soldiers killed Armando Velquero near the river yesterday ."},
		{"a title before it", "TODAY PRESIDENT VELQUERO SPOKE ABOUT THE WAR.", "Today President Velquero spoke about the war ."},
		{"a title without a name", "TODAY THE PRESIDENT SPOKE ABOUT THE WAR.", "Today the president spoke about the war ."},
		{"an article that belongs to a name", "REBELS ENTERED THE TOWN OF EL TREVISO ON SUNDAY.", "Rebels entered the town of El Treviso on Sunday ."},
		{"a body with its short form", "MEMBERS OF THE OTAVALDO NATIONAL LIBERATION FRONT [ONLX] ATTACKED A BRIDGE.", "Members of the Otavaldo National Liberation Front [ ONLX ] attacked a bridge ."},
		{"a building after a name", "THE WOUNDED WERE TAKEN TO THE QUINTAL HOSPITAL.", "The wounded were taken to the Quintal Hospital ."},
		{"a compound that no list has", "TWO GUNSHIPS FLEW OVER THE BARRACKS.", "Two gunships flew over the barracks ."},
		{"an ending that names do not have", "THEY WERE ACCUSED OF KIDAPPING FIVE FARMERS.", "They were accused of kidapping five farmers ."},
		{"a word of many names that is one by itself", "THE WATCHMEN MET THE COUNCIL ON THE ROAD.", "The watchmen met the council on the road ."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(readings(g, c.text), " | "); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestSmallWordsAreRead(t *testing.T) {
	if n := len(ordinary()); n < 60000 {
		t.Errorf("got %d ordinary words", n)
	}
	for _, w := range []string{"soldier", "colour", "color"} {
		if isName(w) {
			t.Errorf("%q is taken for a name", w)
		}
	}
}

func TestNamesInCapitalsOfAnyText(t *testing.T) {
	g, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"", "[", "] ] ] A B", "EL", "THE [A] [B] [C] D E F G", "A (BC", "XXXX [YY] ZZZZ QQQQ WWWW", "ÉL ÑANDÚ FUÉ A LA GUERRA"} {
		d := &sitrep.Doc{Text: text}
		g.Segment(d) // must not fail
	}
}
