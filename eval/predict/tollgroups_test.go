package predict

import (
	"testing"
	"time"

	"sitrep"
)

// shooting is an article about a shooting in a town.
func shooting(id, town, day, published string, killed int, words ...string) *article {
	at, err := time.Parse("2006-01-02", published)
	if err != nil {
		panic(err)
	}
	d, _ := sitrep.ParseCivilDate(day)
	t := sitrep.Telling{Key: sitrep.EventKey{Report: id, Event: "main"}, Report: sitrep.ReportHead{ID: id, Published: at}, Words: words}
	t.Event = sitrep.Event{ID: "main", Kind: sitrep.Attack, Status: sitrep.Happened, News: true, When: sitrep.Interval{From: d, To: d},
		Places: []sitrep.Place{{Name: town, Countries: []string{"USA"}, Precision: 1}},
		Tolls:  []sitrep.Toll{{ID: "k", Harm: sitrep.Killed, Count: killed, Qualifier: sitrep.Exact}}}
	return &article{tollsAnswer{ID: id, Killed: killed}, t}
}

func TestArticlesOfOneShootingAreOneGroup(t *testing.T) {
	articles := []any{
		shooting("a", "Millford", "2014-05-03", "2014-05-04", 1, "party", "argument", "driveway"),
		shooting("b", "Millford", "2014-05-03", "2014-05-06", 2, "party", "argument", "neighbour"),
		shooting("c", "Eastbay", "2014-05-03", "2014-05-04", 1, "robbery", "clerk", "register"),
	}
	lines := groupTolls(articles)
	group := map[string]string{}
	final := map[string]int{}
	for _, x := range lines {
		l := x.(*tollsAnswer)
		if l.ID != "" {
			group[l.ID] = l.Group
		} else {
			final[l.Group] = l.Killed
		}
	}
	if group["a"] != group["b"] || group["a"] == group["c"] || group["a"] == "" {
		t.Errorf("groups %v, want a and b in one and c in another", group)
	}
	if final[group["a"]] != 2 {
		t.Errorf("the toll of a and b is %d, want 2, the later figure", final[group["a"]])
	}
}

func TestGivenGroupsStay(t *testing.T) {
	a := shooting("a", "Millford", "2014-05-03", "2014-05-04", 1, "party")
	b := shooting("b", "Millford", "2014-05-03", "2014-05-04", 1, "party")
	a.line.Group, b.line.Group = "x", "y"
	lines := groupTolls([]any{a, b})
	if len(lines) != 4 || lines[0].(*tollsAnswer).Group != "x" || lines[1].(*tollsAnswer).Group != "y" {
		t.Errorf("%d lines, groups %q and %q; want two articles and two groups", len(lines), lines[0].(*tollsAnswer).Group, lines[1].(*tollsAnswer).Group)
	}
}
