package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	"sitrep/casebook/sqlite"
	"sitrep/desk"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
	"sitrep/page"
	"sitrep/record"
	"sitrep/source"
	"sitrep/web"
)

// reader is built once: it is what costs most.
var reader = sync.OnceValue(func() *extract.Reader {
	language, err := english.NewFor()
	if err != nil {
		panic(err)
	}
	return extract.New(language, lexicon.English(), gazetteer.Default())
})

// now is the clock of the tests.
var now = time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)

// window is a casebook with a window on it.
type window struct {
	t    testing.TB
	desk *desk.Desk
	web  http.Handler
}

// open makes a casebook of sources and a window on it.
func open(t testing.TB, o web.Options, sources ...string) *window {
	t.Helper()
	book, err := sqlite.Open(filepath.Join(t.TempDir(), "case.db"), sqlite.Options{Create: true, Who: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	d := &desk.Desk{Book: book, Reader: reader(), By: record.Reader{Version: "test"}, Now: func() time.Time { return now }}
	ctx := context.Background()
	done, err := d.Ingest(ctx, source.Items(ctx, sources, source.Options{Known: page.Known}), desk.Watcher{})
	if err != nil || len(done.Failed) > 0 {
		t.Fatal(err, done.Failed)
	}
	if _, err := d.Reconcile(ctx, nil); err != nil {
		t.Fatal(err)
	}
	o.Desk, o.Now, o.Places, o.By = d, func() time.Time { return now }, gazetteer.Default(), "tester"
	if _, shared := t.(keeper); !shared {
		o.Change = func(_ context.Context, do func(*desk.Desk) error) error { return do(d) }
	}
	s, err := web.New(book, o)
	if err != nil {
		t.Fatal(err)
	}
	return &window{t, d, s.Handler()}
}

// examples is a window on the examples, shared by the tests that change nothing.
var examples = func() func(t *testing.T) *window {
	var once sync.Once
	var w *window
	return func(t *testing.T) *window {
		t.Helper()
		once.Do(func() {
			dir, err := os.MkdirTemp("", "sitrep-window")
			if err != nil {
				t.Fatal(err)
			}
			w = open(keeper{t, dir}, web.Options{Title: "Examples"}, "../examples")
		})
		return &window{t, w.desk, w.web}
	}
}()

// keeper is a test whose folder outlives it.
type keeper struct {
	testing.TB
	dir string
}

func (k keeper) TempDir() string  { return k.dir }
func (k keeper) Cleanup(f func()) {}

func TestMain(m *testing.M) {
	code := m.Run()
	old, _ := filepath.Glob(filepath.Join(os.TempDir(), "sitrep-window*"))
	for _, d := range old {
		os.RemoveAll(d)
	}
	os.Exit(code)
}

// get asks for a page of this machine.
func (w *window) get(path string) *httptest.ResponseRecorder {
	w.t.Helper()
	return w.do(httptest.NewRequest(http.MethodGet, path, nil))
}

func (w *window) do(r *http.Request) *httptest.ResponseRecorder {
	w.t.Helper()
	if r.Host == "example.com" { // what httptest gives where nothing is said
		r.Host = "localhost:7350"
	}
	out := httptest.NewRecorder()
	w.web.ServeHTTP(out, r)
	return out
}

// post sends a form as the window's own pages do.
func (w *window) post(path string, form map[string]string) *httptest.ResponseRecorder {
	w.t.Helper()
	values := make([]string, 0, len(form))
	for k, v := range form {
		values = append(values, k+"="+escape(v))
	}
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(strings.Join(values, "&")))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return w.do(r)
}

func escape(s string) string {
	return strings.NewReplacer("%", "%25", "&", "%26", "+", "%2B", "=", "%3D", "#", "%23", "\n", "%0A", ";", "%3B").Replace(s)
}

// tree is a page as a browser sees it; it must have come with 200.
func (w *window) tree(path string) *html.Node {
	w.t.Helper()
	r := w.get(path)
	if r.Code != http.StatusOK {
		w.t.Fatalf("GET %s: %d\n%s", path, r.Code, r.Body)
	}
	n, err := html.Parse(r.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return n
}

// each calls do for every element of a tree.
func each(n *html.Node, do func(*html.Node)) {
	if n.Type == html.ElementNode {
		do(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, do)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// has tells whether an element is of a class.
func has(n *html.Node, class string) bool {
	for _, c := range strings.Fields(attr(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

// text is the text of a tree, with every run of white space as one blank.
func text(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && (n.Data == "p" || n.Data == "div" || n.Data == "td" || n.Data == "li") {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// links are the addresses of this server on a page, each once, in order.
func links(n *html.Node) []string {
	seen := map[string]bool{}
	var out []string
	each(n, func(e *html.Node) {
		if href := attr(e, "href"); e.Data == "a" && strings.HasPrefix(href, "/") && !seen[href] {
			seen[href] = true
			out = append(out, href)
		}
	})
	return out
}
