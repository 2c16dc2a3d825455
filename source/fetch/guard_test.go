package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// private are addresses that nobody publishes on, as they stand in the registries of special-purpose addresses, at their edges and in between.
const private = `0.0.0.0 0.0.0.1 0.255.255.255 10.0.0.0 10.0.0.1 10.1.2.3 10.255.255.255 100.64.0.0 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.0 127.0.0.1 127.0.0.2
127.0.1.1 127.1.1.1 127.255.255.254 127.255.255.255 169.254.0.0 169.254.0.1 169.254.1.1 169.254.169.253 169.254.169.254 169.254.170.2 169.254.255.255 172.16.0.0 172.16.0.1
172.17.0.1 172.20.10.2 172.31.255.255 192.0.0.0 192.0.0.8 192.0.0.170 192.0.0.192 192.0.0.255 192.0.2.0 192.0.2.1 192.0.2.255 192.31.196.1 192.52.193.1 192.88.99.0
192.88.99.1 192.88.99.255 192.168.0.0 192.168.0.1 192.168.1.1 192.168.255.255 192.175.48.1 198.18.0.0 198.18.0.1 198.19.255.255 198.51.100.0 198.51.100.1 198.51.100.255
203.0.113.0 203.0.113.1 203.0.113.255 224.0.0.0 224.0.0.1 224.0.0.251 239.255.255.250 239.255.255.255 240.0.0.0 240.0.0.1 250.1.2.3 255.255.255.254 255.255.255.255
168.63.129.16
:: ::1 ::2 ::7f00:1 ::127.0.0.1 ::10.0.0.1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe ::ffff:192.168.1.1 ::ffff:0.0.0.0
::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 64:ff9b::8.8.8.8 64:ff9b:1::127.0.0.1 64:ff9b:1:ffff::1 100::1 100::ffff
100:0:0:1::1 2001::1 2001::7f00:1 2001:0:4136:e378:8000:63bf:80ff:fffe 2001:1::1 2001:2::1 2001:2:0:1::1 2001:3::1 2001:4:112::1 2001:10::1 2001:20::1 2001:2f:ffff::1 2001:30::1
2001:1ff:ffff::1 2001:db8::1 2001:db8:ffff::1 2001:db8:ffff:ffff::1 2002:7f00:1::1 2002:a00:1::1 2002:a9fe:a9fe::1 2002:c0a8:101::1 2002:808:808::1 2002:ffff::1 2620:4f:8000::1
3fff::1 3fff:fff::1 4000::1 5f00::1 8000::1 fc00::1 fc00:1234::1 fd00::1 fd00:ec2::254 fd12:3456:789a::1 fdff:ffff::1 fe00::1 fe80::1 fe80::1%eth0 fe80::a9fe:a9fe febf:ffff::1
fec0::1 feff::1 ff00::1 ff01::1 ff02::1 ff02::fb ff05::2 ff0e::1 ffff:ffff::1`

// public are addresses beside those.
const public = `1.0.0.0 1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0
192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255 203.0.112.255 203.0.114.0 223.255.255.255 ::ffff:8.8.8.8 2000::1 2001:200::1 2001:4860:4860::8888
2003::1 2606:4700:4700::1111 2a00::1 3ffe::1`

func TestOnlyAddressesOfThePublicWeb(t *testing.T) {
	c := New(Options{})
	for want, list := range map[bool]string{false: private, true: public} {
		for _, a := range strings.Fields(list) {
			if got := isPublic(netip.MustParseAddr(a)); got != want {
				t.Errorf("%s is public: %v", a, got)
			}
			for _, port := range []string{"80", "443"} {
				err := c.control("tcp4", net.JoinHostPort(a, port), nil)
				if (err == nil) != want {
					t.Errorf("%s, port %s: %v", a, port, err)
				}
			}
		}
	}
	for _, at := range []string{"8.8.8.8:22", "8.8.8.8:8080", "8.8.8.8:0", "[2a00::1]:25", "8.8.8.8", "web:80", ""} {
		if err := c.control("tcp4", at, nil); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", at, err)
		}
	}
	if err := c.control("udp4", "8.8.8.8:443", nil); !errors.Is(err, ErrRefused) {
		t.Errorf("UDP: %v", err)
	}
}

