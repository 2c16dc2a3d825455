package web_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/web"
)

const told = `Shells hit the town of Stepanakert on Saturday and killed five people, the mayor said.

The shelling began at night. Talks between the two sides are to be held in Geneva next week.`

func TestPasteReadsWithoutFiling(t *testing.T) {
	w := open(t, web.Options{})
	r := w.post("/read", map[string]string{"text": told, "published": "2016-04-12", "outlet": "Dorel Radio"})
	if page := r.Body.String(); r.Code != http.StatusOK || !strings.Contains(page, "Read, not filed") || !strings.Contains(page, "killed five people") {
		t.Errorf("%d %s", r.Code, page)
	}
	if page := w.get("/reports").Body.String(); !strings.Contains(page, "No report fits") {
		t.Error("what was only read is filed")
	}
	for name, form := range map[string]map[string]string{
		"nothing": {}, "a date that is none": {"text": told, "published": "soon"},
	} {
		if r := w.post("/read", form); r.Code != http.StatusOK || !strings.Contains(r.Body.String(), `role="alert"`) {
			t.Errorf("%s: %d, and no word about it", name, r.Code)
		}
	}
}

// filed files a report through the window and gives the address of its page.
func filed(t *testing.T, w *window) string {
	t.Helper()
	r := w.post("/read", map[string]string{"text": told, "published": "2016-04-12", "outlet": "Dorel Radio", "title": "Town shelled", "file": "1"})
	if r.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Code, r.Body)
	}
	return r.Header().Get("Location")
}

// events are the kinds of the events on a report's page.
func events(w *window, path string) []string {
	var out []string
	each(w.tree(path), func(e *html.Node) {
		if attr(e, "data-correct") != "" {
			out = append(out, attr(e, "data-start")+" "+attr(e, "data-end"))
		}
	})
	return out
}

func TestCorrectingAReport(t *testing.T) {
	w := open(t, web.Options{})
	path := filed(t, w)
	before := events(w, path)
	if len(before) == 0 {
		t.Fatal("no events were found")
	}
	sha := ""
	each(w.tree(path), func(e *html.Node) {
		if attr(e, "data-sha") != "" {
			sha = attr(e, "data-sha")
		}
	})
	start, end, _ := strings.Cut(before[0], " ")
	form := map[string]string{"report": strings.TrimPrefix(path, "/reports/"), "sha": sha, "start": start, "end": end, "unit": "byte", "op": "reject", "reason": "an exercise"}
	if r := w.post("/correct", form); r.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Code, r.Body)
	}
	if after := events(w, path); len(after) != len(before)-1 {
		t.Errorf("%d events after one of %d was rejected", len(after), len(before))
	}
	review := w.get("/review").Body.String()
	if !strings.Contains(review, "an exercise") || !strings.Contains(review, `name="undo"`) {
		t.Fatal("the review does not tell of it")
	}
	_, id, _ := strings.Cut(review, `name="undo" value="`)
	id, _, _ = strings.Cut(id, `"`)
	if r := w.post("/review", map[string]string{"undo": id}); r.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Code, r.Body)
	}
	if after := events(w, path); len(after) != len(before) {
		t.Errorf("%d of %d events after the undoing", len(after), len(before))
	}
	if page := w.get(path).Body.String(); !strings.Contains(page, "an exercise") || !strings.Contains(page, "undid a judgement") {
		t.Error("the page of the report does not tell what people said of it")
	}
	for name, change := range map[string]map[string]string{
		"an old text": {"sha": "0"}, "words beyond the text": {"end": strconv.Itoa(1 << 20)}, "an op that is none": {"op": "explode"}, "no number": {"start": "x"}, "a field that is none": {"op": "set", "field": "report.id"},
	} {
		wrong := map[string]string{}
		for k, v := range form {
			wrong[k] = v
		}
		for k, v := range change {
			wrong[k] = v
		}
		if r := w.post("/correct", wrong); r.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", name, r.Code)
		}
	}
}

// TestCorrectingAnEventWithoutScript goes from the record of a report to the page that asks about one event, sets its place there, and comes back; there it is undone. It is asked again although
// somebody has judged it.
func TestCorrectingAnEventWithoutScript(t *testing.T) {
	w := open(t, web.Options{})
	path := filed(t, w)
	link := func() (href string) {
		each(w.tree(path), func(e *html.Node) {
			if e.Data == "a" && attr(e, "data-correct") != "" && href == "" {
				href = attr(e, "href")
			}
		})
		return href
	}
	for _, place := range []string{"Astel", "Marnau"} {
		page := w.get(link()).Body.String()
		_, key, _ := strings.Cut(page, `name="key" value="`)
		key, _, _ = strings.Cut(key, `"`)
		if !strings.Contains(page, `name="back" value="`+path+`"`) || !strings.Contains(page, `<option value="place">`) || key == "" {
			t.Fatal("it is not asked: ", page)
		}
		if n := strings.Count(between(page, `name="kind-value"`, "</select>"), " selected>"); n != 1 {
			t.Errorf("%d kinds stand in the form: who sets it without a choice sets what is there", n)
		}
		r := w.post("/review", map[string]string{"key": html.UnescapeString(key), "back": path, "answer": "fix", "field": "place", "place-value": place})
		if r.Code != http.StatusSeeOther || r.Header().Get("Location") != path {
			t.Fatalf("%d to %s: %s", r.Code, r.Header().Get("Location"), r.Body)
		}
		if page := w.get(path).Body.String(); !strings.Contains(page, "set the places to "+place) || !strings.Contains(page, `<input type="hidden" name="back" value="`+path+`"><button class="small" name="undo"`) {
			t.Error("it does not stand with the report: ", place)
		}
	}
	if r := w.get("/review?of=" + strings.TrimPrefix(path, "/reports/") + "&event=none"); r.Code != http.StatusOK || !strings.Contains(r.Body.String(), "no such event any more") {
		t.Errorf("an event that is none: %d", r.Code)
	}
}

func TestNamesAreWithheldUnlessAskedFor(t *testing.T) {
	dir := t.TempDir()
	told := "Shells hit the town of Stepanakert on Saturday and killed five people.\n\n\"I lost my house,\" said Mara Velinova, a 34-year-old teacher. Velinova fled with her son, Tomo Velinova, 7.\n\nGunmen abducted Lena Velinova, a baker, in Stepanakert on Saturday, residents said.\n"
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("A town is shelled\n\nDOREL, April 12, 2016 – "+told), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, names := range []bool{false, true} {
		w := open(t, web.Options{Names: names}, dir)
		shown := 0
		crawl(t, w, 60, func(path string, n *html.Node) {
			if words := text(n); strings.Contains(words, "Velinova") || strings.Contains(words, "Tomo") {
				shown++
				if !names {
					t.Errorf("%s names a private person", path)
				}
			}
		})
		if names && shown == 0 {
			t.Error("--names shows no names")
		}
	}
}

func text2(n *html.Node) string { return text(n) }

func TestWhatIsNewSinceTheLastVisit(t *testing.T) {
	w := examples(t)
	first := w.get("/")
	if strings.Contains(first.Body.String(), "since your last visit") {
		t.Error("a first visit has a last one")
	}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.AddCookie(&http.Cookie{Name: "sitrep-visit", Value: "0." + strconv.FormatInt(now.AddDate(0, 0, -3).Unix(), 10)})
	if page := w.do(r).Body.String(); !strings.Contains(page, "new or changed since your last visit, 30 Dec 2025") {
		t.Error("what was filed since the last visit is not told of")
	}
}
