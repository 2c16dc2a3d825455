package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/sqlite"
)

// site is a wire on the net, which the command reaches through its own proxy: a feed, its pages, and what was asked of it.
type site struct {
	*httptest.Server
	sync.Mutex
	pages map[string]string
	tag   string // of the feed
	busy  bool   // answers that it cannot be asked now
	asked []string
	told  func() // that the feed is as it was
}

// asItWas is what a test hears when the feed is asked for and has not changed.
const asItWas = "the feed is as it was"

const wireFeed = "http://wire.example/feed.xml"

func newSite(t *testing.T) *site {
	s := &site{pages: map[string]string{}}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.Close)
	return s
}

func (s *site) serve(w http.ResponseWriter, r *http.Request) {
	s.Lock()
	defer s.Unlock()
	s.asked = append(s.asked, r.URL.Path)
	text, ok := s.pages[r.URL.Path]
	switch {
	case r.URL.Path == "/robots.txt":
		fmt.Fprint(w, "User-agent: *\nDisallow: /private\n")
	case s.busy:
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(http.StatusServiceUnavailable)
	case !ok:
		w.WriteHeader(http.StatusNotFound)
	case r.URL.Path == "/feed.xml" && r.Header.Get("If-None-Match") == s.tag:
		w.WriteHeader(http.StatusNotModified)
		if s.told != nil {
			s.told()
		}
	default:
		if r.URL.Path == "/feed.xml" {
			w.Header().Set("ETag", s.tag)
		}
		fmt.Fprint(w, text)
	}
}

// put is the feed and a page as they are from now on.
func (s *site) put(tag, path, title, body string) {
	s.Lock()
	defer s.Unlock()
	s.tag = tag
	s.pages["/feed.xml"] = `<rss version="2.0"><channel><title>The Lake Wire</title>
		<item><title>` + title + `</title><link>http://wire.example` + path + `</link><pubDate>Sat, 03 May 2031 08:00:00 GMT</pubDate><description>Shells hit…</description></item>
		<item><title>Not for programs</title><link>http://wire.example/private/x</link><description>A secret…</description></item></channel></rss>`
	s.pages[path] = `<html><head><title>` + title + `</title><meta property="og:site_name" content="The Lake Wire"></head><body><article><h1>` + title + `</h1><p>` + strings.ReplaceAll(body, "\n", "</p><p>") + `</p></article></body></html>`
}

func (s *site) took() string {
	s.Lock()
	defer s.Unlock()
	defer func() { s.asked = nil }()
	return strings.Join(s.asked, " ")
}

