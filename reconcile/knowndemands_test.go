package reconcile

import (
	"fmt"
	"slices"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// TestDemandsKnownAreThoseOfTheReportsUntilThen holds the claims that are read against all that were told until the last of the days.
func TestDemandsKnownAreThoseOfTheReportsUntilThen(t *testing.T) {
	from := sitrep.CivilDate{Year: 2031, Month: 4, Day: 20}
	week := casebook.Query{From: from, To: from.AddDays(6)}
	answers := 0
	for seed := range uint64(60) {
		book := manyClaims{rows: argument(seed)}
		asked := week
		asked.Stances = []sitrep.Stance{sitrep.Demand}
		page, _ := book.Claims(t.Context(), asked)
		wanted := map[claimKey]bool{}
		for i := range page.Rows {
			wanted[keyOfClaim(&page.Rows[i])] = true
		}
		told, _ := book.Claims(t.Context(), casebook.Query{From: from.AddDays(-2 * sameDemand), To: week.To})
		var want []string
		for _, g := range groupDemands(told.Rows) {
			if first := g.firstOf(wanted); first != nil {
				want = append(want, fmt.Sprint(statement(g.as(first))))
				answers += len(g.answers)
			}
		}
		known, err := DemandsKnown(t.Context(), book, week)
		if err != nil {
			t.Fatal(err)
		}
		for i := range known.Rows {
			if len(known.Rows[i].Answers) > 0 {
				t.Fatalf("seed %d: a demand has answers that nobody asked for", seed)
			}
		}
		var all []int
		for i := range known.Rows {
			all = append(all, i)
		}
		if err := known.Answer(t.Context(), all); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range known.Rows {
			got = append(got, fmt.Sprint(statement(d)))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d:\ngot  %q\nwant %q", seed, got, want)
		}
		single, err := DemandsKnown(t.Context(), book, week)
		for _, i := range slices.Backward(all) {
			if err == nil {
				err = single.Answer(t.Context(), []int{i})
			}
		}
		if err == nil {
			err = single.Answer(t.Context(), all)
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range all {
			if got, want := statement(single.Rows[i]), statement(known.Rows[i]); !slices.Equal(got, want) {
				t.Fatalf("seed %d: asked for one by one, got %q, want %q", seed, got, want)
			}
		}
	}
	if answers < 20 {
		t.Errorf("%d answers in all: too few to tell", answers)
	}
}
