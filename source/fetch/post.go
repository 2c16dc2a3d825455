package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// ErrRedirected is what a request ends with that the server sends elsewhere: what is sent out goes to the address that was named and to no other.
var ErrRedirected = errors.New("the server sends it to another address; name that one if it is right")

// Post sends something to an address, once. It is not sent again where that fails, follows no redirect, and asks for no robots.txt: the address is the operator's own
// choice. Every answer from 200 to 299 is well; of another, the error is a *StatusError.
func (c *Client) Post(ctx context.Context, address string, header http.Header, body []byte) (*Response, error) {
	u, err := c.parse(address)
	if err != nil {
		return nil, err
	}
	asking, cancel := context.WithTimeoutCause(ctx, c.o.Total, errTotal)
	defer cancel()
	asking, stop := context.WithCancelCause(asking)
	defer stop(nil)
	request, err := http.NewRequestWithContext(asking, http.MethodPost, u.String(), bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: it is no address: %v", ErrRefused, err)
	}
	request.Header = header.Clone()
	if request.Header == nil {
		request.Header = http.Header{}
	}
	request.Header.Set("User-Agent", c.o.UserAgent)
	response, err := c.http.Do(request)
	if err != nil {
		return nil, plain(ctx, because(asking, err))
	}
	defer response.Body.Close()
	r, err := c.posted(response, stop)
	return r, plain(ctx, because(asking, err))
}

// posted reads the answer to what was sent.
func (c *Client) posted(r *http.Response, stop context.CancelCauseFunc) (*Response, error) {
	got := &Response{URL: r.Request.URL.String(), Type: r.Header.Get("Content-Type"), At: time.Now().UTC()}
	switch {
	case r.StatusCode/100 == 3:
		return nil, ErrRedirected
	case r.StatusCode/100 != 2:
		return nil, &StatusError{Code: r.StatusCode, RetryAfter: retryAfter(r.Header.Get("Retry-After"), got.At)}
	}
	var err error
	got.Body, err = c.body(r, stop)
	return got, err
}
