package privacy_test

import (
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

// readRaw reads a text with its title on the road that a file takes.
func readRaw(t testing.TB, raw []byte) *sitrep.Reading {
	t.Helper()
	report, err := page.Parse(raw, page.Hints{Published: "2021-06-16", Form: page.Text})
	if err != nil {
		t.Fatal(err)
	}
	reading, err := reader().Read(report)
	if err != nil {
		t.Fatal(err)
	}
	return reading
}
