package rows

import (
	"slices"
	"testing"

	"sitrep"
)

func TestFigure(t *testing.T) {
	told := func(n int, q sitrep.TollQualifier) sitrep.TallyToll { return sitrep.TallyToll{Count: n, Qualifier: q} }
	for _, c := range []struct {
		name            string
		low, best, high int
		open            bool
		rests           []sitrep.TallyToll
		want            string
	}{{"one", 3, 3, 3, false, nil, "3"}, {"open", 29, 29, 29, true, nil, "29+"}, {"two", 3, 3, 5, false, nil, "3–5"}, {"three", 3, 4, 5, true, nil, "3–4–5+"},
		{"about", 1200, 1200, 1200, false, []sitrep.TallyToll{told(1200, sitrep.About)}, "~1200"},
		{"about to one, exact to another", 5, 5, 9, false, []sitrep.TallyToll{told(5, sitrep.About), told(5, sitrep.Exact), told(9, sitrep.Vague)}, "5–~9"}} {
		if got := Figure(&sitrep.Tally{Low: c.low, Best: c.best, High: c.high, Open: c.open, RestsOn: c.rests}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// "Several were killed" is no "3 killed": what has no number of its own says so wherever figures stand.
func TestANumberThatNobodyToldIsMarked(t *testing.T) {
	of := func(n int, q sitrep.TollQualifier) sitrep.Tally {
		return sitrep.Tally{Harm: sitrep.Killed, Low: n, Best: n, High: n, RestsOn: []sitrep.TallyToll{{Count: n, Qualifier: q}}}
	}
	several, three := of(3, sitrep.Vague), of(3, sitrep.Exact)
	if got := Tally(&several); got != "killed ~3" {
		t.Errorf("several: %q", got)
	}
	if got := Tally(&three); got != "killed 3" {
		t.Errorf("three: %q", got)
	}
	for name, c := range map[string]struct {
		tally []sitrep.Tally
		want  bool
	}{"several": {[]sitrep.Tally{several}, true}, "three": {[]sitrep.Tally{three}, false}, "three of one side, several of the other": {[]sitrep.Tally{three, several}, true}, "none": {nil, false}} {
		i := &sitrep.Incident{Tally: c.tally}
		if RoughKilled(i) != c.want || slices.Contains(roughHarms(i), "killed") != c.want {
			t.Errorf("%s: %v", name, roughHarms(i))
		}
	}
}

func TestAnAssumedDayIsNearByOnly(t *testing.T) {
	for _, c := range []struct {
		name string
		when sitrep.Interval
		want sitrep.DatePrecision
	}{
		{"told", sitrep.Interval{Precision: sitrep.DayPrecision, Basis: sitrep.Told}, sitrep.DayPrecision},
		{"assumed", sitrep.Interval{Precision: sitrep.DayPrecision, Basis: sitrep.Assumed}, sitrep.DaysPrecision},
		{"an assumed month", sitrep.Interval{Precision: sitrep.MonthPrecision, Basis: sitrep.Assumed}, sitrep.MonthPrecision},
	} {
		if got := Precision(&c.when); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestNoDenialIsAnEmptyCell(t *testing.T) {
	of := initiators(func(a *sitrep.IncidentActor) string { return List(a.DeniedBy) })
	two := &sitrep.Incident{Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator}, {Role: sitrep.Initiator}}}
	if got := of(two).([]string); len(got) != 0 {
		t.Errorf("nobody denies: %q", got)
	}
	two.Actors[1].DeniedBy = []string{"the ministry"}
	if got := of(two).([]string); !slices.Equal(got, []string{"", "the ministry"}) {
		t.Errorf("one denies: %q", got)
	}
}
