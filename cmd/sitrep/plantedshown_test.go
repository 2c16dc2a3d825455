package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sitrep/casebook"
)

// proposer is an endpoint whose model proposes, of every planted report, a toll whose words and people name the person.
func proposer(t *testing.T) string {
	t.Helper()
	var all []any
	for i := range firstNames {
		name := firstNames[i] + " " + lastNames[i]
		all = append(all, map[string]any{"what": "toll", "quote": fmt.Sprintf(told[i%len(told)], name), "fields": map[string]any{"harm": "missing", "count": 1, "who": name}})
	}
	b, err := json.Marshal(map[string]any{"proposals": all})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": string(b)}}}})
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// None of thirty private persons is named in what alerts send, on any page and in any file of the window, in any answer of the API and of the tools for language models, and in
// what a model of one's own proposes.
func TestNoneOfThirtyNamesIsSentOrShown(t *testing.T) {
	if testing.Short() {
		t.Skip("every page of the window")
	}
	t.Chdir(t.TempDir())
	hook := newReceiver(t)
	must(t, "", "alert", "add", "case.db", "all", "--webhook="+hook.URL, "--secret-file=secret", "--local", "--feed=all.atom", "--mail=mails")
	must(t, plantedNames(), "ingest", "case.db", "--jsonl", "-", "--assist="+proposer(t), "--assist-model=tiny")
	if n := strings.Count(must(t, strings.Repeat("k\n", 200), "review", "case.db"), "proposes this"); n < 15 {
		t.Errorf("only %d proposals wait: the test tests little", n)
	}
	shown := map[string]string{"the webhook": strings.Join(hook.got, "\n"), "review": must(t, strings.Repeat("k\n", 200), "review", "case.db")}
	filesIn(t, shown, "mails", "all.atom")
	if len(hook.got) < 5 || len(shown) < 5 {
		t.Errorf("%d notices and %d files went out: the test tests little", len(hook.got), len(shown))
	}
	windowOn(t, "case.db", shown)
	toolsOn(t, "case.db", shown)
	for where, text := range shown {
		if names := leaked(text); len(names) > 0 {
			t.Errorf("%s shows %q", where, names)
		}
	}
}

// filesIn adds files, and those in folders.
func filesIn(t *testing.T, shown map[string]string, names ...string) {
	t.Helper()
	for _, name := range names {
		err := filepath.WalkDir(name, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			b, err := os.ReadFile(path)
			shown[path] = string(b)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// hrefs are the addresses on a page.
var hrefs = regexp.MustCompile(`(?:href|src|action|data-[a-z]+)="(/[^"]*)"`)

// windowOn adds every page and file of the window that can be reached from the first, and every answer of the API.
func windowOn(t *testing.T, book string, shown map[string]string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out, errs bytes.Buffer
	a := caseApp("", &out, &errs)
	err := a.reading(ctx, book, false, "test", func(b casebook.Casebook) error {
		c := serveCommand{}
		c.Case = book
		handler, err := c.window(ctx, a, book, b)
		if err != nil {
			return err
		}
		queue := append([]string{"/", "/review", "/proposals", "/api", "/openapi.json"}, apiCalls(t, book)...)
		for at := 0; at < len(queue) && at < 900; at++ {
			w := httptest.NewRecorder()
			r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:7350"+queue[at], nil)
			handler.ServeHTTP(w, r)
			shown["GET "+queue[at]] = w.Body.String()
			for _, found := range hrefs.FindAllStringSubmatch(w.Body.String(), -1) {
				to, _, _ := strings.Cut(strings.ReplaceAll(found[1], "&amp;", "&"), "#")
				if key := "GET " + to; !strings.HasPrefix(to, "/static") && shown[key] == "" {
					shown[key] = " "
					queue = append(queue, to)
				}
			}
		}
		if len(queue) < 200 {
			t.Errorf("only %d pages and calls were seen", len(queue))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// apiCalls are the reading calls of the API, those of one incident or report for each that there is.
func apiCalls(t *testing.T, book string) []string {
	t.Helper()
	var d struct {
		Paths map[string]map[string]any
	}
	b, err := os.ReadFile(openAPI)
	if err != nil || json.Unmarshal(b, &d) != nil {
		t.Fatal(err)
	}
	var out []string
	for path, ops := range d.Paths {
		switch {
		case ops["get"] == nil:
		case strings.HasPrefix(path, "/api/v1/incidents/{id}"):
			for _, i := range listedBy(t, "incidents", book) {
				out = append(out, strings.Replace(path, "{id}", i.ID, 1))
			}
		case strings.HasPrefix(path, "/api/v1/reports/{id}"):
			for i := range firstNames {
				out = append(out, strings.Replace(path, "{id}", url.PathEscape(fmt.Sprintf("n%02d", i)), 1))
			}
		default:
			out = append(out, path, path+"?limit=500&since=2000-01-01")
		}
	}
	return out
}
