package alert

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strconv"

	"sitrep/casebook"
)

// secretPrefix marks a secret, so that it is known where it should not be.
const secretPrefix = "whsec_"

// leastSecret is how many bytes a secret has to have.
const leastSecret = 24

// NewSecret is a secret for a webhook, as a line of a file.
func NewSecret() string {
	b := make([]byte, 32)
	rand.Read(b) // never fails
	return secretPrefix + base64.StdEncoding.EncodeToString(b) + "\n"
}

// CheckSecret fails where a file holds no secret that can sign: whoever adds an alert has to learn that before the first notice.
func CheckSecret(file string) error {
	_, err := secretIn(file, os.ReadFile)
	return err
}

// secretIn is the secret in a file.
func secretIn(file string, read func(string) ([]byte, error)) ([]byte, error) {
	line, err := read(file)
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err // the file is named already
	}
	var key []byte
	if err == nil {
		key, err = parseSecret(line)
	}
	if err != nil {
		return nil, fmt.Errorf("read the secret in %s: %w; with the file away, sitrep alert add makes a new one", file, err)
	}
	return key, nil
}

// parseSecret reads the line of a file that holds a secret.
func parseSecret(line []byte) ([]byte, error) {
	coded, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte(secretPrefix))
	if !ok {
		return nil, errors.New("it does not begin with " + secretPrefix)
	}
	key, err := base64.StdEncoding.DecodeString(string(coded))
	if err != nil {
		return nil, fmt.Errorf("behind %s there is no base64", secretPrefix)
	}
	if len(key) < leastSecret {
		return nil, fmt.Errorf("it has %d bytes and should have %d at least", len(key), leastSecret)
	}
	return key, nil
}

// signature is what proves that a message comes from who has the secret, as the Standard Webhooks say: of its id, the time and the body.
func signature(key []byte, id, at string, body []byte) string {
	h := hmac.New(sha256.New, key)
	fmt.Fprintf(h, "%s.%s.", id, at)
	h.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(h.Sum(nil))
}

func (s *Sender) webhook(ctx context.Context, a *casebook.Alert, n *casebook.Notice, w casebook.Way) error {
	read := s.ReadSecret
	if read == nil {
		read = os.ReadFile
	}
	key, err := secretIn(w.Secret, read)
	if err != nil {
		return err
	}
	body, err := messageOf(n, a.Base)
	if err != nil {
		return err
	}
	at := strconv.FormatInt(s.Now.Unix(), 10)
	header := http.Header{"Content-Type": {"application/json"}, "Webhook-Id": {n.ID}, "Webhook-Timestamp": {at}, "Webhook-Signature": {signature(key, n.ID, at, body)}}
	poster := s.Public
	if w.Local {
		poster = s.Local
	}
	_, err = poster.Post(ctx, w.To, header, body)
	return err
}
