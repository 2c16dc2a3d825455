package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep/web"
)

const root = "/api/v1"

// call asks the API and gives the answer as JSON.
func (w *window) call(path string) (code int, answer map[string]any) {
	w.t.Helper()
	r := w.get(root + path)
	if err := json.Unmarshal(r.Body.Bytes(), &answer); err != nil {
		w.t.Fatalf("GET %s: %d %v\n%s", path, r.Code, err, r.Body)
	}
	return r.Code, answer
}

// send sends JSON to the API.
func (w *window) send(path string, body any, set ...func(*http.Request)) (code int, answer map[string]any) {
	w.t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		w.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, root+path, bytes.NewReader(b))
	r.Header.Set("Content-Type", "application/json")
	for _, do := range set {
		do(r)
	}
	out := w.do(r)
	if err := json.Unmarshal(out.Body.Bytes(), &answer); err != nil {
		w.t.Fatalf("POST %s: %d %v\n%s", path, out.Code, err, out.Body)
	}
	return out.Code, answer
}

// The API has the rows that the pages say that there are, by the same filters.
func TestTheAPIHasWhatThePagesShow(t *testing.T) {
	w := examples(t)
	for _, v := range views {
		for _, filter := range []string{"", "?country=SYR", "?q=hospital", "?from=2016&to=2016-12", "?place=Nowhere+at+all"} {
			all := totals(t, w.tree(v.path+filter))
			for i, set := range v.sets {
				if set == "truces" {
					continue
				}
				code, got := w.call("/" + set + filter)
				if code != http.StatusOK || got["total"] != float64(all[i]) {
					t.Errorf("/%s%s: %d, %v rows; the page says %d", set, filter, code, got["total"], all[i])
				}
			}
		}
	}
}

// Page by page comes what comes at once, and the link leads on.
func TestPagesOfTheAPI(t *testing.T) {
	w := examples(t)
	for _, list := range []string{"/incidents", "/claims", "/tolls", "/actors", "/sources", "/reports", "/demands", "/changes"} {
		query := "?limit=500"
		if list == "/changes" {
			query += "&since=2000-01-01"
		}
		_, whole := w.call(list + query)
		rows := whole["rows"].([]any)
		var paged []any
		for path := list + strings.Replace(query, "500", "7", 1); path != ""; {
			r := w.get(root + path)
			var got struct {
				Rows []any
				Next *string
			}
			if err := json.Unmarshal(r.Body.Bytes(), &got); err != nil || len(got.Rows) > 7 || len(got.Rows) == 0 {
				t.Fatalf("%s: %v, %d rows", path, err, len(got.Rows))
			}
			paged = append(paged, got.Rows...)
			link := r.Header().Get("Link")
			if (got.Next == nil) != (link == "") {
				t.Fatalf("%s: next %v, link %q", path, got.Next, link)
			}
			path = strings.TrimPrefix(between(link, "<", ">"), root)
		}
		if a, b := fmt.Sprint(rows), fmt.Sprint(paged); a != b || whole["total"] != float64(len(rows)) {
			t.Errorf("%s: %d rows at once, %d page by page", list, len(rows), len(paged))
		}
	}
}

