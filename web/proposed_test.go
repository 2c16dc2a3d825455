package web_test

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/desk"
	"sitrep/page"
	"sitrep/source"
	"sitrep/web"
)

// proposer is an assistant that proposes one toll of a report, with the name of a private person in it.
type proposer struct{}

func (proposer) Assist(_ context.Context, r *sitrep.Reading) {
	const words = "Lena Orlu, a baker, is missing"
	if at := strings.Index(r.Report.Text, words); at >= 0 {
		r.Proposals = append(r.Proposals, sitrep.Proposal{ID: "p1", By: "tiny at 127.0.0.1", What: sitrep.TollProposal, Words: sitrep.Span{Start: at, End: at + len(words)},
			Value: `{"harm":"missing","count":77,"qualifier":"exact","who":"Lena Orlu"}`})
	}
}

// What a language model proposes stands apart on the page of its report and in the queue, says who proposes it, counts nowhere and names no private person.
func TestProposalsStandApart(t *testing.T) {
	w := open(t, web.Options{})
	w.desk.Assist = proposer{}
	file := filepath.Join(t.TempDir(), "report.txt")
	if err := os.WriteFile(file, []byte("Market in Stepanakert is shelled\n\nSTEPANAKERT, April 12, 2016 - Shells hit a market in Stepanakert on Monday and killed three people, the governor said. Gunmen abducted Lena Orlu, a baker, residents said. Lena Orlu, a baker, is missing.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := w.desk.Ingest(t.Context(), source.Items(t.Context(), []string{file}, source.Options{Known: page.Known}), desk.Watcher{})
	if err != nil || done.New != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	if _, err := w.desk.Reconcile(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	heads, err := w.desk.Book.Reports(t.Context(), casebook.Query{})
	if err != nil || len(heads.Rows) != 1 {
		t.Fatal(heads, err)
	}
	for _, path := range []string{"/reports/" + url.PathEscape(heads.Rows[0].ID), "/review"} {
		r := w.get(path)
		body := r.Body.String()
		if r.Code != http.StatusOK || !strings.Contains(body, "tiny at 127.0.0.1") || !strings.Contains(strings.ToLower(body), "propose") {
			t.Errorf("GET %s: %d: it does not say who proposes it:\n%s", path, r.Code, body)
		}
		if strings.Contains(body, "Orlu") {
			t.Errorf("GET %s names a private person", path)
		}
	}
	for _, path := range []string{"/tolls.csv", "/incidents.csv", "/claims.csv", "/tolls.json", "/api/v1/tolls", "/api/v1/incidents"} {
		if body := w.get(path).Body.String(); strings.Contains(body, "77") && strings.Contains(body, "missing") {
			t.Errorf("GET %s counts what is proposed", path)
		}
	}
}
