package fetch

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

func TestProxy(t *testing.T) {
	asked := ""
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked += r.URL.String() + " "
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
		}
		fmt.Fprint(w, "by proxy")
	}))
	defer proxy.Close()
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	at, _ := url.Parse(proxy.URL)
	for _, c := range []struct {
		name, address string
		proxy         *url.URL
		want          string
	}{
		{"the one of the environment is not used", "http://10.0.0.1/", nil, ""},
		{"one that is given", "http://news.example/a", at, "http://news.example/robots.txt http://news.example/a "},
		{"it is not asked for the private network", "http://10.0.0.1/", at, ""},
		{"nor for other ports", "http://news.example:22/", at, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked = ""
			r, err := New(Options{Proxy: c.proxy, Tries: 1, Sleep: noSleep}).Fetch(t.Context(), c.address, Validators{})
			if asked != c.want || (err == nil) != (c.want != "") {
				t.Errorf("asked for %q, %+v, %v", asked, r, err)
			}
		})
	}
}
