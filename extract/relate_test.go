package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sitrep"
)

func TestRelationsOfTolls(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a part", "Gunmen killed 12 people, including five children, in an attack on a market in Kirkuk on Monday.", "12; 5 part of 12"},
		{"an older figure", "A bomb went off in Kirkuk on Monday. The death toll of the bombing climbed to 70 from 43.", "70; 43 update of 70"},
		{"another speaker's figure", "A bomb killed people in a market in Kirkuk on Monday. Police said the bombing killed 12 people. A hospital said the bombing killed 19 people.",
			"12; 19 rival of 12"},
		{"a figure that is taken back", "A bomb killed 11 people in a market in Kirkuk on Monday, the hospital said. Correction: An earlier version of this report said that 12 people were killed by the bomb.",
			"11; 12 update of 11"},
		{"taken back, and what holds", "A bomb went off in a market in Kirkuk on Monday. Correction: an earlier version said the bomb killed 12 soldiers; the hospital now says the bomb killed 11 soldiers.",
			"12 update of 11; 11"},
		{"an earlier version of something else", "A bomb killed 11 people in a market in Kirkuk on Monday. The original version of the bomb killed 12 people in Mosul.", "11; 12"},
		{"an earlier attack is none", "A bomb killed 11 people in a market in Kirkuk on Monday. An earlier bomb killed 12 people in Mosul on Sunday.", "11; 12"},
		{"some of the dead and the rest", "The bombing killed 20 people in a market in Kirkuk on Monday. Thirteen of the dead were civilians, while seven were soldiers.",
			"20; 13 part of 20; 7 part of 20"},
		{"a row that adds up", "Four people were killed in a bombing in Kirkuk on Monday. One officer and three soldiers were killed in the bombing.",
			"4; 1 part of 4; 3 part of 4"},
		{"since a month", "More than 4,000 people have been killed in the war in Iraq since January.", "4000 cumulative since 2016-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := storyOf(t, c.text)
			if got := relations(s); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// storyOf is the story of a text that was published on 2016-05-11.
func storyOf(t *testing.T, text string) *sitrep.Story {
	t.Helper()
	day, _ := time.Parse("2006-01-02", "2016-05-11")
	s, err := reader().Story(&sitrep.Report{ID: "t", SHA256: "00", Text: text, Published: day})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// relations are the tolls of a story's events with how they stand to each other.
func relations(s *sitrep.Story) string {
	counts := map[string]int{}
	var out []string
	for i := range s.Events {
		for _, x := range s.Events[i].Tolls {
			counts[x.ID] = x.Count
		}
		for _, x := range s.Events[i].Tolls {
			line := fmt.Sprint(x.Count)
			if x.Relation != "" {
				line += " " + string(x.Relation)
			}
			if x.Of != "" {
				line += fmt.Sprint(" of ", counts[x.Of])
			}
			if !x.AsOf.IsZero() {
				line += " since " + x.AsOf.String()
			}
			out = append(out, line)
		}
	}
	return strings.Join(out, "; ")
}

// TestWhoGivesAFigure: what a headline in the text tells is his who is given for it below, and a part is his who gave the whole.
func TestWhoGivesAFigure(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"headline", "Car bomb kills 23 in Kirkuk market. At least 23 people were killed by a car bomb in Kirkuk on Monday, the governor said.", "23 the governor"},
		{"the reporter's own, told again much later", "A car bomb killed 23 people in Kirkuk on Monday. Shops stayed shut. Roads were closed. Schools will open on Sunday. The governor said the car bomb killed 23 people.", "23 "},
		{"a part", "A hospital said the bombing killed 20 people in a market in Kirkuk on Monday. Thirteen of the dead were civilians.", "20 A hospital, 13 A hospital"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := storyOf(t, c.text)
			source := map[string]string{}
			for i := range s.Claims {
				source[s.Claims[i].ID] = s.Claims[i].Source
			}
			var got []string
			for i := range s.Events {
				for _, x := range s.Events[i].Tolls {
					got = append(got, fmt.Sprint(x.Count, " ", source[x.Claim]))
				}
			}
			if all := strings.Join(got, ", "); all != c.want {
				t.Errorf("got %q, want %q", all, c.want)
			}
		})
	}
}
