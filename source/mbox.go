package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
)

// fromLine begins a mail in an mbox: a sender, or what stands for one, and when it came.
var fromLine = regexp.MustCompile(`^From (?:\S.{0,300} )?.{0,40}\d\d:\d\d.{0,20} \d{4}\b`)

func isMbox(in *input) bool {
	head, _ := in.Peek(512)
	if line, _, ok := bytes.Cut(head, []byte("\n")); ok {
		return fromLine.Match(line)
	}
	return false
}

// mbox gives the mails of an mbox file, in any of its dialects: a mail begins at a line "From " with a time, at the head of the file or after an empty line.
func (r *reader) mbox(in *input) bool {
	m := mbox{in: in.Reader, most: r.o.maxSize()}
	for n := 1; ; n++ {
		raw, err := m.next()
		if errors.Is(err, io.EOF) {
			return true
		}
		i := in.item()
		i.Where = fmt.Sprintf("%s: mail %d", i.Where, n)
		i.Raw, i.Hints = raw, Hints{Outlet: r.o.Outlet, Form: Mail}
		switch {
		case errors.Is(err, errLongMail):
			err = r.o.tooLarge("the mail", "take out what is attached to it")
		case err != nil:
			return r.fail(i, plainError(err))
		}
		if err != nil && !r.fail(i, err) || err == nil && !r.give(i) {
			return false
		}
	}
}

// mbox cuts a stream of mails.
type mbox struct {
	in    *bufio.Reader
	most  int64
	begun bool // a mail's first line has been read
	done  bool
}

var errLongMail = errors.New("the mail is longer than may be")

// next is the next mail without its line "From ". Of a mail that is too long the rest is read over, so that the next can be read.
func (m *mbox) next() ([]byte, error) {
	var mail []byte
	long, blank, start := false, !m.begun, true
	for !m.done {
		part, err := m.in.ReadSlice('\n')
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
			m.done = true
			return nil, err
		}
		m.done = errors.Is(err, io.EOF)
		if start && blank && fromLine.Match(part) {
			if m.begun {
				break
			}
			m.begun = true
		} else if len(part) > 0 {
			if start {
				blank = len(bytes.TrimRight(part, "\r\n")) == 0
				part = unquoted(part)
			}
			if long = long || int64(len(mail)+len(part)) > m.most; long {
				mail = nil
			} else {
				mail = append(mail, part...)
			}
			m.begun = true
		}
		start = err == nil
	}
	switch {
	case long:
		return nil, errLongMail
	case len(bytes.TrimSpace(mail)) == 0 && m.done:
		return nil, io.EOF
	}
	return mail, nil
}

// unquoted takes the mark off a line "From " of the mail's text, which the writer of the file has put there.
func unquoted(line []byte) []byte {
	if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, []byte("From ")) {
		return line[1:]
	}
	return line
}
