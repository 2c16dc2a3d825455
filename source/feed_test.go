package source

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep/source/fetch"
)

// web is the web as a test has it: what stands at an address. A nil body is a server that fails.
type web struct {
	sync.Mutex
	pages map[string]string
	fails map[string]error
	asked []string
}

func (w *web) Fetch(ctx context.Context, address string, known fetch.Validators) (*fetch.Response, error) {
	w.Lock()
	defer w.Unlock()
	w.asked = append(w.asked, strings.TrimPrefix(address, "https://x.example/"))
	if err := w.fails[address]; err != nil {
		return nil, err
	}
	body, ok := w.pages[address]
	if !ok {
		return nil, &fetch.StatusError{Code: 404}
	}
	r := &fetch.Response{URL: address, At: time.Now(), Validators: fetch.Validators{ETag: hashOf(body)}}
	if known.ETag == r.Validators.ETag {
		r.NotModified = true
		return r, nil
	}
	r.Body = []byte(body)
	if strings.HasPrefix(body, "<html") {
		r.Type = "text/html; charset=windows-1251"
	}
	return r, nil
}

func (w *web) set(address, body string) {
	w.Lock()
	defer w.Unlock()
	w.pages["https://x.example/"+address] = body
}

func (w *web) fail(address string, err error) {
	w.Lock()
	defer w.Unlock()
	if w.fails == nil {
		w.fails = map[string]error{}
	}
	w.fails["https://x.example/"+address] = err
}

// took are the addresses that were asked for since the last time.
func (w *web) took() string {
	w.Lock()
	defer w.Unlock()
	defer func() { w.asked = nil }()
	return strings.Join(w.asked, " ")
}

func newWeb(pages map[string]string) *web {
	w := &web{pages: map[string]string{}}
	for a, p := range pages {
		w.set(a, p)
	}
	return w
}

func rss(items ...string) string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Dol Radio</title><link>https://x.example/</link>` + strings.Join(items, "") + `</channel></rss>`
}

func rssItem(link, text string) string {
	return fmt.Sprintf("<item><title>About %s</title><link>%s</link><guid>%s</guid><pubDate>Mon, 08 Mar 2021 09:00:00 EST</pubDate><description><![CDATA[%s]]></description></item>", link, link, link, text)
}

var long = "<p>" + strings.Repeat("They left the town. ", 100) + "</p>"

func TestFeeds(t *testing.T) {
	w := newWeb(map[string]string{"whole": rss(rssItem("/b?utm_source=rss#top", long), rssItem("/a", long+" Read more</a>"), rssItem("/gone", "An excerpt…"), rssItem("/none", "")),
		"a": "<html>caf\xf3", "atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>E</title><id>urn:1</id><updated>2021-03-08T09:00:00+02:00</updated><content type="html">` +
			strings.ReplaceAll(long, "<", "&lt;") + `</content></entry></feed>`,
		"json": `{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "url": "https://x.example/j", "content_text": "` + strings.Repeat("They left. ", 200) + `", "date_published": "2021-03-08T09:00:00Z"}]}`,
		"rdf":  `<?xml version="1.0"?><!-- a remark --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item><title>R</title><link>a</link></item></rdf:RDF>`,
		"bad":  `<rss><channel><item>`})
	for _, c := range []struct {
		name, address string
		want          []string
		passed        int
	}{
		{"excerpts are fetched, and what is not to be had is given as it is", "whole", []string{"https://x.example/none! the server answers 404 Not Found", "https://x.example/gone|About /gone|2021-03-08T09:00:00-05:00|excerpt|An excerpt…",
			"https://x.example/a||2021-03-08T09:00:00-05:00|<html>cafу", "https://x.example/b|About /b?utm_source=rss#top|2021-03-08T09:00:00-05:00|<p>They left…"}, 1},
		{"Atom, without an address", "atom", []string{"https://x.example/atom#urn:1|E|2021-03-08T09:00:00+02:00|<p>They left…"}, 0},
		{"JSON Feed", "json", []string{"https://x.example/j||2021-03-08T09:00:00Z|They left…"}, 0},
		{"RDF", "rdf", []string{"https://x.example/a|||<html>cafу"}, 0},
		{"half a feed", "bad", []string{"https://x.example/bad! the feed cannot be read: …"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			passed := 0
			var got []string
			for i, err := range Items(t.Context(), []string{"https://x.example/" + c.address}, Options{Fetch: w, Passed: func(string, string) { passed++ }}) {
				if err != nil {
					got = append(got, fmt.Sprintf("%s! %v", i.Where, err))
					continue
				}
				mark := ""
				if i.Excerpt {
					mark = "excerpt|"
				}
				got = append(got, strings.Join([]string{i.URL + i.ID, i.Title, i.Published, mark + string(i.Raw)}, "|"))
			}
			equal(t, got, c.want...)
			if passed != c.passed {
				t.Errorf("%d passed over", passed)
			}
		})
	}
}

func TestFeedFilesAndAddressesWithoutFetching(t *testing.T) {
	inFolder(t, map[string]string{"f.rss": rss(rssItem("https://x.example/a", "An excerpt…")), "l.txt": "https://x.example/a\n"})
	equal(t, all(t, Options{}, "f.rss", "https://x.example/a", "l.txt"), "https://x.example/a: An excerpt…", "https://x.example/a! it is an address, and nothing is fetched here…", "l.txt: https://x.example/a\n")
}

