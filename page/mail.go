package page

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html/charset"
)

// What is read of a mail: so many parts, so deep, so many bytes of each.
const (
	mostParts     = 200
	mostMailDepth = 6
	mostPart      = 16 << 20
)

// mailParts are the bodies of a mail that may be the report.
type mailParts struct {
	plain, html string
	inner       []byte // a mail inside the mail
	count       int
}

// readMail takes the report from the body of a saved mail, and title, outlet and time from its head.
func readMail(raw []byte, hints Hints, depth int) (*draft, error) {
	raw = bytes.TrimLeft(raw, "\r\n \t")
	if i := bytes.IndexByte(raw, '\n'); bytes.HasPrefix(raw, []byte("From ")) && i > 0 {
		raw = raw[i+1:] // the line that mailboxes put before each mail
	}
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("the head of the mail is broken: %w; save its text as plain text", err)
	}
	d := &draft{}
	var parts mailParts
	parts.read(textproto.MIMEHeader(m.Header), m.Body, d, 0)
	switch {
	case parts.plain == "" && parts.html == "" && parts.inner != nil && depth < mostMailDepth:
		return readMail(parts.inner, hints, depth+1)
	case parts.html == "" || len(letters(parts.plain)) > littleText: // a shorter one beside HTML says no more than "see the web page"
		d.text = normal(flowed(withoutSignature(strings.ReplaceAll(parts.plain, "\r\n", "\n"))))
	default:
		if d, err = readHTML([]byte(parts.html), hints); err != nil {
			return nil, err
		}
	}
	d.head(m.Header)
	return d, nil
}

// head takes what the head of the mail tells.
func (d *draft) head(h mail.Header) {
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	decode := func(s string) string {
		if t, err := words.DecodeHeader(s); err == nil {
			s = t
		}
		return oneLine(s)
	}
	d.title = first(subject(decode(h.Get("Subject"))), d.title)
	parser := mail.AddressParser{WordDecoder: &words}
	if from, err := parser.Parse(h.Get("From")); err == nil {
		d.outlet = first(d.outlet, oneLine(from.Name), from.Address)
	}
	if t, err := h.Date(); err == nil && plausible(t.Year()) {
		d.published = moment{t, true}
	} else if m, ok := ParseTime(decode(h.Get("Date"))); ok {
		d.published = m
	}
}

// subject is a subject without the marks of answers and forwarded mails.
func subject(s string) string {
	for {
		before := s
		for _, p := range []string{"re:", "fw:", "fwd:", "aw:", "wg:"} {
			if len(s) >= len(p) && strings.EqualFold(s[:len(p)], p) {
				s = strings.TrimSpace(s[len(p):])
			}
		}
		if s == before {
			return s
		}
	}
}

// read takes one part, and the parts in it. Of several texts the first counts.
func (p *mailParts) read(head textproto.MIMEHeader, body io.Reader, d *draft, depth int) {
	if p.count++; p.count > mostParts || depth > mostMailDepth {
		return
	}
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	if disposition, _, _ := mime.ParseMediaType(head.Get("Content-Disposition")); disposition == "attachment" && kind != "message/rfc822" {
		return
	}
	if strings.HasPrefix(kind, "multipart/") {
		all := multipart.NewReader(body, params["boundary"])
		for p.count <= mostParts {
			part, err := all.NextRawPart()
			if err != nil {
				return
			}
			p.read(part.Header, part, d, depth+1)
		}
		return
	}
	raw, err := io.ReadAll(io.LimitReader(decoded(head.Get("Content-Transfer-Encoding"), body), mostPart))
	if err != nil && len(raw) == 0 {
		return
	}
	switch {
	case kind == "text/plain" && p.plain == "":
		p.plain = decodeNamed(raw, params["charset"], d)
	case (kind == "text/html" || kind == "application/xhtml+xml") && p.html == "":
		p.html = string(raw)
		if name := params["charset"]; name != "" {
			p.html = decodeNamed(raw, name, d)
		}
	case kind == "message/rfc822" && p.inner == nil:
		p.inner = raw
	}
}

// decoded undoes the encoding of a part for the way.
func decoded(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &base64Only{r})
	}
	return r
}

// base64Only passes over what is no letter of base64: mails are broken in many ways.
type base64Only struct{ r io.Reader }

func (b *base64Only) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	kept := 0
	for _, c := range p[:n] {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
			p[kept] = c
			kept++
		}
	}
	return kept, err
}

// flowed joins the lines of a text that was broken for the way (RFC 3676: a space at the end of a line goes on).
func flowed(s string) string { return strings.ReplaceAll(s, " \n", " ") }

// withoutSignature cuts a mail at the line "-- ".
func withoutSignature(s string) string {
	if i := strings.LastIndex(s, "\n-- \n"); i > 0 {
		return s[:i]
	}
	return s
}
