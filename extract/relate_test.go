package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

func TestRelationsOfTolls(t *testing.T) {
	language, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	reader := extract.New(language, lexicon.English(), gazetteer.Default())
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
		{"since a month", "More than 4,000 people have been killed in the war in Iraq since January.", "4000 cumulative since 2016-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			day, _ := time.Parse("2006-01-02", "2016-05-11")
			s, err := reader.Story(&sitrep.Report{ID: "t", SHA256: "00", Text: c.text, Published: day})
			if err != nil {
				t.Fatal(err)
			}
			if got := relations(s); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
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
