package reconcile

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sitrep"
)

// say is a toll of a report: who gives it and what it is.
type say struct {
	report, published string
	source            sitrep.Claim // Source empty for the reporter
	toll              sitrep.Toll
}

var (
	monitor  = sitrep.Claim{Source: "the Xland Observatory", SourceKind: sitrep.MonitorSource}
	hospital = sitrep.Claim{Source: "Oldtown hospital", SourceKind: sitrep.MedicalOrRescue}
	enemy    = sitrep.Claim{Source: "the Yland defence ministry", Side: "YYY", SourceKind: sitrep.Belligerent}
	witness  = sitrep.Claim{Source: "residents", SourceKind: sitrep.Witness}
	unnamed  = sitrep.Claim{Source: "sources", SourceKind: sitrep.UnnamedSource}
	faroff   = sitrep.Claim{Source: "the Zland foreign ministry", Side: "ZZZ", SourceKind: sitrep.GovernmentSource}
	atHome   = sitrep.Claim{Source: "the Xland health ministry", Side: "XXX", SourceKind: sitrep.GovernmentSource}
	reporter sitrep.Claim
)

// byOutlet is the reporter of an outlet: nobody's claim.
func byOutlet(name string) sitrep.Claim { return sitrep.Claim{Via: name} }

func killed(n int, q sitrep.TollQualifier) sitrep.Toll {
	return sitrep.Toll{Harm: sitrep.Killed, Count: n, Qualifier: q}
}

func with(t sitrep.Toll, change func(*sitrep.Toll)) sitrep.Toll {
	change(&t)
	return t
}

// incidentOf is the incident of a strike on Oldtown of which reports say these tolls.
func incidentOf(t *testing.T, says []say) sitrep.Incident {
	t.Helper()
	var all []sitrep.Telling
	for i, s := range says {
		if i == 0 || s.report != says[i-1].report {
			x := told(s.report, "e1", s.published, sitrep.Airstrike, day(2016, 3, 12), "Oldtown")
			x.Event.Actors = []sitrep.Actor{{Role: sitrep.Initiator, Name: "the Yland air force", Side: "YYY", Confidence: sitrep.Accused}}
			all = append(all, x)
		}
		x := &all[len(all)-1]
		if s.source.Source == "" && s.source.Via != "" {
			x.Report.Outlet = s.source.Via
		}
		s.toll.ID, s.toll.Words = fmt.Sprint("t", i), sitrep.Span{Start: 10 * i, End: 10*i + 5}
		x.Quotes = append(x.Quotes, sitrep.Passage{Span: s.toll.Words, Words: fmt.Sprint(s.toll.Count, " dead")})
		if s.source.Source != "" {
			c := s.source
			c.ID, c.Stance, c.Content = fmt.Sprint("c", i), sitrep.Assert, []sitrep.Span{s.toll.Words}
			x.Claims = append(x.Claims, c)
			s.toll.Claim = c.ID
		}
		x.Event.Tolls = append(x.Event.Tolls, s.toll)
	}
	got := All(all, nil)
	if len(got) != 1 {
		t.Fatalf("%d incidents, want 1", len(got))
	}
	return got[0]
}

