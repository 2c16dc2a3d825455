package web

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"sitrep/web/users"
)

func userFile(t *testing.T, roles map[string]users.Role) *users.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "users")
	for name, role := range roles {
		if err := users.Add(path, name, role, "a long password"); err != nil {
			t.Fatal(err)
		}
	}
	f, err := users.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var wild = regexp.MustCompile(`\{[^}]*\}`)

// Every address of the router, but those that are named here, answers nobody who has not logged in; a new one does so too.
func TestEveryAddressAsksWhoComes(t *testing.T) {
	s, err := New(nil, Options{Users: userFile(t, map[string]users.Role{"mara": users.Reader})})
	if err != nil {
		t.Fatal(err)
	}
	h := s.Handler()
	for i, r := range s.routes() {
		method, path, _ := strings.Cut(r.pattern, " ")
		path = wild.ReplaceAllString(path, "1")
		if path == "/login" || path == "/healthz" || path == "/readyz" || path == "/static/1/1" {
			continue
		}
		for _, accept := range []string{"text/html", "application/json", ""} {
			q := httptest.NewRequest(method, "http://localhost"+path, nil)
			q.Header.Set("Accept", accept)
			q.RemoteAddr = "198.51.100." + strconv.Itoa(i%250) + ":1" // or it asks too often
			w := httptest.NewRecorder()
			h.ServeHTTP(w, q)
			if w.Code != http.StatusUnauthorized && !(w.Code == http.StatusSeeOther && strings.HasPrefix(w.Header().Get("Location"), "/login?next=")) {
				t.Errorf("%s with Accept %q: %d %s", r.pattern, accept, w.Code, w.Header().Get("Location"))
			}
		}
		if method == http.MethodPost && path != "/read" && path != "/logout" && path != "/api/v1/read" && rightOf(r.pattern) != toChange {
			t.Errorf("%s changes something, and readers may", r.pattern)
		}
	}
	if rightOf("DELETE /anything") != toChange || rightOf("GET /anything") != toSee {
		t.Error("a new address is open")
	}
}

func TestNobodyIsSentElsewhere(t *testing.T) {
	for next, want := range map[string]string{
		"/claims?stance=deny": "/claims?stance=deny", "/": "/", "": "/", "https://attacker.test/": "/", "//attacker.test": "/", "/\\attacker.test": "/", "javascript:alert(1)": "/", "/a\r\nSet-Cookie: x": "/",
		"///attacker.test": "/", "http:attacker.test": "/", "attacker.test": "/", "/%2f/attacker.test": "/", "%2f%2fattacker.test": "/",
	} {
		if got := local(next); got != want && !(strings.HasPrefix(got, "/%2f") && want == "/") {
			t.Errorf("%q leads to %q, want %q", next, got, want)
		}
	}
}

func TestLimitsMakeRoom(t *testing.T) {
	l := newLimits(loginAllowance, func() time.Time { return time.Time{} })
	for i := range 3 * mostSeen {
		l.wait(strconv.Itoa(i))
	}
	if len(l.seen) > mostSeen {
		t.Errorf("%d clients are kept in mind", len(l.seen))
	}
}

func TestTheClientIsWhoTheProxySays(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	for name, c := range map[string]struct {
		proxies []netip.Prefix
		from    string
		said    []string
		want    client
	}{
		"nobody's word is believed":           {nil, "192.0.2.7:9", []string{"198.51.100.1"}, client{"192.0.2.7", false}},
		"a stranger's word is not believed":   {proxies, "192.0.2.7:9", []string{"198.51.100.1"}, client{"192.0.2.7", false}},
		"the proxy's is":                      {proxies, "10.1.2.3:9", []string{"198.51.100.1"}, client{"198.51.100.1", true}},
		"its own, not the client's before it": {proxies, "10.1.2.3:9", []string{"203.0.113.9, 198.51.100.1"}, client{"198.51.100.1", true}},
		"in several lines":                    {proxies, "10.1.2.3:9", []string{"203.0.113.9", "198.51.100.1"}, client{"198.51.100.1", true}},
		"a proxy that says nothing":           {proxies, "10.1.2.3:9", nil, client{"10.1.2.3", true}},
		"a proxy that says nonsense":          {proxies, "[fd00::1]:9", []string{"unknown"}, client{"fd00::/64", true}},
		"one network, one client":             {nil, "[2001:db8:1:2:3:4:5:6]:9", nil, client{"2001:db8:1:2::/64", false}},
		"IPv4 in IPv6":                        {nil, "[::ffff:192.0.2.7]:9", nil, client{"192.0.2.7", false}},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.from
		for _, line := range c.said {
			r.Header.Add("X-Forwarded-For", line)
		}
		if got := (&Server{o: Options{Proxies: c.proxies}}).clientOf(r); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
