package web_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"sitrep/web"
)

// shots is the folder of the pictures that the tests take; git passes it over.
const shots = "testdata/shots"

// browser is a tab of a real browser on a window, which fails the test on whatever the console complains of and on any request to another host.
type browser struct {
	t    *testing.T
	ctx  context.Context
	base string
	*heard
}

// heard is what a browser has complained of. The steps of a test share it.
type heard struct {
	mu     sync.Mutex
	faults []string
}

// chromium is the browser of this machine. Without one the test is passed over, unless SITREP_BROWSER says that it must be there.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("SITREP_BROWSER") == "required" {
		t.Fatal("no Chromium on this machine: apt-get install chromium")
	}
	t.Skip("no Chromium on this machine")
	return ""
}

func openBrowser(t *testing.T, w *window) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("drives a browser")
	}
	path := chromium(t)
	server := httptest.NewServer(w.web)
	t.Cleanup(server.Close)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun)
	t.Cleanup(stop)
	ctx, stopTab := chromedp.NewContext(ctx)
	t.Cleanup(stopTab)
	ctx, stopTime := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stopTime)
	b := &browser{t: t, ctx: ctx, base: strings.Replace(server.URL, "127.0.0.1", "localhost", 1), heard: &heard{}}
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal("start the browser: ", err)
	}
	b.watch()
	if err := os.MkdirAll(shots, 0o755); err != nil {
		t.Fatal(err)
	}
	return b
}

// watch listens for what must not be.
func (b *browser) watch() {
	own, _ := url.Parse(b.base)
	requests := chromedp.Events(b.ctx, network.RequestWillBeSent)
	messages := chromedp.Console(b.ctx)
	go func() {
		for e, err := range requests {
			if err != nil {
				return
			}
			if u, err := url.Parse(e.Request.URL); err == nil && u.Host != own.Host && u.Scheme != "data" && u.Scheme != "about" {
				b.fault("a request to " + e.Request.URL)
			}
		}
	}()
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.IsException() || m.Type == "error" || m.Type == "warning" {
				b.fault("console: " + m.String())
			}
		}
	}()
}

func (b *browser) fault(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = append(b.faults, what)
}

// forget passes over what has been heard.
func (b *browser) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = nil
}

// check fails the test for what has been heard since the last check.
func (b *browser) check(where string) {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		b.t.Errorf("%s: %s", where, f)
	}
	b.faults = nil
}

func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// size makes the window so large, and its colours light or dark.
func (b *browser) size(width, height int64, scheme string) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(width, height), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return err
	}))
}

func (b *browser) open(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.base + path))
}

// eval runs a script in the page.
func eval[T any](b *browser, script string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.t.Fatalf("%s: %v", script, err)
	}
	return v
}

// wait waits until a script says true.
func (b *browser) wait(what, script string) {
	b.t.Helper()
	script = `document.readyState === "complete" && (` + script + `)`
	for range 100 {
		switch done, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](script)); {
		case err != nil && strings.Contains(err.Error(), "navigated or closed"): // the page that was asked has just gone
		case err != nil:
			b.t.Fatalf("%s: %v", script, err)
		case done:
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	b.t.Fatalf("waited in vain: %s", what)
}

