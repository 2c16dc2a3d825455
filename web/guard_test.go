package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

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

// payloads are 300 pieces of hostile text: every vector in every dress.
func payloads() []string {
	vectors := []string{
		`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `<svg onload=alert(1)>`, `<iframe src="javascript:alert(1)"></iframe>`, `<a href="javascript:alert(1)">x</a>`, `"><script>alert(1)</script>`,
		`'><img src=x onerror=alert(1)>`, `</title><script>alert(1)</script>`, `</textarea><script>alert(1)</script>`, `</style><script>alert(1)</script>`, `<math><mi xlink:href="data:x,<script>alert(1)</script>">`,
		`<body onload=alert(1)>`, `<details open ontoggle=alert(1)>`, `<input autofocus onfocus=alert(1)>`, `<object data="data:text/html,<script>alert(1)</script>"></object>`, `<base href="//attacker.test/">`,
		`<meta http-equiv=refresh content="0;url=javascript:alert(1)">`, `{{.Title}}{{printf "%s" "<script>"}}`, `<link rel=stylesheet href=//attacker.test/x.css>`, `<form action=//attacker.test><button>go`, `<template><script>alert(1)</script></template>`,
		`javascript:alert(1)`, `data:text/html,<script>alert(1)</script>`, `<!--><script>alert(1)</script>`, `<x onclick=alert(1)>`,
	}
	dresses := []string{"%s", "%s%[1]s", "A %s B", "\u202e%s", "%s\u0000", "&lt;%s&gt;", "]]>%s", "\"%s\"", "'%s'", "`%s`", "\u2028%s", "<%s>"}
	var out []string
	for _, v := range vectors {
		for _, d := range dresses {
			out = append(out, fmt.Sprintf(d, v))
		}
	}
	return out
}

// Hostile text comes through every page as text.
func TestHostileTextIsText(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a hundred pages")
	}
	w := hostile(t)
	pages := crawl(t, w, 150, func(path string, n *html.Node) {
		each(n, func(e *html.Node) {
			if e.Data == "script" && (!strings.HasPrefix(attr(e, "src"), "/static/") || e.FirstChild != nil) {
				t.Errorf("%s: a script of its own", path)
			}
			switch e.Data {
			case "iframe", "object", "embed", "base", "math", "img", "style", "x":
				t.Errorf("%s: <%s>", path, e.Data)
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") && (a.Key == "href" || a.Key == "src" || a.Key == "action") {
					t.Errorf("%s: <%s %s=%q>", path, e.Data, a.Key, a.Val)
				}
			}
		})
	})
	if pages < 20 {
		t.Errorf("only %d pages", pages)
	}
}

// hostile is a window on reports whose texts, titles, outlets and ids are the payloads.
func hostile(t *testing.T) *window {
	t.Helper()
	list := payloads()
	if len(list) != 300 {
		t.Fatalf("%d payloads", len(list))
	}
	dir := t.TempDir()
	for i := 0; i < len(list); i += 30 {
		var lines strings.Builder
		for k, p := range list[i : i+30] {
			fmt.Fprintf(&lines, "Shelling killed %d people in the town of Aleppo on Monday, %s said. \"%s,\" the mayor said.\n\n", k+2, p, p)
		}
		body, err := json.Marshal(map[string]string{
			"id": fmt.Sprintf(`hostile-%d<b onclick="alert(1)">`, i), "outlet": list[i+3], "title": list[i], "url": "javascript:alert(1)//" + list[i+2], "published": "2016-04-12", "text": lines.String(),
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.jsonl", i)), body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return open(t, web.Options{Title: list[0]}, dir)
}
