package source

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"

	"sitrep/source/warc"
)

func isArchiveOfWeb(in *input) bool {
	head, _ := in.Peek(len("WARC/1."))
	return string(head) == "WARC/1."
}

// archive gives the pages of an archive of the web: what servers sent with success, what was kept without HTTP, and texts made of pages. Of a page that was
// found unchanged there is nothing new, and pictures and the like are no reports: both are passed over.
func (r *reader) archive(in *input) bool {
	for w := warc.NewReader(in); ; {
		record, err := w.Next()
		if errors.Is(err, io.EOF) {
			return true
		}
		i := in.item()
		switch {
		case errors.Is(err, warc.ErrDamaged):
			i.Where = fmt.Sprintf("%s: after %d bytes of the file", i.Where, i.Read)
			if !r.fail(i, err) {
				return false
			}
			continue
		case err != nil:
			return r.fail(i, fmt.Errorf("the archive cannot be read further: %w", plainError(err)))
		}
		i.Where = fmt.Sprintf("%s: record %d", i.Where, record.N)
		if !r.record(in, i, record) {
			return false
		}
	}
}

// record gives the page of a record, if it holds one. Records about other records are left out.
func (r *reader) record(in *input, i Item, record *warc.Record) bool {
	var why string
	var err error
	switch record.Type {
	case "response", "resource", "conversion":
		why, err = r.fillPage(&i, record)
	case "revisit":
		why = "the page is the same as one that was kept before"
	default:
		return true
	}
	switch {
	case errors.Is(err, warc.ErrTruncated), err != nil && in.broken(): // is told with the end of the archive
		return true
	case err != nil:
		return r.fail(i, err)
	case why != "":
		r.o.pass(i.Where, why)
		return true
	}
	return r.give(i)
}

// fillPage reads the page of a record, or says why it is passed over.
func (r *reader) fillPage(i *Item, record *warc.Record) (why string, err error) {
	body, kind, coding := record.Body, record.MediaType, ""
	if record.Type == "response" {
		if !isAddress(record.URI) {
			return "it is not of the web: " + record.URI, nil
		}
		a, err := record.Answer()
		if err != nil {
			return "", err
		}
		if a.Status != 200 {
			return fmt.Sprintf("the server answered %d", a.Status), nil
		}
		body, kind, coding = a.Body, a.Header.Get("Content-Type"), a.Coding
	}
	if why := notPage(record.URI, kind); why != "" {
		return why, nil
	}
	raw, err := r.unpackBody(body, coding)
	if err != nil {
		return "", err
	}
	i.set(raw, kind)
	if record.Type == "conversion" {
		i.Form = Text
	}
	i.URL, i.Seen, i.Excerpt = plainAddress(record.URI), record.Date, record.Truncated != ""
	i.Outlet, i.Published = r.o.Outlet, r.o.Published
	return "", nil
}

// notPage says why what was kept is no report, by its media type.
func notPage(uri, contentType string) string {
	kind, _, _ := mime.ParseMediaType(contentType)
	switch {
	case kind == "text/plain" && strings.HasSuffix(uri, "/robots.txt"):
		return "it is robots.txt"
	case kind == "", kind == "text/html", kind == "application/xhtml+xml", kind == "text/plain", kind == "application/pdf":
		return ""
	}
	return "it is " + kind
}

// unpackBody reads a body of at most so many bytes as one may have.
func (r *reader) unpackBody(body io.Reader, coding string) ([]byte, error) {
	in := bufio.NewReader(body)
	head, _ := in.Peek(2)
	var err error
	switch {
	case coding == "" || coding == "identity":
		body = in
	case (coding == "gzip" || coding == "x-gzip") && !bytes.Equal(head, []byte("\x1f\x8b")), coding == "deflate" && (len(head) < 2 || head[0]&15 != 8 || (int(head[0])<<8|int(head[1]))%31 != 0):
		body = in // the crawler has unpacked it and left the head as it was
	case coding == "gzip" || coding == "x-gzip":
		body, err = newUnpacker(in)
	case coding == "deflate":
		body, err = zlib.NewReader(in)
	default:
		return nil, fmt.Errorf("the page is packed as %.40q, which is not read; fetch it again", coding)
	}
	if err != nil {
		return nil, fmt.Errorf("the page cannot be unpacked: %w", err)
	}
	raw, err := io.ReadAll(io.LimitReader(body, r.o.maxSize()+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the page cannot be read: %w", truncated(err))
	case int64(len(raw)) > r.o.maxSize():
		return nil, r.o.tooLarge("the page", "it is left out")
	}
	return raw, nil
}
