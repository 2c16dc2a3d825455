package extract_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/page"
)

// figures are all tolls of a reading: harm, number and the words of the people.
func figures(r *sitrep.Reading) []string {
	var all []string
	for i := range r.Events {
		for _, t := range tolls(&r.Events[i]) {
			all = append(all, string(r.Events[i].Kind)+": "+t)
		}
	}
	return all
}

func TestOneNumberChangesOneToll(t *testing.T) {
	text := "A car bomb killed %s people and wounded 9 in the market of a northern town on Monday, police said. On Sunday 5 soldiers were killed when " +
		"rebels attacked an army post near the border."
	was, is := figures(read(t, published, fmt.Sprintf(text, "3"))), figures(read(t, published, fmt.Sprintf(text, "17")))
	if len(was) != 3 {
		t.Fatalf("tolls %q, want 3", was)
	}
	for i := range was {
		want := strings.Replace(was[i], "killed exact 3-0", "killed exact 17-0", 1)
		if i >= len(is) || is[i] != want {
			t.Fatalf("got %q\nbefore %q", is, was)
		}
	}
}

var digits = regexp.MustCompile(`\d[\d,]*`)

// Of every example, each number of a toll is changed in the text, one at a time: the toll is the new number's, all others stay.
func TestEachNumberOfTheExamplesChangesItsToll(t *testing.T) {
	checked := 0
	for name, raw := range examples(t) {
		was := readInput(t, raw, page.Hints{Name: name})
		for i := range was.Events {
			for k := range was.Events[i].Tolls {
				if checkChanged(t, name, was, &was.Events[i].Tolls[k]) {
					checked++
				}
			}
		}
	}
	if checked < 6 {
		t.Errorf("%d numbers were changed, want at least 6", checked)
	}
}

// checkChanged adds one to the number of a toll where it stands in the text and reads again. Figures told twice, and those that are words, are
// passed over: it tells whether one was changed.
func checkChanged(t *testing.T, name string, was *sitrep.Reading, toll *sitrep.Toll) bool {
	t.Helper()
	text := was.Report.Text
	at := digits.FindStringIndex(text[toll.Words.Start:toll.Words.End])
	if at == nil || len(toll.Mentions) > 1 || toll.CountTo > 0 {
		return false
	}
	start, end := toll.Words.Start+at[0], toll.Words.Start+at[1]
	if strings.ReplaceAll(text[start:end], ",", "") != fmt.Sprint(toll.Count) || strings.Count(text, text[start:end]) > 1 {
		return false
	}
	changed := text[:start] + grouped(toll.Count+1) + text[end:]
	is := readInput(t, []byte(changed), page.Hints{Published: was.Report.Day().String(), Title: was.Report.Title, NoTitle: true, Form: page.Text})
	before, after := figures(was), figures(is)
	old, next := fmt.Sprintf(" %d-", toll.Count), fmt.Sprintf(" %d-", toll.Count+1)
	for i := range before {
		before[i] = strings.Replace(before[i], old, next, 1)
	}
	if !slices.Equal(before, after) {
		t.Errorf("%s: %d became %d in %q:\ngot  %q\nwant %q", name, toll.Count, toll.Count+1, text[toll.Words.Start:toll.Words.End], after, before)
	}
	return true
}

// grouped is a number with commas at its thousands.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
