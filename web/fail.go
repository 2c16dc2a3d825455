package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"sitrep/casebook"
	"sitrep/web/api"
	"sitrep/web/shown"
)

// unread says that a form cannot be read; what is too large says so itself.
func unread(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return err
	}
	return shown.Wrong("the form cannot be read: %v", err)
}

// refused says that a request is not understood, as it says itself.
func refused(what string) error {
	return shown.Wrong("%s", strings.Replace(what, " was passed over", "", 1))
}

// problem is what a page says of an error: RFC 9457 for programs.
type problem struct {
	Status int    `json:"status"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
}

// problemOf says what was wrong. What is wrong inside stays in the log.
func problemOf(err error) problem {
	var tooLarge *http.MaxBytesError
	var tooOften tooMany
	switch {
	case errors.Is(err, casebook.ErrNotFound):
		return problem{http.StatusNotFound, "Not in this casebook", "There is nothing of that address. It may have been redacted, or the address may be of another casebook."}
	case errors.Is(err, casebook.ErrRedacted):
		return problem{http.StatusGone, "Taken out of this casebook", "A person took this out, and it stays out."}
	case errors.Is(err, casebook.ErrCursor):
		return problem{http.StatusBadRequest, "That was not understood", err.Error()}
	case errors.As(err, &shown.WrongError{}), api.Misunderstood(err):
		return problem{http.StatusBadRequest, "That was not understood", err.Error()}
	case errors.Is(err, shown.ErrReadOnly):
		return problem{http.StatusForbidden, "Nothing can be changed here", err.Error()}
	case errors.As(err, &tooOften):
		return problem{http.StatusTooManyRequests, "Too many requests", err.Error()}
	case errors.As(err, &notLoggedIn{}):
		return problem{http.StatusUnauthorized, "Who are you?", err.Error()}
	case errors.As(err, &elsewhere{}):
		return problem{http.StatusForbidden, "Asked for by another site", err.Error()}
	case errors.As(err, &notAllowed{}):
		return problem{http.StatusForbidden, "You may read here, not change anything", err.Error()}
	case errors.Is(err, casebook.ErrBusy):
		return problem{http.StatusServiceUnavailable, "Another program is writing to the casebook", "Wait until it is done and try again; the command line tells which it is."}
	case errors.Is(err, casebook.ErrFull):
		return problem{http.StatusInsufficientStorage, "The disk is full", "Nothing was lost. Make room and try again."}
	case errors.Is(err, context.DeadlineExceeded):
		return problem{http.StatusServiceUnavailable, "That took too long", "Ask for less: a shorter time, or a smaller part of the map."}
	case errors.As(err, &tooLarge):
		return problem{http.StatusRequestEntityTooLarge, "That is too large", fmt.Sprintf("A request may have %d MB.", mostBody>>20)}
	}
	return problem{http.StatusInternalServerError, "A fault of the program", "It has been written to the log. The casebook is as it was."}
}

// fail answers with an error: as a page, or for programs as problem+json.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	p := problemOf(err)
	if p.Status >= http.StatusInternalServerError {
		s.o.Log.Error("request failed", "path", r.URL.Path, "error", err)
	}
	w.Header().Set("Cache-Control", "no-store")
	var tooOften tooMany
	if errors.As(err, &tooOften) {
		w.Header().Set("Retry-After", strconv.Itoa(tooOften.seconds()))
	}
	if wantsJSON(r) {
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(p.Status)
		_ = writeJSONBody(w, p)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(p.Status)
	view := struct {
		problem
		Back string // the page from which it was asked
	}{p, backOf(r)}
	if err := s.pages.ExecuteTemplate(w, "problem.html", s.frame(r, p.Title, "", view)); err != nil {
		s.o.Log.Error("page of an error failed", "error", err)
	}
}

// backOf is the page of this window whose form was sent, empty where that is not known.
func backOf(r *http.Request) string {
	u, err := url.Parse(r.Referer())
	if err != nil || r.Method != http.MethodPost || u.Host != r.Host || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") {
		return ""
	}
	return u.RequestURI()
}

// wantsPage tells whether a person asks, by a browser, for a page.
func wantsPage(r *http.Request) bool {
	return !wantsJSON(r) && (strings.Contains(r.Header.Get("Accept"), "text/html") || r.Method == http.MethodPost)
}

// wantsJSON tells whether a program asks.
func wantsJSON(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/") || strings.HasPrefix(r.URL.Path, "/map/") || strings.Contains(r.Header.Get("Accept"), "json")
}
