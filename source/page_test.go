package source_test

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/page"
	"sitrep/source"
)

// What every kind of source gives is read by page as what it is.
func TestPagesOfSources(t *testing.T) {
	const text = "Government troops left the town of Karsafa on Monday, elders said, after two days of talks. "
	body := strings.Repeat("<p>"+text+"</p>", 15)
	plain := strings.Repeat(text, 15)
	for _, c := range []struct{ name, in, title, published, outlet, text string }{
		{"a feed that holds all", `<rss version="2.0"><channel><title>Dol Radio</title><item><title>Troops &amp;amp; talks</title><link>https://dol.example/a</link><pubDate>Mon, 8 Mar 2021 23:30:00 EST</pubDate><description><![CDATA[` + body + `]]></description></item></channel></rss>`,
			"Troops & talks", "2021-03-08T23:30:00-05:00", "dol.example", "Government troops left"},
		{"a feed of plain text", `<rss version="2.0"><channel><title>Dol Radio</title><item><title>T</title><guid isPermaLink="false">1</guid><pubDate>Mon, 8 Mar 2021 23:30:00 +0200</pubDate><description>` + plain + `</description></item></channel></rss>`,
			"T", "2021-03-08T23:30:00+02:00", "Dol Radio", "Government troops left"},
		{"a short excerpt", `<rss version="2.0"><channel><item><title>T</title><pubDate>Mon, 8 Mar 2021 23:30:00 GMT</pubDate><description>&lt;p&gt;Troops left Karsafa on Monday, elders said.&lt;/p&gt;</description></item></channel></rss>`,
			"T", "2021-03-08T23:30:00Z", "", "Troops left Karsafa"},
		{"Telegram", `{"name": "Karsafa Watch", "type": "public_channel", "id": 7, "messages": [{"id": 1, "type": "message", "date_unixtime": "1615246200", "text": ["Troops left\n\n", {"type": "bold", "text": "They left."}]}]}`,
			"", "2021-03-08T23:30:00Z", "Karsafa Watch", "Troops left\n\nThey left."},
		{"mbox", "From a@dol.example Mon Mar  8 09:00:00 2021\nFrom: Dol Radio <a@dol.example>\nSubject: Troops leave\nDate: Mon, 08 Mar 2021 23:30:00 +0000\nMessage-ID: <1@dol.example>\n\n" + text + "\n",
			"Troops leave", "2021-03-08T23:30:00Z", "Dol Radio", "Government troops left"},
		{"WARC", warc("<html><head><title>Troops leave</title></head><body><article>" + body + "</article></body></html>"), "Troops leave", "0001-01-01T00:00:00Z", "dol.example", "Government troops left"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 0
			for i, err := range source.Items(t.Context(), []string{"-"}, source.Options{Stdin: strings.NewReader(c.in), Known: page.Known}) {
				if n++; err != nil {
					t.Fatal(err)
				}
				r, err := page.Parse(i.Raw, page.Hints{ID: i.ID, URL: i.URL, Outlet: i.Outlet, Title: i.Title, Published: i.Published, Name: i.Name, NoTitle: i.NoTitle, Form: page.Form(i.Form)})
				if err != nil {
					t.Fatal(err)
				}
				if at := r.Published.Format("2006-01-02T15:04:05Z07:00"); r.Title != c.title || at != c.published || r.Outlet != c.outlet || !strings.HasPrefix(r.Text, c.text) {
					t.Errorf("title %q, published %s, outlet %q, text %.60q", r.Title, at, r.Outlet, r.Text)
				}
			}
			if n != 1 {
				t.Errorf("%d items", n)
			}
		})
	}
}

func warc(html string) string {
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.dol.example/a\r\nWARC-Date: 2021-03-08T09:00:00Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(answer), answer)
}