// Every answer is what the description says.
func TestAnswersAreAsDescribed(t *testing.T) {
	w := open(t, web.Options{})
	path := filed(t, w)
	report := strings.TrimPrefix(path, "/reports/")
	_, list := w.call("/incidents")
	id := list["rows"].([]any)[0].(map[string]any)["id"].(string)
	described := schemas(t, w)
	for pattern, path := range map[string]string{
		"/incidents": "/incidents", "/talks": "/talks", "/ceasefires": "/ceasefires", "/claims": "/claims", "/tolls": "/tolls", "/demands": "/demands", "/actors": "/actors", "/sources": "/sources",
		"/reports": "/reports", "/facets": "/facets", "/incidents/{id}": "/incidents/" + id, "/incidents/{id}/history": "/incidents/" + id + "/history", "/incidents/{id}/why": "/incidents/" + id + "/why",
		"/changes": "/changes?since=2000-01-01", "/brief": "/brief", "/reports/{id}": "/reports/" + report, "/corrections": "/corrections", "/questions": "/questions?incident=" + id,
	} {
		code, answer := w.call(path)
		if code != http.StatusOK {
			t.Errorf("%s: %d %v", path, code, answer)
			continue
		}
		if err := described(pattern).Validate(answer); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// schemas gives the schema of the answer of a call, from the description.
func schemas(t *testing.T, w *window) func(pattern string) *jsonschema.Schema {
	doc, err := jsonschema.UnmarshalJSON(w.get("/openapi.json").Body)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("openapi.json", doc); err != nil {
		t.Fatal(err)
	}
	return func(pattern string) *jsonschema.Schema {
		at := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(root + pattern)
		s, err := c.Compile("openapi.json#/paths/" + at + "/get/responses/200/content/application~1json/schema")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

// What is not understood is refused, and the answer says what to do.
func TestProblemsSayWhatToDo(t *testing.T) {
	w := examples(t)
	for path, c := range map[string]struct {
		code int
		want string
	}{
		"/incidents?from=yesterday":            {400, "YYYY-MM-DD"},
		"/incidents?kind=metaphor":             {400, "battle, shelling"},
		"/incidents?contry=SYR":                {400, "country"},
		"/incidents?limit=9999":                {400, "1 to 500"},
		"/incidents?after=nonsense":            {400, "begin again"},
		"/incidents/zzzz":                      {404, "redacted"},
		"/incidents/zzzz/why":                  {404, "redacted"},
		"/reports/zzzz":                        {404, "redacted"},
		"/reports/zzzz?version=-1":             {400, "1 to"},
		"/changes":                             {400, "24h"},
		"/changes?since=24h&until=2000-01-01":  {400, "after since"},
		"/changes?since=2000-01-01&after=x":    {400, "page before"},
		"/brief?from=2020-02-01&to=2020-01-01": {400, "before the first"},
		"/claims?near=1,2":                     {400, "latitude"},
		"/nowhere":                             {404, ""},
	} {
		r := w.get(root + path)
		var p struct {
			Status        int
			Title, Detail string
			Errors        []struct{ Message, Location string }
		}
		if err := json.Unmarshal(r.Body.Bytes(), &p); err != nil || r.Code != c.code || p.Status != c.code || p.Title == "" || !strings.Contains(p.Detail, c.want) || r.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("GET %s: %d %s %+v, %v", path, r.Code, r.Header().Get("Content-Type"), p, err)
		}
	}
	if code, p := w.call("/incidents?kind=metaphor&from=x"); code != 400 || len(p["errors"].([]any)) != 2 {
		t.Errorf("of two faults %v are told", p)
	}
}

func TestWhatIsAsItWasIsNotSentAgain(t *testing.T) {
	w := examples(t)
	first := w.get(root + "/claims?limit=3")
	tag := first.Header().Get("ETag")
	for given, want := range map[string]int{tag: 304, `"x", ` + tag: 304, strings.TrimPrefix(tag, "W/"): 304, `"x"`: 200, "": 200} {
		r := httptest.NewRequest(http.MethodGet, root+"/claims?limit=3", nil)
		r.Header.Set("If-None-Match", given)
		if got := w.do(r); got.Code != want || want == 304 && got.Body.Len() > 0 {
			t.Errorf("If-None-Match %q: %d with %d bytes", given, got.Code, got.Body.Len())
		}
	}
	if other := w.get(root + "/claims?limit=4").Header().Get("ETag"); tag == "" || other == tag {
		t.Error("other rows have the same tag")
	}
}

// What a person does by the pages a program does by the API, by the same rules.
func TestFilingCorrectingAndJudgingByTheAPI(t *testing.T) {
	w := open(t, web.Options{})
	given := map[string]any{"text": told, "published": "2016-04-12", "outlet": "Dorel Radio", "title": "Town shelled"}
	code, read := w.send("/read", given)
	if code != http.StatusOK || read["record"].(map[string]any)["schema"] != "sitrep/1" {
		t.Fatalf("%d %v", code, read)
	}
	if _, all := w.call("/reports"); all["total"] != 0.0 {
		t.Error("what was only read is filed")
	}
	code, done := w.send("/reports", given)
	if code != http.StatusCreated {
		t.Fatalf("%d %v", code, done)
	}
	id := done["id"].(string)
	_, report := w.call("/reports/" + url.PathEscape(id))
	record := report["record"].(map[string]any)
	event := record["events"].([]any)[0].(map[string]any)
	trigger := event["trigger"].(map[string]any)
	correction := map[string]any{"report": id, "sha256": report["head"].(map[string]any)["sha256"], "start": trigger["start"], "end": trigger["end"], "op": "reject", "reason": "an exercise"}
	code, made := w.send("/corrections", correction)
	if code != http.StatusCreated {
		t.Fatalf("%d %v", code, made)
	}
	_, said := w.call("/corrections")
	if rows := said["rows"].([]any); len(rows) != 1 || rows[0].(map[string]any)["by"] != "tester" || rows[0].(map[string]any)["reason"] != "an exercise" || said["total"] != 1.0 {
		t.Errorf("what was said is %v", said)
	}
	if code, undone := w.send("/answers", map[string]any{"undo": made["id"]}); code != http.StatusCreated {
		t.Errorf("%d %v", code, undone)
	}
	_, all := w.call("/incidents")
	incident := all["rows"].([]any)[0].(map[string]any)["id"].(string)
	_, asked := w.call("/questions?incident=" + incident)
	question := asked["rows"].([]any)[0].(map[string]any)
	if code, answer := w.send("/answers", map[string]any{"key": question["key"], "answer": "accept"}); code != http.StatusCreated {
		t.Errorf("%d %v", code, answer)
	}
	if code, grade := w.send("/incidents/"+incident+"/grade", map[string]any{"grade": "confirmed", "reason": "two sources by telephone"}); code != http.StatusCreated {
		t.Errorf("%d %v", code, grade)
	}
	for name, c := range map[string]struct {
		path   string
		body   map[string]any
		status int
	}{
		"no text":                     {"/reports", map[string]any{}, 422},
		"blanks":                      {"/reports", map[string]any{"text": "  "}, 400},
		"a date that is none":         {"/reports", map[string]any{"text": told, "published": "soon"}, 400},
		"another scheme":              {"/read", map[string]any{"text": told, "url": "javascript:alert(1)"}, 400},
		"a field that is none":        {"/reports", map[string]any{"text": told, "author": "x"}, 422},
		"an old text":                 {"/corrections", with(correction, "sha256", "0"), 400},
		"words beyond the text":       {"/corrections", with(correction, "end", 1<<20), 400},
		"an op that is none":          {"/corrections", with(correction, "op", "explode"), 422},
		"a report that is not there":  {"/corrections", with(correction, "report", "zz"), 404},
		"a question that is none":     {"/answers", map[string]any{"key": "x", "answer": "accept"}, 400},
		"an undoing of nothing":       {"/answers", map[string]any{"undo": "x"}, 400},
		"a grade without a reason":    {"/incidents/" + incident + "/grade", map[string]any{"grade": "confirmed"}, 422},
		"an incident that is not one": {"/incidents/zz/grade", map[string]any{"grade": "confirmed", "reason": "x"}, 404},
	} {
		if code, p := w.send(c.path, c.body); code != c.status || p["title"] == "" {
			t.Errorf("%s: %d %v", name, code, p)
		}
	}
}

func with(m map[string]any, name string, value any) map[string]any {
	out := map[string]any{name: value}
	for k, v := range m {
		if k != name {
			out[k] = v
		}
	}
	return out
}

func TestTheAPIGoesByRoles(t *testing.T) {
	g := openGuarded(t, web.Options{})
	token := func(token string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) }
	}
	given := map[string]any{"text": told, "published": "2016-04-12"}
	for name, c := range map[string]struct {
		path  string
		token string
		want  int
	}{"nobody files": {"/reports", "", 401}, "nobody reads": {"/read", "", 401}, "a reader reads": {"/read", g.readerToken, 200}, "a reader files": {"/reports", g.readerToken, 403}, "an editor files": {"/reports", g.editorToken, 201}} {
		if code, p := g.send(c.path, given, token(c.token)); code != c.want {
			t.Errorf("%s: %d %v", name, code, p)
		}
	}
	var audit bytes.Buffer
	if err := g.desk.Book.Audit(t.Context(), &audit); err != nil || !strings.Contains(audit.String(), `"by":"filer"`) {
		t.Errorf("the audit trail does not name the program: %v\n%s", err, &audit)
	}
	if code, p := g.send("/corrections", map[string]any{}, token(g.editorToken), func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }); code != http.StatusForbidden {
		t.Errorf("a page of another site changes something by the API: %d %v", code, p)
	}
}

