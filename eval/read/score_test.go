package read_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/read"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
	"sitrep/page"
	"sitrep/record"
)

var update = flag.Bool("update", false, "have score.py write the figures of testdata anew")

const (
	answersDir  = "testdata/answers"
	figuresFile = "testdata/figures.json"
)

// echo is the reading that gives an answer back word for word.
func echo(a *gold.Answer) *sitrep.Reading {
	r := &sitrep.Reading{Report: &sitrep.Report{ID: a.ID, Text: a.Text}}
	for _, c := range a.Claims {
		r.Claims = append(r.Claims, sitrep.Claim{ID: c.ID, Source: c.Source, Side: c.Side, Mode: c.Mode, Stance: c.Stance, Content: c.Spans, About: c.About})
	}
	for _, e := range a.Events {
		event := sitrep.Event{ID: e.ID, Kind: e.Kind, Status: e.Status, News: e.News, Mentions: e.Spans, When: sitrep.Interval{From: date(e.From), To: date(e.To)}}
		for _, p := range e.Places {
			event.Places = append(event.Places, sitrep.Place{Name: p.Name, Countries: p.Country, Located: true, Lat: *p.Lat, Lon: *p.Lon})
		}
		for _, x := range e.Actors {
			event.Actors = append(event.Actors, sitrep.Actor{Role: x.Role, Name: x.Name, Side: x.Side})
		}
		for _, t := range e.Tolls {
			event.Tolls = append(event.Tolls, sitrep.Toll{Harm: t.Harm, Count: t.Count, CountTo: t.CountTo, Qualifier: t.Qualifier, Who: t.Who, Side: t.Side, Claim: t.Claim, Words: t.Span})
		}
		r.Events = append(r.Events, event)
	}
	return r
}

func date(s string) sitrep.CivilDate {
	d, _ := sitrep.ParseCivilDate(s)
	return d
}

// spoil puts one fault of each kind into the readings.
func spoil(r *sitrep.Reading) {
	switch r.Report.ID {
	case "one":
		e := r.Events
		e[0].Kind, e[0].Status, e[0].When.To = sitrep.Airstrike, sitrep.Happened, date("2021-06-16")                                                           // of the family; a day off
		e[0].Actors[0], e[0].Actors[1] = sitrep.Actor{Role: sitrep.Initiator, Name: "people"}, sitrep.Actor{Role: sitrep.Target, Name: "front", Side: "MARUN"} // exchanged
		e[0].Tolls[0].Qualifier, e[0].Tolls[1].Claim = sitrep.Exact, "c3"
		e[1].When, e[1].News = sitrep.Interval{From: date("2021-05")}, true
		e[2].Places[0].Lat, e[2].Actors[0].Role = 30, sitrep.Mediator
		e[3].Tolls[0].Count, e[3].When.From = 200, date("2018")
		at := sitrep.Span{Start: len(r.Report.Text) - len("Life in Dorel"), End: len(r.Report.Text)}
		r.Events = append(e, sitrep.Event{ID: "x", Kind: sitrep.Attack, Mentions: []sitrep.Span{at}, When: sitrep.Interval{From: date("2021")}, Actors: e[0].Actors[:1]})
		r.Claims[0].Source, r.Claims[1].Stance, r.Claims[2].Mode = "the town's mayor", sitrep.Assert, sitrep.QuoteMode
		r.Claims[2].Stance = sitrep.Agree
		r.Claims[3].Source, r.Claims[3].About = "the front", []string{"e2", "x"}
	case "two":
		r.Events = r.Events[:2] // one is missed
		r.Events[0].Tolls[0].CountTo, r.Events[0].Tolls[1].Side, r.Events[0].Tolls[1].Claim = 0, "UPL", "c1"
		r.Events[1].Mentions[0].Start += 20
		r.Claims[0].Content[0].End -= 70
		r.Claims = append(r.Claims, sitrep.Claim{ID: "y", Source: "families", Content: []sitrep.Span{{Start: 0, End: 10}}})
	case "three":
		r.Events = []sitrep.Event{{ID: "z", Kind: sitrep.Protest, Mentions: []sitrep.Span{{Start: 0, End: 20}}}}
	}
}

// spoiled are the readings of the invented answers, and those answers.
func spoiled(t *testing.T) ([]gold.Answer, map[string]*sitrep.Reading) {
	t.Helper()
	answers, err := gold.Load(answersDir)
	if err != nil {
		t.Fatal(err)
	}
	readings := map[string]*sitrep.Reading{}
	for i := range answers {
		r := echo(&answers[i])
		spoil(r)
		readings[answers[i].ID] = r
	}
	return answers, readings
}

