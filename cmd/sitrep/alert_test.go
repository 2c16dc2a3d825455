package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
)

// receiver takes what webhooks send.
type receiver struct {
	sync.Mutex
	*httptest.Server
	got  []string
	fail bool
}

func newReceiver(t *testing.T) *receiver {
	r := &receiver{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		r.Lock()
		defer r.Unlock()
		b, _ := io.ReadAll(q.Body)
		if r.fail {
			http.Error(w, "not now", http.StatusServiceUnavailable)
			return
		}
		r.got = append(r.got, string(b))
	}))
	t.Cleanup(r.Close)
	return r
}

// whys are the reasons of what came.
func (r *receiver) whys(t *testing.T) string {
	t.Helper()
	r.Lock()
	defer r.Unlock()
	var out []string
	for _, b := range r.got {
		var m struct{ Why string }
		if err := json.Unmarshal([]byte(b), &m); err != nil {
			t.Fatal(err)
		}
		out = append(out, m.Why)
	}
	return strings.Join(out, " ")
}

func TestIngestTellsWhatAnAlertAsksFor(t *testing.T) {
	newCase(t) // the pipeline is built, and the folder is ours
	r := newReceiver(t)
	lines := strings.SplitAfter(wires, "\n")
	got := sitrepOn("", "alert", "add", "new.db", "dead", "--harm=killed", "--webhook="+r.URL, "--secret-file=secret", "--local", "--feed=dead.atom", "--mail=out")
	if got.code != 0 || !strings.Contains(got.err, "secret holds a new secret") {
		t.Fatalf("%+v", got)
	}
	must(t, lines[0], "ingest", "new.db", "--jsonl", "-")
	if whys := r.whys(t); whys != "new" {
		t.Fatalf("after the first report: %q", whys)
	}
	if !strings.Contains(r.got[0], "Unreviewed, ") || !strings.Contains(r.got[0], "Dorel hospital") {
		t.Errorf("got %s", r.got[0])
	}
	must(t, lines[0]+lines[1]+lines[3], "ingest", "new.db", "--jsonl", "-")
	if whys := r.whys(t); whys != "new raised" {
		t.Fatalf("after the second: %q", whys)
	}
	if strings.Contains(strings.Join(r.got, ""), "Jasna") {
		t.Errorf("a private person's name went out: %s", r.got)
	}
	must(t, "", "alert", "run", "new.db")
	if whys := r.whys(t); whys != "new raised" {
		t.Errorf("a run with nothing new: %q", whys)
	}
	id := onlyIncident(t, "new.db", "--harm=killed")
	must(t, "", "review", "new.db", "--incident", id, "--grade", "discounted", "--reason", "an exercise")
	must(t, "", "alert", "run", "new.db")
	if whys := r.whys(t); whys != "new raised corrected" || !strings.Contains(r.got[2], "discounted by ana") || !strings.Contains(r.got[2], `"reviewed":true`) {
		t.Errorf("after a judgement: %q, %s", whys, r.got[len(r.got)-1])
	}
	mails, err := os.ReadDir("out")
	if err != nil || len(mails) != 3 {
		t.Errorf("%d mails, %v", len(mails), err)
	}
	if feed, err := os.ReadFile("dead.atom"); err != nil || strings.Count(string(feed), "<entry>") != 3 {
		t.Errorf("%v: %s", err, feed)
	}
	var list []alertRow
	if err := json.Unmarshal([]byte(must(t, "", "alert", "list", "new.db", "--json")), &list); err != nil || len(list) != 1 || list[0].Sent != 3 {
		t.Errorf("%v, %+v", err, list)
	}
	if secret, _ := os.ReadFile("secret"); strings.Contains(must(t, "", "alert", "list", "new.db", "--json"), strings.TrimSpace(string(secret))) || len(secret) < 40 {
		t.Error("the secret stands in the casebook, or is none")
	}
}

// onlyIncident is the only incident of a list.
func onlyIncident(t *testing.T, path string, filter string) string {
	t.Helper()
	out := strings.Fields(must(t, "", "incidents", path, filter, "--csv", "--fields=id"))
	if len(out) != 2 {
		t.Fatalf("incidents: %q", out)
	}
	return strings.Trim(out[1], `"`)
}

func TestHeldAlerts(t *testing.T) {
	newCase(t)
	r := newReceiver(t)
	must(t, "", "alert", "add", "new.db", "desk", "--webhook="+r.URL, "--secret-file=secret", "--local", "--hold", "--kind=shelling,ceasefire")
	got := sitrepOn(wires, "ingest", "new.db", "--jsonl", "-")
	if got.code != 0 || r.whys(t) != "" || !strings.Contains(got.err, "are held") {
		t.Fatalf("%+v, sent %q", got, r.whys(t))
	}
	var held []noticeRow
	if err := json.Unmarshal([]byte(must(t, "", "alert", "held", "new.db", "--json")), &held); err != nil || len(held) < 2 {
		t.Fatalf("%v, %+v", err, held)
	}
	page := must(t, "", "alert", "held", "new.db")
	if !strings.Contains(page, "Unreviewed") || !strings.Contains(page, held[0].ID) || strings.Contains(page, "Jasna") {
		t.Errorf("got %s", page)
	}
	must(t, "", "alert", "release", "new.db", held[0].ID[:6])
	if whys := r.whys(t); whys != "new" {
		t.Errorf("sent %q", whys)
	}
	must(t, "", "alert", "release", "new.db", "--all", "--drop")
	if out := must(t, "", "alert", "held", "new.db", "--json"); strings.TrimSpace(out) != "[]" || r.whys(t) != "new" {
		t.Errorf("still held: %s, sent %q", out, r.whys(t))
	}
	if audit := must(t, "", "review", "new.db", "--audit"); !strings.Contains(audit, "released") || !strings.Contains(audit, "dropped") {
		t.Errorf("audit trail %s", audit)
	}
	must(t, "", "alert", "remove", "new.db", "desk")
	if out := must(t, "", "alert", "list", "new.db", "--json"); strings.TrimSpace(out) != "[]" {
		t.Errorf("still there: %s", out)
	}
}