// Private persons stand by description in every answer, and their names are blotted out in the text; offsets hold.
func TestTheAPIWithholdsNames(t *testing.T) {
	for _, names := range []bool{false, true} {
		w := open(t, web.Options{Names: names})
		text := "Shells hit the town of Stepanakert on Saturday and killed five people.\n\n\"I lost my house,\" said Mara Velinova, a 34-year-old teacher.\n\nGunmen abducted Lena Orlu, a baker, in Stepanakert on Saturday, residents said."
		_, done := w.send("/reports", map[string]any{"text": text, "published": "2016-04-12"})
		report := w.get(root + "/reports/" + done["id"].(string)).Body.String()
		all := report
		for _, path := range []string{"/incidents", "/claims", "/tolls", "/actors", "/sources", "/reports", "/facets", "/demands", "/changes?since=2000-01-01", "/brief", "/questions", "/corrections"} {
			all += w.get(root + path).Body.String()
		}
		if got := strings.Contains(all, "Velinova") || strings.Contains(all, "Orlu"); got != names {
			t.Errorf("names %v: a private person stands by name: %v", names, got)
		}
		var r struct {
			Record struct {
				Report struct{ Text string }
				Claims []struct{ Mentions []struct{ Start, End int } }
			}
		}
		if err := json.Unmarshal([]byte(report), &r); err != nil || len(r.Record.Claims) == 0 {
			t.Fatal(err, report)
		}
		m := r.Record.Claims[0].Mentions[0]
		if words := string([]rune(r.Record.Report.Text)[m.Start:m.End]); !strings.Contains(words, "lost my house") {
			t.Errorf("the first claim stands at %q", words)
		}
	}
}

