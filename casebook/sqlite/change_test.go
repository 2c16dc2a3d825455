package sqlite

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// TestTheListOfChangesOutlivesOtherQuestions asks more between two pages of changes than is kept of other answers. Of many changes those that are no incidents any more are found too.
func TestTheListOfChangesOutlivesOtherQuestions(t *testing.T) {
	b, f := withReport(t, Options{})
	at := time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC)
	var put []sitrep.Incident
	for n := range many + 10 {
		put = append(put, sitrep.Incident{ID: fmt.Sprintf("i%05d", n), Kind: sitrep.Shelling, Events: []sitrep.EventKey{f.Tellings[0].Key}})
	}
	gone := put[7].ID
	for _, c := range []casebook.Change{{Put: put, At: at}, {Drop: []string{gone}, At: at.Add(time.Hour)}} {
		if err := b.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	put[0].Title = "another"
	if err := b.Apply(t.Context(), casebook.Change{Put: put[:1], At: at.Add(3 * time.Hour)}); err != nil {
		t.Fatal(err)
	}
	page, err := b.ChangesAfter(t.Context(), at.Add(-time.Hour), at.Add(2*time.Hour), "", 5)
	if err != nil || page.Total != len(put)-1 {
		t.Fatalf("%d changes (%v), want %d: one came and went", page.Total, err, len(put)-1)
	}
	for n := range 2 * mostAnswers {
		if _, err := b.Incidents(t.Context(), casebook.Query{Place: fmt.Sprint("place ", n)}); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(b.changes.kept); n != 1 {
		t.Errorf("%d lists of changes are kept, want 1", n)
	}
	page, err = b.ChangesAfter(t.Context(), at, at, page.Next, 5)
	if err != nil || len(page.Rows) != 5 || page.Rows[2].After.ID != "i00008" {
		t.Errorf("the second page is %v (%v), want it without %s", page.Rows, err, gone)
	}
}

// TestChangesUntilNowAreThoseBetweenTimes holds the two ways against each other: what stands is asked when it came to be so, what once stood is found by its versions. Incidents come, change, go,
// come back, and are taken up by others, one of which was there before.
func TestChangesUntilNowAreThoseBetweenTimes(t *testing.T) {
	begin := time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC)
	b, f := withReport(t, Options{Now: func() time.Time { return begin.AddDate(1, 0, 0) }})
	random, turns, gone := rand.New(rand.NewPCG(1, 2)), 40, 0
	for turn := range turns {
		c := casebook.Change{At: begin.Add(time.Duration(turn) * time.Hour), Alias: map[string]string{}}
		ids := random.Perm(12)[:2+random.IntN(4)]
		for k, n := range ids {
			id := fmt.Sprintf("i%02d", n)
			if _, err := b.Incident(t.Context(), id); err == nil && k < len(ids)-1 && random.IntN(3) == 0 {
				c.Drop = append(c.Drop, id)
				if random.IntN(3) > 0 {
					c.Alias[id] = fmt.Sprintf("i%02d", ids[len(ids)-1]) // which is put
				}
				continue
			}
			c.Put = append(c.Put, sitrep.Incident{ID: id, Title: fmt.Sprint(turn), Kind: sitrep.Shelling, Events: []sitrep.EventKey{f.Tellings[0].Key}})
		}
		if err := b.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		for since := range turn + 1 {
			from := begin.Add(time.Duration(since)*time.Hour - time.Minute)
			want, err := b.Changes(t.Context(), from, time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			var got []casebook.IncidentChange
			for after := ""; ; {
				page, err := b.ChangesAfter(t.Context(), from, time.Time{}, after, 2)
				if err != nil || page.Total != len(want) {
					t.Fatalf("since %d at %d: %d in all (%v), want %d", since, turn, page.Total, err, len(want))
				}
				got = append(got, page.Rows...)
				if after = page.Next; after == "" {
					break
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("since %d at %d:\n got %v\nwant %v", since, turn, got, want)
			}
			for _, c := range got {
				if c.After.ID != c.Before.ID && c.Before.ID != "" {
					gone++
				}
			}
		}
	}
	if gone < 20 {
		t.Errorf("%d incidents went in all: too few to tell", gone)
	}
}
