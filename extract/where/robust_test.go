package where_test

import (
	"strings"
	"testing"

	"sitrep"
	"sitrep/extract/where"
)

func TestNothingPanics(t *testing.T) {
	for _, text := range []string{"", "in", "Fighting", "Fighting in", "shelled shelled \xff Kirkuk", strings.Repeat("Fighting in Goma and ", 300)} {
		if _, err := reader().Story(&sitrep.Report{Text: text}); err != nil {
			t.Error(err)
		}
	}
}

func TestListsAreTakenWhole(t *testing.T) {
	got := placesOf(t, "Heavy fighting broke out in Kirkuk, Mosul and Erbil on Monday.", "fighting")
	if len(got) < 2 {
		t.Errorf("got %q, want the towns of the list", got)
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Fighting broke out in Goma on Monday, a spokesman for Rwanda said. Shells hit Bukavu and Uvira, and troops left Kisangani for Kinshasa. ", 18)
	s, err := reader().Story(&sitrep.Report{Text: text})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(s.Mentions)), "mentions")
	for b.Loop() {
		if err := where.New().Read(s); err != nil {
			b.Fatal(err)
		}
	}
}
