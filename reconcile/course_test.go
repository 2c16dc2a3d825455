package reconcile

import (
	"slices"
	"strings"
	"testing"

	"sitrep"
)

// truce is a telling of a ceasefire of the north and the front: what is told of it, of which time, in a report.
func truce(report, published, phase string, when sitrep.Interval, change func(*sitrep.Telling)) sitrep.Telling {
	x := told(report, "e1", published, sitrep.Ceasefire, sitrep.CivilDate{}, "Dorel")
	x.Event.Phase, x.Event.When = phase, when
	x.Event.Mentions = []sitrep.Span{{Start: 1, End: 9}}
	x.Quotes = []sitrep.Passage{{Span: x.Event.Mentions[0], Words: "the truce"}}
	for _, s := range []string{"NORTH", "FRONT"} {
		x.Event.Actors = append(x.Event.Actors, sitrep.Actor{Role: sitrep.Party, Name: s, Side: s})
	}
	x.Words = []string{"truce", "harbour", "dorel", "ferry"}
	if change != nil {
		change(&x)
	}
	return x
}

// turnsOf are the turns of an incident as tests compare them.
func turnsOf(in *sitrep.Incident) []string {
	var out []string
	for _, t := range in.Course {
		s := t.When.From.String()
		if t.When.To != t.When.From {
			s += "/" + t.When.To.String()
		}
		if t.When.Basis == sitrep.Assumed {
			s += "?"
		}
		s += " " + t.What
		if t.By != "" {
			s += " by " + t.By
		}
		if len(t.AccordingTo) > 0 {
			s += " says " + strings.Join(t.AccordingTo, ", ")
		}
		out = append(out, s+strings.Repeat("+", len(t.Again)))
	}
	return out
}

func TestTheLifeOfACeasefire(t *testing.T) {
	began := onDay(2016, 3, 1)
	going := sitrep.Interval{From: day(2016, 3, 1), Basis: sitrep.Told}
	week := between(day(2016, 3, 1), day(2016, 3, 8))
	recalled := func(x *sitrep.Telling) { x.Event.News = false }
	according := func(c sitrep.Claim) func(*sitrep.Telling) {
		return func(x *sitrep.Telling) {
			c.ID, c.Stance, c.Content = "c1", sitrep.Assert, []sitrep.Span{{Start: 0, End: 30}}
			x.Claims, x.Event.AccordingTo = []sitrep.Claim{c}, []string{"c1"}
		}
	}
	for _, test := range []struct {
		name string
		all  []sitrep.Telling
		want []string
	}{
		{"agreed, of a time to come", []sitrep.Telling{truce("a", "2016-02-27", "agreed", began, nil)}, []string{"2016-02-27? agreed"}},
		{"took effect", []sitrep.Telling{truce("a", "2016-03-02", "in-effect", began, nil)}, []string{"2016-03-01 in-effect"}},
		{"holds on the day of the report", []sitrep.Telling{truce("a", "2016-03-03", "in-effect", going, nil)}, []string{"2016-03-03 in-effect"}},
		{"recalled, it held then", []sitrep.Telling{truce("a", "2016-05-03", "in-effect", began, recalled)}, []string{"2016-03-01 in-effect"}},
		{"over, it held then", []sitrep.Telling{truce("a", "2016-03-20", "in-effect", week, nil)}, []string{"2016-03-01/2016-03-08 in-effect"}},
		{"ended on its last day", []sitrep.Telling{truce("a", "2016-03-09", "ended", week, nil)}, []string{"2016-03-08 ended"}},
		{"of no day that is told", []sitrep.Telling{truce("a", "2016-03-09", "extended", sitrep.Interval{}, nil)}, []string{"2016-03-09? extended"}},
		{"its whole life, whatever order it comes in", []sitrep.Telling{truce("e", "2016-03-09", "ended", week, nil), truce("d", "2016-03-06", "extended", onDay(2016, 3, 6), nil),
			truce("b", "2016-03-01", "in-effect", began, nil), truce("c", "2016-03-04", "in-effect", going, according(monitor)), truce("a", "2016-02-28", "agreed", began, nil)},
			[]string{"2016-02-28? agreed", "2016-03-01 in-effect", "2016-03-04 in-effect says the Xland Observatory", "2016-03-06 extended", "2016-03-08 ended"}},
		{"what many recall is one turn", []sitrep.Telling{truce("a", "2016-05-01", "broken-down", began, recalled), truce("b", "2016-05-02", "broken-down", began, recalled), truce("c", "2016-05-03", "broken-down", began, recalled)},
			[]string{"2016-03-01 broken-down++"}},
		{"on another's word it is another", []sitrep.Telling{truce("a", "2016-05-01", "broken-down", began, recalled), truce("b", "2016-05-02", "broken-down", began, func(x *sitrep.Telling) { recalled(x); according(monitor)(x) })},
			[]string{"2016-03-01 broken-down", "2016-03-01 broken-down says the Xland Observatory"}},
		{"a mention without a state", []sitrep.Telling{truce("a", "2016-03-02", "in-effect", began, nil), truce("b", "2016-03-04", "", began, nil)}, []string{"2016-03-01 in-effect"}},
		{"nothing but mentions", []sitrep.Telling{truce("b", "2016-03-04", "", began, nil)}, []string{"2016-03-01 told of"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := All(test.all, nil)
			if len(got) != 1 {
				t.Fatalf("%d incidents", len(got))
			}
			if s := turnsOf(&got[0]); !slices.Equal(s, test.want) {
				t.Errorf("got %q, want %q", s, test.want)
			}
		})
	}
}

