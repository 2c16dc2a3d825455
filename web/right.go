package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"sitrep/web/api"
	"sitrep/web/shown"
	"sitrep/web/users"
)

// right is what somebody must be allowed to for an address.
type right int

// The rights. Whatever no rule names is for those who are logged in, and changes by a POST for those who may change.
const (
	toSee    right = iota // whoever is logged in
	toChange              // an editor
	open                  // anybody
)

// rightOf is the right that a pattern of the router needs.
func rightOf(pattern string) right {
	switch pattern {
	case "GET /login", "POST /login", "GET /healthz", "GET /readyz", "GET /static/{hash}/{file...}":
		return open
	case "POST /logout", "POST /read", "POST " + api.Root + "/read": // what is read is not filed; filing asks again
		return toSee
	}
	if strings.HasPrefix(pattern, "GET ") || pattern == "/" {
		return toSee
	}
	return toChange
}

// notLoggedIn and notAllowed are what somebody without a right is told.
type (
	notLoggedIn struct{}
	notAllowed  struct{ name string }
)

func (notLoggedIn) Error() string {
	return "Log in first; a program sends its token, as Authorization: Bearer TOKEN (sitrep user add --program makes one)."
}

func (e notAllowed) Error() string {
	return e.name + " may read here, not change anything. Whoever runs this window can change that: sitrep user add --role editor."
}

// allowed fails where whoever asks has not the right to. Without users everybody who reaches the window has all rights: it answers to this machine only.
func (s *Server) allowed(r *http.Request, need right) error {
	if s.o.Users == nil || need == open {
		return nil
	}
	u, ok := userOf(r)
	switch {
	case !ok:
		return notLoggedIn{}
	case need == toChange && u.Role != users.Editor:
		return notAllowed{u.Name}
	}
	return nil
}

// mayChange tells whether whoever asks may change the casebook.
func (s *Server) mayChange(r *http.Request) bool {
	return s.record.CanChange() && s.allowed(r, toChange) == nil
}

// changes fails where whoever asks may not change the casebook.
func (s *Server) changes(r *http.Request) error {
	if err := s.allowed(r, toChange); err != nil {
		return err
	}
	if !s.record.CanChange() {
		return shown.ErrReadOnly
	}
	return nil
}

// by is the name under which whoever asks makes a correction.
func (s *Server) by(r *http.Request) string { return s.byOf(r.Context()) }

func (s *Server) byOf(ctx context.Context) string {
	if u, ok := ctx.Value(userKey{}).(users.User); ok {
		return u.Name
	}
	return s.o.By
}

// local is an address of this window, the first page for any other: nobody is sent elsewhere after a login.
func local(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return u.RequestURI()
}

// lets tells whether a request may come from where it comes from: pages of other sites may link here, and use nothing of it.
func lets(r *http.Request) bool {
	if r.Header.Get("Sec-Fetch-Site") != "cross-site" {
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document" && (r.Method == http.MethodGet || r.Method == http.MethodHead)
}

// elsewhere is what a page of another site is told.
type elsewhere struct{}

func (elsewhere) Error() string {
	return "A page of another site may link here. It can use nothing of the window, and change nothing."
}
