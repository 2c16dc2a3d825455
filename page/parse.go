package page

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"sitrep"
)

// Hints are what the caller knows of an input. They win over what the input says of itself.
type Hints struct {
	ID, URL, Outlet, Title string
	Published              string // a day, or a time in one of the usual forms; see ParseTime
	Name                   string // of the file; its ending is a hint at the form
	NoTitle                bool   // the text has no title at its head
	Form                   Form   // empty: found by what the input holds and how it is named
}

// Form is a form of input.
type Form string

// The forms of input.
const (
	HTML     Form = "html"
	Text     Form = "text"
	Markdown Form = "markdown"
	Mail     Form = "mail"
	PDF      Form = "pdf"
)

// stage is the name of this package in problems.
const stage = "page"

// draft is what a form of input gives before the work that is the same for all.
type draft struct {
	text                                 string
	title, outlet, byline, url, language string
	published                            moment
	stamps                               []string // lines of the page that may tell the time of publication, the best first
	dropped                              []sitrep.Dropped
	problems                             []sitrep.Problem
	titleInText                          bool // the title is to be looked for at the head of the text
}

func (d *draft) problem(format string, values ...any) {
	d.problems = append(d.problems, sitrep.Problem{Stage: stage, Err: fmt.Sprintf(format, values...)})
}

// Parse makes a report of an input. Its errors say what is wrong with the input and the way out; what is merely odd becomes a Problem.
func Parse(raw []byte, hints Hints) (*sitrep.Report, error) {
	given, err := hints.published()
	if err != nil {
		return nil, err
	}
	form := hints.Form
	if form == "" {
		if form, err = sniff(raw, hints.Name); err != nil {
			return nil, err
		}
	}
	d, err := read(form, raw, hints)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(d.text) == "" {
		return nil, errNoText(form)
	}
	if len(d.text) > mostText {
		return nil, fmt.Errorf("its text has %d MB, which no report has: give one report a file, or one a line with --jsonl", len(d.text)>>20)
	}
	return finish(d, hints, given), nil
}

// mostText is how many bytes the text of a report may have: some 170,000 words.
const mostText = 1 << 20

// read makes the draft. The readers of HTML and PDF are large programs of others: whatever goes wrong in them is an error of this input.
func read(form Form, raw []byte, hints Hints) (d *draft, err error) {
	defer func() {
		if r := recover(); r != nil {
			d, err = nil, fmt.Errorf("it cannot be read as %s: %v; save it as plain text", form, r)
		}
	}()
	switch form {
	case HTML:
		return readHTML(raw, hints)
	case Mail:
		return readMail(raw, hints, 0)
	case PDF:
		return readPDF(raw)
	case Markdown:
		return readMarkdown(raw)
	}
	return readPlain(raw)
}

func errNoText(form Form) error {
	switch form {
	case HTML:
		return errors.New("no article found on the page: it may be a list, a video or half a page; save the article itself, or give its text")
	case PDF:
		return errors.New("the PDF has no text layer: it holds pictures of pages; run OCR over it first, with ocrmypdf, say")
	case Mail:
		return errors.New("the mail holds no text; give the attachment itself")
	}
	return errors.New("it is empty; give the text of a report")
}

// finish does what is the same for every form: the title, the marks on the text, the time, the language, the hash.
func finish(d *draft, hints Hints, given moment) *sitrep.Report {
	r := &sitrep.Report{ID: hints.ID, URL: first(hints.URL, d.url), Outlet: first(hints.Outlet, d.outlet), Byline: d.byline, Problems: d.problems}
	r.Outlet = first(r.Outlet, hostOf(r.URL))
	r.Title, r.Text = d.title, d.text
	if d.titleInText && hints.Title == "" && !hints.NoTitle {
		r.Title, r.Text = splitTitle(d.text)
	}
	r.Title = oneLine(first(hints.Title, r.Title))
	r.Dropped = merge(append(leftovers(r.Text), d.dropped...), r.Text)
	body := bodyStart(r)
	r.Dateline = dateline(r.Text[body:])
	if r.Byline == "" {
		r.Byline = bylineOf(r)
	}
	setPublished(r, d, given)
	setLanguage(r, first(d.language))
	sum := sha256.Sum256([]byte(r.Text))
	r.SHA256 = hex.EncodeToString(sum[:])
	if r.ID == "" {
		r.ID = r.SHA256
	}
	return r
}

// first is the first string that is not empty.
func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// hostOf is the host of an address: the outlet where nobody names it.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// oneLine is a string without line ends and double spaces, in valid UTF-8.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}

// bodyStart is where the text begins after the leftovers at its head.
func bodyStart(r *sitrep.Report) int {
	at := 0
	for _, d := range r.Dropped {
		if strings.TrimSpace(r.Text[at:d.Start]) != "" {
			break
		}
		at = d.End
	}
	return at + len(r.Text[at:]) - len(strings.TrimLeft(r.Text[at:], " \n\t"))
}
