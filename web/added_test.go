package web_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/web"
)

const foreign = "El martes por la noche cayeron proyectiles sobre el pueblo de Dorel. Murieron 12 vecinos, según el alcalde, que acusó al ejército del norte. Las clases siguen suspendidas."

// A report of a language that is not read yet has an empty record; people fill it by the words.
func TestAddingToAReportOfAnUnreadLanguage(t *testing.T) {
	w := open(t, web.Options{})
	r := w.post("/read", map[string]string{"text": foreign, "published": "2016-04-13", "outlet": "Radio Dorel", "title": "Proyectiles sobre Dorel", "file": "1"})
	if r.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Code, r.Body)
	}
	path, sha := r.Header().Get("Location"), ""
	each(w.tree(path), func(e *html.Node) {
		if attr(e, "data-sha") != "" {
			sha = attr(e, "data-sha")
		}
	})
	if page := text(w.tree(path)); !strings.Contains(page, "language: es") || strings.Contains(page, "Dorel shelling") {
		t.Errorf("the page does not say that the language is not read: %s", page)
	}
	add := func(words string, more map[string]string) {
		t.Helper()
		start := len([]rune(foreign[:strings.Index(foreign, words)])) // no sign of it takes two UTF-16 units
		form := map[string]string{"report": strings.TrimPrefix(path, "/reports/"), "sha": sha, "start": strconv.Itoa(start), "end": strconv.Itoa(start + len([]rune(words))), "unit": "utf16", "op": "add"}
		for k, v := range more {
			form[k] = v
		}
		if r := w.post("/correct", form); r.Code != http.StatusSeeOther {
			t.Fatalf("%v: %d %s", more, r.Code, r.Body)
		}
	}
	add("cayeron proyectiles sobre el pueblo de Dorel", map[string]string{"what": "event", "event-value": "shelling", "from": "2016-04-12", "to": "2016-04-12", "place": "Dorel"})
	add("Murieron 12 vecinos", map[string]string{"what": "toll", "toll-value": "12", "harm": "killed", "qualifier": "exact", "who": "vecinos"})
	add("acusó al ejército del norte", map[string]string{"what": "claim", "claim-value": "el alcalde", "stance": "accuse"})
	page := text(w.tree(path))
	for _, want := range []string{"shelling: cayeron proyectiles", "12 Apr 2016", "killed 12", "el alcalde accuse"} {
		if !strings.Contains(page, want) {
			t.Errorf("the record does not hold %q: %s", want, page)
		}
	}
	if list := text(w.tree("/?kind=shelling")); !strings.Contains(list, "1 incident") || !strings.Contains(list, "killed 12") {
		t.Errorf("the situation does not hold what was added: %s", list)
	}
}

// Copies of one wire say so on their pages.
func TestACopyNamesTheOthers(t *testing.T) {
	w := open(t, web.Options{})
	var pages []string
	for _, outlet := range []string{"Dorel Radio", "Velin Post"} {
		text := first + "\n\n" + strings.Repeat("The mayor called on both sides to let the wounded out of the town before winter comes. ", 3) + outlet
		r := w.post("/read", map[string]string{"text": text, "published": "2016-04-10", "outlet": outlet, "title": "Town shelled", "file": "1"})
		if r.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", r.Code, r.Body)
		}
		pages = append(pages, r.Header().Get("Location"))
	}
	for _, p := range pages {
		if page := text(w.tree(p)); !strings.Contains(page, "One text in 2 reports") {
			t.Errorf("%s does not name the other: %s", p, page)
		}
	}
}
