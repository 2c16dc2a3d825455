package role

import (
	"testing"

	"sitrep"
)

// The same person or body is one actor of an event, under the fullest name.
func TestDistinct(t *testing.T) {
	party := func(name, side string) sitrep.Actor {
		return sitrep.Actor{Role: sitrep.Party, Kind: sitrep.OrganisationEntity, Name: name, Side: side}
	}
	target := party("the opposition", "")
	target.Role = sitrep.Target
	convoy, car := party("convoy", ""), party("army convoy", "KEN")
	convoy.Kind, car.Kind = sitrep.ThingEntity, sitrep.ThingEntity
	for _, c := range []struct {
		name string
		all  []sitrep.Actor
		want []string
	}{
		{"a surname", []sitrep.Actor{party("President Aino Lahti", "FIN"), party("Lahti", "")}, []string{"President Aino Lahti"}},
		{"the surname first", []sitrep.Actor{party("Mr Lahti", ""), party("Aino Lahti", "FIN")}, []string{"Aino Lahti"}},
		{"a shorter name of no side either", []sitrep.Actor{party("Kenyan opposition", ""), party("the opposition", "")}, []string{"Kenyan opposition"}},
		{"of two sides", []sitrep.Actor{party("army of Kenya", "KEN"), party("army", "GHA")}, []string{"army of Kenya", "army"}},
		{"in two roles", []sitrep.Actor{party("Kenyan opposition", ""), target}, []string{"Kenyan opposition", "the opposition"}},
		{"two things", []sitrep.Actor{car, convoy}, []string{"army convoy", "convoy"}},
		{"others", []sitrep.Actor{party("the rebels", ""), party("the opposition", "")}, []string{"the rebels", "the opposition"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := distinct(c.all)
			if len(got) != len(c.want) {
				t.Fatalf("%+v", got)
			}
			for i := range got {
				if got[i].Name != c.want[i] {
					t.Errorf("%q, want %q", got[i].Name, c.want[i])
				}
			}
		})
	}
}
