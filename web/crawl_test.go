package web_test

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// crawl gets every page that can be reached from the first, up to so many, and calls look for each that is HTML.
func crawl(t *testing.T, w *window, most int, look func(path string, n *html.Node)) int {
	t.Helper()
	queue, seen := []string{"/"}, map[string]bool{"/": true}
	done := 0
	for ; len(queue) > 0 && done < most; done++ {
		path := queue[0]
		queue = queue[1:]
		r := w.get(path)
		if r.Code != http.StatusOK {
			t.Errorf("GET %s: %d", path, r.Code)
			continue
		}
		if !strings.HasPrefix(r.Header().Get("Content-Type"), "text/html") || r.Header().Get("Content-Disposition") != "" {
			continue
		}
		n, err := html.Parse(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		look(path, n)
		for _, l := range links(n) {
			l, _, _ = strings.Cut(l, "#")
			if !seen[l] {
				seen[l] = true
				queue = append(queue, l)
			}
		}
	}
	return done
}

// Every quotation on every page stands in the report to which it links: no figure and no claim without words.
func TestEveryQuotationStandsInItsReport(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all pages of the examples")
	}
	w := examples(t)
	reports := map[string]string{}
	inReport := func(path string) string {
		if reports[path] == "" {
			each(w.tree(path), func(e *html.Node) {
				if attr(e, "id") == "text" {
					reports[path] = text(e)
				}
			})
		}
		return reports[path]
	}
	quotes := 0
	pages := crawl(t, w, 400, func(path string, n *html.Node) {
		each(n, func(e *html.Node) {
			href := attr(e, "href")
			if e.Data != "a" || !strings.HasPrefix(href, "/reports/") {
				return
			}
			each(e, func(q *html.Node) {
				if q.Data != "q" {
					return
				}
				quotes++
				to, _, _ := strings.Cut(href, "#")
				for _, part := range strings.Split(text(q), " … ") {
					if !strings.Contains(inReport(to), strings.TrimSpace(part)) {
						t.Errorf("%s: %q does not stand in %s", path, part, to)
					}
				}
			})
		})
	})
	if pages < 50 || quotes < 100 {
		t.Errorf("only %d pages and %d quotations were seen", pages, quotes)
	}
}

func TestEveryFigureOfAnIncidentHasItsWords(t *testing.T) {
	w := examples(t)
	figures := 0
	for _, l := range links(w.tree("/?toll=1")) {
		if !strings.HasPrefix(l, "/incidents/") || strings.Contains(l, ".") || strings.Contains(l, "?") {
			continue
		}
		each(w.tree(l), func(e *html.Node) {
			if e.Data != "tr" || e.Parent.Data != "tbody" {
				return
			}
			linked := false
			each(e, func(a *html.Node) {
				linked = linked || a.Data == "a" && strings.HasPrefix(attr(a, "href"), "/reports/") && strings.Contains(attr(a, "href"), "#")
			})
			if figures++; !linked {
				t.Errorf("%s: no passage for %q", l, text(e))
			}
		})
	}
	if figures < 5 {
		t.Errorf("only %d figures were seen", figures)
	}
}
