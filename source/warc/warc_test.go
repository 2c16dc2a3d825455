package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// record writes a record as a crawler does.
func record(kind, uri, media, content string, more ...string) string {
	head := fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2021-03-08T09:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n", kind, uri, media, len(content))
	return head + strings.Join(more, "") + "\r\n" + content + "\r\n\r\n"
}

// read are the records of an archive, one line each.
func read(in string) (all []string) {
	for r := NewReader(strings.NewReader(in)); ; {
		rec, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return all
		case errors.Is(err, ErrDamaged):
			all = append(all, "! "+err.Error())
			continue
		case err != nil:
			return append(all, "!! "+err.Error())
		}
		content, err := io.ReadAll(rec.Body)
		all = append(all, fmt.Sprintf("%d %s %s %s %v", rec.N, rec.Type, rec.URI, content, err))
	}
}

func TestRecords(t *testing.T) {
	a, b := record("resource", "https://x.example/a", "text/html", "A"), record("resource", "<https://x.example/b>", "text/html", "B\r\nWARC/1.0\r\n")
	const isA, isB = "1 resource https://x.example/a A <nil>", "2 resource https://x.example/b B\r\nWARC/1.0\r\n <nil>"
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"two", a + b, []string{isA, isB}},
		{"nothing", "", nil},
		{"line feeds alone", strings.ReplaceAll(a, "\r\n", "\n"), []string{isA}},
		{"no empty lines between", strings.TrimSpace(a) + "\n" + b, []string{isA, isB}},
		{"many empty lines", "\r\n\r\n" + a + strings.Repeat("\r\n", 100) + b, []string{isA, isB}},
		{"ends in the content", a + b[:len(b)-10], []string{isA, "2 resource https://x.example/b B\r\nWARC " + ErrTruncated.Error(), "!! " + ErrTruncated.Error()}},
		{"ends in the head", a + b[:40], []string{isA, "!! " + ErrTruncated.Error()}},
		{"ends in the version", a + "WARC/1.", []string{isA, "!! " + ErrTruncated.Error()}},
		{"rubbish between", a + "rubbish\r\nmore rubbish\r\n" + b, []string{isA, "! the record is damaged: it does not begin with WARC/1.", strings.Replace(isB, "2", "3", 1)}},
		{"a long line of rubbish", a + strings.Repeat("WARC/1.", 50_000) + "\r\n" + b, []string{isA, "! the record is damaged: it does not begin with WARC/1.", strings.Replace(isB, "2", "3", 1)}},
		{"a length too small", strings.Replace(a, "Length: 1", "Length: 0", 1) + b, []string{"1 resource https://x.example/a  <nil>", "! the record is damaged: it does not begin with WARC/1.", strings.Replace(isB, "2", "3", 1)}},
		{"a length too large", strings.Replace(a, "Length: 1", "Length: 9223372036854775807", 1) + b, []string{"1 …", "!! " + ErrTruncated.Error()}},
		{"a length below zero", strings.Replace(a, "Length: 1", "Length: -1", 1) + b, []string{`! the record is damaged: its length is "-1"`, isB}},
		{"no length", strings.Replace(a, "Content-Length: 1", "X: 1", 1) + b, []string{`! the record is damaged: its length is ""`, isB}},
		{"no field", strings.Replace(a, "WARC-Type:", "WARC-Type", 1) + b, []string{`! the record is damaged: "WARC-Type resource" is no field of a head`, isB}},
		{"a field on two lines", strings.Replace(a, "/a\r\n", "/a\r\n\tb\r\n", 1), []string{"1 resource https://x.example/a b A <nil>"}},
		{"a line that goes on with none", strings.Replace(a, "1.1\r\n", "1.1\r\n x\r\n", 1), []string{isA}},
		{"a head without end", a + "WARC/1.1\r\n" + strings.Repeat("X: y\r\n", 100_000) + "\r\n" + b, []string{isA, "! the record is damaged: its head is longer than 65536 bytes", strings.Replace(isB, "2", "3", 1)}},
		{"a field without end", a + "WARC/1.1\r\nX: " + strings.Repeat("y", 1_000_000), []string{isA, "! the record is damaged: its head is longer than 65536 bytes"}},
		{"not an archive", "<html>", []string{"! the record is damaged: it does not begin with WARC/1."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := read(c.in)
			if len(got) != len(c.want) {
				t.Fatalf("got %.500q", got)
			}
			for i, want := range c.want {
				if p, ok := strings.CutSuffix(want, "…"); got[i] != want && !(ok && strings.HasPrefix(got[i], p)) {
					t.Errorf("got %.500q, want %q", got[i], want)
				}
			}
		})
	}
}

