package source

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// warcRecord writes a record of an archive as a crawler does.
func warcRecord(kind, uri, media, content string, more ...string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2021-03-08T09:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n%s\r\n\r\n", kind, uri, media, len(content), strings.Join(more, ""), content)
}

func response(uri, head, body string, more ...string) string {
	return warcRecord("response", uri, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+head+"\r\n"+body, more...)
}

const htmlHead = "Content-Type: text/html; charset=windows-1251\r\n"

func TestArchives(t *testing.T) {
	records := []string{
		warcRecord("warcinfo", "", "application/warc-fields", "software: x"),
		warcRecord("request", "https://x.example/a", "application/http; msgtype=request", "GET /a HTTP/1.1\r\n\r\n"),
		response("https://x.example/a?utm_source=x", htmlHead, "<p>caf\xf3"),
		response("https://x.example/b", htmlHead+"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(packed("B")), packed("B"))),
		response("https://x.example/c", htmlHead+"Content-Encoding: gzip\r\n", "unpacked by the crawler", "WARC-Truncated: length\r\n"),
		response("https://x.example/d", "Content-Type: image/png\r\n", "no"),
		response("https://x.example/robots.txt", "Content-Type: text/plain\r\n", "no"),
		response("https://x.example/e", htmlHead+"Content-Encoding: br\r\n", "no"),
		response("dns:x.example", "", "no"),
		strings.Replace(response("https://x.example/f", htmlHead, "no"), "200 OK", "404 No", 1),
		warcRecord("revisit", "https://x.example/a", "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
		warcRecord("metadata", "https://x.example/a", "application/warc-fields", "x: y"),
		warcRecord("resource", "https://x.example/g", "text/html", "G"),
		warcRecord("conversion", "https://x.example/h", "text/plain", "H"),
		response("https://x.example/i", htmlHead, strings.Repeat("I", 2000)),
		response("https://x.example/j", htmlHead, "J"),
	}
	want := []string{"record 3 https://x.example/a html false <p>cafу", "record 4 https://x.example/b html false B", "record 5 https://x.example/c html true unpacked by the crawler",
		"record 8! the page is packed as \"br\", which is not read; fetch it again", "record 13 https://x.example/g html false G", "record 14 https://x.example/h text false H",
		"record 15! the page is larger than 1000B; a report is not: it is left out, or raise --max-size", "record 16 https://x.example/j html false J"}
	for name, in := range map[string]string{"plain": strings.Join(records, ""), "a member a record": packed(records...), "one member": packed(strings.Join(records, ""))} {
		t.Run(name, func(t *testing.T) {
			var got []string
			passed := 0
			for i, err := range Items(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(in), MaxSize: 1000, Passed: func(string, string) { passed++ }}) {
				where := strings.TrimPrefix(i.Where, "standard input: ")
				if err != nil {
					got = append(got, fmt.Sprintf("%s! %v", where, err))
					continue
				}
				got = append(got, fmt.Sprintf("%s %s %s %v %s", where, i.URL, i.Form, i.Excerpt, i.Raw))
				if i.Seen.Format("2006-01-02") != "2021-03-08" || i.Published != "" {
					t.Errorf("%+v", i)
				}
			}
			equal(t, got, want...)
			if passed != 5 {
				t.Errorf("%d passed over, want 5", passed)
			}
		})
	}
}

func TestArchivesThatAreDamaged(t *testing.T) {
	a, b := response("https://x.example/a", htmlHead, "A"), response("https://x.example/b", htmlHead, strings.Repeat("B", 100))
	bomb := packed(strings.Repeat("B", 11<<20))
	const isA = "x.warc.gz: record 1: A"
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"broken off", a + b[:len(b)-50], []string{isA, "x.warc.gz! the archive cannot be read further: the archive ends in the middle of a record…"}},
		{"broken off, packed", packed(a) + packed(b)[:50], []string{isA, "x.warc.gz! the archive cannot be read further: it ends in the middle…"}},
		{"broken off between members", packed(a) + packed(b)[:5], []string{isA, "x.warc.gz! the archive cannot be read further: it ends in the middle…"}},
		{"rubbish after a member", packed(a) + "rubbish that is long enough", []string{isA, "x.warc.gz! the archive cannot be read further: gzip: invalid header"}},
		{"a bomb for a record", packed(a) + packed(response("https://x.example/b", htmlHead, strings.Repeat("B", 11<<20))), []string{isA, "x.warc.gz: record 2! the page is larger than…", "x.warc.gz! the archive cannot be read further: " + errBomb.Error()}},
		{"a bomb for a page", a + response("https://x.example/b", htmlHead+"Content-Encoding: gzip\r\n", bomb) + a, []string{isA, "x.warc.gz: record 2! the page is larger than…", "x.warc.gz: record 3: A"}},
		{"a bomb in chunks", a + response("https://x.example/b", htmlHead+"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(bomb), bomb)), []string{isA, "x.warc.gz: record 2! the page is larger than…"}},
		{"a page that is no gzip", a + response("https://x.example/b", htmlHead+"Content-Encoding: gzip\r\n", "\x1f\x8bxxxxxxxxxxxxxxxxxxxx") + a, []string{isA, "x.warc.gz: record 2! the page cannot be unpacked: …", "x.warc.gz: record 3: A"}},
		{"no HTTP", a + warcRecord("response", "https://x.example/b", "application/http", "rubbish") + a, []string{isA, "x.warc.gz: record 2! the record is damaged…", "x.warc.gz: record 3: A"}},
		{"rubbish between", a + "rubbish\r\n\r\n" + a, []string{isA, "x.warc.gz: after …", "x.warc.gz: record 3: A"}},
		{"a length that is a lie", a + strings.Replace(b, "Length: ", "Length: 9999999", 1) + a, []string{isA, "x.warc.gz…"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			inFolder(t, map[string]string{"x.warc.gz": c.in})
			got := all(t, Options{MaxSize: 1 << 20}, "x.warc.gz")
			equal(t, got, c.want...)
		})
	}
}

// FuzzArchive reads bytes as an archive, packed or not: pages or errors, and an end.
func FuzzArchive(f *testing.F) {
	f.Add([]byte(response("https://x.example/a", htmlHead+"Content-Encoding: gzip\r\n", packed("A"))))
	f.Add([]byte(packed(response("https://x.example/a", htmlHead, "A"))))
	f.Fuzz(func(t *testing.T, raw []byte) {
		in, err := newInput("x", "x", strings.NewReader(string(raw)), nil)
		if err != nil {
			return
		}
		r := &reader{context.Background(), &Options{MaxSize: 1000}, func(i Item, _ error) bool {
			if len(i.Raw) > 3000 { // a charset can make three bytes of one
				t.Errorf("%d bytes", len(i.Raw))
			}
			return true
		}}
		r.archive(in)
	})
}
