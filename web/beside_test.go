package web_test

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/web"
)

// stepsTo are the addresses to which n and p lead on a page.
func stepsTo(n *html.Node) (next, before string) {
	each(n, func(e *html.Node) {
		switch attr(e, "data-key") {
		case "n":
			next = attr(e, "href")
		case "p":
			before = attr(e, "href")
		}
	})
	return next, before
}

// From the first report of a list n leads through all of it, and p back, with the list's filters.
func TestReportsStandBesideEachOther(t *testing.T) {
	w := examples(t)
	for _, list := range []string{"/reports", "/reports?country=SYR"} {
		var want []string
		each(w.tree(list), func(e *html.Node) {
			if href := attr(e, "href"); strings.HasPrefix(href, "/reports/") {
				want = append(want, href)
			}
		})
		if len(want) < 2 {
			t.Fatalf("%s: %d reports", list, len(want))
		}
		at, back := want[0], ""
		for k, href := range want {
			if at != href {
				t.Fatalf("%s: report %d is %s, want %s", list, k, at, href)
			}
			next, before := stepsTo(w.tree(at))
			if before != back {
				t.Errorf("%s: back from %s leads to %q, want %q", list, at, before, back)
			}
			at, back = next, at
		}
		if at != "" {
			t.Errorf("%s: from the last one n leads to %s", list, at)
		}
	}
}

// A place of the facet stands for as many incidents as it says.
func TestPlacesHaveTheirCounts(t *testing.T) {
	w := examples(t)
	n := 0
	each(w.tree("/"), func(e *html.Node) {
		href := attr(e, "href")
		if !strings.Contains(href, "place=%22") {
			return
		}
		n++
		words := strings.Fields(text(e))
		if got := totals(t, w.tree(href))[0]; !strings.HasSuffix(words[len(words)-1], strconv.Itoa(got)) {
			t.Errorf("%s: %d incidents, and the facet says %s", href, got, text(e))
		}
	})
	if n == 0 {
		t.Error("no place is offered")
	}
}

func TestFilesAreNotSentAgain(t *testing.T) {
	w := open(t, web.Options{}, "../examples/price-truce.txt")
	get := func(path, tag string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("If-None-Match", tag)
		return w.do(r)
	}
	for _, path := range []string{"/incidents.atom", "/incidents.feed.json", "/incidents.csv", "/claims.atom?stance=deny"} {
		first := get(path, `"none"`)
		tag := first.Header().Get("ETag")
		if again := get(path, tag); first.Code != http.StatusOK || tag == "" || again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("%s: %d with tag %q, then %d with %d bytes", path, first.Code, tag, again.Code, again.Body.Len())
		}
		if get(path+"?x=1", tag).Code == http.StatusNotModified {
			t.Errorf("%s: another address has the same tag", path)
		}
	}
	tag := get("/incidents.atom", "").Header().Get("ETag")
	filed(t, w)
	if get("/incidents.atom", tag).Code != http.StatusOK {
		t.Error("something was filed, and the feed is said to be as it was")
	}
}
