package event

import (
	"testing"

	"sitrep"
)

func TestTwoSpeakersOfOneSideTellOneFigure(t *testing.T) {
	text := "five dead. five dead. five more dead."
	day := sitrep.CivilDate{Year: 2020, Month: 5, Day: 4}
	told := func(start, end int) sitrep.Event {
		return sitrep.Event{Kind: sitrep.Attack, When: sitrep.Interval{From: day, To: day},
			Tolls: []sitrep.Toll{{Harm: sitrep.Killed, Count: 5, Qualifier: sitrep.Exact, Words: sitrep.Span{Start: start, End: end}}}}
	}
	for _, c := range []struct {
		name          string
		source, side  string // of the second claim; the first is the ministry's, of KEN
		start, end, n int
		want          bool
	}{
		{"a minister of the same side", "the minister", "KEN", 11, 20, 5, true},
		{"the same speaker again", "the ministry", "KEN", 11, 20, 5, false},
		{"the other side", "the rebels", "RUF", 11, 20, 5, false},
		{"further ones", "the minister", "KEN", 22, 36, 5, false},
		{"too few to tell", "the minister", "KEN", 11, 20, 2, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &sitrep.Story{Doc: &sitrep.Doc{Text: text}, Claims: []sitrep.Claim{{Source: "the ministry", Side: "KEN", Content: []sitrep.Span{{Start: 0, End: 9}}},
				{Source: c.source, Side: c.side, Content: []sitrep.Span{{Start: c.start, End: c.end}}}}}
			a, b := told(0, 9), told(c.start, c.end)
			a.Tolls[0].Count, b.Tolls[0].Count = c.n, c.n
			all := []*standing{{group: &group{members: []int{0}}, event: a}, {group: &group{members: []int{1}}, event: b}}
			joinPairs(all, (&view{Story: s}).repeated)
			if all[1].joined != c.want {
				t.Errorf("joined %v, want %v", all[1].joined, c.want)
			}
		})
	}
}
