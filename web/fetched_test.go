package web_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"sitrep/source/fetch"
	"sitrep/web"
)

// pages are what stands at addresses.
type pages map[string]string

func (p pages) Fetch(_ context.Context, address string, _ fetch.Validators) (*fetch.Response, error) {
	if p[address] == "" {
		return nil, errors.New("no such host")
	}
	return &fetch.Response{URL: address, Body: []byte(p[address]), Type: "text/html; charset=utf-8", At: time.Date(2016, 4, 13, 8, 0, 0, 0, time.UTC)}, nil
}

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><item><title>A</title><link>https://wire.example/a</link><description>Shells hit Dorel.</description></item><item><title>B</title><link>https://wire.example/b</link><description>Talks begin.</description></item></channel></rss>`

func TestAnAddressAloneIsFetched(t *testing.T) {
	at := pages{"https://wire.example/story": "<html><head><title>Town shelled</title></head><body><article><p>" + strings.ReplaceAll(told, "\n\n", "</p><p>") + "</p></article></body></html>", "https://wire.example/feed": feed}
	w := open(t, web.Options{Fetch: at})
	r := w.post("/read", map[string]string{"url": "https://wire.example/story", "published": "2016-04-12"})
	if page := r.Body.String(); r.Code != http.StatusOK || !strings.Contains(page, "killed five people") || !strings.Contains(page, "Read, not filed") {
		t.Errorf("%d %s", r.Code, page)
	}
	for name, address := range map[string]string{"a host that is none": "https://nowhere.example/", "another scheme": "file:///etc/hosts", "this machine by its name": "gopher://localhost/"} {
		if r := w.post("/read", map[string]string{"url": address}); r.Code != http.StatusOK || !strings.Contains(r.Body.String(), `role="alert"`) {
			t.Errorf("%s: %d", name, r.Code)
		}
	}
	if r := w.post("/read", map[string]string{"url": "https://wire.example/story", "published": "2016-04-12", "file": "1"}); r.Code != http.StatusSeeOther {
		t.Errorf("filing it: %d", r.Code)
	}
	none := open(t, web.Options{})
	if page := none.post("/read", map[string]string{"url": "https://wire.example/story"}).Body.String(); !strings.Contains(page, "There is no text") {
		t.Error("a window that fetches nothing fetches")
	}
}
