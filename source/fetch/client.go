package fetch

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// Options say how a Client behaves. The zero value is right for the public web.
type Options struct {
	UserAgent string // names Sitrep; servers see it, robots.txt is read for it
	// Proxy is the operator's own proxy, asked instead of the servers themselves; nil for none: the environment is not looked at. The proxy resolves the
	// names then, so that only addresses written as numbers can be refused here: it has to keep the private network out of reach itself.
	Proxy *url.URL
	Reach Reach // which addresses are connected to
	Own   bool  // the addresses are the operator's own choice, and no pages that are looked for: no robots.txt is asked
	// Remedy is what to do about an address that is refused, for the error; empty for: save the page and give the file.
	Remedy string
	// Exempt are addresses of the operator's own that may be connected to although they are not public, or their port is none of the web.
	Exempt []netip.AddrPort

	MaxBody int64         // bytes after decompression; 0 for 15 MiB
	Header  time.Duration // until a server begins to answer; 0 for 20 s
	Idle    time.Duration // between two parts of an answer; 0 for 15 s
	Total   time.Duration // for one request; 0 for 60 s
	Delay   time.Duration // between two requests to one host; 0 for 2 s
	Tries   int           // how often a server is asked that fails for the time being; 0 for 3

	Resolver *net.Resolver                              // nil for the system's
	Sleep    func(context.Context, time.Duration) error // nil for the clock's
}

func (o Options) withDefaults() Options {
	if o.UserAgent == "" {
		o.UserAgent = "Sitrep (reads reports for a record of conflicts; obeys robots.txt)"
	}
	if o.MaxBody <= 0 {
		o.MaxBody = 15 << 20
	}
	if o.Remedy == "" {
		o.Remedy = "save the page and give the file"
	}
	if o.Tries <= 0 {
		o.Tries = 3
	}
	if o.Sleep == nil {
		o.Sleep = Sleep
	}
	for _, d := range []struct {
		value    *time.Duration
		default_ time.Duration
	}{{&o.Header, 20 * time.Second}, {&o.Idle, 15 * time.Second}, {&o.Total, time.Minute}, {&o.Delay, 2 * time.Second}} {
		if *d.value <= 0 {
			*d.value = d.default_
		}
	}
	return o
}

// Client fetches. It is safe for concurrent use.
type Client struct {
	o      Options
	http   *http.Client
	pace   pace
	robots robotsOf
}

// New makes a client.
func New(o Options) *Client {
	c := &Client{o: o.withDefaults()}
	c.http = &http.Client{
		Transport:     c.transport(),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // every hop is checked by get
	}
	return c
}

func (c *Client) transport() *http.Transport {
	guarded := &net.Dialer{Timeout: 10 * time.Second, Resolver: c.o.Resolver, Control: c.control}
	t := &http.Transport{
		DialContext:            guarded.DialContext,
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  c.o.Header,
		MaxResponseHeaderBytes: 64 << 10,
		MaxIdleConns:           32,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        30 * time.Second,
		ForceAttemptHTTP2:      true,
	}
	if c.o.Proxy != nil {
		t.Proxy = http.ProxyURL(c.o.Proxy)
		t.DialContext = (&net.Dialer{Timeout: 10 * time.Second}).DialContext // to the proxy, and nowhere else
	}
	return t
}

// Sleep waits, or until ctx ends.
func Sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
