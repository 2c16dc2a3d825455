package web

import (
	"context"
	"net/http"
)

// Warm asks for what the first page of each view asks for, so that whoever opens one first does not wait for what the casebook reads once.
func (s *Server) Warm(ctx context.Context) {
	for _, v := range []struct {
		path   string
		answer func(http.ResponseWriter, *http.Request) error
	}{{"/", s.situation}, {"/", s.situation}, {"/claims", s.claims}, {"/sources", s.sources}, {"/actors", s.actors}, {"/truces", s.truces}, {"/brief", s.brief}, {"/reports", s.reports}} {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, v.path, nil)
		if err == nil {
			err = v.answer(nobody{http.Header{}}, r)
		}
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			s.o.Log.Warn("a page could not be made ready", "path", v.path, "error", err)
		}
	}
}

// nobody takes an answer that nobody reads.
type nobody struct{ header http.Header }

func (n nobody) Header() http.Header         { return n.header }
func (n nobody) Write(b []byte) (int, error) { return len(b), nil }
func (n nobody) WriteHeader(int)             {}