func (b *browser) shot(name string) {
	b.t.Helper()
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(shots, name+".png"), png, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

const drawn = `!document.getElementById("map") || document.getElementById("map").classList.contains("drawn") || document.getElementById("map").classList.contains("small")`

// Every view, in light and dark, large and small: nothing on the console, no request to another host, nothing that keeps somebody out; a picture of each is kept.
func TestEveryViewInABrowser(t *testing.T) {
	b := openBrowser(t, examples(t))
	script, err := os.ReadFile("testdata/a11y.js")
	if err != nil {
		t.Fatal(err)
	}
	views := map[string]string{"situation": "/", "truces": "/truces", "claims": "/claims", "actors": "/actors", "sources": "/sources", "reports": "/reports", "brief": "/brief?from=2016-02-20&to=2016-04-30", "review": "/review", "paste": "/read", "api": "/api", "nothing": "/?q=zzzz", "missing": "/incidents/none"}
	for _, l := range links(b.tree("/?toll=1&order=toll")) {
		if strings.HasPrefix(l, "/incidents/") && !strings.Contains(l, ".") && views["incident"] == "" {
			views["incident"], views["why"] = l, l+"/why"
		}
	}
	for _, l := range links(b.tree("/reports")) {
		if strings.HasPrefix(l, "/reports/") && views["report"] == "" {
			views["report"] = l
		}
	}
	for _, look := range []struct {
		name          string
		width, height int64
		scheme        string
	}{{"1440-light", 1440, 900, "light"}, {"1440-dark", 1440, 900, "dark"}, {"360-light", 360, 740, "light"}, {"360-dark", 360, 740, "dark"}} {
		b.size(look.width, look.height, look.scheme)
		for name, path := range views {
			b.open(path)
			b.wait("the map of "+path, drawn)
			for _, fault := range eval[[]string](b, string(script)) {
				t.Errorf("%s, %s: %s", name, look.name, fault)
			}
			if name == "situation" {
				time.Sleep(500 * time.Millisecond) // for the towns of the picture
			}
			b.shot(name + "-" + look.name)
			if name == "missing" { // the console tells of a page that is not there
				b.forget()
			}
			b.check(name + ", " + look.name)
		}
	}
}

// tree is a page as the tests without a browser see it.
func (b *browser) tree(path string) *html.Node { return examples(b.t).tree(path) }

func TestJourneysInABrowser(t *testing.T) {
	w := open(t, web.Options{Title: "Journeys"}, "../examples")
	b := openBrowser(t, w)
	b.size(1440, 900, "light")
	for _, journey := range []struct {
		name string
		go_  func(*browser)
	}{
		{"a facet", facet}, {"all views on a tablet", tablet}, {"the timeline's brush", brush}, {"the map is dragged", drag}, {"from a figure to its words", words}, {"layers", layers}, {"keys", keys}, {"dark and light", theme}, {"the marks of the map by keyboard", marksByKey}, {"a row lights its line", lightRow}, {"paste", paste}, {"add a figure by words", addFigure}, {"add by words", addByWords}, {"grade and undo", gradeAndUndo}, {"correct", correct}, {"set a field", setField}, {"words that tell no event", noEvent}, {"drop", drop}, {"fix in the review", fixInReview}, {"review", review},
	} {
		t.Run(journey.name, func(t *testing.T) {
			step := &browser{t: t, ctx: b.ctx, base: b.base, heard: b.heard}
			journey.go_(step)
			b.check(journey.name)
		})
	}
}

func facet(b *browser) {
	b.open("/")
	before := eval[string](b, `document.querySelector(".list-head b").textContent`)
	b.do(chromedp.Click(`.facet li:first-child a`))
	b.wait("the list of one kind", `location.search.includes("kind=") && document.querySelector(".facet a[aria-current]") !== null`)
	if after := eval[string](b, `document.querySelector(".list-head b").textContent`); after == before {
		b.t.Errorf("%s incidents before and after", after)
	}
	b.do(chromedp.Click(`.chips a`))
	b.wait("the filter taken away", `!location.search.includes("kind=")`)
}

// tablet looks whether the whole menu can be seen: nothing says that there is more of it.
func tablet(b *browser) {
	b.size(900, 1200, "light")
	b.open("/")
	if over := eval[int](b, `document.querySelector(".menu").scrollWidth - document.querySelector(".menu").clientWidth`); over > 0 {
		b.t.Errorf("%d pixels of the menu are hidden", over)
	}
	b.size(1440, 900, "light")
}

func brush(b *browser) {
	b.open("/")
	box := eval[[]float64](b, `(() => { const r = document.querySelector(".timeline svg").getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; })()`)
	b.do(chromedp.DragAndDropXY(box[0]+box[2]*0.3, box[1]+20, box[0]+box[2]*0.7, box[1]+20, 8))
	b.wait("the time chosen", `location.search.includes("from=") && location.search.includes("to=")`)
	b.wait("the list of that time", `document.querySelector(".chips") !== null`)
	b.wait("the time in the timeline", `(() => { const r = document.querySelector(".timeline .chosen")?.getBoundingClientRect(), s = document.querySelector(".timeline svg").getBoundingClientRect(); return r && r.width > s.width / 5 && r.width < s.width * 0.9; })()`)
}

func drag(b *browser) {
	b.open("/")
	b.wait("the map", drawn)
	before := eval[string](b, `document.querySelector(".list-head b").textContent`)
	b.do(chromedp.DragAndDropXY(600, 300, 250, 300, 10))
	b.wait("the part of the map in the address", `location.search.includes("box=")`)
	b.wait("the list of that part", `document.querySelector(".list-head b").textContent !== "`+before+`"`)
	b.open(eval[string](b, `location.pathname + location.search`)) // the state can be passed on
	b.wait("the map again", drawn)
}

func words(b *browser) {
	b.open("/?toll=1&order=toll")
	eval[bool](b, `(document.querySelector(".row-link").click(), true)`)
	b.wait("the incident", `document.querySelector(".figures tbody tr") !== null`)
	words := eval[string](b, `document.querySelector(".figures tbody q").textContent`)
	eval[bool](b, `(document.querySelector(".figures tbody q").closest("a").click(), true)`) // a link of several lines has no middle to click at
	b.wait("the report", `document.getElementById("text") !== null && location.hash.length > 1`)
	text := eval[string](b, `document.getElementById("text").textContent`)
	if !strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(words), " ")) {
		b.t.Errorf("%q does not stand in the report", words)
	}
	if !eval[bool](b, `document.querySelector(":target") !== null`) {
		b.t.Error("the passage is not marked")
	}
}

