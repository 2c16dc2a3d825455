package peace_test

import (
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/extract/peace"
)

func TestRoundsOfTalks(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string // from and to of each event of talks
	}{
		{"two months are two rounds", "The two sides held talks in Vienna in January and February.", []string{"2017-01 2017-01", "2017-02 2017-02"}},
		{"two days of two months are", "The two sides held talks in Vienna on January 5 and February 20.", []string{"2017-01-05 2017-01-05", "2017-02-20 2017-02-20"}},
		{"two days running are one meeting", "The two sides held talks in Vienna on Thursday and Friday.", nil},
		{"one month is one", "The two sides held talks in Vienna in January and signed nothing.", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			var got []string
			for i := range s.Events {
				if e := &s.Events[i]; e.Kind == sitrep.Talks {
					got = append(got, e.When.From.String()+" "+e.When.To.String())
				}
			}
			if c.want == nil && len(got) != 1 || c.want != nil && !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestAsManyTimesAsCounted: two wars with two times are two, and those that the report tells of by themselves are the same.
func TestAsManyTimesAsCounted(t *testing.T) {
	year := func(y int) sitrep.Interval {
		d := sitrep.CivilDate{Year: y}
		return sitrep.Interval{From: d, To: d, Precision: sitrep.YearPrecision}
	}
	for _, c := range []struct {
		name, text string
		elsewhere  []sitrep.Interval // the times of wars told by themselves
		want       []string
	}{
		{"two", "The neighbours fought two wars — in 2011 and in the 1990s — over the valley.", nil, []string{"2011 2011", "1990 1999"}},
		{"in commas", "They fought two wars, in 1965 and 1971.", nil, []string{"1965 1965", "1971 1971"}},
		{"one is told elsewhere", "The neighbours fought two wars — in 2011 and in the 1990s — over the valley.", []sitrep.Interval{year(1992)}, []string{"2011 2011", "1992 1992"}},
		{"both are", "The neighbours fought two wars — in 2011 and in the 1990s — over the valley.", []sitrep.Interval{year(2011), year(1992)}, []string{"2011 2011", "1992 1992"}},
		{"three with two times", "They fought three wars, in 1965 and 1971.", nil, []string{" "}},
		{"a time of something else", "They fought two wars and met in 1965 and in 1971.", nil, []string{" "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text+strings.Repeat(" A war ended.", len(c.elsewhere)))
			n := 0
			for i := range s.Tokens {
				if w := s.Tokens[i].Form; w == "wars" {
					mention(s, sitrep.War, i)
				} else if w == "war" {
					s.Events = append(s.Events, sitrep.Event{Kind: sitrep.War, When: c.elsewhere[n], MentionsOf: []int{len(s.Mentions)}})
					s.Mentions = append(s.Mentions, sitrep.EventMention{Kind: sitrep.War, Trigger: i, TriggerSpan: s.Tokens[i].Span, Span: s.Tokens[i].Span})
					n++
				}
			}
			mention(s, sitrep.Talks, 0) // so that there is something to read
			if err := peace.New().Read(s); err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range s.Events {
				if e := &s.Events[i]; e.Kind == sitrep.War {
					got = append(got, e.When.From.String()+" "+e.When.To.String())
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
