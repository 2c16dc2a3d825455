package reconcile

import (
	"testing"

	"sitrep"
)

func TestTwoEventsOfOneReport(t *testing.T) {
	of := func(kind sitrep.Kind, source string, tolls ...sitrep.Toll) func(event string) *profile {
		return func(event string) *profile {
			x := told("a", event, "2016-03-12", kind, day(2016, 3, 12), "Oldtown")
			x.Claims = []sitrep.Claim{{ID: "c", Source: source, Stance: sitrep.Assert}}
			for _, n := range tolls {
				if source != "" {
					n.Claim = "c"
				}
				x.Event.Tolls = append(x.Event.Tolls, n)
			}
			x.Words = []string{"strike", "market", "noon", "plane"}
			return profileOf(&x)
		}
	}
	killed := func(n int, q sitrep.TollQualifier) sitrep.Toll {
		return sitrep.Toll{Harm: sitrep.Killed, Count: n, Qualifier: q}
	}
	wounded := sitrep.Toll{Harm: sitrep.Wounded, Count: 9, Qualifier: sitrep.Exact}
	strike := sitrep.Airstrike
	for _, test := range []struct {
		name string
		a, b func(string) *profile
		want float64
	}{
		{"deeds of violence", of(strike, ""), of(strike, ""), sameViolence},
		{"of two kinds", of(strike, ""), of(sitrep.Shelling, ""), sameViolence},
		{"talks", of(sitrep.Talks, ""), of(sitrep.Talks, ""), sameReport},
		{"talks and violence", of(sitrep.Ceasefire, ""), of(sitrep.Violation, ""), sameReport},
		{"one of them counted", of(strike, "", killed(4, sitrep.Exact)), of(strike, ""), sameViolence},
		{"counted apart by the reporter", of(strike, "", killed(4, sitrep.Exact)), of(strike, "", killed(7, sitrep.AtLeast)), countedApart},
		{"counted apart by one speaker", of(strike, "medics", killed(4, sitrep.Exact)), of(strike, "medics", killed(7, sitrep.Exact)), countedApart},
		{"two speakers that count differently", of(strike, "medics", killed(4, sitrep.Exact)), of(strike, "the Observatory", killed(7, sitrep.Exact)), sameViolence},
		{"the same number twice", of(strike, "", killed(4, sitrep.Exact)), of(strike, "", killed(4, sitrep.AtLeast)), sameViolence},
		{"a number and a word", of(strike, "", killed(4, sitrep.Exact)), of(strike, "", killed(24, sitrep.Vague)), sameViolence},
		{"numbers of two harms", of(strike, "", killed(4, sitrep.Exact)), of(strike, "", wounded), sameViolence},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := compareSiblings(test.a("e1"), test.b("e2")).weight; got != test.want {
				t.Errorf("%g, want %g", got, test.want)
			}
			if got := compareSiblings(test.b("e1"), test.a("e2")).weight; got != test.want {
				t.Errorf("the other way round %g, want %g", got, test.want)
			}
		})
	}
}