func TestTally(t *testing.T) {
	exact, atLeast := sitrep.Exact, sitrep.AtLeast
	for _, test := range []struct {
		name            string
		says            []say
		low, best, high int
		open            bool
	}{
		{"one figure", []say{{"a", "2016-03-12", monitor, killed(3, exact)}}, 3, 3, 3, false},
		{"a bound is open", []say{{"a", "2016-03-12", monitor, killed(29, atLeast)}}, 29, 29, 29, true},
		{"the last figure of an origin stands", []say{{"a", "2016-03-12", monitor, killed(3, exact)}, {"b", "2016-03-13", monitor, killed(5, exact)}}, 5, 5, 5, false},
		{"a lowered figure stands too", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-13", monitor, killed(5, exact)}}, 5, 5, 5, false},
		{"two origins of one day are low and high", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-12", hospital, killed(5, exact)}}, 5, 9, 9, false},
		{"a count that has grown is no low", []say{{"a", "2016-03-12", monitor, killed(5, exact)}, {"b", "2016-03-13", hospital, killed(9, exact)}}, 9, 9, 9, false},
		{"a higher figure of an earlier day stands", []say{{"a", "2016-03-12", monitor, killed(12, exact)}, {"b", "2016-03-13", hospital, killed(9, exact)}}, 9, 9, 12, false},
		{"whose strike it was is never best", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-13", enemy, killed(2, exact)}}, 2, 9, 9, false},
		{"but it stands where there is no other", []say{{"a", "2016-03-12", enemy, killed(2, exact)}}, 2, 2, 2, false},
		{"nor does a later and higher one of his make others old", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-13", enemy, killed(20, exact)}}, 9, 9, 20, false},
		{"a word does not count beside a number", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-12", hospital, killed(24, sitrep.Vague)}}, 9, 9, 9, false},
		{"a word counts alone", []say{{"b", "2016-03-12", hospital, killed(24, sitrep.Vague)}}, 24, 24, 24, false},
		{"a part is no figure", []say{{"a", "2016-03-12", monitor, killed(9, exact)},
			{"a", "2016-03-12", monitor, with(killed(4, exact), func(x *sitrep.Toll) { x.Relation = sitrep.PartToll })}}, 9, 9, 9, false},
		{"nor is a running count", []say{{"a", "2016-03-12", monitor, killed(9, exact)},
			{"a", "2016-03-12", monitor, with(killed(250, exact), func(x *sitrep.Toll) { x.Relation = sitrep.CumulativeToll })}}, 9, 9, 9, false},
		{"nor an earlier figure", []say{{"a", "2016-03-12", monitor, killed(9, exact)},
			{"a", "2016-03-12", monitor, with(killed(4, exact), func(x *sitrep.Toll) { x.Relation = sitrep.UpdateToll })}}, 9, 9, 9, false},
		{"a reporter repeats whom he cites", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"a", "2016-03-12", reporter, killed(8, exact)}}, 9, 9, 9, false},
		{"one victim is one of those counted", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"a", "2016-03-12", hospital, killed(1, exact)}}, 9, 9, 9, false},
		{"an outlet's own lowered figure stands too", []say{{"a", "2016-03-12", byOutlet("Post"), killed(9, exact)}, {"b", "2016-03-13", byOutlet("Post"), killed(5, exact)}}, 5, 5, 5, false},
		{"but not for another outlet", []say{{"a", "2016-03-12", byOutlet("Post"), killed(9, exact)}, {"b", "2016-03-13", byOutlet("Wire"), killed(5, exact)}}, 5, 5, 9, false},
		{"on one day an origin's greater figure is its last", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-12", monitor, killed(5, exact)}}, 9, 9, 9, false},
		{"two figures of rivals are no sum", []say{{"a", "2016-03-12", monitor, killed(9, exact)},
			{"a", "2016-03-12", hospital, with(killed(5, exact), func(x *sitrep.Toll) { x.Relation = sitrep.RivalToll })}}, 5, 9, 9, false},
		{"a figure of the same day that a report takes back", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-12", monitor, killed(5, exact)},
			{"b", "2016-03-12", reporter, with(killed(9, exact), func(x *sitrep.Toll) { x.Relation = sitrep.UpdateToll })}}, 5, 5, 5, false},
		{"another one stands", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-12", monitor, killed(5, exact)},
			{"b", "2016-03-12", reporter, with(killed(8, exact), func(x *sitrep.Toll) { x.Relation = sitrep.UpdateToll })}}, 9, 9, 9, false},
		{"what is told the day after stands, too", []say{{"a", "2016-03-13", monitor, killed(9, exact)}, {"b", "2016-03-12", monitor, killed(5, exact)},
			{"b", "2016-03-12", reporter, with(killed(9, exact), func(x *sitrep.Toll) { x.Relation = sitrep.UpdateToll })}}, 9, 9, 9, false},
		{"and so does another origin's", []say{{"a", "2016-03-12", hospital, killed(9, exact)}, {"b", "2016-03-12", monitor, killed(5, exact)},
			{"b", "2016-03-12", reporter, with(killed(9, exact), func(x *sitrep.Toll) { x.Relation = sitrep.UpdateToll })}}, 5, 9, 9, false},
		{"a part stands where no whole is told", []say{{"a", "2016-03-12", monitor, with(killed(4, exact), func(x *sitrep.Toll) { x.Relation = sitrep.PartToll })}}, 4, 4, 4, false},
		{"a part is no figure in another report either", []say{{"a", "2016-03-12", monitor, killed(9, exact)},
			{"b", "2016-03-13", hospital, with(killed(12, exact), func(x *sitrep.Toll) { x.Relation = sitrep.PartToll })}}, 9, 9, 9, false},
		{"a monitor before a witness who says more later", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-13", witness, killed(14, exact)}}, 9, 9, 14, false},
		{"a witness before the unnamed", []say{{"a", "2016-03-12", witness, killed(9, exact)}, {"b", "2016-03-13", unnamed, killed(14, exact)}}, 9, 9, 14, false},
		{"officials on the spot before distant ones", []say{{"a", "2016-03-12", atHome, killed(9, exact)}, {"b", "2016-03-13", faroff, killed(14, exact)}}, 9, 9, 14, false},
		{"distant officials before the unnamed", []say{{"a", "2016-03-12", faroff, killed(9, exact)}, {"b", "2016-03-13", unnamed, killed(14, exact)}}, 9, 9, 14, false},
		{"even the unnamed before whose strike it was", []say{{"a", "2016-03-12", unnamed, killed(9, exact)}, {"b", "2016-03-13", enemy, killed(2, exact)}}, 2, 9, 9, false},
		{"a reporter does not repeat whose strike it was with another figure", []say{{"a", "2016-03-12", enemy, killed(20, exact)}, {"a", "2016-03-12", reporter, killed(9, exact)}}, 9, 9, 20, false},
		{"but with the same one he does", []say{{"a", "2016-03-12", enemy, killed(20, exact)}, {"a", "2016-03-12", reporter, killed(20, exact)}}, 20, 20, 20, false},
		{"residents are of a nation, not of its army", []say{{"a", "2016-03-12", unnamed, killed(9, exact)},
			{"b", "2016-03-12", sitrep.Claim{Source: "residents of Yland", Side: "YYY", SourceKind: sitrep.Witness}, killed(7, exact)}}, 7, 7, 9, false},
		{"and so is a hospital", []say{{"a", "2016-03-12", witness, killed(9, exact)},
			{"b", "2016-03-12", sitrep.Claim{Source: "a hospital of Yland", Side: "YYY", SourceKind: sitrep.MedicalOrRescue}, killed(7, exact)}}, 7, 7, 9, false},
		{"who counts his own dead is an official of theirs", []say{{"a", "2016-03-12", witness, killed(9, exact)},
			{"b", "2016-03-12", enemy, with(killed(7, exact), func(x *sitrep.Toll) { x.Side = "YYY" })}}, 7, 7, 9, false},
		{"who counts his enemy's is not", []say{{"a", "2016-03-12", unnamed, killed(9, exact)},
			{"b", "2016-03-12", enemy, with(killed(70, exact), func(x *sitrep.Toll) { x.Side = "XXX" })}}, 9, 9, 70, false},
		{"a word of another origin does not count beside the number of whose strike it was", []say{{"a", "2016-03-12", enemy, killed(9, exact)}, {"b", "2016-03-12", hospital, killed(24, sitrep.Vague)}}, 9, 9, 9, false},
		{"more than is open", []say{{"a", "2016-03-12", monitor, killed(29, sitrep.MoreThan)}}, 29, 29, 29, true},
		{"up to is not", []say{{"a", "2016-03-12", monitor, killed(29, sitrep.UpTo)}}, 29, 29, 29, false},
		{"about is not", []say{{"a", "2016-03-12", monitor, killed(29, sitrep.About)}}, 29, 29, 29, false},
		{"a bound below the greatest figure opens nothing", []say{{"a", "2016-03-12", monitor, killed(7, atLeast)}, {"b", "2016-03-12", hospital, killed(9, exact)}}, 7, 9, 9, false},
		{"a bound at the greatest figure does", []say{{"a", "2016-03-12", monitor, killed(9, atLeast)}, {"b", "2016-03-12", hospital, killed(9, exact)}}, 9, 9, 9, true},
		{"two persons are not one of those counted", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"a", "2016-03-12", hospital, killed(2, exact)}}, 2, 9, 9, false},
		{"one victim in another report is no part of these", []say{{"a", "2016-03-12", monitor, killed(9, exact)}, {"b", "2016-03-12", hospital, killed(1, exact)}}, 1, 9, 9, false},
		{"a range", []say{{"a", "2016-03-12", monitor, with(killed(9, sitrep.Range), func(x *sitrep.Toll) { x.CountTo = 14 })}}, 9, 9, 14, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := incidentOf(t, test.says)
			if len(in.Tally) != 1 {
				t.Fatalf("%d lines: %+v", len(in.Tally), in.Tally)
			}
			g := in.Tally[0]
			if g.Low != test.low || g.Best != test.best || g.High != test.high || g.Open != test.open {
				t.Errorf("%d/%d/%d, open %v; want %d/%d/%d, %v; rests on %+v", g.Low, g.Best, g.High, g.Open, test.low, test.best, test.high, test.open, g.RestsOn)
			}
			if len(g.RestsOn)+len(g.SetAside) != len(test.says) {
				t.Errorf("%d figures rest and %d are set aside, of %d", len(g.RestsOn), len(g.SetAside), len(test.says))
			}
		})
	}
}

