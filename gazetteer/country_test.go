package gazetteer

import "testing"

func TestTowns(t *testing.T) {
	found, names := Town{}, map[int]int{}
	for town := range Default().Towns("ARM") {
		p := town.Place()
		if p.Country != "ARM" || p.Matched != town.Name || p.Kind != Populated && p.Kind != Capital {
			t.Fatalf("%q: %+v", town.Name, p)
		}
		names[p.ID]++
		if town.Name == "Erevan" {
			found = town
		}
	}
	if p := found.Place(); p.Name != "Yerevan" || names[p.ID] < 2 {
		t.Errorf("%q under the name %q, %d names", p.Name, found.Name, names[p.ID])
	}
	for town := range Default().Towns("XXX") {
		t.Errorf("%q in a country that is none", town.Name)
	}
}
