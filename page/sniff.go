package page

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Known tells whether the ending of a file's name is one of the forms of input; .gz and .jsonl are for the caller.
func Known(name string) bool {
	_, ok := endings[strings.ToLower(filepath.Ext(name))]
	return ok
}

var endings = map[string]Form{
	".html": HTML, ".htm": HTML, ".xhtml": HTML, ".txt": Text, ".text": Text, ".md": Markdown, ".markdown": Markdown, ".eml": Mail, ".pdf": PDF,
}

// foreign are files that people take for reports, by how they begin.
var foreign = []struct{ magic, problem string }{
	{"PK\x03\x04", "it is a ZIP archive or an office document; save it as text, HTML or PDF first"},
	{"\xd0\xcf\x11\xe0", "it is an old office document; save it as text, HTML or PDF first"},
	{"{\\rtf", "it is RTF; save it as plain text first"},
	{"\x89PNG", "it is a picture; give the text of the report"},
	{"\xff\xd8\xff", "it is a picture; give the text of the report"},
	{"WARC/", "it is a WARC archive; take the pages out first"},
}

// sniff finds the form by what the input holds, and by its name where that says little.
func sniff(raw []byte, name string) (Form, error) {
	for _, f := range foreign {
		if bytes.HasPrefix(raw, []byte(f.magic)) {
			return "", errors.New(f.problem)
		}
	}
	head := raw[:min(len(raw), 1<<14)]
	if bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) {
		return PDF, nil
	}
	if isBinary(head) {
		return "", errors.New("it is binary, not text, HTML, mail or PDF; give the text of a report")
	}
	form := endings[strings.ToLower(filepath.Ext(name))]
	switch {
	case form == Mail, form != Markdown && isMail(head):
		return Mail, nil
	case form == HTML, isHTML(head):
		return HTML, nil
	case form == Markdown:
		return Markdown, nil
	}
	return Text, nil
}

// isBinary tells other files from text: in those much is neither a character nor white space. UTF-16 is text.
func isBinary(head []byte) bool {
	if utf16Order(head) != nil {
		return false
	}
	odd, all := 0, 0
	for i := 0; i < len(head); {
		r, n := utf8.DecodeRune(head[i:])
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r\b\x1b", r) {
			odd++
		}
		all++
		i += n
	}
	return odd*20 > all
}

func isHTML(head []byte) bool {
	s := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")))
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<article", "<div", "<p>", "<p ", "<title", "<script", "<section", "<main"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return (strings.HasPrefix(s, "<?xml") || strings.HasPrefix(s, "<!--")) && strings.Contains(s, "<html") || strings.Contains(s, "<!doctype html")
}

// isMail tells whether a head of a mail begins the input: lines "Name: value", two of the usual names among them.
func isMail(head []byte) bool {
	usual := 0
	for i, line := range strings.Split(string(head), "\n") {
		line = strings.TrimRight(line, "\r")
		if i == 0 && strings.HasPrefix(line, "From ") || i > 0 && (strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")) {
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || strings.ContainsAny(name, " \t") {
			break
		}
		switch strings.ToLower(name) {
		case "from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path", "content-type", "delivered-to":
			usual++
		}
	}
	return usual >= 3
}