func layers(b *browser) {
	b.open(eval[string](b, `location.pathname`))
	ground := `getComputedStyle(document.querySelector("#text .ev")).backgroundColor`
	on := eval[string](b, ground)
	b.do(chromedp.Click(`#show-ev`))
	if off := eval[string](b, ground); off == on {
		b.t.Error("events stay marked")
	}
	b.do(chromedp.Click(`#show-ev`), chromedp.Blur(`#show-ev`), chromedp.KeyEvent("j"))
	b.wait("the first event lit in the text", `document.querySelector("#text .lit") !== null`)
}

func keys(b *browser) {
	b.open("/")
	b.do(chromedp.KeyEvent("j"), chromedp.KeyEvent("j"))
	if n := eval[int](b, `[...document.querySelectorAll(".row")].findIndex((r) => r.classList.contains("here"))`); n != 1 {
		b.t.Errorf("after j twice row %d is marked", n)
	}
	b.do(chromedp.KeyEvent("?"))
	b.wait("the list of keys", `document.getElementById("keys").open`)
	b.do(chromedp.KeyEvent("\u001b"))
	b.wait("the list of keys closed", `!document.getElementById("keys").open`)
	b.do(chromedp.KeyEvent("g"), chromedp.KeyEvent("c"))
	b.wait("the claims", `location.pathname === "/claims"`)
}

func theme(b *browser) {
	b.open("/")
	ground := `getComputedStyle(document.body.parentElement).backgroundColor`
	before := eval[string](b, ground)
	b.do(chromedp.Click(`[data-theme-toggle]`))
	if eval[string](b, ground) == before {
		b.t.Error("the colours stay")
	}
	b.open("/claims")
	if eval[string](b, ground) == before {
		b.t.Error("the choice is forgotten")
	}
	b.do(chromedp.Click(`[data-theme-toggle]`))
}

func marksByKey(b *browser) {
	b.open("/")
	b.wait("the map with its marks", `performance.getEntriesByName("map").length > 0`)
	b.do(chromedp.KeyEvent("m"))
	b.wait("the map in focus", `document.activeElement?.id === "map"`)
	b.do(chromedp.KeyEvent("n"), chromedp.KeyEvent("n"))
	b.wait("a mark told to who does not see it", `document.querySelector("#map [aria-live]").textContent.length > 3`)
	b.do(chromedp.KeyEvent("\r"))
	b.wait("the incident, or those that lie there", `location.pathname.startsWith("/incidents/") || document.querySelectorAll(".map-members a").length > 1`)
}

func lightRow(b *browser) {
	b.open("/?toll=1")
	b.do(chromedp.KeyEvent("j"))
	// What lights it is loaded apart, and may come after the key: the focus is then given once more.
	b.wait("the line of the row lit", `(document.activeElement.blur(), document.querySelector(".row-link").focus(), document.querySelector(".timeline .lit")) !== null || document.querySelector('.timeline [data-id="' + document.querySelector(".row").dataset.id + '"]') === null`)
}

