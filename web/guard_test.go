package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sitrep/web"
)

func TestHostsThatAreNotThisMachine(t *testing.T) {
	w := examples(t)
	for host, want := range map[string]int{
		"localhost:7350": 200, "127.0.0.1:7350": 200, "[::1]:7350": 200, "LOCALHOST": 200,
		"attacker.test": 421, "127.0.0.1.attacker.test": 421, "localhost.attacker.test:7350": 421, "10.0.0.5:7350": 421, "": 421,
	} {
		r := httptest.NewRequest(http.MethodGet, "/healthz", nil)
		r.Host = host
		if got := w.do(r).Code; got != want {
			t.Errorf("Host %q: %d, want %d", host, got, want)
		}
	}
}

func TestChangesAskedForByOtherSites(t *testing.T) {
	w := open(t, web.Options{})
	for _, path := range []string{"/correct", "/review", "/read"} {
		for site, want := range map[string]bool{"cross-site": false, "same-site": false, "same-origin": true, "none": true} {
			r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(""))
			r.Header.Set("Sec-Fetch-Site", site)
			if got := w.do(r).Code != http.StatusForbidden; got != want {
				t.Errorf("POST %s from %s: let through %v", path, site, got)
			}
		}
	}
}

func TestNothingChangesWhatIsReadOnly(t *testing.T) {
	w := examples(t)
	for _, path := range []string{"/correct", "/review"} {
		if r := w.post(path, map[string]string{"op": "reject"}); r.Code != http.StatusForbidden {
			t.Errorf("POST %s: %d", path, r.Code)
		}
	}
	if r := w.post("/read", map[string]string{"text": "Soldiers fired on a village on Monday, officials said.", "published": "2020-01-01", "file": "1"}); r.Code != http.StatusForbidden {
		t.Errorf("filing: %d", r.Code)
	}
}

func TestHeadersKeepPagesToThemselves(t *testing.T) {
	for _, path := range []string{"/", "/reports", "/nowhere", "/map/tiles/0/0/0"} {
		h := examples(t).get(path).Header()
		for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY"} {
			if !strings.Contains(h.Get(name), want) {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		if strings.Contains(h.Get("Content-Security-Policy"), "unsafe") {
			t.Errorf("%s: the policy lets scripts in", path)
		}
	}
}

func TestAddressesThatAreWrong(t *testing.T) {
	for path, want := range map[string]int{
		"/incidents/zzzz": 404, "/reports/zzzz": 404, "/nowhere": 404, "/map/tiles/99/0/0": 404, "/map/tiles/x/0/0": 404, "/map/towns/3/9/0": 404, "/map/points": 400, "/static/0/app.js": 404,
		"/?from=yesterday": 200, "/?kind=unknown&box=1,2&near=x": 200, "/?after=garbage": 400, "/brief?from=2020-02-01&to=2020-01-01": 400, "/claims?stance=nothing": 200, "/reports/zz?version=-1": 404,
	} {
		if r := examples(t).get(path); r.Code != want {
			t.Errorf("GET %s: %d, want %d", path, r.Code, want)
		}
	}
	if page := examples(t).get("/?from=yesterday").Body.String(); !strings.Contains(page, "from=yesterday was passed over: want YYYY-MM-DD") {
		t.Error("a date that was not understood is not told of")
	}
}