func TestForcesAndCiviliansHaveLinesOfTheirOwn(t *testing.T) {
	soldiers := with(killed(4, sitrep.Exact), func(x *sitrep.Toll) { x.Side, x.Civilian = "XXX", sitrep.False })
	civilians := with(killed(7, sitrep.Exact), func(x *sitrep.Toll) { x.Side, x.Civilian = "XXX", sitrep.True })
	in := incidentOf(t, []say{{"a", "2016-03-12", monitor, soldiers}, {"a", "2016-03-12", monitor, civilians}})
	if len(in.Tally) != 2 || in.Tally[0].Best != 7 || in.Tally[0].Civilian != sitrep.True || in.Tally[1].Best != 4 || in.Tally[1].Side != "XXX" {
		t.Errorf("got %+v, want 7 civilians and 4 of XXX's forces", in.Tally)
	}
}

func TestEveryFigureWasToldAndNoneIsASum(t *testing.T) {
	for seed := range uint64(40) {
		tellings := world(rand.New(rand.NewPCG(seed, 3)), 25)
		count := map[string]int{}
		for _, x := range tellings {
			for _, toll := range x.Event.Tolls {
				count[x.Key.Report+"/"+x.Key.Event+"/"+toll.ID] = toll.Count
			}
		}
		for _, in := range All(tellings, nil) {
			for _, line := range in.Tally {
				figures := map[int]bool{}
				for _, f := range line.RestsOn {
					if n := count[f.Key.Report+"/"+f.Key.Event+"/"+f.Toll]; n != f.Count || f.Span.Len() == 0 || f.Quote == "" {
						t.Fatalf("seed %d: figure %+v was told as %d", seed, f, n)
					}
					figures[f.Count] = true
				}
				if !figures[line.Low] || !figures[line.Best] || !figures[line.High] || line.Low > line.Best || line.Best > line.High {
					t.Fatalf("seed %d: %d/%d/%d rests on %+v", seed, line.Low, line.Best, line.High, line.RestsOn)
				}
			}
		}
	}
}

