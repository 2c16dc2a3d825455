package extract_test

import (
	"testing"

	"sitrep/page"
)

// mostFuzzed is how many bytes of a text are read: a longer one only takes longer.
const mostFuzzed = 1500

func FuzzRead(f *testing.F) {
	for _, text := range ugly {
		f.Add(text, published)
	}
	for _, d := range deeds {
		f.Add(fill(d.text, partyPairs[0][0], partyPairs[0][1]), "")
	}
	f.Add("“We will answer,” he said on Monday. The ceasefire that began on May 4 was broken 3 times, Chad said; Libya denied it.", published)
	f.Fuzz(func(t *testing.T, text, day string) {
		report, err := page.Parse([]byte(text[:min(len(text), mostFuzzed)]), page.Hints{Form: page.Text, Published: day})
		if err != nil {
			t.Skip(err)
		}
		reading, err := reader().Read(report)
		if err != nil {
			t.Fatal(err)
		}
		check(t, "fuzzed", reading)
	})
}