// What breaches a truce is an allegation: by whom, and according to whom. Fighting that nobody calls a breach is none.
func TestAllegedViolations(t *testing.T) {
	shelling := func(report, violates string, when sitrep.Interval) sitrep.Telling {
		x := told(report, "e2", "2016-03-06", sitrep.Shelling, sitrep.CivilDate{}, "Kesh")
		x.Event.When, x.Event.Violates = when, violates
		x.Event.Actors = []sitrep.Actor{{Role: sitrep.Initiator, Name: "the Front", Side: "FRONT", AccordingTo: []string{"c9"}, Confidence: sitrep.Accused}}
		c := claimed(enemy, func(c *sitrep.Claim) {
			c.ID, c.Stance, c.Content = "c9", sitrep.Accuse, []sitrep.Span{{Start: 40, End: 60}}
		})
		x.Claims = []sitrep.Claim{c}
		return x
	}
	holds := truce("a", "2016-03-06", "in-effect", sitrep.Interval{From: day(2016, 3, 1)}, nil)
	for _, test := range []struct {
		name     string
		violates string
		when     sitrep.Interval
		want     []string
	}{
		{"called a breach", "e1", onDay(2016, 3, 5), []string{"2016-03-05 violation by the Front says the Yland defence ministry", "2016-03-06 in-effect"}},
		{"not called one", "", onDay(2016, 3, 5), []string{"2016-03-06 in-effect"}},
		{"of what began before the truce", "e1", sitrep.Interval{From: day(2012, 0, 0)}, []string{"2016-03-06 in-effect", "2016-03-06? violation by the Front says the Yland defence ministry"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := All([]sitrep.Telling{holds, shelling("a", test.violates, test.when)}, nil)
			if s := turnsOf(&got[0]); !slices.Equal(s, test.want) {
				t.Errorf("got %q, want %q", s, test.want)
			}
		})
	}
}

func TestADemandAndItsAnswerInTheCourse(t *testing.T) {
	says := func(source, side string, stance sitrep.Stance, to, words string) func(*sitrep.Telling) {
		return func(x *sitrep.Telling) {
			at := sitrep.Span{Start: 50, End: 90}
			x.Claims = []sitrep.Claim{{ID: "c" + x.Key.Report, Source: source, Side: side, SourceKind: sitrep.Belligerent, To: to, Stance: stance, Content: []sitrep.Span{at}, About: []string{"e1"}}}
			x.Quotes = append(x.Quotes, sitrep.Passage{Span: at, Words: words})
		}
	}
	began := onDay(2016, 3, 1)
	got := All([]sitrep.Telling{
		truce("c", "2016-03-02", "in-effect", began, says("Lake Front", "FRONT", sitrep.Reject, "", "the demand to open the ferry port of Dorel")),
		truce("a", "2016-03-01", "in-effect", began, says("Northern Army", "NORTH", sitrep.Demand, "Lake Front", "open the ferry port of Dorel to traders")),
		truce("b", "2016-03-01", "in-effect", began, says("Northern Army", "NORTH", sitrep.Demand, "Lake Front", "the ferry port of Dorel must be open to traders")),
	}, nil)
	want := []string{"2016-03-01? demand by Northern Army says Northern Army+", "2016-03-01 in-effect++", "2016-03-02? rejected by Lake Front says Lake Front"}
	if s := turnsOf(&got[0]); len(got) != 1 || !slices.Equal(s, want) {
		t.Errorf("got %q, want %q", s, want)
	}
}

func TestTheWordsOfATurn(t *testing.T) {
	x := truce("a", "2016-03-02", "broken-down", onDay(2016, 3, 1), func(x *sitrep.Telling) {
		x.Event.Mentions = append(x.Event.Mentions, sitrep.Span{Start: 20, End: 40})
		x.Quotes = append(x.Quotes, sitrep.Passage{Span: sitrep.Span{Start: 20, End: 40}, Words: "the truce collapsed"})
	})
	if got := All([]sitrep.Telling{x}, nil)[0].Course[0]; got.Quote != "the truce collapsed" || got.Span.Start != 20 {
		t.Errorf("%q, %v", got.Quote, got.Span)
	}
}
