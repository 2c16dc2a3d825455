package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"sitrep/desk"
	"sitrep/page"
	"sitrep/source"
)

// mayFetch tells whether whoever asks may have a page fetched: only who may change the casebook sends requests out from here.
func (s *Server) mayFetch(r *http.Request) bool { return s.o.Fetch != nil && s.mayChange(r) }

// fetched gets the page at an address that somebody gave. What he says of it himself stands before what the page's server says.
func (s *Server) fetched(ctx context.Context, h *page.Hints) ([]byte, error) {
	var found []source.Item
	for item, err := range source.Items(ctx, []string{h.URL}, source.Options{Known: page.Known, Fetch: s.o.Fetch}) {
		if err != nil {
			return nil, fmt.Errorf("%s cannot be fetched: %w", h.URL, err)
		}
		if found = append(found, item); len(found) > 1 {
			return nil, errors.New("There are several reports at that address; sitrep watch follows a feed, sitrep ingest files all that is in it.")
		}
	}
	if len(found) == 0 {
		return nil, errors.New("There is no report at that address.")
	}
	told := desk.HintsOf(found[0].Hints)
	told.Outlet, told.Title, told.Published = or(h.Outlet, told.Outlet), or(h.Title, told.Title), or(h.Published, told.Published)
	*h = told
	return found[0].Raw, nil
}

// or is the first of two that says something.
func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