func addByWords(b *browser) {
	b.open("/reports")
	b.do(chromedp.Click(`td a[href^="/reports/"]`))
	b.wait("the report", `document.getElementById("text") !== null`)
	before := eval[int](b, `document.querySelectorAll("[data-correct]").length`)
	eval[bool](b, `(() => { const s = getSelection(), r = document.createRange(), all = [...document.querySelectorAll("#text span")], n = all.find((p) => !p.className && p.textContent.length > 25).firstChild; r.setStart(n, 3); r.setEnd(n, 21); s.removeAllRanges(); s.addRange(r); return true; })()`)
	b.wait("the buttons", `!document.querySelector(".adder").hidden`)
	b.do(chromedp.KeyEvent("e"))
	b.wait("the form of an event", `document.getElementById("correct").open && document.querySelector("#correct [name=event-value]").offsetParent !== null && document.querySelector("#correct [name=toll-value]").offsetParent === null`)
	b.do(chromedp.SetValue(`#correct [name=place]`, "Geneva"), chromedp.Click(`#correct button.main`))
	b.wait("the event in the record", `document.querySelectorAll("[data-correct]").length === `+strconv.Itoa(before+1))
}

// addFigure adds a figure as what its words mean it; on the page of the report it is undone.
func addFigure(b *browser) {
	b.open("/reports")
	eval[bool](b, `([...document.querySelectorAll('td a[href^="/reports/"]')].find((a) => a.textContent.includes("lowers its count")).click(), true)`)
	b.wait("the report", `document.getElementById("text") !== null`)
	words := "more than 1,400"
	eval[bool](b, `(() => { const s = getSelection(), r = document.createRange(), n = [...document.querySelectorAll("#text span")].find((p) => p.textContent.includes("`+words+`")).firstChild, k = n.data.indexOf("`+words+`"); r.setStart(n, k); r.setEnd(n, k + `+strconv.Itoa(len(words))+`); s.removeAllRanges(); s.addRange(r); return true; })()`)
	b.wait("the buttons", `!document.querySelector(".adder").hidden`)
	b.do(chromedp.Click(`.adder [data-key=t]`))
	b.wait("the form of a figure", `document.getElementById("correct").open && document.querySelector("#correct [name=toll-value]").value === "1400" && document.querySelector("#correct [name=qualifier]").value === "more-than" && document.getElementById("correct-more").hidden`)
	b.do(chromedp.Click(`#correct button.main`))
	b.wait("the figure in the record", `[...document.querySelectorAll(".record .card q")].some((q) => q.textContent === "`+words+`") && document.querySelector(".record .history") !== null`)
	b.do(chromedp.Click(`.record .history [name=undo]`))
	b.wait("the figure gone", `![...document.querySelectorAll(".record .card q")].some((q) => q.textContent === "`+words+`") && document.querySelector(".record .history .undone") !== null`)
}

func gradeAndUndo(b *browser) {
	b.open("/?toll=1&order=toll")
	eval[bool](b, `(document.querySelector(".row-link").click(), true)`)
	b.wait("the incident", `document.querySelector(".judge-box") !== null`)
	b.do(chromedp.Click(`.judge-box summary`), chromedp.SetValue(`.judge-box [name=reason]`, "seen on site"), chromedp.Click(`.judge-box [value=confirmed]`))
	b.wait("the grade", `document.querySelector(".grade-confirmed") !== null`)
	b.do(chromedp.Click(`.history [name=undo]`))
	b.wait("the grade undone", `document.querySelector(".grade-confirmed") === null && document.querySelector(".history .undone") !== null`)
}

func paste(b *browser) {
	b.open("/read")
	b.do(chromedp.SetValue(`textarea[name=text]`, told), chromedp.SetValue(`input[name=published]`, "2016-04-12"), chromedp.Click(`button.main`))
	b.wait("what was read", `document.querySelectorAll(".record .card").length > 0`)
}

func correct(b *browser) {
	b.open("/reports")
	b.do(chromedp.Click(`td a[href^="/reports/"]`))
	b.wait("the report", `document.querySelector("[data-correct]") !== null`)
	before := eval[int](b, `document.querySelectorAll("[data-correct]").length`)
	b.do(chromedp.Click(`[data-correct]`))
	b.wait("the form", `document.getElementById("correct").open`)
	b.do(chromedp.Click(`#correct button.main`))
	b.wait("the event gone", `document.querySelectorAll("[data-correct]").length === `+strconv.Itoa(before-1))
	eval[bool](b, `(() => { const s = getSelection(), r = document.createRange(), n = document.querySelector("#text span").firstChild; r.setStart(n, 0); r.setEnd(n, Math.min(5, n.length)); s.removeAllRanges(); s.addRange(r); return true; })()`)
	b.wait("words that are chosen can be added", `!document.querySelector(".adder").hidden`)
}

