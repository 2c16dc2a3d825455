package web_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"sitrep/web"
)

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

// live are the elements and attributes of a page by which text of strangers could do something.
func live(n *html.Node) (out []string) {
	each(n, func(e *html.Node) {
		switch e.Data {
		case "script":
			if !strings.HasPrefix(attr(e, "src"), "/static/") || e.FirstChild != nil {
				out = append(out, "a script of its own")
			}
		case "iframe", "object", "embed", "base", "math", "img", "style", "x", "template", "foreignObject":
			out = append(out, "<"+e.Data+">")
		case "meta":
			if kind := attr(e, "http-equiv"); kind != "" && !strings.EqualFold(kind, "Content-Security-Policy") {
				out = append(out, "<meta http-equiv="+kind+">")
			}
		}
		for _, a := range e.Attr {
			value := strings.ToLower(strings.TrimSpace(a.Val))
			address := a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "formaction"
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" || address && (strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "data:") || strings.HasPrefix(value, "//")) {
				out = append(out, fmt.Sprintf("<%s %s=%q>", e.Data, a.Key, a.Val))
			}
		}
	})
	return out
}

// Hostile text comes through every page as text: all of it is there, and none of it is more.
func TestHostileTextIsText(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a hundred pages")
	}
	w := hostile(t)
	var seen strings.Builder
	pages := every(t, w, func(path string, n *html.Node) {
		for _, what := range live(n) {
			t.Errorf("%s: %s", path, what)
		}
		if strings.HasPrefix(path, "/reports/") {
			seen.WriteString(plainly(text(n)))
		}
	})
	if pages < 20 {
		t.Errorf("only %d pages", pages)
	}
	shown := seen.String()
	for _, p := range payloads() {
		if !strings.Contains(shown, plainly(p)) {
			t.Errorf("%q is on no page: the test shows nothing of it", p)
		}
	}
}

// plainly is a text without white space and marks that are not seen.
func plainly(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar || r == '\u2028' {
			return -1
		}
		return r
	}, s)
}

// What is no page is taken for none: its type says what it is, and the browser is told to believe it. What a browser would show as a page is a file.
func TestHostileTextInFilesAndAnswers(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all files")
	}
	w := hostile(t)
	paths := append(w.files(), "/brief.md?from=2000-01-01", "/brief.html?from=2000-01-01", "/brief.txt?from=2000-01-01", "/openapi.json", "/map/points?zoom=3")
	for _, list := range []string{"incidents", "claims", "tolls", "actors", "sources", "reports", "facets", "brief", "questions", "corrections", "demands", "changes?since=2000-01-01", "incidents?kind=%3Cscript%3Ealert(1)%3C/script%3E", "reports/%3Cscript%3Ealert(1)%3C%2Fscript%3E"} {
		paths = append(paths, root+"/"+list)
	}
	for _, path := range paths {
		r := w.get(path)
		h := r.Header()
		contentType, _, _ := strings.Cut(h.Get("Content-Type"), ";")
		attached := strings.HasPrefix(h.Get("Content-Disposition"), "attachment")
		if h.Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") || r.Code >= http.StatusInternalServerError {
			t.Errorf("%s: %d, %v", path, r.Code, h)
		}
		switch {
		case contentType == "text/html" && !attached, contentType == "image/svg+xml", contentType == "application/xhtml+xml", contentType == "":
			t.Errorf("%s is shown as %q", path, contentType)
		case contentType == "text/html": // a file that somebody opens from his disk
			n, err := html.Parse(strings.NewReader(withoutStyle(r.Body.String())))
			if err != nil {
				t.Fatal(err)
			}
			for _, what := range live(n) {
				t.Errorf("%s: %s", path, what)
			}
		case strings.HasSuffix(contentType, "xml"):
			activeXML(t, path, r.Body.String())
		case strings.HasSuffix(contentType, "json") && !json.Valid(r.Body.Bytes()) && !strings.Contains(path, "jsonl"):
			t.Errorf("%s is no JSON", path)
		}
	}
}

// withoutStyle is a page without the one style sheet of its own in its head.
func withoutStyle(page string) string {
	before, rest, ok := strings.Cut(page, "<style>")
	_, after, closed := strings.Cut(rest, "</style>")
	if !ok || !closed {
		return page
	}
	return before + after
}

// activeXML looks for what a browser that shows XML would do more with than show it.
func activeXML(t *testing.T, path, doc string) {
	d := xml.NewDecoder(strings.NewReader(doc))
	for {
		token, err := d.Token()
		if token == nil {
			if err.Error() != "EOF" {
				t.Errorf("%s: %v", path, err)
			}
			return
		}
		switch x := token.(type) {
		case xml.StartElement:
			if strings.Contains(x.Name.Space, "xhtml") || strings.Contains(x.Name.Space, "svg") || x.Name.Local == "script" {
				t.Errorf("%s: <%s>", path, x.Name.Local)
			}
			for _, a := range x.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Value)), "javascript:") {
					t.Errorf("%s: <%s %s=%q>", path, x.Name.Local, a.Name.Local, a.Value)
				}
			}
		case xml.ProcInst:
			if x.Target != "xml" {
				t.Errorf("%s: <?%s?>", path, x.Target)
			}
		case xml.Directive:
			t.Errorf("%s: <!%s>", path, x)
		}
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
