package event

import (
	"slices"
	"testing"

	"sitrep"
	"sitrep/internal/maxent"
)

func holdsFeature(x *maxent.Vector, parts ...string) bool {
	var want maxent.Vector
	want.Add(parts...)
	return slices.Contains(x.IDs, want.IDs[0])
}

func TestCompanyKnowsTheKin(t *testing.T) {
	first := &group{members: []int{0, 2}, kind: sitrep.Bombing, family: "violence", kin: -1}
	second := &group{members: []int{1}, kind: sitrep.Bombing, family: "violence", kin: 0, likely: 0.45}
	other := &group{members: []int{3}, kind: sitrep.Talks, family: "diplomacy", kin: -1}
	c := companyOf([]*group{first, second, other})
	for name, a := range map[string]struct {
		of   *group
		want []string
	}{
		"near another of its kind": {second, []string{"kin", "kind", "4"}},
		"smaller than that":        {second, []string{"kin is larger", "kind"}},
		"another came near later":  {first, []string{"later kin", "4"}},
		"the largest":              {first, []string{"largest of its family"}},
		"alone":                    {other, []string{"kin", "none", "0"}},
	} {
		var x maxent.Vector
		c.describe(a.of, &x)
		if !holdsFeature(&x, a.want...) {
			t.Errorf("%s: no feature %q", name, a.want)
		}
	}
}