// setField gives an event another kind; the form has a field of the right sort for each.
func setField(b *browser) {
	b.open("/reports")
	b.do(chromedp.Click(`td a[href^="/reports/"]`))
	b.wait("the report", `document.querySelector("[data-correct]") !== null`)
	b.do(chromedp.Click(`[data-correct]`), chromedp.SetValue(`#correct [name=op]`, "set"))
	if !eval[bool](b, `document.querySelector("#correct [name=kind-value]").value === document.querySelector("[data-correct]").dataset.kind && document.querySelector("#correct [name=news-value]").value === document.querySelector("[data-correct]").dataset.news`) {
		b.t.Error("the form has other values than the event")
	}
	b.wait("the kinds", `document.querySelector("#correct [name=kind-value]").offsetParent !== null && document.querySelector("#correct [name=day-value]").offsetParent === null`)
	b.do(chromedp.SetValue(`#correct [name=field]`, "from"))
	b.wait("a day", `document.querySelector("#correct [name=kind-value]").offsetParent === null && document.querySelector("#correct [name=day-value]").offsetParent !== null`)
	b.do(chromedp.SetValue(`#correct [name=field]`, "kind"), chromedp.SetValue(`#correct [name=kind-value]`, "destruction"), chromedp.Click(`#correct button.main`))
	b.wait("the kind", `document.querySelector(".record .card h3").textContent.includes("destruction")`)
}

// noEvent says of words that tell no event that they do: that is refused, with a way back.
func noEvent(b *browser) {
	b.open("/reports")
	b.do(chromedp.Click(`td a[href^="/reports/"]`))
	b.wait("the report", `document.getElementById("text") !== null`)
	at := eval[string](b, `location.pathname`)
	eval[bool](b, `(() => { const s = getSelection(), r = document.createRange(), all = [...document.querySelectorAll("#text span")], n = all.find((p) => !p.className && p.textContent.length > 25).firstChild; r.setStart(n, 3); r.setEnd(n, 21); s.removeAllRanges(); s.addRange(r); return true; })()`)
	b.wait("the buttons", `!document.querySelector(".adder").hidden`)
	b.do(chromedp.KeyEvent("e"))
	b.wait("the form", `document.getElementById("correct").open`)
	b.do(chromedp.SetValue(`#correct [name=op]`, "accept"), chromedp.Click(`#correct button.main`))
	b.wait("why not", `document.querySelector("h1").textContent === "That was not understood" && document.body.textContent.includes("no event of the record is told by the words")`)
	b.do(chromedp.Click(`main p a`))
	b.wait("the report again", `location.pathname === "`+at+`"`)
	b.forget() // the console tells of the refusal
}

// drop drops a file on the page; what was read of it can be filed at once.
func drop(b *browser) {
	b.open("/read")
	b.wait("the form", `document.querySelector(".paste textarea") !== null`)
	dropped := `(() => { const d = new DataTransfer(); d.items.add(new File(["Shells hit Dorel on 11 April 2016 and killed nine people, the mayor said."], "wire.txt", { type: "text/plain" })); document.querySelector("h1").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: d })); return document.querySelector("[name=upload]").files.length === 1; })()`
	b.wait("the file", dropped)
	b.do(chromedp.SetValue(`input[name=published]`, "2016-04-12"), chromedp.Click(`button.main`))
	b.wait("what was read", `document.querySelectorAll(".record .card").length > 0 && document.querySelector(".paste textarea").value.includes("nine people")`)
	b.do(chromedp.Click(`button[name=file]`))
	b.wait("its page", `location.pathname.startsWith("/reports/")`)
}

