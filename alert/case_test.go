package alert

import (
	"context"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
	"sitrep/casebook/sqlite"
	"sitrep/source/fetch"
)

var start = time.Date(2031, 5, 2, 8, 0, 0, 0, time.UTC)

func minute(n int) time.Time { return start.Add(time.Duration(n) * time.Minute) }

// bench is a casebook with an alert and its clock.
type bench struct {
	*testing.T
	*sqlite.Book
	alert casebook.Alert
	time  time.Time
}

// newBench is a casebook with some reports filed, of which nothing is joined yet, and an alert that asks for everything.
func newBench(t *testing.T, ways ...casebook.Way) *bench {
	t.Helper()
	b := &bench{T: t, time: start, alert: casebook.Alert{Name: "all", Added: start, Looked: start, Ways: ways, Base: "http://localhost:7350"}}
	book, err := sqlite.Create(filepath.Join(t.TempDir(), "case"), sqlite.Options{Now: func() time.Time { return b.time }})
	if err != nil {
		t.Fatal(err)
	}
	b.Book = book
	t.Cleanup(func() { b.Close() })
	for n := range 3 {
		if _, err := b.File(t.Context(), casebooktest.Filing(n)); err != nil {
			t.Fatal(err)
		}
	}
	b.keep(b.alert)
	return b
}

func (b *bench) keep(a casebook.Alert) {
	b.Helper()
	if err := b.PutAlert(b.Context(), a); err != nil {
		b.Fatal(err)
	}
}

// raid is an incident that the nth report tells of.
func raid(n, killed int, change ...func(*sitrep.Incident)) sitrep.Incident {
	f := casebooktest.Filing(n)
	i := casebooktest.Joined([]casebook.Filing{f}).Put[0]
	e := &f.Reading.Events[0]
	words := e.Tolls[0].Words
	i.Title, i.Place = "Airstrike, Kesh", e.Places[0]
	i.Origins = []sitrep.Origin{{Name: "a witness", Kind: sitrep.Witness, Reports: []string{f.Reading.Report.ID}, Events: i.Events}}
	i.Actors = []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Upland's air force", Side: "UPL", Confidence: sitrep.Accused, AccordingTo: []string{"a witness"}, Events: i.Events}}
	i.Tally = []sitrep.Tally{{Harm: sitrep.Killed, Low: killed, Best: killed, High: killed, RestsOn: []sitrep.TallyToll{{Key: i.Events[0], Toll: e.Tolls[0].ID, Count: killed, Qualifier: sitrep.Exact,
		Origin: "a witness", Quote: f.Reading.Report.Text[words.Start:words.End], Span: words}}}}
	for _, c := range change {
		c(&i)
	}
	return i
}

// apply puts incidents into the record at so many minutes.
func (b *bench) apply(at int, c casebook.Change) {
	b.Helper()
	b.time, c.At = minute(at), minute(at)
	if err := b.Book.Apply(b.Context(), c); err != nil {
		b.Fatal(err)
	}
}

func (b *bench) put(at int, all ...sitrep.Incident) {
	b.Helper()
	b.apply(at, casebook.Change{Put: all})
}

// look looks at so many minutes and gives what is kept then that was not before.
func (b *bench) look(at int) (made []casebook.Notice) {
	b.Helper()
	before := b.all()
	b.time = minute(at)
	alerts, err := b.Alerts(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for _, a := range alerts {
		if _, err := Look(b.Context(), b.Book, a, b.time); err != nil {
			b.Fatal(err)
		}
	}
	return slices.DeleteFunc(b.all(), func(n casebook.Notice) bool {
		return slices.ContainsFunc(before, func(o casebook.Notice) bool {
			if o.ID == n.ID && o.State != n.State && n.State == casebook.WaitingNotice {
				b.Errorf("%s of %s is told again", n.Why, n.Incident.ID)
			}
			return o.ID == n.ID
		})
	})
}

// goOut takes what waits for sent.
func (b *bench) goOut() {
	b.Helper()
	list := b.all()
	for i := range list {
		if list[i].State == casebook.WaitingNotice {
			list[i].State = casebook.SentNotice
		}
	}
	if err := b.PutNotices(b.Context(), list); err != nil {
		b.Fatal(err)
	}
}

func (b *bench) all() []casebook.Notice {
	b.Helper()
	list, err := b.Notices(b.Context(), casebook.NoticeQuery{})
	if err != nil {
		b.Fatal(err)
	}
	return list
}

// posted is a poster that keeps what it was given.
type posted struct {
	heads  []http.Header
	bodies []string
	fail   func() error // nil for none
}

func (p *posted) Post(_ context.Context, _ string, h http.Header, body []byte) (*fetch.Response, error) {
	if p.fail != nil {
		if err := p.fail(); err != nil {
			return nil, err
		}
	}
	p.heads, p.bodies = append(p.heads, h), append(p.bodies, string(body))
	return &fetch.Response{}, nil
}

const secretLine = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\n"

func (b *bench) sender(p Poster) *Sender {
	return &Sender{Public: p, Local: p, Now: b.time, ReadSecret: func(string) ([]byte, error) { return []byte(secretLine), nil }}
}

func reasons(list []casebook.Notice) string {
	var out []string
	for _, n := range list {
		out = append(out, n.Why)
	}
	return strings.Join(out, " ")
}

// casebooktestPlant files reports about a private person, and joins them.
func casebooktestPlant(b *bench) {
	b.Helper()
	b.alert.Added = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	b.alert.Looked = b.alert.Added
	b.keep(b.alert)
	casebooktest.PlantVictim(b.T, b.Book)
}
