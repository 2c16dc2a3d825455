package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
	"sitrep/page"
)

// reader is the whole reader, built once.
var reader = sync.OnceValue(func() *extract.Reader {
	language, err := english.New()
	if err != nil {
		panic(err)
	}
	return extract.New(language, lexicon.English(), gazetteer.Default())
})

// published is the day of the reports that the tests make: a Wednesday.
const published = "2021-06-16"

// read reads a text without a title on the road that a file takes.
func read(t testing.TB, day, text string) *sitrep.Reading {
	t.Helper()
	return readInput(t, []byte(text), page.Hints{Published: day, NoTitle: true, Form: page.Text})
}

func readInput(t testing.TB, raw []byte, hints page.Hints) *sitrep.Reading {
	t.Helper()
	report, err := page.Parse(raw, hints)
	if err != nil {
		t.Fatal(err)
	}
	reading, err := reader().Read(report)
	if err != nil {
		t.Fatal(err)
	}
	return reading
}

// examples are the inputs of the folder of that name.
func examples(t testing.TB) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	for _, ending := range []string{"*.txt", "*.html", "*.eml"} {
		files, err := filepath.Glob(filepath.Join("..", "examples", ending))
		if err != nil || len(files) == 0 {
			t.Fatalf("no examples %s: %v", ending, err)
		}
		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			found[filepath.Base(file)] = raw
		}
	}
	return found
}

// names are the keys of a map in order.
func names[T any](m map[string]T) []string {
	var all []string
	for name := range m {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

// plainWords is a text with single spaces.
func plainWords(s string) string { return strings.Join(strings.Fields(s), " ") }

// summary says of each event what a reader would learn, without offsets and ids.
func summary(r *sitrep.Reading) []string {
	var all []string
	for i := range r.Events {
		e := &r.Events[i]
		all = append(all, fmt.Sprintf("%s %s %v %s..%s %q %q %q", e.Kind, e.Status, e.News, e.When.From, e.When.To, places(e), actors(e), tolls(e)))
	}
	return all
}

func places(e *sitrep.Event) []string {
	var all []string
	for i := range e.Places {
		all = append(all, plainWords(e.Places[i].Name))
	}
	return all
}

func actors(e *sitrep.Event) []string {
	var all []string
	for i := range e.Actors {
		a := &e.Actors[i]
		all = append(all, fmt.Sprintf("%s %s %s", a.Role, plainWords(a.Name), a.Side))
	}
	return all
}

func tolls(e *sitrep.Event) []string {
	var all []string
	for i := range e.Tolls {
		t := &e.Tolls[i]
		all = append(all, fmt.Sprintf("%s %s %d-%d %s", t.Harm, t.Qualifier, t.Count, t.CountTo, plainWords(t.Who)))
	}
	return all
}

// withRole are the sides, else the names, of those in a role of any event of the kinds given (all kinds for none), in order.
func withRole(r *sitrep.Reading, role sitrep.Role, kinds ...sitrep.Kind) []string {
	var all []string
	for i := range r.Events {
		if len(kinds) > 0 && !slices.Contains(kinds, r.Events[i].Kind) {
			continue
		}
		for _, a := range r.Events[i].Actors {
			who := a.Side
			if who == "" {
				who = plainWords(a.Name)
			}
			if a.Role == role && !slices.Contains(all, who) {
				all = append(all, who)
			}
		}
	}
	slices.Sort(all)
	return all
}