// fixInReview gives the event of a question another status; it stands under the last judgements, and is undone there.
func fixInReview(b *browser) {
	b.open("/review")
	b.wait("a question", `document.querySelector(".fix summary") !== null`)
	before := eval[int](b, `document.querySelectorAll(".history li").length`)
	b.do(chromedp.Click(`.fix summary`), chromedp.SetValue(`.fix [name=field]`, "status"), chromedp.SetValue(`.fix [name=status-value]`, "planned"), chromedp.Click(`.fix button`))
	b.wait("the judgement", `document.querySelector(".history li").textContent.includes("set the status to planned")`)
	if n := eval[int](b, `document.querySelectorAll(".history li").length`); n <= before && n < 12 {
		b.t.Errorf("%d judgements, %d before", n, before)
	}
	b.do(chromedp.Click(`.history [name=undo]`))
	b.wait("the judgement undone", `document.querySelector(".history li.undone") !== null && document.querySelector(".history li").textContent.includes("undid")`)
}

func review(b *browser) {
	b.open("/review")
	b.wait("a question", `document.querySelector(".ask") !== null`)
	before := eval[string](b, `document.querySelector("h1").textContent`)
	b.do(chromedp.KeyEvent("a"))
	b.wait("one less", `document.readyState === "complete" && document.querySelector("h1").textContent !== "`+before+`"`)
}

// A browser runs nothing of hostile text, even where no policy keeps it from that: a page of the same kind that is not made safe shows that the test would see it.
func TestHostileTextInABrowser(t *testing.T) {
	w := hostile(t)
	with := openBrowser(t, w)
	w.web = unpoliced(w.web)
	b := openBrowser(t, w)
	b.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `window.alert = () => { window.ran = true }`})
		return err
	}))
	b.open("/control")
	b.wait("what is not made safe", `window.ran === true`)
	b.open("/claims")
	b.forget()
	pages := 0
	every(t, w, func(path string, _ *html.Node) {
		if pages++; pages > 60 {
			return
		}
		b.open(path)
		if eval[bool](b, `window.ran === true || document.querySelector("main script:not([src]), main iframe, main img, main object, main [onclick], main [onerror]") !== null`) {
			t.Errorf("%s: hostile text runs, or became elements", path)
		}
		b.check(path)
		with.open(path)
		with.check(path) // whatever the policy refused stands on the console
	})
	if pages < 20 {
		t.Errorf("only %d pages", pages)
	}
}

// unpoliced takes the policy away that keeps a page from running what is in it, and adds a page that runs something.
func unpoliced(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/favicon.ico": // of the control, which names none
			w.WriteHeader(http.StatusNoContent)
			return
		case "/control":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, "<main>"+payloads()[12]+"</main>")
			return
		}
		h.ServeHTTP(unpolicedWriter{w}, r)
	})
}

type unpolicedWriter struct{ http.ResponseWriter }

func (w unpolicedWriter) WriteHeader(status int) {
	w.Header().Del("Content-Security-Policy")
	w.ResponseWriter.WriteHeader(status)
}

func (w unpolicedWriter) Write(b []byte) (int, error) {
	w.Header().Del("Content-Security-Policy")
	return w.ResponseWriter.Write(b)
}

// Somebody logs in, is led to where he wanted to go, and logs out.
func TestLoginInABrowser(t *testing.T) {
	g := openGuarded(t, web.Options{Title: "Lake"})
	b := openBrowser(t, g.window)
	script, err := os.ReadFile("testdata/a11y.js")
	if err != nil {
		t.Fatal(err)
	}
	for name, width := range map[string]int64{"login-1440-light": 1440, "login-360-dark": 360} {
		b.size(width, 800, name[len(name)-5:])
		b.open("/claims?stance=deny")
		b.wait("the login", `location.pathname === "/login" && document.querySelector("[name=password]") !== null`)
		for _, fault := range eval[[]string](b, string(script)) {
			t.Errorf("%s: %s", name, fault)
		}
		b.shot(name)
	}
	b.forget() // the console may tell of the first icon
	eval[bool](b, `document.querySelector("[name=name]").value = "mara"; document.querySelector("[name=password]").value = "`+password+`"; document.querySelector("main form").submit(); true`)
	b.wait("the claims", `location.pathname + location.search === "/claims?stance=deny" && document.querySelector(".me") !== null`)
	b.shot("logged-in-360-dark")
	eval[bool](b, `document.querySelector(".me button").click(); true`)
	b.wait("the login again", `location.pathname === "/login"`)
	b.open("/claims")
	b.wait("the login once more", `location.pathname === "/login"`)
	b.check("login")
}