func TestWhatIsNotReadIsPassedOver(t *testing.T) {
	r := NewReader(strings.NewReader(record("resource", "a", "x", strings.Repeat("A", 100_000)) + record("resource", "b", "x", "B")))
	for _, want := range []string{"a", "b"} {
		if rec, err := r.Next(); err != nil || rec.URI != want || rec.Date.Format("2006-01-02") != "2021-03-08" || rec.Field("content-TYPE") != "x" {
			t.Errorf("%+v, %v", rec, err)
		}
	}
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a page", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nA", "200 text/html  A <nil>"},
		{"line feeds alone", "HTTP/1.0 404\nContent-Type: text/html\n\nA", "404 text/html  A <nil>"},
		{"HTTP/2, without a reason", "HTTP/2 200\r\nX: y\r\n\r\nA", "200   A <nil>"},
		{"chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nAB\r\n1;x=y\r\nC\r\n0\r\n\r\n", "200   ABC <nil>"},
		{"chunks that the crawler has joined", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<html>", "200   <html> <nil>"},
		{"chunks that end in the middle", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nAB", "200   AB unexpected EOF"},
		{"a chunk of a size that none has", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nAB", "200   AB unexpected EOF"},
		{"packed", "HTTP/1.1 200 OK\r\nContent-Encoding: GZIP\r\n\r\nA", "200  gzip A <nil>"},
		{"an odd line in the head", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nodd\r\n\r\nA", "200 text/html  A <nil>"},
		{"no fields", "HTTP/1.1 200 OK\r\n\r\nA", "200   A <nil>"},
		{"only a head", "HTTP/1.1 200 OK\r\nX: y", "200    <nil>"},
		{"no HTTP", "<html>", "the record is damaged: what the server sent begins with \"<html>\""},
		{"nothing", "", "the record is damaged: what the server sent begins with \"\""},
		{"a status that none has", "HTTP/1.1 99999999999999999999 OK\r\n\r\n", "the record is damaged: what the server sent begins with \"HTTP/1.1 99999999999999999999 OK\\r\""},
		{"a head without end", "HTTP/1.1 200 OK\r\n" + strings.Repeat("X: y\r\n", 100_000), "the record is damaged: the head of what the server sent is longer than 65536 bytes"},
		{"a line without end", "HTTP/1.1 200 OK" + strings.Repeat("x", 1_000_000), "the record is damaged: the head of what the server sent is longer than 65536 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rec, err := NewReader(strings.NewReader(record("response", "u", "application/http", c.in))).Next()
			if err != nil {
				t.Fatal(err)
			}
			a, err := rec.Answer()
			got := fmt.Sprint(err)
			if err == nil {
				body, err := io.ReadAll(a.Body)
				got = fmt.Sprintf("%d %s %s %s %v", a.Status, a.Header.Get("Content-Type"), a.Coding, body, err)
			}
			if p, ok := strings.CutSuffix(c.want, "…"); got != c.want && !(ok && strings.HasPrefix(got, p)) {
				t.Errorf("got %.500q, want %q", got, c.want)
			}
		})
	}
}

// FuzzReader reads bytes as an archive: it ends, and gives no more than it was given.
func FuzzReader(f *testing.F) {
	f.Add([]byte(record("response", "https://x.example/a", "application/http", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nAB\r\n0\r\n\r\n") + record("revisit", "u", "x", "")))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 5\r\n\r\nAB"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, read := NewReader(bytes.NewReader(raw)), 0
		for n := 0; ; n++ {
			rec, err := r.Next()
			if err != nil && !errors.Is(err, ErrDamaged) {
				return
			}
			if n > len(raw) {
				t.Fatalf("%d records of %d bytes", n, len(raw))
			}
			if err != nil {
				continue
			}
			body := rec.Body
			if a, err := rec.Answer(); err == nil {
				body = a.Body
			}
			content, _ := io.ReadAll(body)
			if read += len(content); read > len(raw) {
				t.Fatalf("%d bytes of %d", read, len(raw))
			}
		}
	})
}
