package web_test

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What a view links to as a file has the rows that the view shows, by the same filters.
func TestFilesHaveWhatTheViewShows(t *testing.T) {
	w := examples(t)
	for _, filter := range []string{"", "?country=SYR", "?kind=ceasefire&kind=talks", "?q=hospital"} {
		var shown []string
		each(w.tree("/"+filter), func(n *html.Node) {
			if id, ok := strings.CutPrefix(attr(n, "href"), "/incidents/"); ok && attr(n, "class") == "row-link" {
				shown = append(shown, id)
			}
		})
		got, err := csv.NewReader(w.get("/incidents.csv" + filter).Body).ReadAll()
		if err != nil || len(shown) == 0 {
			t.Fatalf("%s: %d shown, %v", filter, len(shown), err)
		}
		for k, id := range shown {
			if k+1 >= len(got) || got[k+1][0] != id {
				t.Fatalf("%s: row %d of the file is not incident %s, which the page shows there", filter, k+1, id)
			}
		}
	}
}

func TestEveryFileIsAnsweredAndObeysTheFilter(t *testing.T) {
	w := examples(t)
	for _, path := range []string{"/incidents.csv", "/incidents.json", "/incidents.jsonl", "/incidents.geojson", "/incidents.ucdp.csv", "/incidents.acled.csv", "/incidents.kml", "/monthly.csv", "/incidents.atom", "/incidents.feed.json", "/claims.csv", "/tolls.csv", "/reports.csv"} {
		all, none := w.get(path), w.get(path+"?place=Nowhere+at+all&q=zzzzqq")
		if all.Code != http.StatusOK || none.Code != http.StatusOK || none.Body.Len() >= all.Body.Len() {
			t.Errorf("%s: %d with %d bytes; with a filter that nothing fits %d with %d bytes", path, all.Code, all.Body.Len(), none.Code, none.Body.Len())
		}
		if bad := w.get(path + "?from=yesterday"); bad.Code != http.StatusBadRequest {
			t.Errorf("%s: a filter that is not understood: %d", path, bad.Code)
		}
	}
	var list []map[string]any
	if err := json.Unmarshal(w.get("/incidents.json").Body.Bytes(), &list); err != nil || len(list) == 0 || list[0]["schema"] != "sitrep-incident/1" {
		t.Errorf("%d incidents, %v", len(list), err)
	}
}
