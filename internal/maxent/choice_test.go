package maxent

import "testing"

// TestChoices: of two options the one with more apples is right, which no option says alone.
func TestChoices(t *testing.T) {
	var all []Choice
	names := []string{"none", "one", "two", "three"}
	option := func(n int) Vector {
		var v Vector
		v.Add("apples", names[n])
		return v
	}
	for i := range 60 {
		a, b := i%4, (i/4+i+1)%4
		if a != b {
			all = append(all, Choice{Options: []Vector{option(a), option(b)}, Right: []bool{a > b, b > a}})
		}
	}
	m := TrainChoices(all, Options{})
	back, err := Decode(m.Encode())
	if err != nil {
		t.Fatal(err)
	}
	for _, model := range []*Model{m, back, TrainChoices(all, Options{Prior: 0.1})} {
		if p := model.Choose([]Vector{option(1), option(2), option(0)}, nil); p[1] < p[0] || p[0] < p[2] {
			t.Errorf("one, two and no apples: %v", p)
		}
	}
	if p := m.Choose(nil, nil); len(p) != 0 {
		t.Errorf("no options: %v", p)
	}
}
