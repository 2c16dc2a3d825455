package web_test

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"sitrep/web"
	"sitrep/web/users"
)

const password = "a long password"

// guarded is a window into which mara comes as editor, tomo as reader, and two programs; the tokens are those of the programs.
type guarded struct {
	*window
	file                     string
	editorToken, readerToken string
	log                      *bytes.Buffer
}

func openGuarded(t *testing.T, o web.Options) guarded {
	t.Helper()
	g := guarded{file: filepath.Join(t.TempDir(), "users"), log: &bytes.Buffer{}}
	var err error
	for name, role := range map[string]users.Role{"mara": users.Editor, "tomo": users.Reader} {
		if err = users.Add(g.file, name, role, password); err != nil {
			t.Fatal(err)
		}
	}
	if g.editorToken, err = users.AddProgram(g.file, "filer", users.Editor); err != nil {
		t.Fatal(err)
	}
	if g.readerToken, err = users.AddProgram(g.file, "feeds", users.Reader); err != nil {
		t.Fatal(err)
	}
	if o.Users, err = users.Open(g.file); err != nil {
		t.Fatal(err)
	}
	o.Log = slog.New(slog.NewTextHandler(g.log, nil))
	g.window = open(t, o)
	return g
}

// login logs in with a cookie that the browser has already, or none, and gives the answer and the cookie after it.
func (g guarded) login(name, password string, had *http.Cookie) (*httptest.ResponseRecorder, *http.Cookie) {
	g.t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/login", strings.NewReader(url.Values{"name": {name}, "password": {password}, "next": {"/claims"}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if had != nil {
		r.AddCookie(had)
	}
	w := g.do(r)
	for _, c := range w.Result().Cookies() {
		if strings.HasSuffix(c.Name, "sitrep") {
			return w, c
		}
	}
	return w, nil
}

// as is a session of somebody.
func (g guarded) as(name string) *http.Cookie {
	g.t.Helper()
	w, c := g.login(name, password, nil)
	if w.Code != http.StatusSeeOther || c == nil || w.Header().Get("Location") != "/claims" {
		g.t.Fatalf("%s cannot log in: %d %s", name, w.Code, w.Body)
	}
	return c
}

