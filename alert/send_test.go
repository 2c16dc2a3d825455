package alert

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	netmail "net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep"
	"sitrep/casebook"
	"sitrep/source/fetch"
)

var update = flag.Bool("update", false, "write the schema of the docs anew")

var hook = casebook.Way{Kind: casebook.WebhookWay, To: "https://desk.example/hook", Secret: "secret"}

// deliver sends what is due at so many minutes.
func (b *bench) deliver(at int, p Poster) Sent {
	b.Helper()
	b.time = minute(at)
	sent, err := b.sender(p).Deliver(b.Context(), b.Book)
	if err != nil {
		b.Fatal(err)
	}
	return sent
}

func TestWebhook(t *testing.T) {
	b := newBench(t, hook)
	b.put(1, raid(0, 12), raid(1, 5))
	made := b.look(2)
	p := &posted{}
	if sent := b.deliver(2, p); sent.Sent != 2 || len(p.bodies) != 2 {
		t.Fatalf("%+v", sent)
	}
	if sent := b.deliver(3, p); sent.Sent != 0 || len(p.bodies) != 2 {
		t.Errorf("sent again: %+v", sent)
	}
	key, _ := base64.StdEncoding.DecodeString("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
	for k, body := range p.bodies {
		h := p.heads[k]
		mac := hmac.New(sha256.New, key)
		io.WriteString(mac, h.Get("Webhook-Id")+"."+h.Get("Webhook-Timestamp")+"."+body)
		if want := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)); h.Get("Webhook-Signature") != want || h.Get("Webhook-Timestamp") != fmt.Sprint(minute(2).Unix()) {
			t.Errorf("head %v", h)
		}
		var m message
		if err := json.Unmarshal([]byte(body), &m); err != nil || m.ID != made[k].ID || m.ID != h.Get("Webhook-Id") {
			t.Fatalf("%v in %s", err, body)
		}
		if m.Reviewed || !strings.HasPrefix(m.Title, "Unreviewed, 1 origin") || len(m.Origins) != 1 || *m.Link != "http://localhost:7350/incidents/"+made[k].Incident.ID || m.Earlier != nil {
			t.Errorf("message %+v", m)
		}
		fits(t, []byte(body))
	}
}

// fits tells whether a message fits its schema.
func fits(t *testing.T, body []byte) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "docs", "sitrep-alert-1.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%v in %s", err, body)
	}
}