// hosts answers questions for names without a network: of a name with many addresses each time the next.
func hosts(t *testing.T, names map[string][]string) *net.Resolver {
	asked := map[string]int{}
	answer := func(q dnsmessage.Question) []dnsmessage.Resource {
		name := strings.TrimSuffix(q.Name.String(), ".")
		all := names[name]
		if len(all) == 0 {
			return nil
		}
		a := netip.MustParseAddr(all[min(asked[name+q.Type.String()], len(all)-1)])
		asked[name+q.Type.String()]++
		head := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 1}
		switch {
		case q.Type == dnsmessage.TypeA && a.Is4():
			return []dnsmessage.Resource{{Header: head, Body: &dnsmessage.AResource{A: a.As4()}}}
		case q.Type == dnsmessage.TypeAAAA && a.Is6():
			return []dnsmessage.Resource{{Header: head, Body: &dnsmessage.AAAAResource{AAAA: a.As16()}}}
		}
		return nil
	}
	serve := func(conn net.Conn) {
		defer conn.Close()
		var size [2]byte
		if _, err := conn.Read(size[:]); err != nil {
			return
		}
		question := make([]byte, int(size[0])<<8|int(size[1]))
		if _, err := conn.Read(question); err != nil {
			return
		}
		var m dnsmessage.Message
		if err := m.Unpack(question); err != nil {
			t.Error(err)
			return
		}
		m.Response, m.Additionals = true, nil
		if m.Answers = answer(m.Questions[0]); len(names[strings.TrimSuffix(m.Questions[0].Name.String(), ".")]) == 0 {
			m.RCode = dnsmessage.RCodeNameError
		}
		packed, err := m.AppendPack([]byte{0, 0})
		if err != nil {
			t.Error(err)
			return
		}
		packed[0], packed[1] = byte((len(packed)-2)>>8), byte(len(packed)-2)
		conn.Write(packed)
	}
	turn := make(chan struct{}, 1) // A and AAAA are asked for at once
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() {
			turn <- struct{}{}
			defer func() { <-turn }()
			serve(theirs)
		}()
		return ours, nil
	}}
}

// counted is a server on loopback that counts connections, and its port.
func counted(t *testing.T) (hits *atomic.Int64, at netip.AddrPort) {
	hits = &atomic.Int64{}
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "no") }))
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			hits.Add(1)
		}
	}
	s.Start()
	t.Cleanup(s.Close)
	return hits, netip.MustParseAddrPort(s.Listener.Addr().String())
}

