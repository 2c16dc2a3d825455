package web_test

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/web"
)

// The same strike in three reports: a figure that rises, and a copy of the first.
const (
	first = "Shells hit the town of Stepanakert on 9 April 2016 and killed five people, the mayor said.\n\nThe shelling began at night and went on for three hours."
	later = "The shelling of Stepanakert on 9 April 2016 killed nine people, the health ministry of the region said on Monday.\n\nThe mayor had spoken of five."
)

// struck is a window on a casebook of the strike, with the address of its incident.
func struck(t *testing.T) (*window, string) {
	t.Helper()
	w := open(t, web.Options{})
	for _, r := range []map[string]string{
		{"text": first, "published": "2016-04-10", "outlet": "Dorel Radio", "title": "Town shelled"},
		{"text": later, "published": "2016-04-12", "outlet": "Velin Post", "title": "Toll of shelling rises"},
	} {
		r["file"] = "1"
		if out := w.post("/read", r); out.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", out.Code, out.Body)
		}
	}
	for _, l := range links(w.tree("/?kind=shelling")) {
		if strings.HasPrefix(l, "/incidents/i") && strings.Count(text(w.tree(l)), "Velin Post")*strings.Count(text(w.tree(l)), "Dorel Radio") > 0 {
			return w, l
		}
	}
	t.Fatal("the two reports are not one incident")
	return nil, ""
}

// count counts the elements of a page that are wanted.
func count(n *html.Node, wanted func(*html.Node) bool) int {
	found := 0
	each(n, func(e *html.Node) {
		if wanted(e) {
			found++
		}
	})
	return found
}

func ofClass(class string) func(*html.Node) bool {
	return func(n *html.Node) bool { return has(n, class) }
}

func TestAnIncidentShowsHowItsTollMoved(t *testing.T) {
	w, path := struck(t)
	page := w.tree(path)
	if charts, dots := count(page, ofClass("chart")), count(page, ofClass("fig")); charts != 1 || dots < 2 {
		t.Errorf("%d charts with %d figures", charts, dots)
	}
	for what, class := range map[string]string{"its time": "when-axis", "passages": "passage", "its map": "map-picture", "the figures in its head": "figures-head"} {
		if count(page, ofClass(class)) == 0 {
			t.Errorf("%s are not shown", what)
		}
	}
}

func TestAnIncidentLaysItsOriginsSideBySide(t *testing.T) {
	w, path := struck(t)
	columns := 0
	each(w.tree(path), func(e *html.Node) {
		if e.Data == "th" && attr(e, "scope") == "col" {
			columns++
		}
	})
	if columns < 2 {
		t.Errorf("%d columns", columns)
	}
}

func TestGradingAnIncident(t *testing.T) {
	w, path := struck(t)
	if r := w.post(path, map[string]string{"grade": "confirmed", "reason": "seen on site"}); r.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Code, r.Body)
	}
	page := text(w.tree(path))
	if !strings.Contains(page, "confirmed by tester") || !strings.Contains(page, "seen on site") {
		t.Error("the grade is not shown with who gave it and why")
	}
	undo := ""
	each(w.tree(path), func(e *html.Node) {
		if attr(e, "name") == "undo" {
			undo = attr(e, "value")
		}
	})
	r := w.post("/review", map[string]string{"undo": undo, "back": path})
	if r.Code != http.StatusSeeOther || r.Header().Get("Location") != path {
		t.Fatalf("%d to %s", r.Code, r.Header().Get("Location"))
	}
	if page := text(w.tree(path)); strings.Contains(page, "confirmed by tester") || !strings.Contains(page, "undone") {
		t.Error("the grade stands still, or its undoing is not told")
	}
}

func TestAReportIsSetApart(t *testing.T) {
	w, path := struck(t)
	report := ""
	each(w.tree(path), func(e *html.Node) {
		if attr(e, "name") == "apart" {
			report = attr(e, "value")
		}
	})
	if r := w.post(path, map[string]string{"apart": report}); r.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Code, r.Body)
	}
	if got := count(w.tree(path), func(e *html.Node) bool { return attr(e, "name") == "apart" }); got != 0 {
		t.Error("the two are still one incident")
	}
}

func TestJudgementsOfAnIncidentThatAreNone(t *testing.T) {
	w, path := struck(t)
	for name, form := range map[string]map[string]string{
		"a grade of the machine": {"grade": "contested"}, "nothing": {}, "a report of another incident": {"apart": "none"},
	} {
		if r := w.post(path, form); r.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", name, r.Code)
		}
	}
	if r := w.post("/incidents/none", map[string]string{"grade": "confirmed"}); r.Code != http.StatusNotFound {
		t.Errorf("an incident that is not there: %d", r.Code)
	}
	for _, back := range []string{"https://elsewhere.example/incidents/x", "//elsewhere.example/incidents/", "/incidents//elsewhere.example", "javascript:alert(1)", "\\\\elsewhere.example"} {
		r := w.post("/review", map[string]string{"undo": undoable(t, w, path), "back": back})
		if to := r.Header().Get("Location"); r.Code == http.StatusSeeOther && to != "/review" {
			t.Errorf("%s leads to %s", back, to)
		}
	}
}

// undoable grades an incident and gives the id of the judgement.
func undoable(t *testing.T, w *window, path string) string {
	t.Helper()
	w.post(path, map[string]string{"grade": "discounted", "reason": "a drill"})
	all, err := w.desk.Book.Corrections(t.Context(), "")
	if err != nil || len(all) == 0 {
		t.Fatal("no judgement was kept: ", err)
	}
	return all[len(all)-1].ID
}
