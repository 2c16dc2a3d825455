package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep"
)

func TestOrigins(t *testing.T) {
	source := func(name, side string, kind sitrep.SourceKind) sitrep.Claim {
		return sitrep.Claim{Source: name, Side: side, SourceKind: kind}
	}
	state := sitrep.Claim{Source: "Republic of Xland", Side: "XXX", Actor: "XXX", SourceKind: sitrep.UnnamedSource}
	const government, belligerent, anonymous = sitrep.GovernmentSource, sitrep.Belligerent, sitrep.AnonymousOfficial
	for _, test := range []struct {
		name    string
		sources []sitrep.Claim // of a report each
		want    []string       // names of the origins, with the reports that carry them
	}{
		{"five outlets that cite one monitor", []sitrep.Claim{monitor, monitor, monitor, monitor, monitor}, []string{"the Xland Observatory: a b c d e"}},
		{"a monitor and a hospital", []sitrep.Claim{monitor, hospital}, []string{"Oldtown hospital: b", "the Xland Observatory: a"}},
		{"a full name and a part of it", []sitrep.Claim{monitor, source("the Observatory", "", sitrep.MonitorSource)}, []string{"the Xland Observatory: a b"}},
		{"two monitors", []sitrep.Claim{monitor, source("Lake Watch", "", sitrep.MonitorSource)}, []string{"Lake Watch: b", "the Xland Observatory: a"}},
		{"who relays it is no origin", []sitrep.Claim{monitor, claimed(monitor, func(c *sitrep.Claim) { c.Via = "Xland Radio" })}, []string{"the Xland Observatory: a b"}},
		{"two reporters", []sitrep.Claim{byOutlet("Post"), byOutlet("Wire")}, []string{"Post: a", "Wire: b"}},
		{"one outlet's reporters", []sitrep.Claim{byOutlet("Post"), byOutlet("Post")}, []string{"Post: a b"}},
		{"an outlet's own words and whom it cites elsewhere", []sitrep.Claim{byOutlet("Post"), monitor}, []string{"Post: a", "the Xland Observatory: b"}},
		{"a ministry of defence and its army", []sitrep.Claim{source("the Xland defence ministry", "XXX", belligerent), source("the army", "XXX", belligerent)}, []string{"the Xland defence ministry: a b"}},
		{"the armies of two states", []sitrep.Claim{source("the army", "XXX", belligerent), source("the army", "YYY", belligerent)}, []string{"the army: a", "the army: b"}},
		{"a ministry of defence and a president", []sitrep.Claim{source("the Xland defence ministry", "XXX", belligerent), source("the Xland president", "XXX", government)},
			[]string{"the Xland defence ministry: a", "the Xland president: b"}},
		{"a president and a foreign ministry", []sitrep.Claim{source("the Xland president", "XXX", government), source("the foreign ministry", "XXX", government)}, []string{"the foreign ministry: a b"}},
		{"a state and its government", []sitrep.Claim{state, source("the Xland government", "XXX", government), source("the foreign ministry", "XXX", government)}, []string{"the Xland government: a b c"}},
		{"a state and its army", []sitrep.Claim{state, source("the army", "XXX", belligerent)}, []string{"Republic of Xland: a", "the army: b"}},
		{"a state that a reader takes for a party", []sitrep.Claim{claimed(state, func(c *sitrep.Claim) { c.SourceKind = belligerent }), source("the Xland president", "XXX", government)},
			[]string{"the Xland president: a b"}},
		{"an armed group by its name, whatever its reader takes it for", []sitrep.Claim{{Source: "Lake Front", Side: "FRONT", Actor: "FRONT", SourceKind: sitrep.UnnamedSource},
			source("a spokesman of the group", "FRONT", sitrep.ArmedGroupSource)}, []string{"a spokesman of the group: a b"}},
		{"a monitor whose reader takes its “group” for an armed one", []sitrep.Claim{{Source: "the activist group the Xland Observatory", Side: "FRONT", Actor: "FRONT", SourceKind: sitrep.ArmedGroupSource},
			monitor, source("a spokesman of the group", "FRONT", sitrep.ArmedGroupSource)}, []string{"a spokesman of the group: c", "the activist group the Xland Observatory: a b"}},
		{"police and a health ministry", []sitrep.Claim{source("Xland police", "XXX", anonymous), source("the Xland health ministry", "XXX", government)}, []string{"Xland police: a", "the Xland health ministry: b"}},
		{"residents are one voice", []sitrep.Claim{witness, source("an eyewitness", "", sitrep.Witness)}, []string{"an eyewitness: a b"}},
		{"so are the unnamed", []sitrep.Claim{unnamed, source("a source", "", sitrep.UnnamedSource)}, []string{"a source: a b"}},
		{"two hospitals", []sitrep.Claim{hospital, source("Newbridge hospital", "", sitrep.MedicalOrRescue)}, []string{"Newbridge hospital: b", "Oldtown hospital: a"}},
		{"an armed group in two names", []sitrep.Claim{source("the Lake Front", "FRONT", sitrep.ArmedGroupSource), source("a spokesman of the group", "FRONT", sitrep.ArmedGroupSource)},
			[]string{"a spokesman of the group: a b"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var says []say
			for i, c := range test.sources {
				says = append(says, say{string(rune('a' + i)), "2016-03-12", c, killed(3, sitrep.Exact)})
			}
			in := incidentOf(t, says)
			var got []string
			for _, o := range in.Origins {
				got = append(got, o.Name+": "+strings.Join(o.Reports, " "))
			}
			slices.Sort(got)
			slices.Sort(test.want)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			grade := sitrep.SeveralOrigins
			if len(test.want) == 1 {
				grade = sitrep.SingleOrigin
			}
			if in.Grade != grade {
				t.Errorf("grade %s, want %s", in.Grade, grade)
			}
		})
	}
}

func claimed(c sitrep.Claim, change func(*sitrep.Claim)) sitrep.Claim {
	change(&c)
	return c
}

// Copies of one wire are one origin, shown as a chain, up to how unlike copies may be.
func TestCopiesOfAWireAreOneOrigin(t *testing.T) {
	for _, test := range []struct {
		name   string
		unlike int
		chains [][]string
		grade  sitrep.Grade
	}{
		{"just alike enough", sketch - leastAlike, [][]string{{"a", "b"}}, sitrep.SingleOrigin},
		{"just not", sketch - leastAlike + 1, nil, sitrep.SeveralOrigins},
	} {
		t.Run(test.name, func(t *testing.T) {
			var all []sitrep.Telling
			for _, r := range []string{"a", "b"} {
				x := told(r, "e1", "2016-03-12", sitrep.Airstrike, day(2016, 3, 12), "Oldtown")
				for k := range sketch {
					x.Report.Shingles = append(x.Report.Shingles, uint64(k+1))
					if r == "b" && k < test.unlike {
						x.Report.Shingles[k] = uint64(k + 1000)
					}
				}
				all = append(all, x)
			}
			got := All(all, nil)
			if len(got) != 1 {
				t.Fatalf("%d incidents", len(got))
			}
			var chains [][]string
			for _, o := range got[0].Origins {
				chains = append(chains, o.Copies...)
			}
			if fmt.Sprint(chains) != fmt.Sprint(test.chains) || got[0].Grade != test.grade {
				t.Errorf("grade %s, chains %v; want %s, %v", got[0].Grade, chains, test.grade, test.chains)
			}
		})
	}
}
