package peace_test

import (
	"slices"
	"testing"

	"sitrep"
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
