package desk

import (
	"strings"
	"testing"

	"sitrep"
)

func TestLowers(t *testing.T) {
	filler := strings.Repeat("The talks went on by the lake. ", 60)
	cases := []struct {
		name, title, text string
		want              bool
	}{
		{"plain", "Shells fall on Dorel", filler, false},
		{"at the foot", "Shells fall on Dorel", filler + "Correction: an earlier count of the dead was too high.", true},
		{"at the head", "", "(Corrects number of dead in paragraph 2.)\n" + filler, true},
		{"in the title", "CORRECTION - Three, not five, dead in Dorel", filler, true},
		{"an earlier version", "", filler + "An earlier version of this story gave a higher toll.", true},
		{"withdrawn", "", "This article has been withdrawn.\n" + filler, true},
		{"in the middle", "", filler + "A correction: he said so. " + filler, false},
		{"a house of correction", "", "Guards of the correction centre left. " + filler, false},
		{"an earlier report", "", "It was based on an earlier report of the ministry. " + filler, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := lowers(&sitrep.Report{Title: c.title, Text: c.text}); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
