package web

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"

	"sitrep/web/users"
)

// The times of a session, where Options have no others.
const (
	usualIdle    = 2 * time.Hour
	usualLongest = 12 * time.Hour
)

// newSessions keeps who is logged in: in the file of Options.Sessions over a restart, else in memory. The cookie holds a random token, of which a hash is kept.
func newSessions(o *Options, kept *users.Sessions) *scs.SessionManager {
	m := scs.New()
	m.Store = kept
	m.IdleTimeout, m.Lifetime = o.Idle, o.Longest
	if m.IdleTimeout == 0 {
		m.IdleTimeout = usualIdle
	}
	if m.Lifetime == 0 {
		m.Lifetime = usualLongest
	}
	m.HashTokenInStore = true
	m.Cookie.Name = "sitrep"
	if o.Secure {
		m.Cookie.Name = "__Host-sitrep" // a browser takes it over TLS only, and from no other host
	}
	m.Cookie.Secure, m.Cookie.HttpOnly, m.Cookie.Persist, m.Cookie.SameSite = o.Secure, true, false, http.SameSiteStrictMode
	m.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) {
		o.Log.Error("session failed", "error", err)
		http.Error(w, "A fault of the program. It has been written to the log.", http.StatusInternalServerError)
	}
	return m
}

// The keys of a session.
const nameKey, markKey = "name", "mark"

// endAll ends all sessions of a user, wherever he is logged in.
func (s *Server) endAll(name string) {
	s.loggedIn.End(func(data []byte) bool {
		_, values, err := scs.GobCodec{}.Decode(data)
		return err != nil || values[nameKey] == name
	})
}

// userKey is where a request has its user.
type userKey struct{}

// userOf is who asks, with ok false where nobody is logged in.
func userOf(r *http.Request) (users.User, bool) {
	u, ok := r.Context().Value(userKey{}).(users.User)
	return u, ok
}

// known gives a request its user: of its session, or of a token that it comes with. Whoever was taken out of the file, or has another password since, is nobody.
func (s *Server) known(h http.Handler) http.Handler {
	if s.o.Users == nil {
		return h
	}
	return s.sessions.LoadAndSave(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok, err := s.userIn(r)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		if ok {
			r = r.WithContext(context.WithValue(r.Context(), userKey{}, u))
		}
		h.ServeHTTP(w, r)
	}))
}

func (s *Server) userIn(r *http.Request) (users.User, bool, error) {
	if token := tokenIn(r); token != "" {
		return s.byToken(r, token)
	}
	name := s.sessions.GetString(r.Context(), nameKey)
	if name == "" {
		return users.User{}, false, nil
	}
	u, ok, err := s.o.Users.Named(name)
	if err != nil || !ok || u.Mark != s.sessions.GetString(r.Context(), markKey) {
		return users.User{}, false, err
	}
	return u, true, nil
}

// byToken is the user of a token. Wrong tokens count as tries to log in.
func (s *Server) byToken(r *http.Request, token string) (users.User, bool, error) {
	u, ok, err := s.o.Users.ByToken(token)
	if err == nil && !ok {
		if wait := s.limits.login.wait(s.clientOf(r).key); wait > 0 {
			return u, false, tooMany{wait}
		}
	}
	return u, ok, err
}

// tokenIn is the token that a program comes with: as a bearer token, or as the password of basic authentication, which readers of feeds can do.
func tokenIn(r *http.Request) string {
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return strings.TrimSpace(token)
	}
	_, password, _ := r.BasicAuth()
	return password
}
