package web_test

import (
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"
)

// TestAFeedSaysWhatItIsOf asks for feeds of several filters: a reader of feeds lists them by their titles, takes two of one id for one, and leads back to the page.
func TestAFeedSaysWhatItIsOf(t *testing.T) {
	w := examples(t)
	ids := map[string]string{}
	for path, want := range map[string][2]string{
		"/incidents.atom":                         {"Examples", "/"},
		"/incidents.atom?kind=talks":              {"Examples: talks", "/?kind=talks"},
		"/incidents.atom?kind=talks&from=2016":    {"Examples: from 2016, talks", "/?from=2016&kind=talks"},
		"/incidents.atom?place=%D0%9A":            {"Examples: place К", "/?place=%D0%9A"},
		"/incidents.atom?place=%D0%91":            {"Examples: place Б", "/?place=%D0%91"},
		"/claims.atom?stance=deny":                {"Examples: stance deny: claims", "/claims?stance=deny"},
		"/demands.atom":                           {"Examples: demands: claims", "/truces"},
		"/talks.atom":                             {"Examples: talks", "/truces"},
		"/incidents.feed.json?kind=talks":         {"Examples: talks", "/?kind=talks"},
		"/incidents.rss?kind=talks&kind=shelling": {"Examples: talks, shelling", "/?kind=talks&kind=shelling"},
	} {
		body := w.get(path).Body.String()
		feed, err := gofeed.NewParser().ParseString(body)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		_, home, _ := strings.Cut(feed.Link, "//")
		home = home[strings.Index(home, "/"):]
		if _, title, _ := strings.Cut(want[0], "Examples"); !strings.HasSuffix(feed.Title, title) || home != want[1] {
			t.Errorf("%s: %q of %s, want %q of %s", path, feed.Title, home, want[0], want[1])
		}
		if feed.FeedType != "rss" && !strings.HasSuffix(feed.FeedLink, strings.Replace(path, "kind=talks&from=2016", "from=2016&kind=talks", 1)) {
			t.Errorf("%s has the address %s", path, feed.FeedLink)
		}
		if feed.FeedType == "atom" {
			_, id, _ := strings.Cut(body, "<id>")
			id, _, _ = strings.Cut(id, "</id>")
			if ids[id] != "" {
				t.Errorf("%s and %s are both %s", path, ids[id], id)
			}
			ids[id] = path
		}
	}
}