func ours(t *testing.T, answers []gold.Answer, readings map[string]*sitrep.Reading) map[string]float64 {
	t.Helper()
	result, err := read.Run(answers, func(a *gold.Answer) (*sitrep.Reading, error) { return readings[a.ID], nil }, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	total := result.Total()
	figures := map[string]float64{"score": total.Score()}
	for f, c := range total {
		figures[f] = c.F1()
	}
	return figures
}

func TestAPerfectReadingHasOnlyOnes(t *testing.T) {
	answers, err := gold.Load(answersDir)
	if err != nil {
		t.Fatal(err)
	}
	readings := map[string]*sitrep.Reading{}
	for i := range answers {
		readings[answers[i].ID] = echo(&answers[i])
	}
	for f, v := range ours(t, answers, readings) {
		if want := 1.0; v != want && f != read.Exchanged || f == read.Exchanged && v != 0 {
			t.Errorf("%s is %v", f, v)
		}
	}
}

func TestFiguresAreThoseOfTheScorer(t *testing.T) {
	answers, readings := spoiled(t)
	if *update {
		writeFigures(t, readings)
	}
	b, err := os.ReadFile(figuresFile)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, ours(t, answers, readings), b)
}

// The scorer itself stands beside the project, where it is at hand.
func TestFiguresBesideTheScorer(t *testing.T) {
	answers, readings := spoiled(t)
	compare(t, ours(t, answers, readings), score(t, answersDir, readings))
}

// The same on real readings of real reports, where both are at hand.
func TestFiguresOfRealReadingsBesideTheScorer(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many reports: not with -short")
	}
	dir := filepath.Join("..", "..", "..", "shared", "gold", "dev")
	answers, err := gold.Load(dir)
	if err != nil {
		t.Skip("no ../shared/gold beside the project: real readings are not compared")
	}
	language, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	reader, readings := extract.New(language, lexicon.English(), gazetteer.Default()), map[string]*sitrep.Reading{}
	for _, a := range answers {
		report, err := page.Parse([]byte(a.Title+"\n\n"+a.Text), page.Hints{ID: a.ID, Published: a.Published, Form: page.Text})
		if err != nil {
			t.Fatal(err)
		}
		if readings[a.ID], err = reader.Read(report); err != nil {
			t.Fatal(err)
		}
	}
	compare(t, ours(t, answers, readings), score(t, dir, readings))
}

// compare looks at each figure that the scorer gives.
func compare(t *testing.T, ours map[string]float64, theirs []byte) {
	t.Helper()
	var want map[string]*float64
	if err := json.Unmarshal(theirs, &want); err != nil {
		t.Fatal(err)
	}
	for f, v := range want {
		if f == "reports" || f == "failed" || v == nil {
			continue
		}
		if got, ok := ours[f]; !ok || math.Abs(got-*v) > 0.001 {
			t.Errorf("%s: %.4f, the scorer has %.4f", f, got, *v)
		}
	}
	for f := range ours {
		if _, ok := want[f]; !ok {
			t.Errorf("%s is no figure of the scorer", f)
		}
	}
}

// score has score.py compare readings with answers. Without it, or without python3, the test is skipped.
func score(t *testing.T, answers string, readings map[string]*sitrep.Reading) []byte {
	t.Helper()
	scorer := filepath.Join("..", "..", "..", "shared", "gold", "score.py")
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("no ../shared/gold/score.py beside the project: its figures are those of testdata")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3, which score.py needs: its figures are those of testdata")
	}
	dir := t.TempDir()
	files, _ := filepath.Glob(filepath.Join(answers, "*.json"))
	for _, file := range files {
		if r := readings[idOf(t, file)]; r != nil {
			writeRecord(t, filepath.Join(dir, filepath.Base(file)), r)
		}
	}
	out, err := exec.Command(python, scorer, answers, dir, "--json").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return out
}

// idOf is the id of the answer in a file, which need not be the file's name.
func idOf(t *testing.T, file string) string {
	t.Helper()
	var answer struct{ ID string }
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, &answer)
	}
	if err != nil {
		t.Fatal(err)
	}
	return answer.ID
}

func writeRecord(t *testing.T, file string, r *sitrep.Reading) {
	t.Helper()
	var b bytes.Buffer
	if err := record.WriteReading(&b, r, record.ReadingOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func writeFigures(t *testing.T, readings map[string]*sitrep.Reading) {
	t.Helper()
	if err := os.WriteFile(figuresFile, score(t, answersDir, readings), 0o644); err != nil {
		t.Fatal(err)
	}
}
