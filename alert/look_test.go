package alert

import (
	"fmt"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

func TestEachVersionIsToldOnce(t *testing.T) {
	b := newBench(t)
	b.put(1, raid(0, 3))
	if got := reasons(b.look(2)); got != "new" {
		t.Errorf("the first look found %q", got)
	}
	for range 3 {
		if got := b.look(3); len(got) > 0 {
			t.Errorf("a further look found %+v", got)
		}
	}
	b.put(4, raid(0, 3, func(i *sitrep.Incident) { i.Origins[0].Copies = [][]string{{"x", "y"}} }))
	if got := b.look(5); len(got) > 0 {
		t.Errorf("a version that says nothing else was told: %+v", got)
	}
	// A process that dies before it has kept until when it looked finds the same under the same ids.
	b.keep(b.alert)
	if got := b.look(6); len(got) > 0 || len(b.all()) != 1 {
		t.Errorf("after a crash: %+v", got)
	}
}

func TestWhatWasThereBeforeIsNotNew(t *testing.T) {
	b := newBench(t)
	b.put(-10, raid(0, 3))
	if got := b.look(2); len(got) > 0 {
		t.Errorf("found %+v", got)
	}
	b.put(3, raid(0, 5))
	if got := b.look(4); reasons(got) != "new" || got[0].Earlier != "" {
		t.Errorf("found %+v", got)
	}
}

func TestOnlyWhatTheQuestionWants(t *testing.T) {
	b := newBench(t)
	b.alert.Query = casebook.Query{Kinds: []sitrep.Kind{sitrep.Shelling}}
	b.keep(b.alert)
	b.put(1, raid(0, 3), raid(1, 4, func(i *sitrep.Incident) { i.Kind = sitrep.Shelling }))
	got := b.look(2)
	if reasons(got) != "new" || got[0].Incident.ID != raid(1, 4).ID {
		t.Fatalf("found %+v", got)
	}
	// What was told is followed up although the question would not find it any more.
	b.put(3, raid(1, 4))
	if got := b.look(4); reasons(got) != "corrected" || !strings.Contains(got[0].Changes[0], "The kind is airstrike now; told before: shelling.") {
		t.Errorf("found %+v", got)
	}
}

func TestFollowUps(t *testing.T) {
	merge := func(b *bench, from, into sitrep.Incident) {
		b.apply(3, casebook.Change{Put: []sitrep.Incident{into}, Drop: []string{from.ID}, Alias: map[string]string{from.ID: into.ID}})
	}
	for _, c := range []struct {
		name   string
		change func(*bench)
		want   string // reasons
		says   string
	}{
		{"a toll is lowered", func(b *bench) { b.put(3, raid(0, 7)) }, "lowered", "killed (who they were is not told) lowered from 12 to 7."},
		{"a toll is raised", func(b *bench) { b.put(3, raid(0, 20)) }, "raised", "raised from 12 to 20."},
		{"no toll is left", func(b *bench) { b.put(3, raid(0, 12, func(i *sitrep.Incident) { i.Tally = nil })) }, "lowered", "no such figure stands any more; told before: 12."},
		{"the same number of other people", func(b *bench) {
			b.put(3, raid(0, 12, func(i *sitrep.Incident) { i.Tally[0].Civilian = sitrep.True }))
		}, "corrected", "killed (who they were is not told): no such figure stands any more; told before: 12."},
		{"a further toll", func(b *bench) {
			b.put(3, raid(0, 12, func(i *sitrep.Incident) {
				i.Tally = append(i.Tally, sitrep.Tally{Harm: sitrep.Wounded, Civilian: sitrep.True, Low: 4, Best: 4, High: 4})
			}))
		}, "raised", "wounded (civilians): 4; no figure was told before."},
		{"somebody denies it", func(b *bench) {
			b.put(3, raid(0, 12, func(i *sitrep.Incident) { i.Actors[0].DeniedBy = []string{"Upland"} }))
		}, "corrected", "accused, according to a witness; denied by Upland; told before: accused, according to a witness."},
		{"a second accuser", func(b *bench) {
			b.put(3, raid(0, 12, func(i *sitrep.Incident) { i.Actors[0].AccordingTo = []string{"a witness", "a monitor"} }))
		}, "raised", "by more than before: Upland's air force (UPL) – accused, according to a witness, a monitor."},
		{"nobody is accused any more", func(b *bench) { b.put(3, raid(0, 12, func(i *sitrep.Incident) { i.Actors = nil })) }, "corrected", "No longer said to have done it: Upland's air force (UPL); told before: accused"},
		{"a person discounts it", func(b *bench) {
			b.put(3, raid(0, 12, func(i *sitrep.Incident) {
				i.Grade, i.GradedBy = sitrep.Discounted, sitrep.Judgement{By: "Ada", At: minute(3), Reason: "an old video"}
			}))
		}, "corrected", "discounted by Ada on 2031-05-02: an old video"},
		{"a second origin", func(b *bench) {
			b.put(3, raid(0, 12, func(i *sitrep.Incident) {
				i.Grade, i.Origins = sitrep.SeveralOrigins, append(i.Origins, sitrep.Origin{Name: "a hospital"})
			}))
		}, "raised", "It rests on several origins now: a witness, a hospital."},
		{"it is joined with one that was not told", func(b *bench) { merge(b, raid(0, 12), raid(2, 12)) }, "merged", "is part of incident " + raid(2, 12).ID + " now"},
		{"it is joined with one that was told", func(b *bench) { merge(b, raid(0, 12), raid(1, 12)) }, "merged", "is part of incident " + raid(1, 12).ID + " now"},
		{"it is no more", func(b *bench) { b.apply(3, casebook.Change{Drop: []string{raid(0, 12).ID}}) }, "gone", "no longer has this incident"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			b.put(1, raid(0, 12), raid(1, 12))
			first := b.look(2)
			c.change(b)
			got := b.look(4)
			if reasons(got) != c.want || !strings.Contains(fmt.Sprint(got[0].Changes), c.says) {
				t.Fatalf("found %q, which say %+v", reasons(got), got)
			}
			if got[0].Earlier != first[0].ID || !strings.Contains(got[0].Title, "follows alert "+first[0].ID) {
				t.Errorf("it does not name the alert before, %s: %+v", first[0].ID, got[0])
			}
			b.goOut()
			if again := b.look(5); len(again) > 0 {
				t.Errorf("told again: %+v", again)
			}
		})
	}
}