func TestNoConnectionToWhatIsNotPublic(t *testing.T) {
	hits, at := counted(t)
	names := map[string][]string{"rebinding.example": {"8.8.8.8", "127.0.0.1"}}
	var addresses []string
	for n, a := range strings.Fields(private) {
		name := fmt.Sprintf("n%d.example", n)
		names[name] = []string{netip.MustParseAddr(a).WithZone("").String()}
		addresses = append(addresses, "http://"+name+"/", "https://"+name+"/")
		if host := strings.Replace(a, "%", "%25", 1); strings.Contains(a, ":") {
			addresses = append(addresses, "http://["+host+"]/")
		} else {
			addresses = append(addresses, "http://"+host+"/")
		}
	}
	for _, a := range []string{"127.1", "127.0.1", "0x7f.1", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "2130706433", "127.0.0.1.", "[::ffff:127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]",
		"[0000::1]", "[::]", "0", "0.0.0.0", "localhost", "LOCALHOST", "localhost.", "①②⑦.⓪.⓪.①", "127。0。0。1", "%31%32%37.0.0.1", "127.0.0.1%00.example", "user:pass@127.0.0.1", "8.8.8.8@127.0.0.1",
		"127.0.0.1#@8.8.8.8", "127.0.0.1?@8.8.8.8", "127.0.0.1\\@8.8.8.8", "127.0.0.1\t", "00127.0.0.1", "127.0.0.01", "[::1%25lo]", "[fe80::1%25lo]"} {
		addresses = append(addresses, "http://"+a+"/")
		if host, ok := strings.CutSuffix(a, "#@8.8.8.8"); ok {
			a = host
		}
		addresses = append(addresses, fmt.Sprintf("http://%s:%d/", a, at.Port()))
	}
	addresses = append(addresses, "", "http://", "http:///x", "//127.0.0.1/", "127.0.0.1", "file:///etc/passwd", "ftp://8.8.8.8/", "gopher://127.0.0.1:70/", "data:text/html,x", "javascript:1", "unix:///x",
		"http+unix://x", "dict://127.0.0.1", "HTTP://127.0.0.1/", "http:127.0.0.1", "http://8.8.8.8:22/", "http://8.8.8.8:65536/", "http://8.8.8.8:-1/", "http://[::1/", "http://"+strings.Repeat("a", 9000))
	if len(addresses) < 150 {
		t.Fatalf("only %d addresses", len(addresses))
	}
	c := New(Options{Resolver: hosts(t, names), Tries: 1, Sleep: noSleep})
	for _, a := range addresses {
		if r, err := c.Fetch(t.Context(), a, Validators{}); err == nil {
			t.Errorf("%q was fetched: %q", a, r.Body)
		}
	}
	if hits.Load() != 0 {
		t.Errorf("%d connections", hits.Load())
	}
}

func noSleep(ctx context.Context, _ time.Duration) error { return ctx.Err() }

// Whatever a name led to before, the address that is connected to is looked at.
func TestRebinding(t *testing.T) {
	hits, at := counted(t)
	c := New(Options{Resolver: hosts(t, map[string][]string{"r.example": {at.Addr().String(), "127.0.0.2", "10.0.0.1", "::1"}}), Tries: 1, Sleep: noSleep, Exempt: []netip.AddrPort{at}})
	c.http.Transport.(*http.Transport).DisableKeepAlives = true
	address := fmt.Sprintf("http://r.example:%d/", at.Port())
	if _, err := c.Fetch(t.Context(), address, Validators{}); !errors.Is(err, ErrRefused) { // the first, robots.txt, is let through; the second is not
		t.Errorf("got %v", err)
	}
	if hits.Load() != 1 {
		t.Errorf("%d connections", hits.Load())
	}
}

func TestRedirectsAreGuarded(t *testing.T) {
	hits, at := counted(t)
	targets := []string{fmt.Sprintf("http://localhost:%d/", at.Port()), "http://169.254.169.254/latest/meta-data/", "http://[::ffff:10.0.0.1]/", "http://inside.example/", "file:///etc/passwd", "//10.0.0.1/",
		"http://u:p@8.8.8.8/", "http://8.8.8.8:22/", "gopher://127.0.0.1/", "http://[", "", "/loop", "http://0x7f.1/", at.String()}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var n int
		switch _, err := fmt.Sscanf(r.URL.Path, "/%d", &n); {
		case r.URL.Path == "/robots.txt":
			http.NotFound(w, r)
		case err != nil:
			http.Redirect(w, r, "/loop", http.StatusFound)
		default:
			w.Header().Set("Location", targets[n])
			w.WriteHeader([]int{301, 302, 303, 307, 308}[n%5])
		}
	}))
	defer s.Close()
	c := New(Options{Resolver: hosts(t, map[string][]string{"inside.example": {"192.168.1.1"}, "localhost": {"127.0.0.1"}}), Tries: 1, Sleep: noSleep, Exempt: []netip.AddrPort{addressOf(s)}})
	for n, target := range targets {
		if _, err := c.Fetch(t.Context(), fmt.Sprintf("%s/%d", s.URL, n), Validators{}); err == nil {
			t.Errorf("the redirect to %q was followed", target)
		}
	}
	if hits.Load() != 0 {
		t.Errorf("%d connections", hits.Load())
	}
}

func addressOf(s *httptest.Server) netip.AddrPort {
	return netip.MustParseAddrPort(s.Listener.Addr().String())
}