func TestListsOfAddresses(t *testing.T) {
	w := newWeb(map[string]string{"a": "A", "b": "B"})
	inFolder(t, map[string]string{"l.txt": "\ufeff# ours\nhttps://x.example/a # the first\n\nhttps://x.example/c\r\nHTTPS://x.example/b\nhttps://x.example/b" + strings.Repeat("x", 9000) + "\nnonsense here\nhttps://x.example/b",
		"r.txt": "https://x.example/a is where they said so.", "s.txt": "They left.\nhttps://x.example/a"})
	equal(t, all(t, Options{Fetch: w}, "l.txt", "r.txt", "s.txt"), "https://x.example/a: A", "https://x.example/c! the server answers 404 Not Found", "HTTPS://x.example/b! the server answers 404 Not Found",
		"l.txt: line 6! the line is longer than any address", `l.txt: line 7! "nonsense here" is no address; want one that begins with http:// or https://`, "https://x.example/b: B", "r.txt: https://x.example/a is where…", "s.txt: They left.…")
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a list", "# feeds\nhttps://x.example/a # one\n\nhttps://x.example/b\nhttps://x.example/a", "[https://x.example/a https://x.example/b] <nil>"},
		{"OPML", `<?xml version="1.0"?><opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="https://x.example/a"/></outline></body></opml>`, "[https://x.example/a] <nil>"},
		{"a path", "feeds/a.xml", `[] "feeds/a.xml" is no address of a feed; want one a line that begins with http:// or https://`},
		{"nothing", "# nothing", "[] no feeds in it: want one address a line, or OPML"},
		{"half of OPML", "<opml><body>", "[] it cannot be read as OPML: XML syntax error on line 1: unexpected EOF"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Addresses(strings.NewReader(c.in))
			if s := fmt.Sprint(got, " ", err); s != c.want {
				t.Errorf("got %s", s)
			}
		})
	}
}

func TestPlainAddresses(t *testing.T) {
	for in, want := range map[string]string{"https://x.example/a?id=1&utm_source=rss&utm_medium=x#c": "https://x.example/a?id=1", "https://x.example/?fbclid=1": "https://x.example/", "https://x.example/a?b&c=%20": "https://x.example/a?b&c=%20", "::": "::", "": ""} {
		if got := plainAddress(in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
}

// Feeds are written by strangers: what is odd in one gives an error, soon.
func TestHostileFeeds(t *testing.T) {
	deep := 1_000_000
	if testing.Short() {
		deep = 50_000
	}
	laughs := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title><description>&c;</description></item></channel></rss>`
	for name, in := range map[string]string{
		"billion laughs":         laughs,
		"an outside entity":      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>x&a;</title><description>x&a;</description></item></channel></rss>`,
		"very deep":              "<rss><channel><item>" + strings.Repeat("<a>", deep),
		"very deep in the text":  "<rss><channel><item><description>" + strings.Repeat("<a>", deep) + strings.Repeat("</a>", deep) + "</description></item></channel></rss>",
		"JSON very deep":         `{"version": "https://jsonfeed.org/version/1", "items": ` + strings.Repeat("[", deep),
		"attributes without end": "<rss " + strings.Repeat(`a="b" `, 500_000),
		"odd links":              `<rss><channel><item><title>T</title><link>javascript:x</link></item><item><link>file:///etc/passwd</link></item><item><link>http://[</link></item></channel></rss>`,
		"bytes":                  "<rss>\x00\xff\xfe",
	} {
		t.Run(name, func(t *testing.T) {
			w := newWeb(nil)
			for i, err := range Items(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(in), Fetch: w}) {
				if err == nil && (strings.Contains(string(i.Raw), "hahaha") || strings.Contains(string(i.Raw), "root:")) {
					t.Errorf("expanded: %.100s", i.Raw)
				}
			}
			if asked := w.took(); asked != "" {
				t.Errorf("asked for %s", asked)
			}
		})
	}
}

func TestDepthOfFeeds(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want bool
	}{
		"deep":                        {strings.Repeat("<a>", mostDeep+1), true},
		"deep, with attributes":       {strings.Repeat("<a b='/'>", mostDeep+1), true},
		"many, closed":                {strings.Repeat("<a></a>", 2*mostDeep), false},
		"many that close themselves":  {strings.Repeat("<a/>", 2*mostDeep), false},
		"tags in CDATA":               {strings.Repeat("<a><![CDATA[<br><br>]]></a>", mostDeep), false},
		"tags in a remark":            {"<!--" + strings.Repeat("<a>", 2*mostDeep) + "-->", false},
		"tags that nobody closes":     {strings.Repeat("<item><br><br></item>", mostDeep), false},
		"CDATA without end":           {"<![CDATA[" + strings.Repeat("<a>", 2*mostDeep), false},
		"beginnings of tags":          {strings.Repeat("<a", mostDeep+1), true},
		"more closed than was opened": {strings.Repeat("</a>", mostDeep), false},
	} {
		if got := tooDeep([]byte(c.in)); got != c.want {
			t.Errorf("%s is too deep: %v", name, got)
		}
	}
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(rss(rssItem("/a", "x"))))
	f.Add([]byte(`{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		entries, err := readFeed("https://x.example/", raw)
		for _, e := range entries {
			if e.url != "" && !isAddress(e.url) || err != nil {
				t.Errorf("%+v %v", e, err)
			}
		}
	})
}

var errPassing = errors.New("connection reset")