// watched runs the command until it has said something, stops it as Ctrl-C does, and gives what it said.
func (s *site) watched(t *testing.T, until string, more ...string) string {
	t.Helper()
	if err := os.WriteFile("feeds.txt", []byte(wireFeed+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, interrupt := context.WithTimeout(t.Context(), time.Minute)
	defer interrupt()
	var out, said bytes.Buffer
	a := caseApp("", &out, &said)
	a.silence = 100 * time.Millisecond
	heard := &hearing{w: &said, word: until, do: interrupt}
	a.err = heard
	s.Lock()
	s.told = func() { fmt.Fprintln(heard, asItWas) }
	s.Unlock()
	code := a.run(ctx, append([]string{"watch", "case.db", "feeds.txt", "--proxy=" + s.URL, "--delay=1ms", "--every=1h"}, more...))
	if code != exitInterrupted || !heard.heard {
		t.Fatalf("exit code %d: %s", code, said.String())
	}
	return said.String()
}

// hearing does something when a word is written.
type hearing struct {
	sync.Mutex
	w     *bytes.Buffer
	word  string
	do    func()
	heard bool
}

func (h *hearing) Write(p []byte) (int, error) {
	h.Lock()
	defer h.Unlock()
	n, err := h.w.Write(p)
	if !h.heard && strings.Contains(h.w.String(), h.word) {
		h.heard = true
		h.do()
	}
	return n, err
}

// readTo notes in the casebook that the feed was read to the state with a tag, some time ago.
func readTo(t *testing.T, tag string) {
	t.Helper()
	book, err := sqlite.Open("case.db", sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	state, _ := json.Marshal(map[string]any{"etag": tag, "next": time.Now().Add(-time.Minute).UTC(), "entries": map[string]any{}})
	if err := book.SetWatermark(t.Context(), "watch "+wireFeed, string(state)); err != nil {
		t.Fatal(err)
	}
}

// reportIn is the one report of the casebook, with its versions.
func reportIn(t *testing.T) casebook.StoredReport {
	t.Helper()
	book, err := sqlite.OpenReadOnly("case.db", sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	page, err := book.Reports(t.Context(), casebook.Query{Outlet: "The Lake Wire", Text: "Dorel"})
	if err != nil || len(page.Rows) != 1 {
		t.Fatalf("%d reports, %v", len(page.Rows), err)
	}
	r, err := book.Report(t.Context(), page.Rows[0].ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const (
	firstStory = "Five people were killed when shells hit a market in the town of Dorel on Friday, the Dorel hospital said.\nThe town lies by the lake. Its market is open on three days of the week."
	laterStory = "Three people were killed when shells hit a market in the town of Dorel on Friday, the Dorel hospital said.\nThe town lies by the lake. Its market is open on three days of the week.\nCorrection: An earlier version of this story gave a higher number of people killed."
	takenBack  = "This story has been retracted.\nThe town lies by the lake. Its market is open on three days of the week."
)

func TestWatchFollowsAPageThatIsCorrectedAndTakenBack(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newSite(t)
	s.put("one", "/dorel", "Five dead in Dorel", firstStory)
	s.watched(t, "2 new") // of what robots.txt keeps to itself, only what the feed tells
	if got := s.took(); strings.Contains(got, "/private") || !strings.HasPrefix(got, "/robots.txt /feed.xml") {
		t.Errorf("asked for %s", got)
	}
	if got := must(t, "", "incidents", "case.db", "--has-toll"); !strings.Contains(got, "killed 5") {
		t.Errorf("got\n%s", got)
	}

	s.put("two", "/dorel", "Three dead in Dorel", laterStory)
	s.watched(t, "1 of them new versions")
	if got := must(t, "", "incidents", "case.db", "--has-toll"); !strings.Contains(got, "killed 3") || strings.Contains(got, "killed 5") {
		t.Errorf("a lowered figure does not take the place of the higher one:\n%s", got)
	}
	if r := reportIn(t); len(r.Versions) != 2 || r.Head.Version != 2 {
		t.Errorf("versions %+v", r.Versions)
	}
	if got := must(t, "", "diff", "case.db", "--since=1h"); !strings.Contains(got, "3") {
		t.Errorf("diff tells\n%s", got)
	}

	s.put("three", "/dorel", "Retraction: dead in Dorel", takenBack)
	s.watched(t, "1 of them new versions")
	if got := must(t, "", "incidents", "case.db", "--has-toll"); strings.Contains(got, "killed") {
		t.Errorf("a retracted report supports a toll:\n%s", got)
	}
	if r := reportIn(t); len(r.Versions) != 3 {
		t.Errorf("versions %+v", r.Versions)
	}
	must(t, "", "doctor", "case.db")

	readTo(t, "three")
	s.took()
	s.watched(t, asItWas)
	if got := s.took(); got != "/robots.txt /feed.xml" {
		t.Errorf("asked for %s", got)
	}
}

func TestWatchAsksAFeedThatFailsLater(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newSite(t)
	s.put("one", "/dorel", "Five dead in Dorel", firstStory)
	s.busy = true
	if said := s.watched(t, "it is asked again in"); !strings.Contains(said, "503") || !strings.Contains(said, "it is asked again in 2h0m0s") {
		t.Errorf("said %s", said)
	}
}

func TestWatchSaysThatAFeedIsNotAskedMoreOften(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newSite(t)
	s.watched(t, "a feed is asked once in 1m0s at most", "--every=5s")
}