func TestAReceiverThatFailsEndsNothing(t *testing.T) {
	newCase(t)
	r := newReceiver(t)
	r.fail = true
	must(t, "", "alert", "add", "new.db", "desk", "--webhook="+r.URL, "--secret-file=secret", "--local")
	got := sitrepOn(wires, "ingest", "new.db", "--jsonl", "-")
	if got.code != 0 || !strings.Contains(got.err, "503") || !strings.Contains(got.err, "to "+r.URL) || !strings.Contains(got.err, "it is tried again from 20") {
		t.Fatalf("%+v", got)
	}
	if got := sitrepOn("", "alert", "run", "new.db"); got.code != 0 || !strings.Contains(got.err, "to be tried again from 20") || !strings.Contains(got.err, "503") {
		t.Errorf("what waits is not said: %+v", got)
	}
	if page := must(t, "", "alert", "held", "new.db"); !strings.Contains(page, "is tried again from 20") || !strings.Contains(page, "after 1 attempt: the server answers 503") {
		t.Errorf("got %s", page)
	}
	if got := sitrepOn("", "alert", "test", "new.db", "desk"); got.code == 0 || !strings.Contains(got.out, "failed: the server answers 503") {
		t.Errorf("%+v", got)
	}
	r.fail = false
	if got := sitrepOn("", "alert", "test", "new.db", "desk"); got.code != 0 || !strings.Contains(got.out, ": sent") || !strings.Contains(r.got[0], `"why":"test"`) {
		t.Errorf("%+v", got)
	}
}

// A person who releases learns by the exit code whether it went out: 1 where nothing did, 3 where something did.
func TestWhatIsReleasedAndFails(t *testing.T) {
	newCase(t)
	r := newReceiver(t)
	r.fail = true
	must(t, "", "alert", "add", "new.db", "desk", "--webhook="+r.URL, "--secret-file=secret", "--local", "--hold")
	must(t, "", "alert", "add", "new.db", "file", "--feed=a.atom", "--hold")
	must(t, strings.SplitAfter(wires, "\n")[0], "ingest", "new.db", "--jsonl", "-")
	if got := sitrepOn("", "alert", "release", "new.db", "--all", "--alert=desk"); got.code != exitFailed || !strings.Contains(got.err, "1 of 1 sends failed: desk by webhook to "+r.URL) {
		t.Errorf("alone: %+v", got)
	}
	must(t, "", "alert", "add", "new.db", "other", "--webhook="+r.URL+"/other", "--secret-file=secret", "--local", "--hold")
	must(t, strings.SplitAfter(wires, "\n")[1], "ingest", "new.db", "--jsonl", "-")
	if got := sitrepOn("", "alert", "release", "new.db", "--all"); got.code != exitSomeFailed || !strings.Contains(got.err, "sends failed: ") {
		t.Errorf("beside one that went out: %+v", got)
	}
}

func TestAlertsThatCannotBe(t *testing.T) {
	newCase(t)
	must(t, "", "alert", "add", "case.db", "one", "--feed=a.atom")
	if err := os.WriteFile("no.secret", []byte("password\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"goes nowhere", []string{"add", "case.db", "x"}, exitUsage, "--webhook, --mail or --feed"},
		{"a second of one name", []string{"add", "case.db", "one", "--feed=b.atom"}, exitFailed, "remove it first"},
		{"no secret", []string{"add", "case.db", "x", "--webhook=https://desk.example/"}, exitUsage, "--secret-file"},
		{"a secret that is none", []string{"add", "case.db", "x", "--webhook=https://desk.example/", "--secret-file=no.secret"}, exitFailed, "does not begin with whsec_"},
		{"no address", []string{"add", "case.db", "x", "--webhook=desk", "--secret-file=s"}, exitUsage, "want an address like"},
		{"in the open", []string{"add", "case.db", "x", "--webhook=http://desk.example/", "--secret-file=s"}, exitUsage, "https://"},
		{"a filter that is none", []string{"add", "case.db", "x", "--feed=b.atom", "--kind=party"}, exitUsage, "party"},
		{"test of none", []string{"test", "case.db", "two"}, exitFailed, "it has one"},
		{"remove none", []string{"remove", "case.db", "two"}, exitFailed, "it has one"},
		{"release nothing", []string{"release", "case.db"}, exitUsage, "--all"},
		{"release what is not there", []string{"release", "case.db", "ffff"}, exitFailed, "sitrep alert held lists them"},
		{"run where nothing is", []string{"run", "none.db"}, exitFailed, "none.db"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sitrepOn("", append([]string{"alert"}, c.args...)...); got.code != c.code || !strings.Contains(got.err, c.says) {
				t.Errorf("%+v", got)
			}
		})
	}
}
