package fetch

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	for _, c := range []struct {
		name, robots, path string
		want               bool
	}{
		{"nothing", "", "/a", true},
		{"all closed", "User-agent: *\nDisallow: /", "/a", false},
		{"closed to others", "User-agent: other\nDisallow: /", "/a", true},
		{"closed to us", "User-agent: *\nDisallow:\n\nUser-agent: Sitrep\nDisallow: /a", "/a", false},
		{"open to us", "User-agent: *\nDisallow: /\nUser-agent: sitrep/2.0 # us\nDisallow:", "/a", true},
		{"several names, one group", "User-agent: x\nUser-agent: SITREP\nDisallow: /a", "/ab", false},
		{"two groups for us", "User-agent: sitrep\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: sitrep\nDisallow: /c", "/c", false},
		{"a group of others between", "User-agent: sitrep\nDisallow: /a\nUser-agent: x\nDisallow: /b", "/b", true},
		{"the longest decides", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
		{"of two as long the open one", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
		{"of two as long, the other order", "User-agent: *\nAllow: /a\nDisallow: /a", "/a", true},
		{"a star", "User-agent: *\nDisallow: /*/print", "/2021/print", false},
		{"an end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false},
		{"an end that is not there", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true},
		{"a whole path", "User-agent: *\nDisallow: /a$", "/a", false},
		{"a longer path", "User-agent: *\nDisallow: /a$", "/ab", true},
		{"a query", "User-agent: *\nDisallow: /*?print=", "/a?print=1", false},
		{"sitemaps between", "User-agent: *\nSitemap: x\nDisallow: /a", "/a", false},
		{"rules of nobody", "Disallow: /", "/a", true},
		{"carriage returns, a mark of order, odd spaces", "\ufeffuser-AGENT : *\r\nDISALLOW:/a\r\n", "/a", false},
		{"many stars", "User-agent: *\nDisallow: /" + strings.Repeat("*a", 10_000) + "b", "/" + strings.Repeat("a", 8000), true},
		{"a page in its place", "<html><body>User-agent is what?</body></html>", "/a", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parseRobots([]byte(c.robots)).allows(c.path); got != c.want {
				t.Errorf("%s is allowed: %v", c.path, got)
			}
		})
	}
	for value, want := range map[string]time.Duration{"10": 10 * time.Second, "0.5": 500 * time.Millisecond, "99999": time.Minute, "-1": 0, "NaN": 0, "x": 0} {
		if got := parseRobots([]byte("User-agent: *\nCrawl-delay: " + value)).delay; got != want {
			t.Errorf("delay %s: %v", value, got)
		}
	}
}

func TestRobotsAreObeyed(t *testing.T) {
	for _, c := range []struct {
		name  string
		code  int
		text  string
		path  string
		want  string
		pages int
	}{
		{"allowed", 200, "User-agent: *\nDisallow: /b", "/a", "", 1},
		{"not allowed", 200, "User-agent: *\nDisallow: /b", "/b", "robots.txt of the site does not allow it", 0},
		{"the query counts", 200, "User-agent: *\nDisallow: /a?x", "/a?x", "robots.txt of the site does not allow it", 0},
		{"there is none", 404, "", "/a", "", 1},
		{"it is kept from us", 403, "", "/a", "", 1},
		{"the server fails", 503, "", "/a", "robots.txt of the site cannot be had: the server answers 503", 0},
		{"a page sends us to one that is not allowed", 200, "User-agent: *\nDisallow: /b", "/to-b", "robots.txt of the site does not allow it", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			robots, pages := 0, 0
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				switch r.URL.Path {
				case "/robots.txt":
					robots++
					w.WriteHeader(c.code)
					fmt.Fprint(w, c.text)
				case "/to-b":
					http.Redirect(w, r, "/b", http.StatusFound)
				default:
					pages++
				}
			}))
			defer s.Close()
			client := New(Options{Exempt: []netip.AddrPort{addressOf(s)}, Sleep: noSleep, Tries: 1})
			for range 2 {
				if _, err := client.Fetch(t.Context(), s.URL+c.path, Validators{}); fmt.Sprint(err) != "<nil>" && (c.want == "" || !strings.Contains(err.Error(), c.want)) || err == nil && c.want != "" {
					t.Errorf("got %v", err)
				}
			}
			if pages != 2*c.pages || robots != 1 {
				t.Errorf("%d pages and %d times robots.txt were asked for", pages, robots)
			}
		})
	}
}
