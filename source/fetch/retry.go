package fetch

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// StatusError is an answer that is no page.
type StatusError struct {
	Code       int
	RetryAfter time.Duration // what the server asks to wait, 0 if it does not say
}

func (e *StatusError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("the server answers %d %s", e.Code, http.StatusText(e.Code)))
}

// Temporary tells whether the server may answer otherwise later.
func (e *StatusError) Temporary() bool {
	switch e.Code {
	case http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// A wait of up to longestWait is waited out within Fetch; a server that asks for more is left alone, for at most longestHold.
const (
	longestWait = time.Minute
	longestHold = 24 * time.Hour
)

// retryIn tells whether to ask again after so many tries, and when.
func retryIn(err error, tries int) (time.Duration, bool) {
	if s, ok := errors.AsType[*StatusError](err); ok {
		wait := max(s.RetryAfter, Backoff(2*time.Second, longestWait, tries))
		return wait, s.Temporary() && wait <= longestWait
	}
	return Backoff(2*time.Second, longestWait, tries), isPassing(err)
}

// isPassing tells whether an error of the network may be gone when we ask again. That a name is not known, or a certificate wrong, stays so for longer.
func isPassing(err error) bool {
	if d, ok := errors.AsType[*net.DNSError](err); ok && d.IsNotFound || errors.Is(err, ErrRefused) {
		return false
	}
	_, network := errors.AsType[*net.OpError](err)
	return network || errors.Is(err, errIdle) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// Backoff is how long to wait after so many failures: twice as long after each, never longer than most, and up to half of it shorter by chance, so that many
// who failed together do not come back together.
func Backoff(first, most time.Duration, failures int) time.Duration {
	d := min(first, most)
	for n := 1; n < failures && d < most; n++ {
		d = min(2*d, most)
	}
	return d/2 + rand.N(d/2+1)
}

// retryAfter reads the header: seconds, or a time.
func retryAfter(value string, now time.Time) time.Duration {
	if n, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(n) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}
