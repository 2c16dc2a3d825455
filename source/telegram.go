package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// chat is a channel or group in an export of Telegram Desktop ("Export chat history", machine-readable JSON).
type chat struct {
	Name string
	Type string
	ID   int64
}

var (
	oneChat  = regexp.MustCompile(`^\{\s*"name"\s*:\s*(null|"(\\.|[^"\\])*")\s*,\s*"type"\s*:\s*"(public|private|personal|saved|bot|verification)_`)
	allChats = regexp.MustCompile(`^\{\s*"about"\s*:\s*"[^"]*Telegram`)
)

// isTelegram tells an export of Telegram Desktop by how it begins: one chat, or all of an account.
func isTelegram(in *input) bool {
	head, _ := in.Peek(1 << 12)
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	return oneChat.Match(head) || allChats.Match(head)
}

// telegram gives the messages of an export, each as a report: the channel is its outlet. Messages without text and those of the service are passed over.
func (r *reader) telegram(in *input) bool {
	if bom, _ := in.Peek(3); string(bom) == "\ufeff" {
		in.Discard(3)
	}
	t := &telegram{reader: r, in: in, budget: &budget{r: in, most: r.o.maxSize() + 1<<16}}
	t.d = json.NewDecoder(t.budget)
	switch err := t.value(0); {
	case errors.Is(err, errStop):
		return false
	case err != nil:
		return r.fail(t.in.item(), t.broken(err))
	}
	return true
}

type telegram struct {
	*reader
	in     *input
	budget *budget
	d      *json.Decoder
	chat   chat
}

// broken says why the rest of an export cannot be read.
func (t *telegram) broken(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		err = errTruncated
	}
	return fmt.Errorf("the export cannot be read further than byte %d: %w; export the chat again", t.d.InputOffset(), plainError(err))
}

// mostNested is how deep an export is searched for chats; Telegram needs 4.
const mostNested = 8

// value searches a value for messages.
func (t *telegram) value(depth int) error {
	if depth > mostNested {
		return fmt.Errorf("it is nested deeper than %d, as no export is", mostNested)
	}
	tok, err := t.token()
	if err != nil {
		return err
	}
	switch tok {
	case json.Delim('{'):
		return t.object(depth)
	case json.Delim('['):
		for t.d.More() {
			if err := t.value(depth + 1); err != nil {
				return err
			}
		}
		_, err = t.token()
	}
	return err
}

// object searches an object for chats, and reads what it says of itself.
func (t *telegram) object(depth int) error {
	t.chat = chat{}
	for t.d.More() {
		tok, err := t.token()
		if err != nil {
			return err
		}
		switch key, _ := tok.(string); key {
		case "name":
			err = t.decode(&t.chat.Name)
		case "type":
			err = t.decode(&t.chat.Type)
		case "id":
			err = t.decode(&t.chat.ID)
		case "messages":
			err = t.messages()
		case "chats", "left_chats", "list":
			err = t.value(depth + 1)
		default:
			err = t.skip()
		}
		if err != nil {
			return err
		}
	}
	_, err := t.token()
	return err
}

// decode reads a value; one of another type (a null name) leaves v as it is.
func (t *telegram) decode(v any) error {
	err := t.d.Decode(v)
	if _, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return nil
	}
	return err
}

func (t *telegram) token() (json.Token, error) {
	t.budget.renew()
	return t.d.Token()
}

// mostSkipped is how deep a value may be nested that is read over: the decoder keeps what is open.
const mostSkipped = 10_000

// skip reads over a value token by token, so that its size does not matter.
func (t *telegram) skip() error {
	for open := 0; ; {
		tok, err := t.token()
		if err != nil {
			return err
		}
		switch tok {
		case json.Delim('{'), json.Delim('['):
			if open++; open > mostSkipped {
				return fmt.Errorf("it is nested deeper than %d, as no export is", mostSkipped)
			}
		case json.Delim('}'), json.Delim(']'):
			open--
		}
		if open == 0 {
			return nil
		}
	}
}

func (t *telegram) messages() error {
	if tok, err := t.token(); err != nil || tok != json.Delim('[') {
		return firstError(err, errors.New("its messages are no list"))
	}
	for t.d.More() {
		t.budget.renew()
		var m message
		err := t.d.Decode(&m)
		if err != nil && !isOdd(err) {
			return err
		}
		if !t.message(m, err) {
			return errStop
		}
	}
	_, err := t.token()
	return err
}

// isOdd tells whether an error is about one message only: the JSON is right and a field is not.
func isOdd(err error) bool {
	_, syntax := errors.AsType[*json.SyntaxError](err)
	return !syntax && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, errBudget) && !errors.Is(err, errBomb) && !errors.Is(err, errTruncated)
}

func (t *telegram) message(m message, err error) bool {
	i := t.in.item()
	i.Where = fmt.Sprintf("%s: message %d", i.Where, m.ID)
	switch {
	case err != nil:
		return t.fail(i, fmt.Errorf("a message cannot be read: %w", err))
	case m.Type != "message":
		t.o.pass(i.Where, "a message of the service")
		return true
	case strings.TrimSpace(string(m.Text)) == "":
		t.o.pass(i.Where, "a message without text")
		return true
	}
	i.Raw, i.Hints = []byte(m.Text), Hints{Outlet: firstOf(t.chat.Name, t.o.Outlet), Published: m.published(), NoTitle: true, Form: Text}
	if t.chat.ID != 0 {
		i.ID = fmt.Sprintf("telegram/%d/%d", t.chat.ID, m.ID)
	}
	if strings.HasSuffix(t.chat.Type, "_channel") || strings.HasSuffix(t.chat.Type, "_supergroup") {
		i.URL = fmt.Sprintf("https://t.me/c/%d/%d", t.chat.ID, m.ID)
	}
	i.Edited, i.ForwardedFrom = unixTime(m.EditedUnix), m.ForwardedFrom
	return t.give(i)
}

func firstError(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

// budget bounds how much is read, and so held, for one token or message.
type budget struct {
	r    io.Reader
	most int64
	left int64
}

var errBudget = errors.New("a message is longer than --max-size")

func (b *budget) renew() { b.left = b.most }

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errBudget
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
