package casebooktest

import (
	"fmt"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

// named is the report of Dorel with a private person in it.
func named() made {
	m := dorel
	m.words = "Among them was Öda\nHarrowind, a teacher. “Harrowind's class waits for her,” said Max Other. Mr Harrowindson was unharmed."
	m.private = []casebook.PrivateName{{Name: Victim, Description: "a teacher", Forms: []string{"Öda", "Harrowind"}}, {Name: "Max Other", Description: "a man", Forms: []string{"Max"}}}
	return m
}

// PlantVictim puts Victim in every place of a casebook where a name can stand.
func PlantVictim(t *testing.T, book casebook.Casebook) {
	t.Helper()
	first, again := named(), dorelAgain
	again.title, again.source = "ÖDA HARROWIND killed", "a sister of Öda Harrowind"
	i := incident("i-dorel", first, again)
	i.Title = "Öda Harrowind killed in Dorel"
	i.Actors = append(i.Actors, sitrep.IncidentActor{Role: sitrep.Target, Name: "Öda Harrowind", Kind: sitrep.PersonEntity, Events: []sitrep.EventKey{first.key()}})
	i.Course = []sitrep.Turn{{What: "x", Key: first.key(), Quote: "Harrowind's class"}}
	f := first.filing()
	f.Source = "folder/oda harrowind/Öda Harrowind.html"
	f.Reading.Report.Byline = "by Öda Harrowind"
	f.Reading.Events[0].Actors = append(f.Reading.Events[0].Actors, sitrep.Actor{Role: sitrep.Target, Name: "Öda Harrowind", Kind: sitrep.PersonEntity, Entity: -1, Head: -1})
	f.Tellings[0].Event = f.Reading.Events[0]
	f.Tellings[0].Words = append(f.Tellings[0].Words, "harrowind")
	f.Tellings[0].Around = append(f.Tellings[0].Around, "öda harrowind", "oda harrowind")
	f.Tellings[0].Quotes = append(f.Tellings[0].Quotes, sitrep.Passage{Span: span(first.text(), "Harrowind's class"), Words: "Harrowind's class"})
	f.Source = strings.ReplaceAll(f.Source, "oda harrowind/", "")
	early := i
	early.Title = "Öda Harrowind missing"
	for _, step := range []func() error{
		func() error { _, err := book.FileAll(t.Context(), []casebook.Filing{f, again.filing()}); return err },
		func() error {
			return book.Apply(t.Context(), casebook.Change{Put: []sitrep.Incident{early}, At: start})
		},
		func() error {
			return book.Apply(t.Context(), casebook.Change{Put: []sitrep.Incident{i}, Placed: i.Events, At: minute(5),
				Verdicts: []sitrep.Verdict{{A: first.key(), B: again.key(), Relation: sitrep.SameIncident, Reasons: []string{"both name Öda Harrowind"}}}})
		},
		func() error {
			_, err := book.Correct(t.Context(), sitrep.Correction{At: start, By: "Bo", Op: sitrep.SetOp, Field: "event.actors", Value: `"Öda Harrowind"`, Reason: "Harrowind is the victim",
				Anchor: sitrep.Anchor{Report: "dorel-1", SHA256: sum(first.text()), Span: span(first.text(), "Harrowind's class"), Quote: "Harrowind's class"}})
			return err
		},
		func() error { return book.Note(t.Context(), "Bo", "showed Öda Harrowind's name") },
		func() error {
			return book.PutReference(t.Context(), &casebook.Reference{Name: "lake", Note: "checked against Öda Harrowind", Added: start}, events(nil, `{"sides":["Öda Harrowind"]}`))
		},
		func() error { return book.SetWatermark(t.Context(), "search: Öda Harrowind", "1") },
		func() error {
			return book.PutAlert(t.Context(), casebook.Alert{Name: "her", Query: casebook.Query{Actor: "Öda Harrowind"}, Added: start})
		},
		func() error {
			return book.PutNotices(t.Context(), []casebook.Notice{{ID: "n", Alert: "her", Incident: i, Title: i.Title, Lines: []string{"Öda Harrowind was killed."}, At: start}})
		},
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
}

// Reader is the reader of all readings of this package.
var Reader = reader

// Filing is a report of its own for every number, for backends' tests of many.
func Filing(n int) casebook.Filing {
	m := kesh
	m.id, m.killed, m.title = fmt.Sprintf("n-%07d", n), n+1, fmt.Sprintf("Raid %d on Kesh", n)
	m.keys = []string{fmt.Sprint("n-", n)}
	return m.filing()
}

// Joined is the change that makes an incident of each filing's event.
func Joined(list []casebook.Filing) casebook.Change {
	c := casebook.Change{At: start}
	for _, f := range list {
		e := &f.Reading.Events[0]
		key := sitrep.EventKey{Report: f.Reading.Report.ID, Event: e.ID}
		c.Put = append(c.Put, sitrep.Incident{ID: "i-" + key.Report, Kind: e.Kind, Title: f.Reading.Report.Title, Status: e.Status, When: e.When, Place: e.Places[0],
			Events: []sitrep.EventKey{key}, Grade: sitrep.SingleOrigin, FirstPublished: f.Reading.Report.Published, LastPublished: f.Reading.Report.Published})
		c.Placed = append(c.Placed, key)
	}
	return c
}
