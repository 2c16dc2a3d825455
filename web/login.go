package web

import (
	"net/http"
	"net/url"

	"sitrep/web/shown"
)

// loginView is the page on which somebody logs in, with what was wrong with the last try.
type loginView struct{ Fault, Name, Next string }

func (s *Server) loginForm(w http.ResponseWriter, r *http.Request) error {
	next := local(r.URL.Query().Get("next"))
	if s.o.Users == nil {
		http.Redirect(w, r, next, http.StatusSeeOther)
		return nil
	}
	return s.show(w, r, "login.html", "Log in", "login", loginView{Next: next})
}

// mostLogin is how much a login may send.
const mostLogin = 16 << 10

func (s *Server) login(w http.ResponseWriter, r *http.Request) error {
	if s.o.Users == nil {
		return shown.Wrong("this window has no users: whoever reaches it is on this machine")
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostLogin)
	if err := r.ParseForm(); err != nil {
		return unread(err)
	}
	name, next := r.PostFormValue("name"), local(r.PostFormValue("next"))
	from := s.clientOf(r).key
	if err := s.mayTry(name, from); err != nil {
		s.o.Log.Warn("login refused: too many tries", "name", shown.Clipped(name, 64), "from", from)
		return err
	}
	u, ok, err := s.o.Users.ByPassword(name, r.PostFormValue("password"))
	if err != nil {
		return err
	}
	if !ok {
		s.o.Log.Warn("login failed", "name", shown.Clipped(name, 64), "from", from)
		return s.showAs(w, r, http.StatusUnauthorized, "login.html", "Log in", "login", loginView{Fault: "Name and password do not go together.", Name: shown.Clipped(name, 64), Next: next})
	}
	if err := s.sessions.RenewToken(r.Context()); err != nil { // whatever token the browser came with is worth nothing
		return err
	}
	s.sessions.Put(r.Context(), nameKey, u.Name)
	s.sessions.Put(r.Context(), markKey, u.Mark)
	s.limits.name.clear(u.Name)
	s.o.Log.Info("logged in", "name", u.Name, "from", from)
	http.Redirect(w, r, next, http.StatusSeeOther)
	return nil
}

// mayTry fails where a client has tried too often, or somebody has been tried too often by whomever. Only names that are there are counted: there is an end to those.
func (s *Server) mayTry(name, from string) error {
	if wait := s.limits.login.wait(from); wait > 0 {
		return tooMany{wait}
	}
	_, ok, err := s.o.Users.Named(name)
	if err != nil || !ok {
		return err
	}
	if wait := s.limits.name.wait(name); wait > 0 {
		return tooMany{wait}
	}
	return nil
}

// logout ends the session of this browser, or all of whoever asks.
func (s *Server) logout(w http.ResponseWriter, r *http.Request) error {
	if s.o.Users != nil {
		if name := s.sessions.GetString(r.Context(), nameKey); name != "" && r.FormValue("everywhere") != "" {
			s.endAll(name)
			s.o.Log.Info("logged out everywhere", "name", name)
		}
		if err := s.sessions.Destroy(r.Context()); err != nil {
			return err
		}
		w.Header().Set("Clear-Site-Data", `"cache"`)
	}
	http.Redirect(w, r, "/login", http.StatusSeeOther)
	return nil
}

// ask sends a person to the login, and says to a program that it needs a token.
func (s *Server) ask(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if !wantsPage(r) {
		w.Header().Set("WWW-Authenticate", `Bearer realm="sitrep", Basic realm="sitrep"`)
		s.fail(w, r, notLoggedIn{})
		return
	}
	if r.Header.Get("Sec-Fetch-Site") == "cross-site" { // the cookie does not come along with a link from elsewhere: a step of our own makes it come
		if err := s.show(w, r, "continue.html", "One moment", "login", local(r.URL.RequestURI())); err != nil {
			s.fail(w, r, err)
		}
		return
	}
	next := "/"
	if r.Method == http.MethodGet {
		next = r.URL.RequestURI()
	}
	http.Redirect(w, r, "/login?next="+url.QueryEscape(next), http.StatusSeeOther)
}