// needs are the fields without which a call that is sent something does nothing.
func needs(t *testing.T, address string) []string {
	t.Helper()
	for end, fields := range map[string]string{"/read": "text", "/reports": "text", "/corrections": "report sha256 start end op what value", "/answers": "key answer fix", "/grade": "grade reason"} {
		if strings.HasSuffix(address, end) {
			return strings.Fields(fields)
		}
	}
	t.Errorf("nobody knows what %s needs", address)
	return nil
}

// The page of the API has every call, loads nothing from elsewhere, and its calls can be copied.
func TestThePageOfTheAPI(t *testing.T) {
	w := examples(t)
	page := w.get("/api").Body.String()
	var d struct {
		Paths map[string]map[string]struct{ OperationID string }
	}
	if err := json.Unmarshal(w.get("/openapi.json").Body.Bytes(), &d); err != nil || len(d.Paths) < 15 {
		t.Fatal(err, len(d.Paths))
	}
	for path, ops := range d.Paths {
		for _, op := range ops {
			if !strings.Contains(page, `id="`+op.OperationID+`"`) || !strings.Contains(page, path) {
				t.Errorf("the page lacks %s", path)
			}
		}
	}
	for _, word := range []string{"https://", "cdn", "unpkg", "//fonts"} {
		if strings.Contains(page, word) {
			t.Errorf("the page speaks of %s", word)
		}
	}
	tried := 0
	for _, part := range strings.Split(page, "<pre ")[1:] {
		curl := strings.NewReplacer("&#39;", "'", "&amp;", "&", "&#43;", "+", "&#34;", `"`).Replace(between(part, "<code>", "</code>"))
		address := strings.TrimSuffix(curl[strings.LastIndex(curl[:len(curl)-1], "'")+1:], "'")
		if _, body, sent := strings.Cut(curl, " -d '"); sent {
			body, _, _ = strings.Cut(body, "' '")
			var given map[string]any
			if err := json.Unmarshal([]byte(body), &given); err != nil {
				t.Errorf("%s: %v", curl, err)
			}
			for _, needed := range needs(t, address) {
				if _, ok := given[needed]; !ok {
					t.Errorf("%s lacks %s", curl, needed)
				}
			}
			continue
		}
		if strings.Contains(address, "/ID") {
			continue
		}
		tried++
		if r := w.get(strings.TrimPrefix(address, "http://localhost:7350")); r.Code != http.StatusOK {
			t.Errorf("%s: %d %s", curl, r.Code, r.Body)
		}
	}
	if tried < 12 {
		t.Errorf("only %d calls of the page were tried", tried)
	}
}
