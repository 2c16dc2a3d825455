package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"
)

// readable refuses what holds no text.
func readable(contentType string) error {
	kind, _, _ := mime.ParseMediaType(contentType)
	for _, k := range []string{"image/", "video/", "audio/", "font/", "application/zip", "application/gzip"} {
		if strings.HasPrefix(kind, k) {
			return fmt.Errorf("%w: the server sends %s, which is no report", ErrRefused, kind)
		}
	}
	return nil
}

var errIdle = errors.New("the server stopped in the middle of its answer")

// body reads an answer, of at most so many bytes and without long pauses. What is packed is unpacked as it comes, so that a bomb ends at the same size.
func (c *Client) body(r *http.Response, stop context.CancelCauseFunc) ([]byte, error) {
	var in io.Reader = &idleReader{r: r.Body, most: c.o.Idle, stop: func() { stop(errIdle) }}
	switch coding := strings.ToLower(strings.TrimSpace(r.Header.Get("Content-Encoding"))); coding {
	case "", "identity": // gzip that we asked for is unpacked by net/http
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("the server's answer cannot be unpacked: %w", err)
		}
		in = z
	default:
		return nil, fmt.Errorf("%w: the server packs its answer as %.40q, which was not asked for", ErrRefused, coding)
	}
	raw, err := io.ReadAll(io.LimitReader(in, c.o.MaxBody+1))
	switch {
	case int64(len(raw)) > c.o.MaxBody:
		return nil, fmt.Errorf("%w: the server's answer is larger than %d MiB, which no report is", ErrRefused, c.o.MaxBody>>20)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, errors.New("the server's answer ends in the middle")
	}
	return raw, err
}

// idleReader stops the request when nothing comes for a while.
type idleReader struct {
	r    io.Reader
	most time.Duration
	stop func()
}

func (i *idleReader) Read(p []byte) (int, error) {
	t := time.AfterFunc(i.most, i.stop)
	defer t.Stop()
	return i.r.Read(p)
}
