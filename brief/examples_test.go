package brief_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep"
	"sitrep/brief"
	"sitrep/casebook"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
	"sitrep/page"
	"sitrep/privacy"
	"sitrep/reconcile"
)

// exampleCase is the examples, read and joined as they are for a casebook.
func exampleCase(t *testing.T, files []string) *fake {
	language, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	reader := extract.New(language, lexicon.English(), gazetteer.Default())
	f := &fake{reports: map[string]casebook.StoredReport{}}
	var tellings []sitrep.Telling
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		report, err := page.Parse(raw, page.Hints{Name: file})
		if err != nil {
			t.Fatal(err)
		}
		r, err := reader.Read(report)
		if err != nil {
			t.Fatal(err)
		}
		head := sitrep.ReportHead{ID: report.ID, SHA256: report.SHA256, URL: report.URL, Outlet: report.Outlet, Title: report.Title, Published: report.Published, Length: len(report.Text), Version: 1}
		f.reports[head.ID] = casebook.StoredReport{Head: head, Reading: r, Private: privacy.Names(r)}
		tellings = append(tellings, reconcile.Tellings(r, head)...)
		for _, c := range r.Claims {
			quote := ""
			for _, s := range c.Content {
				quote += " " + report.Text[s.Start:s.End]
			}
			f.claims = append(f.claims, casebook.ClaimRow{Report: head, Claim: c, Quote: strings.TrimSpace(quote)})
		}
	}
	f.incidents = reconcile.All(tellings, nil)
	return f
}

func TestBriefOfTheExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all examples: not with -short")
	}
	var files []string
	for _, ending := range []string{"*.txt", "*.html", "*.eml"} {
		found, _ := filepath.Glob(filepath.Join("..", "examples", ending))
		files = append(files, found...)
	}
	f := exampleCase(t, files)
	o := brief.Options{From: date(t, "2015"), To: date(t, "2024"), Format: brief.Text, Names: true, Limit: 200, PerPlace: 200}
	b, err := brief.Make(context.Background(), f, o)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	each(b, func(s brief.Sentence) {
		n++
		if !s.Record && len(s.Notes) == 0 {
			t.Errorf("%q rests on nothing", s.Text)
		}
	})
	for _, note := range b.Notes {
		if !strings.Contains(strings.Join(strings.Fields(f.reports[note.Report].Reading.Report.Text), " "), note.Quote) {
			t.Errorf("report %s does not say %q", note.Report, note.Quote)
		}
	}
	if n < 10 {
		t.Errorf("%d sentences of %d reports", n, len(files))
	}
	if os.Getenv("SHOWBRIEF") != "" {
		var out bytes.Buffer
		b.Write(&out, o)
		fmt.Println(out.String())
	}
}
