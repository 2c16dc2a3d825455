package alert

import (
	"bytes"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"sitrep/casebook"
)

// longestSubject is how many characters a subject has at most.
const longestSubject = 200

// writeMail writes a notice as a mail into a folder, for a program that sends it or a person who opens it. The same notice is the same file.
func writeMail(w casebook.Way, a *casebook.Alert, n *casebook.Notice) error {
	if err := os.MkdirAll(w.To, 0o700); err != nil {
		return err
	}
	name := n.At.UTC().Format("20060102T150405Z") + "-" + n.ID + ".eml"
	return replace(filepath.Join(w.To, name), mail(w, a, n))
}

// mail is a notice as a mail. One that follows another is its answer, so that mail programs show them together.
func mail(w casebook.Way, a *casebook.Alert, n *casebook.Notice) []byte {
	var b bytes.Buffer
	head := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", name, value)
		}
	}
	head("Date", n.At.UTC().Format(time.RFC1123Z))
	head("From", oneLine(w.Sender))
	head("To", oneLine(w.Receiver))
	head("Subject", mime.QEncoding.Encode("utf-8", shortened(oneLine(n.Title), longestSubject)))
	head("Message-ID", messageID(n.ID))
	if n.Earlier != "" {
		head("In-Reply-To", messageID(n.Earlier))
		head("References", messageID(n.Earlier))
	}
	head("Auto-Submitted", "auto-generated")
	head("MIME-Version", "1.0")
	head("Content-Type", "text/plain; charset=utf-8")
	head("Content-Transfer-Encoding", "quoted-printable")
	b.WriteString("\r\n")
	q := quotedprintable.NewWriter(&b)
	for _, line := range body(n, a.Base) {
		fmt.Fprintf(q, "%s\r\n", oneLine(line)) // a buffer takes everything
	}
	q.Close()
	return b.Bytes()
}

func messageID(id string) string { return "<" + id + "@alerts.sitrep.invalid>" }

// oneLine is a text without line ends and other controls: words of strangers make no head of their own.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// replace writes a file whole or not at all.
func replace(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".sitrep-alert-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	return err
}
