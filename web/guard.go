package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// policy lets a page use nothing but what this server gives it. Styles of its own are in its style sheet; no script stands in a page.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// mostBody is how much a request may send.
const mostBody = 33 << 20

// guarded puts the guards before a handler: no name but the known ones (a page of another site that has its name point to this machine would have another one), no change asked for by a page of
// another site, no body without end, and headers that keep hostile text from being more than text.
func (s *Server) guarded(h http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.fail(w, r, elsewhere{}) }))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("X-Frame-Options", "DENY")
		head.Set("Referrer-Policy", "same-origin")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		if s.clientOf(r).secure && s.named(r.Host) { // on this machine's own names other programs may speak without TLS
			head.Set("Strict-Transport-Security", "max-age=31536000")
		}
		if !s.knows(r.Host) {
			http.Error(w, "This server is not called "+plainHost(r.Host)+"; see sitrep serve --host.", http.StatusMisdirectedRequest)
			return
		}
		if !lets(r) {
			s.fail(w, r, elsewhere{})
			return
		}
		if l := s.limits.of(r); s.o.Users != nil && l != nil {
			if wait := l.wait(s.clientOf(r).key); wait > 0 {
				s.fail(w, r, tooMany{wait})
				return
			}
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostBody)
		cross.Handler(packed(h)).ServeHTTP(w, r)
	})
}

// named tells whether a host is one of those that the server was given.
func (s *Server) named(host string) bool {
	return slices.ContainsFunc(s.o.Hosts, func(h string) bool { return strings.EqualFold(h, host) })
}

// knows tells whether the server may be called so. Without a list it answers to the names of this machine only.
func (s *Server) knows(host string) bool {
	if s.named(host) {
		return true
	}
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(name, "[]")
	if strings.EqualFold(name, "localhost") {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

// plainHost is a host as an answer may repeat it.
func plainHost(host string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f && !strings.ContainsRune(`<>&"'`, r) {
			return r
		}
		return '?'
	}, host)
}
