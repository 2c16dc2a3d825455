package carry

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

const words = "Kärn: shells hit a market in Dorel 🙂 on Monday."

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// report is a report of an invented place, published at a time of which only the day is known, in a zone.
func report() *Report {
	zone := time.FixedZone("", 2*3600)
	start := strings.Index(words, "on Monday")
	return &Report{ID: "r1", Version: 2, Filed: time.Date(2031, 5, 7, 1, 2, 3, 4, time.UTC), Source: "wire.jsonl", Around: []string{"dorel"},
		Private: []casebook.PrivateName{{Name: "Mina Ostrava", Description: "a resident", Forms: []string{"Ostrava"}, Except: []string{"Ostrava Street"}, Minor: true}},
		Reader:  record.Reader{Version: "1"},
		Reading: &sitrep.Reading{Report: &sitrep.Report{ID: "r1", Text: words, SHA256: hashOf(words), Published: time.Date(2031, 5, 6, 0, 0, 0, 0, zone), PublishedBasis: sitrep.PublishedPage},
			Events: []sitrep.Event{{ID: "e1", Kind: sitrep.Shelling, Trigger: sitrep.Span{Start: start, End: len(words) - 1}}}}}
}

func lines(t *testing.T, r *Report, more ...func(*Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	w := New(&b)
	if err := w.Write(r); err != nil {
		t.Fatal(err)
	}
	for _, do := range more {
		if err := do(w); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAReportComesBackAsItWas(t *testing.T) {
	want := lines(t, report())
	for line, err := range Read(strings.NewReader("\ufeff" + want)) {
		if err != nil || line.Report == nil {
			t.Fatalf("%+v, %v", line, err)
		}
		r := line.Report
		if got := lines(t, r); got != want {
			t.Errorf("written again:\n%s\nwant\n%s", got, want)
		}
		if !r.Reading.Report.Published.Equal(report().Reading.Report.Published) || r.Reading.Events[0].Trigger != report().Reading.Events[0].Trigger || r.Again {
			t.Errorf("got %+v of %+v", r.Reading.Events[0], r.Reading.Report)
		}
		if !reflect.DeepEqual(r.Private, report().Private) {
			t.Errorf("private %+v", r.Private)
		}
	}
}

func TestAJudgementComesBackAsItWas(t *testing.T) {
	start := strings.Index(words, "Monday")
	c := sitrep.Correction{ID: "c1", At: time.Date(2031, 5, 8, 0, 0, 0, 7, time.UTC), By: "ana", Op: sitrep.SetOp, Field: "event.kind", Value: `"airstrike"`, Reason: "seen",
		Anchor: sitrep.Anchor{Report: "r1", SHA256: hashOf(words), Span: sitrep.Span{Start: start, End: start + 6}, Quote: "Monday"}}
	j := JudgementOf(&c, true, words, record.NewOffsets(words), func(s string) string { return s })
	out := lines(t, report(), func(w *Writer) error { return w.WriteJudgement(&j) })
	for line, err := range Read(strings.NewReader(out)) {
		if err != nil {
			t.Fatal(err)
		}
		if line.Judgement != nil && !reflect.DeepEqual(line.Judgement.Correction(words), c) {
			t.Errorf("got %+v", line.Judgement.Correction(words))
		}
	}
}

func TestAnIncidentIsKnownAgain(t *testing.T) {
	i := sitrep.Incident{ID: "i1", Grade: sitrep.Contested, Events: []sitrep.EventKey{{Report: "r1", Event: "e1"}},
		Tally: []sitrep.Tally{{Harm: sitrep.Killed, Side: "NORTH", Civilian: sitrep.False, Low: 2, Best: 3, High: 5, Open: true}, {Harm: sitrep.Wounded, Low: 1, Best: 1, High: 1}}}
	out := lines(t, report(), func(w *Writer) error {
		return record.WriteIncident(w.w, &i, record.IncidentOptions{Text: func(string) (string, bool) { return words, true }})
	})
	for line := range Read(strings.NewReader(out)) {
		if line.Incident == nil {
			continue
		}
		if line.Incident.Digest() != DigestOf(&i) {
			t.Errorf("%+v is told otherwise", line.Incident)
		}
		i.Tally[0].Best = 4
		if line.Incident.Digest() == DigestOf(&i) {
			t.Error("another figure makes no difference")
		}
	}
}

// What is wrong with one line is said with its number, and the lines after it are read.
func TestBadLines(t *testing.T) {
	good := strings.TrimSpace(lines(t, report()))
	for _, c := range []struct{ name, line, want string }{
		{"no JSON", "Dorel", "no JSON object"},
		{"cut off", good[:len(good)/2], "no JSON object"},
		{"another thing", `{"schema":"lake/1"}`, "is none that a casebook takes in"},
		{"no schema", `{"id":"r1","text":"Shells fell."}`, "sitrep ingest"},
		{"a newer report", `{"schema":"sitrep-report/2"}`, "a newer sitrep wrote it"},
		{"a newer incident", `{"schema":"sitrep-incident/7"}`, "a newer sitrep wrote it"},
		{"a newer reading inside", strings.Replace(good, `"sitrep/1"`, `"sitrep/2"`, 1), `want "sitrep/1"`},
		{"without its text", strings.Replace(good, words, "", 1), "without its text"},
		{"with another text", strings.Replace(good, "Monday", "Sunday", 1), "changed on the way"},
		{"under another id", strings.Replace(good, `"id":"r1"`, `"id":"r2"`, 1), `report "r2"`},
		{"a day that is none", strings.Replace(good, "2031-05-07T", "2031-15-07T", 1), "filed"},
		{"a judgement of nobody", `{"schema":"sitrep-judgement/1","id":"c","op":"set","at":"2031-05-06T00:00:00Z"}`, "who made it"},
		{"a judgement at no time", `{"schema":"sitrep-judgement/1","id":"c","op":"set","by":"b","at":"soon"}`, "at:"},
		{"an incident without an id", `{"schema":"sitrep-incident/1"}`, "without an id"},
		{"fields of other types", `{"schema":"sitrep-incident/1","id":7}`, "cannot unmarshal"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, taken := 0, 0
			for line, err := range Read(strings.NewReader(good + "\n\n" + c.line + "\n" + good)) {
				if n++; err == nil {
					taken++
					continue
				}
				if wrong, ok := errors.AsType[LineError](err); !ok || wrong.N != 3 || !strings.Contains(err.Error(), c.want) {
					t.Errorf("got %v of %+v, want %q", err, line, c.want)
				}
			}
			if n != 3 || taken != 2 {
				t.Errorf("%d lines, %d taken", n, taken)
			}
		})
	}
}

func TestNamesThatAreCoveredUpAreSaid(t *testing.T) {
	r := report()
	r.Reading.Report.Text = strings.Replace(words, "Dorel", "*****", 1)
	var b bytes.Buffer
	w := New(&b)
	if err := errors.Join(w.Write(r), w.Close()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(fmt.Sprint(w.LeftOut()), "texts of 1 reports") {
		t.Errorf("left out: %q", w.LeftOut())
	}
	for line, err := range Read(&b) {
		if err != nil || !line.Report.Covered {
			t.Errorf("%+v, %v", line.Report, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"schema":"sitrep-report/1","id":"r","reading":{"schema":"sitrep/1","report":{"id":"r","text":"é"}}}` + "\n"))
	f.Add([]byte(`{"schema":"sitrep-judgement/1","id":"c","by":"b","op":"set","at":"2031-05-06T00:00:00Z","start":-4,"end":99}`))
	f.Add([]byte("\ufeff{}\n\x00\xff\n[1]\n\"\"\nnull"))
	f.Fuzz(func(t *testing.T, in []byte) {
		for line := range Read(bytes.NewReader(in)) {
			switch {
			case line.Report != nil && line.Report.Reading != nil:
				_ = line.Report.write(&bytes.Buffer{})
			case line.Judgement != nil:
				line.Judgement.Correction(words)
			case line.Incident != nil:
				line.Incident.Digest()
			}
		}
	})
}
