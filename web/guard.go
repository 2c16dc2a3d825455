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
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("X-Frame-Options", "DENY")
		head.Set("Referrer-Policy", "same-origin")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		if !s.knows(r.Host) {
			http.Error(w, "This server is not called "+plainHost(r.Host)+"; see sitrep serve --host.", http.StatusMisdirectedRequest)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostBody)
		cross.Handler(packed(h)).ServeHTTP(w, r)
	})
}

// knows tells whether the server may be called so. Without a list it answers to the names of this machine only.
func (s *Server) knows(host string) bool {
	if slices.ContainsFunc(s.o.Hosts, func(h string) bool { return strings.EqualFold(h, host) }) {
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

// base is the address by which the window is called; the guard has looked at the name.
func (s *Server) base(r *http.Request) string {
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
