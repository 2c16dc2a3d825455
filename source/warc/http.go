package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"
)

// Answer is what a server sent, as a record of type "response" holds it.
type Answer struct {
	Status int
	Header textproto.MIMEHeader
	Body   io.Reader // without the chunks in which it was sent, still packed: see Coding
	Coding string    // how it is packed: "gzip"; empty if it is not
}

// Answer reads the head of what a server sent from the content of the record.
func (r *Record) Answer() (*Answer, error) {
	in := bufio.NewReaderSize(r.Body, mostHead)
	head, err := headOf(in)
	if err != nil {
		return nil, err
	}
	a := &Answer{Header: textproto.MIMEHeader{}, Body: in}
	first, fields, _ := strings.Cut(head, "\n")
	if a.Status, err = statusOf(first); err != nil {
		return nil, err
	}
	for line := range strings.Lines(fields) {
		if name, value, ok := strings.Cut(line, ":"); ok { // others are the server's fault, and no reason to lose the page
			a.Header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	a.Coding = strings.ToLower(strings.TrimSpace(a.Header.Get("Content-Encoding")))
	if strings.EqualFold(strings.TrimSpace(a.Header.Get("Transfer-Encoding")), "chunked") && startsChunk(in) {
		a.Body = httputil.NewChunkedReader(in)
	}
	return a, nil
}

// headOf reads the head of HTTP and the empty line after it.
func headOf(in *bufio.Reader) (string, error) {
	var head []byte
	for {
		line, err := in.ReadSlice('\n')
		head = append(head, line...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull), len(head) > mostHead:
			return "", fmt.Errorf("%w: the head of what the server sent is longer than %d bytes", ErrDamaged, mostHead)
		case err != nil && !errors.Is(err, io.EOF):
			return "", err
		case err != nil, len(bytes.TrimRight(line, "\r\n")) == 0:
			return string(head), nil
		}
	}
}

// statusOf reads "HTTP/1.1 200 OK".
func statusOf(line string) (int, error) {
	words := strings.Fields(line)
	if len(words) >= 2 && strings.HasPrefix(words[0], "HTTP/") {
		if n, err := strconv.Atoi(words[1]); err == nil && n >= 100 && n < 1000 {
			return n, nil
		}
	}
	return 0, fmt.Errorf("%w: what the server sent begins with %.40q", ErrDamaged, line)
}

var chunkHead = regexp.MustCompile(`^[0-9a-fA-F]{1,8}[ \t]*(;[^\r\n]*)?\r?\n`)

// startsChunk tells whether a body is still in chunks: many crawlers take it out of them and leave the head as it was.
func startsChunk(in *bufio.Reader) bool {
	head, _ := in.Peek(64)
	return chunkHead.Match(head)
}
