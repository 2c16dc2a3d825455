package web_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"strconv"
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

// views are the pages with the sets of files that they link to, in the order in which the page tells their totals.
var views = []struct {
	path string
	sets []string
}{
	{"/", []string{"incidents"}}, {"/truces", []string{"truces", "talks", "demands"}}, {"/claims", []string{"claims"}}, {"/reports", []string{"reports"}}, {"/actors", []string{"actors"}}, {"/sources", []string{"sources"}},
}

// totals are the numbers of rows that a page tells.
func totals(t *testing.T, n *html.Node) []int {
	var out []int
	each(n, func(e *html.Node) {
		if !has(e, "fuzzy") && e.Data != "b" || e.Parent.Data != "h1" && e.Parent.Data != "h2" {
			return
		}
		total, err := strconv.Atoi(strings.ReplaceAll(text(e), ",", ""))
		if err != nil {
			t.Fatalf("%q is no total", text(e))
		}
		out = append(out, total)
	})
	return out
}

// rowsIn counts the rows of a file, -1 of one that has rows of its own: by month, or only what its columns have room for.
func rowsIn(t *testing.T, path string, r *httptest.ResponseRecorder) int {
	file, _, _ := strings.Cut(path, "?")
	_, ending, _ := strings.Cut(file, ".")
	body := r.Body.String()
	var err error
	n := 0
	switch ending {
	case "csv":
		var all [][]string
		all, err = csv.NewReader(strings.NewReader(body)).ReadAll()
		if n = len(all) - 1; strings.HasSuffix(file, "monthly.csv") {
			return -1
		}
	case "json":
		var all []any
		err = json.Unmarshal([]byte(body), &all)
		n = len(all)
	case "jsonl":
		n = strings.Count(body, "\n")
	case "geojson", "feed.json":
		var all struct{ Features, Items []any }
		err = json.Unmarshal([]byte(body), &all)
		n = len(all.Features) + len(all.Items)
	case "kml", "atom", "rss":
		d := xml.NewDecoder(strings.NewReader(body))
		for {
			token, end := d.Token()
			if end != nil {
				break
			}
			if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "Placemark" || e.Name.Local == "entry" || e.Name.Local == "item") {
				n++
			}
		}
	default:
		return -1
	}
	if err != nil {
		t.Errorf("%s: %v", path, err)
	}
	return n
}

// Every file that a view links to, in every format, has as many rows as the view says that there are, whatever the filter.
func TestEveryFileOfEveryViewHasItsRows(t *testing.T) {
	w := examples(t)
	counted := 0
	for _, v := range views {
		seen := map[int]bool{}
		for _, filter := range []string{"", "?country=SYR", "?q=hospital", "?from=2016&to=2016-12", "?place=Nowhere+at+all"} {
			page := w.tree(v.path + filter)
			all := totals(t, page)
			if len(all) != len(v.sets) {
				t.Fatalf("%s%s tells %d totals, want %d", v.path, filter, len(all), len(v.sets))
			}
			linked := links(page)
			for i, set := range v.sets {
				seen[all[i]] = true
				files := 0
				for _, l := range linked {
					if !strings.HasPrefix(l, "/"+set+".") {
						continue
					}
					r := w.get(l)
					if r.Code != http.StatusOK {
						t.Errorf("%s: %d", l, r.Code)
					}
					files++
					if n := rowsIn(t, l, r); n >= 0 && n != all[i] {
						t.Errorf("%s has %d rows, %s%s says %d", l, n, v.path, filter, all[i])
					} else if n >= 0 {
						counted++
					}
				}
				if files < 2 && all[i] > 0 {
					t.Errorf("%s%s links to %d files of its %s", v.path, filter, files, set)
				}
			}
		}
		if len(seen) < 2 {
			t.Errorf("%s: the filters choose nothing", v.path)
		}
	}
	if counted < 100 {
		t.Errorf("only %d files were counted", counted)
	}
}

// What is not understood is refused; a format's own rows obey the filter too.
func TestEveryFileIsAnsweredAndObeysTheFilter(t *testing.T) {
	w := examples(t)
	for _, path := range w.files() {
		all, none := w.get(path), w.get(path+"?place=Nowhere+at+all&q=zzzzqq")
		if all.Code != http.StatusOK || none.Code != http.StatusOK || none.Body.Len() >= all.Body.Len() && !strings.Contains(path, ".ucdp.") {
			t.Errorf("%s: %d with %d bytes; with a filter that nothing fits %d with %d bytes", path, all.Code, all.Body.Len(), none.Code, none.Body.Len())
		}
		if bad := w.get(path + "?from=yesterday"); bad.Code != http.StatusBadRequest || bad.Header().Get("Content-Disposition") != "" {
			t.Errorf("%s: a filter that is not understood: %d", path, bad.Code)
		}
		if name := all.Header().Get("Content-Disposition"); name != "" && !strings.Contains(name, `"`+path[1:]+`"`) {
			t.Errorf("%s is called %s", path, name)
		}
	}
	var list []map[string]any
	if err := json.Unmarshal(w.get("/incidents.json").Body.Bytes(), &list); err != nil || len(list) == 0 || list[0]["schema"] != "sitrep-incident/1" {
		t.Errorf("%d incidents, %v", len(list), err)
	}
}

// files are the addresses of all files that the views link to, and of the figures.
func (w *window) files() []string {
	var out []string
	for _, v := range views {
		for _, l := range links(w.tree(v.path)) {
			for _, set := range append([]string{"tolls", "monthly"}, v.sets...) {
				if strings.HasPrefix(l, "/"+set+".") {
					out = append(out, l)
				}
			}
		}
	}
	return out
}

// An incident's and a report's page give what they show as files: the record whole, and as many claims as the page has.
func TestFilesOfOneIncidentAndOneReport(t *testing.T) {
	w := examples(t)
	seen := 0
	for _, list := range []string{"/?toll=1", "/reports"} {
		for _, path := range links(w.tree(list)) {
			file, query, _ := strings.Cut(path, "?")
			if query != "" || strings.Count(file, "/") != 2 || !strings.HasPrefix(file, "/incidents/") && !strings.HasPrefix(file, "/reports/") {
				continue
			}
			id := file[strings.LastIndex(file, "/")+1:]
			for _, l := range links(w.tree(path)) {
				r := w.get(l)
				switch {
				case strings.HasPrefix(l, root) && !strings.HasSuffix(l, "/history"):
					var got struct {
						ID   string
						Head struct{ ID string }
					}
					if err := json.Unmarshal(r.Body.Bytes(), &got); err != nil || got.ID+got.Head.ID != id {
						t.Errorf("%s: %v, %q", l, err, got.ID+got.Head.ID)
					}
					seen++
				case strings.HasPrefix(l, "/claims.csv?"):
					_, all := w.call("/claims?" + l[strings.Index(l, "?")+1:])
					if n := rowsIn(t, l, r); float64(n) != all["total"] {
						t.Errorf("%s has %d rows, the API %v", l, n, all["total"])
					}
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d records were seen", seen)
	}
}
