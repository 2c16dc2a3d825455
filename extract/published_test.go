package extract_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/page"
)

const weekLater = "2021-06-23"

// days are the first and last days of the events.
func days(r *sitrep.Reading) []string {
	var all []string
	for i := range r.Events {
		w := r.Events[i].When
		all = append(all, w.From.String()+" "+w.To.String())
	}
	return all
}

func TestRelativeDatesFollowThePublication(t *testing.T) {
	for _, c := range []struct{ name, text, first, second string }{
		{"a weekday", "Rebels shelled the town of Goma on Monday, killing two people. The shelling lasted until the evening, residents said.", "2021-06-14 2021-06-14", "2021-06-21 2021-06-21"},
		{"yesterday", "Rebels shelled the town of Goma yesterday, killing two people. The shelling lasted until the evening, residents said.", "2021-06-15 2021-06-15", "2021-06-22 2021-06-22"},
		{"days ago", "Rebels shelled the town of Goma four days ago, killing two people. The shelling lasted until the evening, residents said.", "2021-06-12 2021-06-12", "2021-06-19 2021-06-19"},
		{"a weekday to come", "The governments of Chad and Libya will hold peace talks in Geneva on Friday. The two sides will sit at one table in the talks, which the United Nations will lead.", "2021-06-18 2021-06-18", "2021-06-25 2021-06-25"},
		{"a full date", "Rebels shelled the town of Goma on March 3, 2021, killing two people. The shelling lasted until the evening, residents said.", "2021-03-03 2021-03-03", "2021-03-03 2021-03-03"},
		{"a month", "The two governments signed a ceasefire in March 2019.", "2019-03 2019-03", "2019-03 2019-03"},
		{"a year", "Rebels shelled the town of Goma in 2017, killing two people. The shelling lasted until the evening, residents said.", "2017 2017", "2017 2017"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for day, want := range map[string]string{published: c.first, weekLater: c.second} {
				if got := days(read(t, day, c.text)); !slices.Equal(got, []string{want}) {
					t.Errorf("published %s: %q, want %s", day, got, want)
				}
			}
		})
	}
}

var inDateline = regexp.MustCompile(`, [A-Z][a-z]+\.? \d+, \d{4} –`)

// The examples are read as if they had appeared a week later: an event's days move by a week, if a relative word tells them, or stay.
func TestExamplesAWeekLater(t *testing.T) {
	moved := 0
	for name, raw := range examples(t) {
		if !strings.HasSuffix(name, ".txt") {
			continue
		}
		day := readInput(t, raw, page.Hints{Name: name}).Report.Day()
		text := inDateline.ReplaceAll(raw, []byte(" –"))
		was, is := readInput(t, text, page.Hints{Published: day.String()}), readInput(t, text, page.Hints{Published: day.AddDays(7).String()})
		for i := range was.Events {
			k := slices.IndexFunc(is.Events, func(e sitrep.Event) bool { return e.Trigger == was.Events[i].Trigger })
			if k < 0 {
				continue
			}
			a, b := was.Events[i].When, is.Events[k].When
			if between(day, a.From) {
				continue
			}
			if a.Basis == sitrep.Told && (a.From != b.From || a.To != b.To) {
				t.Errorf("%s: told %v became %v: %q", name, a, b, words(was, i))
			}
			if a.From.Day > 0 && a.Basis == sitrep.Resolved && a.From != b.From {
				moved++
				if b.From != a.From.AddDays(7) && !sameDayOfYear(a.From, b.From) {
					t.Errorf("%s: %v became %v: %q", name, a, b, words(was, i))
				}
			}
		}
	}
	if moved < 10 {
		t.Errorf("%d events moved, want at least 10", moved)
	}
}

// between tells whether a day lies in the week after a report: of what was to come then, nobody would have written so a week later.
func between(day, d sitrep.CivilDate) bool {
	return d.Day > 0 && d.First().After(day.First()) && !d.First().After(day.AddDays(7).First())
}

// sameDayOfYear tells whether two days differ in their year alone: what has a day without its year ("from July 10") may lie ahead or behind.
func sameDayOfYear(a, b sitrep.CivilDate) bool { return a.Month == b.Month && a.Day == b.Day }

// words are those of an event's first mention.
func words(r *sitrep.Reading, event int) string {
	m := r.Events[event].Mentions[0]
	return r.Report.Text[m.Start:m.End]
}