// Receivers who were told that an incident is part of another one have to learn that it is not.
func TestWhatIsTakenApartAgainIsTold(t *testing.T) {
	b := newBench(t)
	one, two := raid(0, 12), raid(1, 12)
	b.put(1, one, two)
	first := b.look(2)
	join := func(at int) {
		b.apply(at, casebook.Change{Put: []sitrep.Incident{raid(1, 13)}, Drop: []string{one.ID}, Alias: map[string]string{one.ID: two.ID}})
	}
	join(3)
	joined := b.look(4)
	if reasons(joined) != "merged raised" || joined[0].Earlier != first[0].ID {
		t.Fatalf("joined: %q, %+v", reasons(joined), joined)
	}
	b.put(5, one, two)
	apart := b.look(6)
	if reasons(apart) != "corrected lowered" || apart[0].Incident.ID != one.ID || apart[0].Earlier != joined[0].ID || apart[0].Changes[0] != apartSentence {
		t.Fatalf("apart: %q, %+v", reasons(apart), apart)
	}
	b.goOut()
	for at := range 3 {
		if got := b.look(7 + at); len(got) > 0 {
			t.Errorf("told again: %+v", got)
		}
	}
	join(10)
	if again := b.look(11); reasons(again) != "merged raised" || again[0].Earlier != apart[0].ID {
		t.Errorf("joined again: %q, %+v", reasons(again), again)
	}
	b.goOut()
	if got := b.look(12); len(got) > 0 {
		t.Errorf("told again: %+v", got)
	}
}

