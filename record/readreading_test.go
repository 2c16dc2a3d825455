package record

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"sitrep"
)

func written(t *testing.T, r *sitrep.Reading, o ReadingOptions) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteReading(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadReadingGivesBackWhatWasWritten(t *testing.T) {
	o := ReadingOptions{Reader: Reader{"1", "m", "l", "g"}, Why: true}
	cases := map[string]*sitrep.Reading{"by hand": invented(), "nothing in it": {Report: &sitrep.Report{ID: "x"}}}
	for seed := range 200 {
		cases[fmt.Sprint("made of dice ", seed)] = diced(rand.New(rand.NewSource(int64(seed))))
	}
	for name, r := range cases {
		first := written(t, r, o)
		again, by, err := ReadReading(first)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if second := written(t, again, ReadingOptions{Reader: by, Why: true}); !bytes.Equal(first, second) {
			t.Fatalf("%s: written\n%s\nread and written again\n%s", name, first, second)
		}
	}
}

func TestReadReadingOfATextKeptElsewhere(t *testing.T) {
	r := invented()
	whole := written(t, r, ReadingOptions{Why: true})
	bare := written(t, r, ReadingOptions{Why: true, NoText: true})
	if bytes.Contains(bare, []byte("Rebels shelled the market of Dorel on")) {
		t.Error("the text is written although NoText is asked for")
	}
	again, _, err := ReadReadingOf(bare, r.Report.Text)
	if err != nil || !bytes.Equal(written(t, again, ReadingOptions{Why: true}), whole) {
		t.Errorf("read with its text it is another reading (error %v)", err)
	}
}

func TestReadSaidOfIsAPartOfTheReading(t *testing.T) {
	for seed := range 200 {
		r := diced(rand.New(rand.NewSource(int64(seed))))
		bare := written(t, r, ReadingOptions{Why: true, NoText: true})
		whole, _, err := ReadReadingOf(bare, r.Report.Text)
		if err != nil {
			t.Fatal(err)
		}
		for i := range whole.Events {
			whole.Events[i].Why = nil
		}
		for i := range whole.Claims {
			whole.Claims[i].Why = nil
		}
		said, err := ReadSaidOf(bare, r.Report.Text)
		if err != nil {
			t.Fatal(err)
		}
		for name, s := range map[string]*Said{"its bytes": said, "the whole": SaidOf(whole)} {
			for range 2 { // what was read once is the same again
				claims, err := s.Claims()
				times, wrong := s.Timexes()
				if err := errors.Join(err, wrong); err != nil || !reflect.DeepEqual(claims, whole.Claims) || !reflect.DeepEqual(times, whole.Timexes) {
					t.Fatalf("seed %d, %s: error %v, read\n%+v\n%+v\nof\n%+v", seed, name, err, claims, times, whole)
				}
				seen := map[string]bool{}
				for i := range whole.Events {
					id := whole.Events[i].ID
					if e, err := s.Event(id); !seen[id] && (err != nil || !reflect.DeepEqual(*e, whole.Events[i])) {
						t.Fatalf("seed %d, %s: error %v, read\n%+v\nof\n%+v", seed, name, err, e, whole.Events[i])
					}
					seen[id] = true
				}
			}
			if e, err := s.Event("e9999"); e != nil || err != nil {
				t.Errorf("seed %d, %s: an event that is not there: %+v, %v", seed, name, e, err)
			}
		}
	}
	for _, wrong := range []string{"", "[]", `{"events": 7}`, `{"events": [7]}`, `{"events": [`, `{"events": [{"id": "e1", "from": "tomorrow"}], "claims": [], "timexes": []}`, `{"events": [], "claims": 7}`, `{"events": [], "timexes": [{"from": "tomorrow"}]}`} {
		if readAll([]byte(wrong), "") == nil {
			t.Errorf("%s: no error", wrong)
		}
	}
}

// readAll reads all that a reading says.
func readAll(b []byte, text string) error {
	s, err := ReadSaidOf(b, text)
	if err != nil {
		return err
	}
	_, claims := s.Claims()
	_, times := s.Timexes()
	_, event := s.Event("e1")
	return errors.Join(claims, times, event)
}

func TestReadReadingKeepsTheFields(t *testing.T) {
	r := invented()
	r.Report.Published, r.Report.Clock = time.Date(2021, 6, 16, 9, 30, 0, 0, time.FixedZone("", 7200)), true
	got, _, err := ReadReading(written(t, r, ReadingOptions{Why: true}))
	if err != nil {
		t.Fatal(err)
	}
	if got.Report.Text != r.Report.Text || !got.Report.Published.Equal(r.Report.Published) || !got.Report.Clock {
		t.Errorf("got report %+v", got.Report)
	}
	for i := range r.Events {
		a, b := r.Events[i], got.Events[i]
		if a.When != b.When || a.Trigger != b.Trigger || !reflect.DeepEqual(a.Mentions, b.Mentions) || !reflect.DeepEqual(a.Terms, b.Terms) {
			t.Errorf("event %s: want %+v, got %+v", a.ID, a, b)
		}
		for j := range a.Tolls {
			if a.Tolls[j].Words != b.Tolls[j].Words {
				t.Errorf("toll %s stands at %v, want %v", a.Tolls[j].ID, b.Tolls[j].Words, a.Tolls[j].Words)
			}
		}
		for _, actor := range b.Actors {
			if actor.Entity != -1 {
				t.Errorf("actor %s points to entity %d, want none", actor.Name, actor.Entity)
			}
		}
	}
}

func TestReadReadingRefuses(t *testing.T) {
	cases := []struct{ name, json, want string }{
		{"no JSON", "{", "unexpected EOF"},
		{"another schema", `{"schema":"sitrep/9"}`, `schema "sitrep/9": want "sitrep/1"`},
		{"a date that is none", `{"schema":"sitrep/1","report":{"id":"r","published":"soon"}}`, `report r: published: date "soon"`},
		{"an event's date", `{"schema":"sitrep/1","report":{"id":"r"},"events":[{"id":"e","from":"2020-13"}]}`, `event e: date "2020-13"`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, _, err := ReadReading([]byte(c.json)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestOffsetsOutsideTheTextAreClamped(t *testing.T) {
	p := NewPoints("né🙂")
	for point, want := range map[int]int{-5: 0, 0: 0, 1: 1, 2: 3, 3: 7, 99: 7} {
		if got := p.Byte(point); got != want {
			t.Errorf("point %d is byte %d, want %d", point, got, want)
		}
	}
	if s := p.Span(3, 1); s != (sitrep.Span{Start: 7, End: 7}) {
		t.Errorf("a span that ends before it starts is %v, want an empty one", s)
	}
}

func FuzzReadReading(f *testing.F) {
	f.Add([]byte(`{"schema":"sitrep/1","report":{"id":"r","text":"é"},"events":[{"mentions":[{"start":-1,"end":9}],"tolls":[{"words":"x"}]}]}`))
	var b bytes.Buffer
	if err := WriteReading(&b, invented(), ReadingOptions{Why: true}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, in []byte) {
		readAll(in, "Rebels shelled the market of Dorel on Monday.")
		if r, by, err := ReadReading(in); err == nil {
			written(t, r, ReadingOptions{Reader: by, Why: true})
		}
	})
}

// diced makes a reading with values in every field, or none, over a text of characters of all lengths.
func diced(d *rand.Rand) *sitrep.Reading {
	text := strings.Repeat("aé—🙂 b\n", 1+d.Intn(60))
	g := dice{d, text}
	r := &sitrep.Reading{Report: &sitrep.Report{ID: "r", URL: g.word(), Outlet: g.word(), Title: g.word(), Byline: g.word(), Text: text, SHA256: "00",
		PublishedBasis: sitrep.PublishedPage, Dateline: sitrep.Dateline{Place: g.word(), Date: g.date()}, Clock: d.Intn(2) == 0,
		Published: time.Date(2000+d.Intn(30), 3, 1+d.Intn(28), d.Intn(24), 5, 0, 0, time.FixedZone("", 3600*d.Intn(5)))}}
	if !r.Report.Clock {
		r.Report.Published = r.Report.Published.Truncate(24 * time.Hour)
	}
	for range d.Intn(4) {
		r.Events = append(r.Events, g.event())
		r.Claims = append(r.Claims, sitrep.Claim{ID: g.word(), Source: g.word(), Side: g.word(), Via: g.word(), Mode: "quote", Stance: "deny", Content: g.spans(), About: g.words(), Why: g.why()})
		r.Attributions = append(r.Attributions, sitrep.Attribution{Source: g.spans(), Cue: g.spans(), Content: g.spans(), Claims: g.words()})
		r.Timexes = append(r.Timexes, sitrep.Timex{Span: g.span(), Type: "DATE", Value: "P1D", Mod: g.word(), Interval: sitrep.Interval{From: g.date(), To: g.date()}})
		r.Toponyms = append(r.Toponyms, sitrep.Toponym{Span: g.span(), Place: g.place(), Metonym: d.Intn(2) == 0, Candidates: []sitrep.PlaceCandidate{{Place: g.place(), Score: d.Float64()}}})
		r.Entities = append(r.Entities, sitrep.Entity{ID: g.word(), Name: g.word(), Kind: sitrep.PeopleEntity, Mentions: []sitrep.EntityMention{{Span: g.span()}}})
		r.Problems = append(r.Problems, sitrep.Problem{Stage: "s", Span: g.span(), Err: "e"})
		r.Report.Dropped = append(r.Report.Dropped, sitrep.Dropped{Span: g.span(), Reason: "why"})
	}
	return r
}

type dice struct {
	*rand.Rand
	text string
}

func (g dice) word() string { return []string{"", "Dorel", "«é»", "a\"b<"}[g.Intn(4)] }

func (g dice) words() []string { return []string{"x", "y"}[:g.Intn(3)] }

func (g dice) date() sitrep.CivilDate {
	d := sitrep.CivilDate{Year: 1990 + g.Intn(40)}
	if g.Intn(3) > 0 {
		d.Month = 1 + g.Intn(12)
		d.Day = g.Intn(29)
	}
	if g.Intn(4) == 0 {
		return sitrep.CivilDate{}
	}
	return d
}

func (g dice) span() sitrep.Span {
	point := func() int {
		for b := g.Intn(len(g.text) + 1); ; b-- {
			if b == 0 || b == len(g.text) || utf8.RuneStart(g.text[b]) {
				return b
			}
		}
	}
	a, b := point(), point()
	return sitrep.Span{Start: min(a, b), End: max(a, b)}
}

func (g dice) spans() (out []sitrep.Span) {
	for range g.Intn(3) {
		out = append(out, g.span())
	}
	return out
}

func (g dice) place() sitrep.Place {
	return sitrep.Place{Name: g.word(), Countries: g.words(), Located: g.Intn(2) == 0, Lat: g.Float64()*180 - 90, Lon: g.Float64()*360 - 180, Precision: g.Intn(8), GeoNames: g.Intn(3)}
}

func (g dice) why() []sitrep.Reason {
	return []sitrep.Reason{{Field: "kind", Rule: "r", Words: g.span(), Score: g.Float64()}}
}

func (g dice) event() sitrep.Event {
	return sitrep.Event{ID: g.word(), Kind: sitrep.Battle, Status: sitrep.Happened, News: g.Intn(2) == 0, When: sitrep.Interval{From: g.date(), To: g.date(), Precision: "day", Basis: "told"},
		Places: []sitrep.Place{g.place()}, Actors: []sitrep.Actor{{Role: sitrep.Party, Name: g.word(), AccordingTo: g.words(), Mentions: g.spans()}},
		Tolls: []sitrep.Toll{{ID: "t", Harm: sitrep.Killed, Count: g.Intn(9), CountTo: g.Intn(9), Civilian: sitrep.Truth(g.Intn(3)), AsOf: g.date(), Words: g.span(), Mentions: g.spans(), Why: g.why()}},
		Terms: g.spans(), Next: g.date(), Trigger: g.span(), Mentions: g.spans(), Score: g.Float64(), Why: g.why()}
}
