package desk

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/reconcile"
)

// doubtful files reports of raids on one town, one a day, so that some joins are in doubt, and some events.
func doubtful(t *testing.T) *Desk {
	t.Helper()
	book, err := sqlite.Temporary(sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	town := sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Lat: 10, Lon: 20, Located: true, Precision: 1}
	words := [][]string{{"market"}, {"market", "bridge"}, {"bridge"}, {"school", "market"}}
	for r := range 24 {
		on := sitrep.CivilDate{Year: 2031, Month: 5, Day: 1 + r}
		id := fmt.Sprintf("r%02d", r)
		head := sitrep.ReportHead{ID: id, SHA256: id, Outlet: "Post", Published: on.First()}
		x := sitrep.Telling{Key: sitrep.EventKey{Report: id, Event: "e0"}, Report: head, Words: words[r%len(words)],
			Event: sitrep.Event{ID: "e0", Kind: sitrep.Airstrike, Status: sitrep.Happened, News: true, When: sitrep.Interval{From: on, To: on, Basis: sitrep.Told},
				Places: []sitrep.Place{town}, Score: float64(r%10) / 10, Trigger: sitrep.Span{Start: 0, End: 4}}}
		report := &sitrep.Report{ID: id, SHA256: id, Outlet: "Post", Published: on.First()}
		f := casebook.Filing{Key: id, Reading: &sitrep.Reading{Report: report}, Tellings: []sitrep.Telling{x}, Keys: [][]string{reconcile.Keys(&x)}}
		if _, err := book.File(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	d := &Desk{Book: book}
	if _, err := d.Reconcile(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return d
}

func named(questions []Question) (out []string) {
	for i := range questions {
		q := &questions[i]
		out = append(out, fmt.Sprintf("%.3f %s %s", q.Doubt, q.A.Key.Report, q.B.Key.Report))
	}
	return out
}

// walked is the queue as all incidents have it, one by one.
func walked(t *testing.T, d *Desk) []string {
	t.Helper()
	page, err := d.Book.Incidents(t.Context(), casebook.Query{All: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.sieve(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.page(t.Context(), page.Rows); err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(s.out, compareQuestions)
	return named(s.out)
}

func TestTheQueueIsWhatAWalkThroughTheCasebookFinds(t *testing.T) {
	d := doubtful(t)
	check := func(when string) []Question {
		t.Helper()
		all, total, err := d.Questions(t.Context(), "", 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		want := walked(t, d)
		if got := named(all); !slices.Equal(got, want) || total != len(want) {
			t.Fatalf("%s: the queue is %d:\n%q\nwant\n%q", when, total, got, want)
		}
		w, err := d.Waiting(t.Context())
		if err != nil || w.Joins+w.Events != total {
			t.Errorf("%s: %+v wait, %v; want %d", when, w, err, total)
		}
		return all
	}
	all := check("at first")
	joins := slices.IndexFunc(all, func(q Question) bool { return q.Join != nil })
	events := slices.IndexFunc(all, func(q Question) bool { return q.Join == nil })
	if joins < 0 || events < 0 || len(all) < 6 {
		t.Fatalf("want joins and events: %q", named(all))
	}
	some, total, err := d.Questions(t.Context(), "", 2, 3)
	if err != nil || total != len(all) || !slices.Equal(named(some), named(all[2:5])) {
		t.Errorf("the third to the fifth are %q of %d, %v; want %q", named(some), total, err, named(all[2:5]))
	}
	if past, total, err := d.Questions(t.Context(), "", len(all)+5, 1); err != nil || len(past) > 0 || total != len(all) {
		t.Errorf("past the end are %q of %d, %v", named(past), total, err)
	}
	for _, n := range []int{joins, events} {
		c := all[n].Accept()
		c.By, c.At = "Ada", time.Unix(1, 0)
		if _, err := d.Book.Correct(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	if left := check("after two judgements"); len(left) != len(all)-2 {
		t.Errorf("%d wait after two judgements, %d before", len(left), len(all))
	}
}

// Who asks about a campaign is not asked about each day in it.
func TestAnIncidentIsAskedAboutWithoutItsParts(t *testing.T) {
	d := doubtful(t)
	whole := sitrep.Incident{ID: "iwhole", Kind: sitrep.War, Events: []sitrep.EventKey{{Report: "r00", Event: "e0"}}}
	part := sitrep.Incident{ID: "ipart", Kind: sitrep.Airstrike, PartOf: "iwhole", Events: []sitrep.EventKey{{Report: "r09", Event: "e0"}}}
	if err := d.Book.Apply(t.Context(), casebook.Change{Put: []sitrep.Incident{whole, part}}); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"iwhole": "r00", "ipart": "r09", "inone": ""} {
		questions, total, err := d.Questions(t.Context(), id, 0, 0)
		if err != nil || total != len(questions) || (total == 0) != (want == "") {
			t.Errorf("%s: %d questions, %v", id, total, err)
		}
		for _, q := range questions {
			if q.A.Key.Report != want && q.B.Key.Report != want {
				t.Errorf("%s: a question about %v", id, q.A.Key)
			}
		}
	}
}
