package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

// mostRedirects is how many redirects are followed.
const mostRedirects = 5

// Validators are what a server said of an answer, so that it need not send the same again.
type Validators struct {
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"modified,omitempty"`
}

// Response is what stood at an address.
type Response struct {
	URL         string // after redirects
	Type        string // the Content-Type, with its parameters
	Body        []byte // unpacked
	At          time.Time
	NotModified bool // since the answer of the validators: Body is empty
	Validators  Validators
}

// Fetch gets what stands at an address. A server that fails for the time being is asked again, each time after a longer pause; what it asks for in
// Retry-After is kept to. The error says what was refused or went wrong; a *StatusError says what the server answered.
func (c *Client) Fetch(ctx context.Context, address string, known Validators) (*Response, error) {
	u, err := c.parse(address)
	if err != nil {
		return nil, err
	}
	for try := 1; ; try++ {
		r, err := c.follow(ctx, u, known)
		if err == nil || ctx.Err() != nil {
			return r, plain(ctx, err)
		}
		wait, again := retryIn(err, try)
		if !again || try == c.o.Tries {
			return nil, plain(ctx, err)
		}
		if err := c.o.Sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
}

// follow asks, and goes where it is sent.
func (c *Client) follow(ctx context.Context, u *url.URL, known Validators) (*Response, error) {
	for range mostRedirects + 1 {
		if err := c.allowed(ctx, u); err != nil {
			return nil, err
		}
		r, next, err := c.ask(ctx, u, known, c.delayOf(u))
		if err != nil || next == nil {
			return r, err
		}
		u = next
	}
	return nil, fmt.Errorf("%w: it is redirected more than %d times", ErrRefused, mostRedirects)
}

// ask makes one request, when it is the host's turn, after which comes a pause. It gives the answer, or where the server sends us.
func (c *Client) ask(ctx context.Context, u *url.URL, known Validators, pause time.Duration) (*Response, *url.URL, error) {
	if err := c.o.Sleep(ctx, c.pace.turn(u.Host, pause, time.Now())); err != nil {
		return nil, nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.o.Total, errTotal)
	defer cancel()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: it is no address: %v", ErrRefused, err)
	}
	c.head(request, known)
	response, err := c.http.Do(request)
	if err != nil {
		return nil, nil, because(ctx, err)
	}
	defer response.Body.Close()
	if next, err := c.redirect(response); next != nil || err != nil {
		return nil, next, err
	}
	r, err := c.answer(response, stop)
	return r, nil, because(ctx, err)
}

func (c *Client) head(r *http.Request, known Validators) {
	r.Header.Set("User-Agent", c.o.UserAgent)
	r.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.8, application/pdf;q=0.8, */*;q=0.5")
	if known.ETag != "" {
		r.Header.Set("If-None-Match", known.ETag)
	}
	if known.LastModified != "" {
		r.Header.Set("If-Modified-Since", known.LastModified)
	}
}

// redirect is where a server sends us, nil if nowhere.
func (c *Client) redirect(r *http.Response) (*url.URL, error) {
	switch r.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	next, err := r.Location()
	if err != nil {
		return nil, fmt.Errorf("%w: it is redirected, but not to an address", ErrRefused)
	}
	return c.parse(next.String())
}

// answer reads what a server sends; stop ends the request.
func (c *Client) answer(r *http.Response, stop context.CancelCauseFunc) (*Response, error) {
	got := &Response{URL: r.Request.URL.String(), Type: r.Header.Get("Content-Type"), At: time.Now().UTC(),
		Validators: Validators{ETag: shortHeader(r, "ETag"), LastModified: shortHeader(r, "Last-Modified")}}
	switch {
	case r.StatusCode == http.StatusNotModified:
		got.NotModified = true
		return got, nil
	case r.StatusCode != http.StatusOK:
		err := &StatusError{Code: r.StatusCode, RetryAfter: retryAfter(r.Header.Get("Retry-After"), got.At)}
		if err.Temporary() {
			c.pace.hold(r.Request.URL.Host, got.At.Add(min(err.RetryAfter, longestHold)))
		}
		return nil, err
	}
	if err := readable(got.Type); err != nil {
		return nil, err
	}
	var err error
	got.Body, err = c.body(r, stop)
	return got, err
}

// shortHeader is a header that is kept, and sent back; empty if it is too long for that.
func shortHeader(r *http.Response, name string) string {
	if v := r.Header.Get(name); len(v) <= 1<<10 {
		return v
	}
	return ""
}

// errTotal is why a request ends that takes too long.
var errTotal = errors.New("the server takes too long to answer")

// because is an error with the reason for which the context ended, where it did.
func because(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// plain leaves out what the message around it says: method, address, and where the guard looked.
func plain(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if u, ok := errors.AsType[*url.Error](err); ok {
		err = u.Err
	}
	if op, ok := errors.AsType[*net.OpError](err); ok && errors.Is(op.Err, ErrRefused) {
		return op.Err
	}
	return err
}