func TestSchemaOfTheDocs(t *testing.T) {
	const file = "../docs/sitrep-alert-1.schema.json"
	if *update {
		if err := os.WriteFile(file, SchemaJSON(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	published, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(bytes.ReplaceAll(published, []byte("\r\n"), []byte("\n")), SchemaJSON()) {
		t.Errorf("%s is not the schema of what is sent (error %v): run go test ./alert -update, and raise the number if a field went or changed", file, err)
	}
	n := TestNotice(&casebook.Alert{Name: "all"}, start)
	body, err := messageOf(&n, "")
	if err != nil {
		t.Fatal(err)
	}
	fits(t, body)
}

func TestWhatFailsIsTriedAgainLater(t *testing.T) {
	b := newBench(t, hook, casebook.Way{Kind: casebook.FeedWay, To: filepath.Join(t.TempDir(), "a.atom")})
	b.put(1, raid(0, 12), raid(1, 5))
	b.look(2)
	asked := 0
	p := &posted{fail: func() error { asked++; return &fetch.StatusError{Code: http.StatusServiceUnavailable} }}
	if sent := b.deliver(2, p); sent.Waiting != 2 || asked != 1 || len(sent.Failures) != 1 {
		t.Fatalf("a way that fails is left alone for the rest: %+v, asked %d times", sent, asked)
	}
	for _, n := range b.all() {
		if n.State != casebook.WaitingNotice || n.Due.Before(minute(2).Add(firstWait/2)) || n.Due.After(minute(2).Add(firstWait)) || n.Delivery[0].Error == "" || n.Delivery[1].Sent.IsZero() {
			t.Errorf("kept %+v", n)
		}
	}
	if sent := b.deliver(2, p); sent.Waiting != 0 || asked != 1 {
		t.Errorf("tried before it is due: %+v", sent)
	}
	p.fail = nil
	if sent := b.deliver(3, p); sent.Sent != 2 || len(p.bodies) != 2 {
		t.Errorf("later: %+v", sent)
	}
}

func TestWhatCannotBeSentIsADeadLetter(t *testing.T) {
	b := newBench(t, hook)
	b.put(1, raid(0, 12))
	b.look(2)
	at, tries := 2, 0
	p := &posted{fail: func() error { tries++; return errors.New("the line is dead") }}
	for range 30 {
		b.deliver(at, p)
		at += int(longest / time.Minute)
	}
	n := b.all()[0]
	if tries != mostTries || n.State != casebook.DeadNotice || n.Delivery[0].Error != "the line is dead" {
		t.Fatalf("after %d tries: %+v", tries, n)
	}
	p.fail = nil
	if released, err := Release(t.Context(), b.Book, casebook.NoticeQuery{Alert: "all"}, false, minute(at)); released != 1 || err != nil {
		t.Fatal(released, err)
	}
	if sent := b.deliver(at, p); sent.Sent != 1 {
		t.Errorf("released: %+v", sent)
	}
}

func TestOneWhoWantsNoMoreIsNotAskedAgain(t *testing.T) {
	b := newBench(t, hook)
	b.put(1, raid(0, 12))
	b.look(2)
	if sent := b.deliver(2, &posted{fail: func() error { return &fetch.StatusError{Code: http.StatusGone} }}); sent.Dead != 1 {
		t.Errorf("%+v", sent)
	}
}

// Who is asked to wait waits.
func TestRetryAfter(t *testing.T) {
	b := newBench(t, hook)
	b.put(1, raid(0, 12))
	b.look(2)
	b.deliver(2, &posted{fail: func() error { return &fetch.StatusError{Code: 429, RetryAfter: time.Hour} }})
	if n := b.all()[0]; !n.Due.Equal(minute(62)) {
		t.Errorf("due %s", n.Due)
	}
}

// The guard of source/fetch stands before every webhook.
func TestWebhooksAreGuarded(t *testing.T) {
	asked := 0
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer s.Close()
	n := TestNotice(&casebook.Alert{Name: "all"}, start)
	for _, local := range []bool{false, true} {
		sender := &Sender{Public: fetch.New(fetch.Options{}), Local: fetch.New(fetch.Options{Reach: fetch.Local}), Now: start, ReadSecret: func(string) ([]byte, error) { return []byte(secretLine), nil }}
		err := sender.Send(t.Context(), nil, &casebook.Alert{}, &n, casebook.Way{Kind: casebook.WebhookWay, To: s.URL, Local: local})
		if (err == nil) != local || asked > 1 || !local && asked != 0 {
			t.Errorf("local %v: %v, asked %d times", local, err, asked)
		}
	}
}

func TestSecrets(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{secretLine, ""}, {NewSecret(), ""},
		{"", "does not begin with whsec_"}, {"password", "does not begin with whsec_"}, {"whsec_***", "no base64"}, {"whsec_c2hvcnQ=", "5 bytes"},
	} {
		if _, err := parseSecret([]byte(c.line)); (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.line, err)
		}
	}
	for _, content := range []string{"", "password"} {
		file := filepath.Join(t.TempDir(), "secret")
		if content != "" {
			if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		n := TestNotice(&casebook.Alert{Name: "all"}, start)
		added, sent := CheckSecret(file), (&Sender{Now: start}).Send(t.Context(), nil, &casebook.Alert{}, &n, casebook.Way{Kind: casebook.WebhookWay, To: "https://desk.example/hook", Secret: file})
		if added == nil || sent == nil || added.Error() != sent.Error() || strings.Count(added.Error(), file) != 1 {
			t.Errorf("%q: who adds an alert is told\n%v\nand who sends\n%v", content, added, sent)
		}
	}
	if NewSecret() == NewSecret() {
		t.Error("two secrets are the same")
	}
}

func TestMail(t *testing.T) {
	way := casebook.Way{Kind: casebook.MailWay, To: filepath.Join(t.TempDir(), "out"), Sender: "Desk <desk@paper.example>\r\nBcc: all@paper.example", Receiver: "night@paper.example"}
	b := newBench(t, way)
	b.put(1, raid(0, 12, func(i *sitrep.Incident) { i.Title = "Airstrike, Késh\r\nBcc: x@y.example\r\n\r\nhello" }))
	first := b.look(2)[0]
	b.put(3, raid(0, 7))
	second := b.look(4)[0]
	if sent := b.deliver(5, nil); sent.Sent != 2 {
		t.Fatalf("%+v", sent)
	}
	files, err := os.ReadDir(way.To)
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	for k, f := range files {
		raw, err := os.ReadFile(filepath.Join(way.To, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		m, err := netmail.ReadMessage(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		subject, _ := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
		if m.Header.Get("Bcc") != "" || !strings.Contains(subject, "Unreviewed, 1 origin") || m.Header.Get("To") != "night@paper.example" {
			t.Errorf("head %v", m.Header)
		}
		if k == 1 && (m.Header.Get("In-Reply-To") != messageID(first.ID) || !strings.HasSuffix(f.Name(), second.ID+".eml") || !strings.HasPrefix(subject, "Lowered (follows alert "+first.ID+")")) {
			t.Errorf("%s does not follow the first: %v", f.Name(), m.Header)
		}
	}
}

func TestFeed(t *testing.T) {
	way := casebook.Way{Kind: casebook.FeedWay, To: filepath.Join(t.TempDir(), "raids.atom")}
	b := newBench(t, way)
	b.put(1, raid(0, 12, func(i *sitrep.Incident) { i.Title = "Airstrike <script>alert(1)</script> & \x01\x0b" }), raid(1, 2))
	made := b.look(2)
	b.deliver(2, nil)
	b.put(3, raid(0, 7))
	made = append(made, b.look(4)...)
	b.deliver(4, nil)
	raw, err := os.ReadFile(way.To)
	if err != nil {
		t.Fatal(err)
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil || len(feed.Items) != 3 {
		t.Fatalf("%v in %s", err, raw)
	}
	last := feed.Items[0]
	if last.GUID != "urn:sitrep:alert:"+made[2].ID || !strings.Contains(last.Content, "lowered from 12 to 7") || last.Link != "http://localhost:7350/incidents/"+made[2].Incident.ID {
		t.Errorf("the last entry is %+v", last)
	}
	if strings.Contains(string(raw), "<script>") || !strings.Contains(string(raw), `rel="related" href="urn:sitrep:alert:`+made[0].ID) {
		t.Errorf("feed %s", raw)
	}
	if way.To = filepath.Join(t.TempDir(), "no", "such", "folder"); b.sender(nil).Send(t.Context(), b.Book, &b.alert, &made[0], way) == nil {
		t.Error("a feed in a folder that is not there: no error")
	}
}
