package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

// tagged holds an answer back until its tag can be made of it.
type tagged struct {
	head   http.Header
	status int
	body   bytes.Buffer
}

func (t *tagged) Header() http.Header { return t.head }

func (t *tagged) WriteHeader(status int) {
	if t.status == 0 {
		t.status = status
	}
}

func (t *tagged) Write(b []byte) (int, error) {
	t.WriteHeader(http.StatusOK)
	return t.body.Write(b)
}

// send sends the answer, or that it is as it was.
func (t *tagged) send(w http.ResponseWriter, r *http.Request) {
	t.WriteHeader(http.StatusOK)
	if t.status == http.StatusOK {
		sum := sha256.Sum256(t.body.Bytes())
		tag := `W/"` + hex.EncodeToString(sum[:12]) + `"` // weak: what is packed has other bytes
		t.head.Set("ETag", tag)
		if hasTag(r.Header.Values("If-None-Match"), tag) {
			t.head.Del("Content-Type")
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.WriteHeader(t.status)
	_, _ = w.Write(t.body.Bytes()) // whoever asked is gone
}

func hasTag(lines []string, tag string) bool {
	for _, one := range strings.Split(strings.Join(lines, ","), ",") {
		if one = strings.TrimSpace(one); one == "*" || one == tag || "W/"+one == tag {
			return true
		}
	}
	return false
}
