package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"
)

// site is a server on loopback whose robots.txt allows all, a client that may ask it, and the waits of that client.
func site(t *testing.T, o Options, serve http.HandlerFunc) (c *Client, url string, waits *[]time.Duration) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		serve(w, r)
	}))
	t.Cleanup(s.Close)
	waits = &[]time.Duration{}
	o.Exempt = []netip.AddrPort{addressOf(s)}
	o.Sleep = func(ctx context.Context, d time.Duration) error { *waits = append(*waits, d); return ctx.Err() }
	return New(o), s.URL, waits
}

func TestFetch(t *testing.T) {
	c, url, _ := site(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/old":
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
		case r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "then":
			w.WriteHeader(http.StatusNotModified)
		default:
			w.Header().Set("ETag", `"1"`)
			w.Header().Set("Last-Modified", "then")
			w.Header().Set("Content-Type", "text/html; charset=x")
			fmt.Fprintf(w, "%s %s %v", r.URL, r.UserAgent(), r.Header["Cookie"])
		}
	})
	r, err := c.Fetch(t.Context(), url+"/old#part", Validators{})
	if err != nil || !strings.HasPrefix(string(r.Body), "/new Sitrep (") || r.URL != url+"/new" || r.Type != "text/html; charset=x" || r.Validators != (Validators{`"1"`, "then"}) || r.At.IsZero() {
		t.Fatalf("%+v %v", r, err)
	}
	if r, err = c.Fetch(t.Context(), url, r.Validators); err != nil || !r.NotModified || len(r.Body) > 0 {
		t.Errorf("%+v %v", r, err)
	}
}

func TestAnswersThatAreNoPage(t *testing.T) {
	zeros := func(n int) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(make([]byte, n))
		z.Close()
		return b.Bytes()
	}
	bomb := zeros(4 << 20)
	for _, c := range []struct {
		name, want string
		serve      http.HandlerFunc
	}{
		{"an error", "the server answers 404 Not Found", func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }},
		{"a picture", "refused: the server sends image/png", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Type", "image/png") }},
		{"a body without end", "refused: the server's answer is larger than 1 MiB", func(w http.ResponseWriter, r *http.Request) {
			for part := make([]byte, 1<<16); ; {
				if _, err := w.Write(part); err != nil {
					return
				}
			}
		}},
		{"a bomb", "refused: the server's answer is larger than 1 MiB", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb)
		}},
		{"a packing nobody asked for", `refused: the server packs its answer as "br"`, func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Encoding", "br") }},
		{"packed twice", `refused: the server packs its answer as "gzip, gzip"`, func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Encoding", "gzip, gzip") }},
		{"rubbish for gzip", "gzip: invalid header", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			fmt.Fprint(w, "no gzip at all, and long enough")
		}},
		{"a body that is cut", "the server's answer ends in the middle", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "ten bytes ")
		}},
		{"a head without end", "", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("X", strings.Repeat("x", 1<<20)) }},
		{"a byte now and then", "the server takes too long to answer", func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				fmt.Fprint(w, "x")
				w.(http.Flusher).Flush()
				wait(r, 10*time.Millisecond)
			}
		}},
		{"a pause without end", "the server stopped in the middle of its answer", func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, "x")
			w.(http.Flusher).Flush()
			wait(r, time.Minute)
		}},
		{"no answer", "timeout awaiting response headers", func(w http.ResponseWriter, r *http.Request) { wait(r, time.Minute) }},
		{"not HTTP", "", func(w http.ResponseWriter, r *http.Request) {
			conn, _, _ := w.(http.Hijacker).Hijack()
			io.WriteString(conn, "SSH-2.0-x\r\n")
			conn.Close()
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			client, url, _ := site(t, Options{MaxBody: 1 << 20, Header: 200 * time.Millisecond, Idle: 200 * time.Millisecond, Total: 500 * time.Millisecond, Tries: 1}, c.serve)
			if r, err := client.Fetch(t.Context(), url, Validators{}); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%+v, %v, want %q", r, err, c.want)
			}
		})
	}
}

func wait(r *http.Request, d time.Duration) { Sleep(r.Context(), d) }

func TestAskedAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		codes  []int
		after  string
		tries  int
		wait   time.Duration // at least, before the second try
		failed int
	}{
		{"overloaded once", []int{503, 200}, "", 2, time.Second, 0},
		{"as the server asks", []int{429, 200}, "30", 2, 30 * time.Second, 0},
		{"longer than we wait", []int{429}, "3600", 1, 0, 429},
		{"three times at most", []int{500, 502, 504, 200}, "", 3, time.Second, 504},
		{"gone is gone", []int{410}, "", 1, 0, 410},
	} {
		t.Run(c.name, func(t *testing.T) {
			tries := 0
			client, url, waits := site(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
				tries++
				if c.after != "" {
					w.Header().Set("Retry-After", c.after)
				}
				w.WriteHeader(c.codes[tries-1])
			})
			_, err := client.Fetch(t.Context(), url, Validators{})
			status, _ := errors.AsType[*StatusError](err)
			if c.failed == 0 && err != nil || c.failed != 0 && (status == nil || status.Code != c.failed) || tries != c.tries {
				t.Errorf("%d tries, %v", tries, err)
			}
			if len(*waits) > 2 && (*waits)[2] < c.wait {
				t.Errorf("waits %v, want at least %v after the first try", *waits, c.wait)
			}
		})
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2021, 3, 8, 9, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{"": 0, "120": 2 * time.Minute, "-5": 0, "x": 0, "Mon, 08 Mar 2021 09:01:00 GMT": time.Minute, "Mon, 08 Mar 2021 08:00:00 GMT": 0, "99999999999999999999": 0} {
		if got := retryAfter(value, now); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

func TestBackoffGrows(t *testing.T) {
	for failures := range 100 { // long waits, too, never run over
		if got := Backoff(30*time.Minute, 24*time.Hour, failures); got < 15*time.Minute || got > 24*time.Hour {
			t.Errorf("after %d failures %v", failures, got)
		}
	}
	for failures, most := range map[int]time.Duration{0: 2 * time.Second, 1: 2 * time.Second, 2: 4 * time.Second, 5: 32 * time.Second, 9: time.Minute, 1000: time.Minute} {
		for range 50 {
			if got := Backoff(2*time.Second, time.Minute, failures); got < most/2 || got > most {
				t.Errorf("after %d failures %v", failures, got)
			}
		}
	}
}

func TestOneHostIsAskedSlowly(t *testing.T) {
	now := time.Date(2021, 3, 8, 9, 0, 0, 0, time.UTC)
	var p pace
	for n, want := range []time.Duration{0, 2 * time.Second, 4 * time.Second} {
		if got := p.turn("a.example", 2*time.Second, now); got != want {
			t.Errorf("turn %d after %v, want %v", n, got, want)
		}
	}
	p.hold("a.example", now.Add(time.Hour))
	if got := p.turn("a.example", 2*time.Second, now); got != time.Hour {
		t.Errorf("after a hold: %v", got)
	}
	if got := p.turn("b.example", 2*time.Second, now); got != 0 {
		t.Errorf("another host waits %v", got)
	}
	for n := range mostHosts + 10 {
		p.turn(fmt.Sprint(n), time.Second, now.Add(time.Duration(n)*time.Hour))
	}
	if len(p.next) > mostHosts {
		t.Errorf("%d hosts are kept", len(p.next))
	}
}

func TestRobots(t *testing.T) {
	for _, c := range []struct {
		name, robots, path string
		want               bool
	}{
		{"nothing", "", "/a", true},
		{"all closed", "User-agent: *\nDisallow: /", "/a", false},
		{"closed to others", "User-agent: other\nDisallow: /", "/a", true},
		{"closed to us", "User-agent: *\nDisallow:\n\nUser-agent: Sitrep\nDisallow: /a", "/a", false},
		{"open to us", "User-agent: *\nDisallow: /\nUser-agent: sitrep/2.0 # us\nDisallow:", "/a", true},
		{"several names, one group", "User-agent: x\nUser-agent: SITREP\nDisallow: /a", "/ab", false},
		{"two groups for us", "User-agent: sitrep\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: sitrep\nDisallow: /c", "/c", false},
		{"a group of others between", "User-agent: sitrep\nDisallow: /a\nUser-agent: x\nDisallow: /b", "/b", true},
		{"the longest decides", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
		{"of two as long the open one", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
		{"of two as long, the other order", "User-agent: *\nAllow: /a\nDisallow: /a", "/a", true},
		{"a star", "User-agent: *\nDisallow: /*/print", "/2021/print", false},
		{"an end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false},
		{"an end that is not there", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true},
		{"a whole path", "User-agent: *\nDisallow: /a$", "/a", false},
		{"a longer path", "User-agent: *\nDisallow: /a$", "/ab", true},
		{"a query", "User-agent: *\nDisallow: /*?print=", "/a?print=1", false},
		{"sitemaps between", "User-agent: *\nSitemap: x\nDisallow: /a", "/a", false},
		{"rules of nobody", "Disallow: /", "/a", true},
		{"carriage returns, a mark of order, odd spaces", "\ufeffuser-AGENT : *\r\nDISALLOW:/a\r\n", "/a", false},
		{"many stars", "User-agent: *\nDisallow: /" + strings.Repeat("*a", 10_000) + "b", "/" + strings.Repeat("a", 8000), true},
		{"a page in its place", "<html><body>User-agent is what?</body></html>", "/a", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parseRobots([]byte(c.robots)).allows(c.path); got != c.want {
				t.Errorf("%s is allowed: %v", c.path, got)
			}
		})
	}
	for value, want := range map[string]time.Duration{"10": 10 * time.Second, "0.5": 500 * time.Millisecond, "99999": time.Minute, "-1": 0, "NaN": 0, "x": 0} {
		if got := parseRobots([]byte("User-agent: *\nCrawl-delay: " + value)).delay; got != want {
			t.Errorf("delay %s: %v", value, got)
		}
	}
}

func TestRobotsAreObeyed(t *testing.T) {
	for _, c := range []struct {
		name  string
		code  int
		text  string
		path  string
		want  string
		pages int
	}{
		{"allowed", 200, "User-agent: *\nDisallow: /b", "/a", "", 1},
		{"not allowed", 200, "User-agent: *\nDisallow: /b", "/b", "robots.txt of the site does not allow it", 0},
		{"the query counts", 200, "User-agent: *\nDisallow: /a?x", "/a?x", "robots.txt of the site does not allow it", 0},
		{"there is none", 404, "", "/a", "", 1},
		{"it is kept from us", 403, "", "/a", "", 1},
		{"the server fails", 503, "", "/a", "robots.txt of the site cannot be had: the server answers 503", 0},
		{"a page sends us to one that is not allowed", 200, "User-agent: *\nDisallow: /b", "/to-b", "robots.txt of the site does not allow it", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			robots, pages := 0, 0
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				switch r.URL.Path {
				case "/robots.txt":
					robots++
					w.WriteHeader(c.code)
					fmt.Fprint(w, c.text)
				case "/to-b":
					http.Redirect(w, r, "/b", http.StatusFound)
				default:
					pages++
				}
			}))
			defer s.Close()
			client := New(Options{Exempt: []netip.AddrPort{addressOf(s)}, Sleep: noSleep, Tries: 1})
			for range 2 {
				if _, err := client.Fetch(t.Context(), s.URL+c.path, Validators{}); fmt.Sprint(err) != "<nil>" && (c.want == "" || !strings.Contains(err.Error(), c.want)) || err == nil && c.want != "" {
					t.Errorf("got %v", err)
				}
			}
			if pages != 2*c.pages || robots != 1 {
				t.Errorf("%d pages and %d times robots.txt were asked for", pages, robots)
			}
		})
	}
}

func TestManyAtOnce(t *testing.T) {
	c, url, _ := site(t, Options{}, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.Path) })
	c.o.Sleep = noSleep
	var all sync.WaitGroup
	for n := range 20 {
		all.Go(func() {
			want := fmt.Sprintf("/%d", n)
			if r, err := c.Fetch(t.Context(), url+want, Validators{}); err != nil || string(r.Body) != want {
				t.Errorf("%+v %v", r, err)
			}
		})
	}
	all.Wait()
}

func TestFetchEnds(t *testing.T) {
	c, url, _ := site(t, Options{}, func(w http.ResponseWriter, r *http.Request) { wait(r, time.Minute) })
	ctx, cancel := context.WithCancel(t.Context())
	c.o.Sleep = func(ctx context.Context, _ time.Duration) error { return ctx.Err() }
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := c.Fetch(ctx, url, Validators{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
