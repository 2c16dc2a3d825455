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