func TestWhatComesBackIsTold(t *testing.T) {
	b := newBench(t)
	b.put(1, raid(0, 12))
	b.look(2)
	b.apply(3, casebook.Change{Drop: []string{raid(0, 12).ID}})
	gone := b.look(4)
	b.put(5, raid(0, 12))
	back := b.look(6)
	if reasons(back) != "corrected" || back[0].Earlier != gone[0].ID || back[0].Changes[0] != backSentence {
		t.Errorf("found %+v", back)
	}
	b.put(7, raid(0, 13))
	b.look(8)
	b.put(9, raid(0, 12))
	b.look(10)
	b.put(11, raid(0, 13))
	if got := b.look(12); reasons(got) != "raised" {
		t.Errorf("a figure that comes again after another: %+v", got)
	}
}

func TestWhatIsHeldWaitsForAPerson(t *testing.T) {
	b := newBench(t)
	b.alert.Hold = true
	b.keep(b.alert)
	b.put(1, raid(0, 12), raid(1, 5))
	first := b.look(2)
	b.put(3, raid(0, 9))
	second := b.look(4)
	if reasons(second) != "new" || second[0].Earlier != "" {
		t.Fatalf("what was never sent is not followed up: %+v", second)
	}
	states := map[string]casebook.NoticeState{}
	for _, n := range b.all() {
		states[n.ID] = n.State
	}
	if states[first[0].ID] != casebook.DroppedNotice || states[first[1].ID] != casebook.HeldNotice || states[second[0].ID] != casebook.HeldNotice {
		t.Errorf("states %v", states)
	}
	if n, err := Release(t.Context(), b.Book, casebook.NoticeQuery{ID: second[0].ID}, false, minute(5)); n != 1 || err != nil {
		t.Fatalf("%d released, %v", n, err)
	}
	b.put(6, raid(0, 8))
	if third := b.look(7); reasons(third) != "lowered" || third[0].Earlier != second[0].ID || third[0].State != casebook.HeldNotice {
		t.Errorf("after the release: %+v", third)
	}
	if n, err := Release(t.Context(), b.Book, casebook.NoticeQuery{Alert: "all"}, true, minute(8)); n != 2 || err != nil {
		t.Errorf("%d dropped, %v", n, err)
	}
	if got := b.look(9); len(got) > 0 {
		t.Errorf("what a person dropped comes again: %+v", got)
	}
}

func TestAnArchiveDoesNotGoOutAtOnce(t *testing.T) {
	b := newBench(t)
	var filings []casebook.Filing
	var many []sitrep.Incident
	for n := range mostAtOnce + 7 {
		filings, many = append(filings, casebooktest.Filing(n)), append(many, raid(n, 3))
	}
	if _, err := b.FileAll(t.Context(), filings); err != nil {
		t.Fatal(err)
	}
	b.put(1, many...)
	b.time = minute(2)
	found, err := Look(t.Context(), b.Book, b.alert, minute(2))
	if err != nil || found != (Found{Told: mostAtOnce, Held: 7, Over: 7}) {
		t.Errorf("found %+v, %v", found, err)
	}
}

func TestNothingGoesOutByNameOrAsAFact(t *testing.T) {
	b := newBench(t)
	casebooktestPlant(b)
	got := b.look(10)
	if len(got) == 0 {
		t.Fatal("nothing was told")
	}
	for _, n := range got {
		said := fmt.Sprintf("%+v", n)
		if strings.Contains(strings.ToLower(said), "harrowind ") || strings.Contains(strings.ToLower(said), "öda") {
			t.Errorf("a private person's name goes out: %s", said)
		}
	}
	b = newBench(t)
	b.put(1, raid(0, 12))
	n := b.look(2)[0]
	if !strings.HasPrefix(n.Title, "Unreviewed, 1 origin only: ") {
		t.Errorf("title %q", n.Title)
	}
	for _, line := range append(body(&n, ""), n.Title) {
		if strings.Contains(line, "air force") && !strings.Contains(line, "ccording to") && !strings.HasPrefix(line, "Accusation by a witness: “") && !strings.HasPrefix(line, "[") {
			t.Errorf("%q names somebody and not who says so", line)
		}
	}
	if text := strings.Join(n.Lines, "\n"); !strings.Contains(text, "ccording to a witness") || !strings.Contains(text, "“") {
		t.Errorf("no words, or nobody who says them: %s", text)
	}
}