func TestOutletsThatCiteOneSpeakerAreOneOrigin(t *testing.T) {
	short := sitrep.Claim{Source: "the Observatory", SourceKind: sitrep.MonitorSource}
	in := incidentOf(t, []say{
		{"a", "2016-03-12", monitor, killed(3, sitrep.Exact)}, {"b", "2016-03-12", short, killed(3, sitrep.Exact)},
		{"c", "2016-03-12", monitor, killed(3, sitrep.Exact)}, {"d", "2016-03-12", hospital, killed(4, sitrep.Exact)},
	})
	if len(in.Origins) != 2 || in.Grade != sitrep.SeveralOrigins {
		t.Errorf("grade %s, origins %+v; want the monitor and the hospital", in.Grade, in.Origins)
	}
	if in = incidentOf(t, []say{{"a", "2016-03-12", monitor, killed(3, sitrep.Exact)}, {"b", "2016-03-12", short, killed(3, sitrep.Exact)}}); in.Grade != sitrep.SingleOrigin {
		t.Errorf("grade %s of one monitor in two outlets", in.Grade)
	}
}

// A figure that does not count all the people of one happening, and them alone, stands only where no other is told, and then the line says what it is.
func TestALineSaysWhatItsFigureIs(t *testing.T) {
	for _, test := range []struct {
		name string
		toll sitrep.Toll
		want string
	}{
		{"a running count", with(killed(250, sitrep.Exact), func(x *sitrep.Toll) { x.Relation = sitrep.CumulativeToll }), "a running count over more than this happening"},
		{"a part", with(killed(4, sitrep.Exact), func(x *sitrep.Toll) { x.Relation = sitrep.PartToll }), "a part of another figure"},
		{"an earlier figure", with(killed(4, sitrep.Exact), func(x *sitrep.Toll) { x.Relation = sitrep.UpdateToll }), "an earlier figure"},
		{"a whole", killed(4, sitrep.Exact), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			why := incidentOf(t, []say{{"a", "2016-03-12", monitor, test.toll}}).Tally[0].Why
			if test.want == "" && strings.Contains(why, ";") || !strings.Contains(why, test.want) {
				t.Errorf("%q, want %q in it", why, test.want)
			}
		})
	}
}
