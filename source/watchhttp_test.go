package source_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"sitrep/page"
	"sitrep/source"
	"sitrep/source/fetch"
)

// A feed and its pages over HTTP, through the guarded client: only the address of this one server is let through.
func TestWatchOverHTTP(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /b")
		case "/feed":
			fmt.Fprintf(w, `<rss version="2.0"><channel><item><title>C</title><link>http://127.0.0.2/c</link><description>Outside…</description></item><item><title>B</title><link>/b</link><description>Not allowed…</description></item>
				<item><title>A</title><link>http://%s/a</link><description>An excerpt…</description></item></channel></rss>`, r.Host)
		default:
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<html>the whole of ", r.URL.Path)
		}
	}))
	defer s.Close()
	client := fetch.New(fetch.Options{Exempt: []netip.AddrPort{netip.MustParseAddrPort(s.Listener.Addr().String())}, Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }})
	o := source.Options{Known: page.Known, Fetch: client}
	want := []string{"<html>the whole of /a", "Not allowed…", "Outside…"}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var got, once []string
	w := source.Watcher{Feeds: []string{s.URL + "/feed"}, Options: o}
	for i, err := range w.Items(ctx) {
		if err != nil {
			t.Error(err)
		}
		if got = append(got, string(i.Raw)); len(got) == len(want) {
			break
		}
	}
	for i, err := range source.Items(ctx, []string{s.URL + "/feed"}, o) {
		if err != nil {
			t.Error(err)
		}
		once = append(once, string(i.Raw))
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || fmt.Sprint(once) != fmt.Sprint(want) {
		t.Errorf("watched %q, taken once %q", got, once)
	}
}
