package web

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// client is who asks, and how.
type client struct {
	key    string // by which limits are counted: an IPv4 address, or the /64 network of an IPv6 one
	secure bool   // over TLS, to us or to the proxy before us
}

// clientOf is who asks. What a request says of others is believed only where it comes from a proxy that is known.
func (s *Server) clientOf(r *http.Request) client {
	from := addressOf(r.RemoteAddr)
	c := client{secure: r.TLS != nil}
	if slices.ContainsFunc(s.o.Proxies, func(p netip.Prefix) bool { return p.Contains(from) }) {
		c.secure = true // docs/window.md asks it of a proxy
		forwarded := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		if a, err := netip.ParseAddr(strings.TrimSpace(forwarded[len(forwarded)-1])); err == nil { // the last one is the proxy's own word, what stands before it is the client's
			from = a.Unmap()
		}
	}
	c.key = networkOf(from)
	return c
}

func addressOf(remote string) netip.Addr {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		host = remote
	}
	a, _ := netip.ParseAddr(host)
	return a.Unmap().WithZone("")
}

func networkOf(a netip.Addr) string {
	if a.Is6() {
		if p, err := a.Prefix(64); err == nil {
			return p.String()
		}
	}
	return a.String()
}

// base is the address by which the window is called; the guard has looked at the name.
func (s *Server) base(r *http.Request) string {
	if s.clientOf(r).secure {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