// with asks with a cookie.
func (g guarded) with(c *http.Cookie, method, path string, form map[string]string, site string) *httptest.ResponseRecorder {
	g.t.Helper()
	values := url.Values{}
	for k, v := range form {
		values.Set(k, v)
	}
	r := httptest.NewRequest(method, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Accept", "text/html")
	r.Header.Set("Sec-Fetch-Site", site)
	if c != nil {
		r.AddCookie(c)
	}
	return g.do(r)
}

func (g guarded) sees(c *http.Cookie) bool {
	return g.with(c, http.MethodGet, "/claims", nil, "same-origin").Code == http.StatusOK
}

func TestACookieIsForThisWindowOnly(t *testing.T) {
	for secure, name := range map[bool]string{false: "sitrep", true: "__Host-sitrep"} {
		g := openGuarded(t, web.Options{Secure: secure})
		if c := g.as("mara"); c.Name != name || c.SameSite != http.SameSiteStrictMode || !c.HttpOnly || c.Secure != secure || c.Domain != "" || c.Path != "/" || c.MaxAge != 0 {
			t.Errorf("the cookie is %+v", c)
		}
	}
}

// Somebody who puts a cookie of his own, or of a session of his own, into another's browser gets nothing by it.
func TestFixation(t *testing.T) {
	g := openGuarded(t, web.Options{})
	planted := &http.Cookie{Name: "sitrep", Value: strings.Repeat("A", 43)}
	_, c := g.login("mara", password, planted)
	if c == nil || c.Value == planted.Value || g.sees(planted) || !g.sees(c) {
		t.Error("a planted cookie becomes a session")
	}
	own := g.as("tomo")
	_, c = g.login("mara", password, own)
	if c == nil || c.Value == own.Value || g.sees(own) || !g.sees(c) {
		t.Error("a session of one becomes that of another under its token")
	}
}

func TestReplayAfterLogout(t *testing.T) {
	g := openGuarded(t, web.Options{})
	c := g.as("mara")
	other := g.as("mara")
	if w := g.with(c, http.MethodPost, "/logout", nil, "same-origin"); w.Code != http.StatusSeeOther || w.Header().Get("Clear-Site-Data") == "" {
		t.Errorf("logout: %d", w.Code)
	}
	if g.sees(c) {
		t.Error("the cookie holds after the logout")
	}
	if !g.sees(other) {
		t.Error("a session at another machine ended too")
	}
}

func TestSessionsEnd(t *testing.T) {
	for name, o := range map[string]web.Options{"idle": {Idle: time.Nanosecond}, "absolute": {Longest: time.Nanosecond}} {
		if g := openGuarded(t, o); g.sees(g.as("mara")) {
			t.Errorf("%s: a session goes on after its end", name)
		}
	}
	g := openGuarded(t, web.Options{})
	mara, tomo := g.as("mara"), g.as("tomo")
	if err := users.Add(g.file, "mara", users.Editor, "another password"); err != nil {
		t.Fatal(err)
	}
	if err := users.Remove(g.file, "tomo"); err != nil {
		t.Fatal(err)
	}
	if g.sees(mara) || g.sees(tomo) {
		t.Error("a session outlives its password, or its user")
	}
}

// Ten thousand guesses: ten are looked at, the right one behind them is not. Neither another address nor a forged one helps against one name.
func TestBruteForce(t *testing.T) {
	g := openGuarded(t, web.Options{})
	codes := map[int]int{}
	for i := range 10_000 {
		w, _ := g.login("mara", fmt.Sprintf("guess number %d", i), nil)
		if codes[w.Code]++; w.Code == http.StatusTooManyRequests && w.Header().Get("Retry-After") == "" {
			t.Fatal("nobody says how long to wait")
		}
	}
	if codes[http.StatusUnauthorized] != 10 || codes[http.StatusTooManyRequests] != 9_990 {
		t.Errorf("the answers are %v", codes)
	}
	if w, _ := g.login("mara", password, nil); w.Code != http.StatusTooManyRequests {
		t.Errorf("the right password behind them: %d", w.Code)
	}
	from := func(address, said, name, password string) int {
		r := httptest.NewRequest(http.MethodPost, "/login", strings.NewReader(url.Values{"name": {name}, "password": {password}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("X-Forwarded-For", said)
		r.RemoteAddr = address
		return g.do(r).Code
	}
	if code := from("198.51.100.9:1", "", "mara", password); code != http.StatusTooManyRequests {
		t.Errorf("the locked name from elsewhere: %d", code)
	}
	if code := from("192.0.2.1:1", "203.0.113.5", "tomo", password); code != http.StatusTooManyRequests {
		t.Errorf("the locked address under another name and a forged address: %d", code)
	}
	if code := from("198.51.100.9:1", "", "tomo", password); code != http.StatusSeeOther {
		t.Errorf("somebody else from elsewhere: %d", code)
	}
	if strings.Contains(g.log.String(), "guess number") || strings.Contains(g.log.String(), password) {
		t.Error("the log holds passwords")
	}
}

func TestNamesThatAreNotThereAreLikeThoseThatAre(t *testing.T) {
	g := openGuarded(t, web.Options{})
	there, _ := g.login("mara", "wrong password", nil)
	not, _ := g.login("nobody", "wrong password", nil)
	if there.Code != not.Code || strings.ReplaceAll(there.Body.String(), "mara", "") != strings.ReplaceAll(not.Body.String(), "nobody", "") {
		t.Error("the answer tells which names there are")
	}
}

// A page of another site cannot do anything by the browser of somebody who is logged in.
func TestForgedRequests(t *testing.T) {
	g := openGuarded(t, web.Options{})
	c := g.as("mara")
	for _, path := range []string{"/login", "/logout", "/read", "/correct", "/review", "/incidents/x"} {
		for _, site := range []string{"cross-site", "same-site"} {
			if w := g.with(c, http.MethodPost, path, map[string]string{"text": "x", "file": "1"}, site); w.Code != http.StatusForbidden {
				t.Errorf("POST %s from %s: %d", path, site, w.Code)
			}
		}
	}
	for _, path := range []string{"/", "/claims.json", "/api/v1/incidents"} {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		r.Header.Set("Sec-Fetch-Mode", "no-cors")
		r.AddCookie(c)
		if w := g.do(r); w.Code != http.StatusForbidden {
			t.Errorf("another site uses %s: %d", path, w.Code)
		}
	}
	if !g.sees(c) {
		t.Error("she was logged out")
	}
}

// A link from elsewhere leads in: the cookie comes with the step that the window makes itself.
func TestALinkFromElsewhere(t *testing.T) {
	g := openGuarded(t, web.Options{})
	r := httptest.NewRequest(http.MethodGet, "/claims?stance=deny&q=%22%3E", nil)
	for k, v := range map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Accept": "text/html"} {
		r.Header.Set(k, v)
	}
	w := g.do(r)
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `content="0; url=/claims?stance=deny&amp;q=%22%3E"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := g.with(nil, http.MethodGet, "/claims?stance=deny", nil, "same-origin"); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/login?next=%2Fclaims%3Fstance%3Ddeny" {
		t.Errorf("%d %s", w.Code, w.Header().Get("Location"))
	}
}

func TestReadersChangeNothingAndEditorsUnderTheirName(t *testing.T) {
	g := openGuarded(t, web.Options{})
	form := map[string]string{"text": told, "published": "2016-04-12", "outlet": "Dorel Radio", "title": "Town shelled", "file": "1"}
	tomo, mara := g.as("tomo"), g.as("mara")
	for path, form := range map[string]map[string]string{"/read": form, "/correct": {"op": "reject"}, "/review": {"undo": "x"}, "/incidents/x": {"grade": "confirmed"}} {
		if w := g.with(tomo, http.MethodPost, path, form, "same-origin"); w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "--role editor") {
			t.Errorf("a reader's POST %s: %d", path, w.Code)
		}
	}
	if w := g.with(tomo, http.MethodPost, "/read", map[string]string{"text": told, "published": "2016-04-12"}, "same-origin"); w.Code != http.StatusOK || strings.Contains(w.Body.String(), `name="file"`) {
		t.Errorf("a reader reads a text: %d", w.Code)
	}
	w := g.with(mara, http.MethodPost, "/read", form, "same-origin")
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	path := w.Header().Get("Location")
	page := g.with(mara, http.MethodGet, path, nil, "same-origin").Body.String()
	if strings.Contains(g.with(tomo, http.MethodGet, path, nil, "same-origin").Body.String(), "data-correct=") || !strings.Contains(page, "data-correct=") {
		t.Error("who may correct is not who is offered it")
	}
	sha := between(page, `data-sha="`, `"`)
	start, end := between(page, `data-start="`, `"`), between(page, `data-end="`, `"`)
	correction := map[string]string{"report": strings.TrimPrefix(path, "/reports/"), "sha": sha, "start": start, "end": end, "unit": "byte", "op": "reject", "reason": "an exercise"}
	if w := g.with(mara, http.MethodPost, "/correct", correction, "same-origin"); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	all, err := g.desk.Book.Corrections(t.Context(), "")
	if err != nil || len(all) != 1 || all[0].By != "mara" {
		t.Errorf("%+v, %v", all, err)
	}
	var audit bytes.Buffer
	if err := g.desk.Book.Audit(t.Context(), &audit); err != nil || !strings.Contains(audit.String(), `"by":"mara"`) {
		t.Errorf("the audit trail does not name her: %v\n%s", err, &audit)
	}
}

func between(s, before, after string) string {
	_, s, _ = strings.Cut(s, before)
	s, _, _ = strings.Cut(s, after)
	return s
}

func TestProgramsComeWithTokens(t *testing.T) {
	g := openGuarded(t, web.Options{})
	ask := func(method, path string, set func(*http.Request)) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, path, nil)
		set(r)
		return g.do(r)
	}
	for name, c := range map[string]struct {
		set  func(*http.Request)
		want int
	}{
		"a token":                {func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+g.readerToken) }, 200},
		"as a password":          {func(r *http.Request) { r.SetBasicAuth("feeds", g.readerToken) }, 200},
		"a wrong one":            {func(r *http.Request) { r.Header.Set("Authorization", "Bearer sitrep_x") }, 401},
		"a person's password":    {func(r *http.Request) { r.SetBasicAuth("mara", password) }, 401},
		"a token in the address": {func(r *http.Request) { r.URL.RawQuery = "token=" + g.readerToken }, 401},
		"none":                   {func(*http.Request) {}, 401},
	} {
		w := ask(http.MethodGet, "/incidents.atom", c.set)
		if w.Code != c.want || c.want == 401 && w.Header().Get("WWW-Authenticate") == "" {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	if w := ask(http.MethodPost, "/review", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+g.readerToken) }); w.Code != http.StatusForbidden {
		t.Errorf("a reader's token changes something: %d", w.Code)
	}
	if w := ask(http.MethodPost, "/review", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+g.editorToken) }); w.Code != http.StatusBadRequest {
		t.Errorf("an editor's token with no answer: %d", w.Code)
	}
}

func TestWhoAsksTooOftenWaits(t *testing.T) {
	g := openGuarded(t, web.Options{})
	c := g.as("mara")
	for path, most := range map[string]int{"/claims?q=shells": 60, "/actors": 400} {
		answered := 0
		for range most + 20 {
			if w := g.with(c, http.MethodGet, path, nil, "same-origin"); w.Code == http.StatusOK {
				answered++
			} else if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" {
				t.Fatalf("%s: %d", path, w.Code)
			}
		}
		if answered > most || answered == 0 {
			t.Errorf("%s is answered %d times at once", path, answered)
		}
	}
}

func TestPublicNames(t *testing.T) {
	g := openGuarded(t, web.Options{Hosts: []string{"sitrep.example.org"}})
	for host, want := range map[string]int{"sitrep.example.org": 200, "SITREP.EXAMPLE.ORG": 200, "sitrep.example.org.attacker.test": 421, "attacker.test": 421, "sitrep.example.org@attacker.test": 421} {
		r := httptest.NewRequest(http.MethodGet, "/healthz", nil)
		r.Host = host
		if got := g.do(r).Code; got != want {
			t.Errorf("Host %q: %d, want %d", host, got, want)
		}
	}
}

// endless is a body that never ends.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

func TestBodiesWithoutEnd(t *testing.T) {
	g := openGuarded(t, web.Options{})
	c := g.as("mara")
	for path, contentType := range map[string]string{
		"/read": "application/x-www-form-urlencoded", "/correct": "application/x-www-form-urlencoded", "/review": "application/x-www-form-urlencoded", "/login": "application/x-www-form-urlencoded",
	} {
		r := httptest.NewRequest(http.MethodPost, path, io.MultiReader(strings.NewReader("text="), endless{}))
		r.Header.Set("Content-Type", contentType)
		r.AddCookie(c)
		if w := g.do(r); w.Code != http.StatusRequestEntityTooLarge && w.Code != http.StatusBadRequest {
			t.Errorf("POST %s: %d", path, w.Code)
		}
	}
	r := httptest.NewRequest(http.MethodPost, "/read", io.MultiReader(strings.NewReader("--b\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"a.txt\"\r\n\r\n"), endless{}))
	r.Header.Set("Content-Type", "multipart/form-data; boundary=b")
	r.AddCookie(c)
	if w := g.do(r); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a file without end: %d", w.Code)
	}
}

// Whoever sends nothing, or a byte now and then, is let go.
func TestSlowRequests(t *testing.T) {
	g := openGuarded(t, web.Options{})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	short := web.Timeouts{Head: 50 * time.Millisecond, Request: 100 * time.Millisecond, Answer: time.Second, Idle: 50 * time.Millisecond}
	server := web.HTTP(g.web, short, slog.New(slog.DiscardHandler))
	go server.Serve(web.Listener(l))
	t.Cleanup(func() { server.Close() })
	for name, begin := range map[string]string{
		"nothing": "", "half a head": "GET / HTTP/1.1\r\nHost: localhost\r\nX-", "half a body": "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nname=",
		"nothing more": "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
	} {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(c, begin); err != nil {
			t.Fatal(err)
		}
		_ = c.SetReadDeadline(time.Now().Add(30 * time.Second)) // so that the test ends where the server does not
		if _, err := io.Copy(io.Discard, c); err != nil && strings.Contains(err.Error(), "timeout") {
			t.Errorf("%s: the server still waits", name)
		}
		c.Close()
	}
}

// Whoever is logged in stays so when the window is started anew; the file that makes it so is of no use to whoever reads it.
func TestSessionsOutliveARestart(t *testing.T) {
	kept := filepath.Join(t.TempDir(), "case.db-sessions")
	g := openGuarded(t, web.Options{Sessions: kept})
	mara, tomo, left := g.as("mara"), g.as("tomo"), g.as("mara")
	if w := g.with(left, http.MethodPost, "/logout", nil, "same-origin"); w.Code != http.StatusSeeOther {
		t.Fatalf("logout: %d", w.Code)
	}
	again := func() guarded {
		g, o := g, web.Options{Sessions: kept, Log: slog.New(slog.NewTextHandler(g.log, nil))}
		var err error
		if o.Users, err = users.Open(g.file); err != nil {
			t.Fatal(err)
		}
		g.window = open(t, o)
		return g
	}
	if g = again(); !g.sees(mara) || !g.sees(tomo) || g.sees(left) {
		t.Error("after a restart sessions are not as they were")
	}
	info, err := os.Stat(kept)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(kept)
	if err != nil || bytes.Contains(b, []byte(mara.Value)) {
		t.Errorf("the file holds the token of a cookie, or cannot be read: %v", err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file is for others too: %v", info.Mode())
	}
	if w := g.with(mara, http.MethodPost, "/logout", map[string]string{"everywhere": "1"}, "same-origin"); w.Code != http.StatusSeeOther {
		t.Fatalf("logout everywhere: %d", w.Code)
	}
	if g = again(); g.sees(mara) || !g.sees(tomo) {
		t.Error("a logout does not outlive a restart, or ends the session of another")
	}
	for name, content := range map[string]string{"broken": "{", "of nothing": ""} {
		if err := os.WriteFile(kept, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if g = again(); g.sees(tomo) || !g.sees(g.as("tomo")) {
			t.Errorf("a file that is %s: somebody is logged in, or nobody can", name)
		}
	}
	if !strings.Contains(g.log.String(), "log in anew") {
		t.Error("that the sessions could not be read is not told")
	}
}

func TestLoggingOutEverywhere(t *testing.T) {
	g := openGuarded(t, web.Options{})
	one, two, other := g.as("mara"), g.as("mara"), g.as("tomo")
	g.with(one, http.MethodPost, "/logout", map[string]string{"everywhere": "1"}, "same-origin")
	if g.sees(one) || g.sees(two) || !g.sees(other) {
		t.Error("a session of hers goes on, or that of another ended")
	}
}
