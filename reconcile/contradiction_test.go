package reconcile

import (
	"slices"
	"testing"

	"sitrep"
)

// fields are what an incident's reports contradict each other in.
func fields(in *sitrep.Incident) []string {
	out := []string{}
	for _, c := range in.Contradictions {
		out = append(out, c.Field)
	}
	return out
}

func TestFiguresThatContradictEachOther(t *testing.T) {
	exact, atLeast, moreThan, upTo, about := sitrep.Exact, sitrep.AtLeast, sitrep.MoreThan, sitrep.UpTo, sitrep.About
	between := func(a, b int) sitrep.Toll {
		return with(killed(a, sitrep.Range), func(x *sitrep.Toll) { x.CountTo = b })
	}
	part := func(x sitrep.Toll) sitrep.Toll { x.Relation = sitrep.PartToll; return x }
	two := func(a, b sitrep.Toll) []say {
		return []say{{"a", "2016-03-12", monitor, a}, {"b", "2016-03-12", hospital, b}}
	}
	for _, test := range []struct {
		name string
		says []say
		want bool
	}{
		{"two numbers", two(killed(9, exact), killed(8, exact)), true},
		{"one number", two(killed(9, exact), killed(9, exact)), false},
		{"at least no more than the number", two(killed(9, exact), killed(9, atLeast)), false},
		{"at least more than the number", two(killed(9, exact), killed(10, atLeast)), true},
		{"two lower bounds", two(killed(9, atLeast), killed(90, moreThan)), false},
		{"up to as many as the number", two(killed(9, exact), killed(9, upTo)), false},
		{"up to fewer", two(killed(9, exact), killed(8, upTo)), true},
		{"about, a tenth off", two(killed(110, exact), killed(100, about)), false},
		{"about, more than a tenth off", two(killed(111, exact), killed(100, about)), true},
		{"in the range", two(killed(14, exact), between(9, 14)), false},
		{"beside the range", two(killed(15, exact), between(9, 14)), true},
		{"ranges that meet", two(between(14, 20), between(9, 14)), false},
		{"ranges that do not", two(between(15, 20), between(9, 14)), true},
		{"a word beside a number", two(killed(9, exact), killed(2000, sitrep.Vague)), false},
		{"brought up to date by its origin", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-13", monitor, killed(12, exact)}}, false},
		{"grown since, by another", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-13", hospital, killed(12, exact)}}, false},
		{"fewer since, by another", []say{{"a", "2016-03-12", monitor, killed(12, exact)}, {"b", "2016-03-13", hospital, killed(9, exact)}}, true},
		{"a part of it", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-12", hospital, part(killed(4, exact))}}, false},
		{"one origin's two figures", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-12", monitor, killed(4, exact)}}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := incidentOf(t, test.says)
			if got := slices.Contains(fields(&in), "killed"); got != test.want {
				t.Errorf("%v, want %v: %+v", got, test.want, in.Contradictions)
			}
			for _, c := range in.Contradictions {
				for _, e := range c.Entries {
					if e.Origin == "" || e.Quote == "" || e.Value == "" {
						t.Errorf("an answer without who says it, or without its words: %+v", e)
					}
				}
			}
		})
	}
}

func TestReportsThatContradictEachOther(t *testing.T) {
	strike := func(report string, on sitrep.CivilDate, place sitrep.Place, side string) sitrep.Telling {
		x := told(report, "e1", "2016-03-14", sitrep.Airstrike, on, "")
		x.Event.Places = []sitrep.Place{place}
		x.Words = []string{"market", "plane", "barrel", "morning", "stall", "queue"}
		x.Event.Trigger = sitrep.Span{Start: 1, End: 7}
		x.Quotes = []sitrep.Passage{{Span: x.Event.Trigger, Words: "strike"}}
		if side != "" {
			x.Event.Actors = []sitrep.Actor{{Role: sitrep.Initiator, Name: "the air force of " + side, Side: side, Mentions: []sitrep.Span{{Start: 1, End: 7}}}}
		}
		return x
	}
	at := func(name string, lat float64) sitrep.Place {
		return sitrep.Place{Name: name, Countries: []string{"XXX"}, Lat: lat, Lon: 10, Located: true, Precision: 2}
	}
	old, twelfth := at("Oldtown", 10), day(2016, 3, 12)
	assumed := func(x sitrep.Telling) sitrep.Telling { x.Event.When.Basis = sitrep.Assumed; return x }
	month := func(x sitrep.Telling) sitrep.Telling {
		x.Event.When = sitrep.Interval{From: day(2016, 3, 0), To: day(2016, 3, 0)}
		return x
	}
	denied := func(x sitrep.Telling) sitrep.Telling {
		c := claimed(enemy, func(c *sitrep.Claim) { c.ID, c.Stance, c.About = "c1", sitrep.Deny, []string{"e1"} })
		c.Content = []sitrep.Span{x.Event.Trigger}
		x.Claims = []sitrep.Claim{c}
		return x
	}
	for _, test := range []struct {
		name string
		a, b sitrep.Telling
		want []string
	}{
		{"in nothing", strike("a", twelfth, old, "YYY"), strike("b", twelfth, old, "YYY"), []string{}},
		{"a day apart, as nights are", strike("a", twelfth, old, ""), strike("b", day(2016, 3, 13), old, ""), []string{}},
		{"two days apart", strike("a", twelfth, old, ""), strike("b", day(2016, 3, 14), old, ""), []string{"when"}},
		{"two days apart, one by no word", strike("a", twelfth, old, ""), assumed(strike("b", day(2016, 3, 14), old, "")), []string{}},
		{"a day and its month", strike("a", twelfth, old, ""), month(strike("b", twelfth, old, "")), []string{}},
		{"less than 50 km apart", strike("a", twelfth, old, ""), strike("b", twelfth, at("Newbridge", 10.44), ""), []string{}},
		{"50 km apart", strike("a", twelfth, old, ""), strike("b", twelfth, at("Newbridge", 10.46), ""), []string{"where"}},
		{"who did it", strike("a", twelfth, old, "YYY"), strike("b", twelfth, old, "ZZZ"), []string{"initiator"}},
		{"one names nobody", strike("a", twelfth, old, "YYY"), strike("b", twelfth, old, ""), []string{}},
		{"whether it was", strike("a", twelfth, old, ""), denied(strike("b", twelfth, old, "")), []string{"happened"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := All([]sitrep.Telling{test.a, test.b}, nil)
			if len(got) != 1 {
				t.Fatalf("%d incidents", len(got))
			}
			if !slices.Equal(fields(&got[0]), test.want) {
				t.Errorf("%q, want %q: %+v", fields(&got[0]), test.want, got[0].Contradictions)
			}
		})
	}
}
