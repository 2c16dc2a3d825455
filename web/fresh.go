package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"
	"time"

	"sitrep/casebook"
)

// asItWas answers that a file is as it was when whoever asks got it last, where that is so. A file is another when anything in the casebook has changed: readers of feeds
// ask every few minutes, and mostly for nothing.
func (s *Server) asItWas(w http.ResponseWriter, r *http.Request) (bool, error) {
	book, ok := s.book.(casebook.Revised)
	if !ok {
		return false, nil
	}
	revision, err := book.Revision(r.Context())
	if err != nil {
		return false, err
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %d %s %s", s.started.UnixNano(), revision, s.base(r), r.URL.RequestURI()))
	tag := `W/"` + hex.EncodeToString(sum[:12]) + `"` // weak: what is packed has other bytes
	w.Header().Set("ETag", tag)
	at, err := book.LastChange(r.Context())
	if err != nil {
		return false, err
	}
	if at = later(at, s.started); time.Since(at) > 2*time.Second { // times of HTTP are whole seconds: more may come in this one
		w.Header().Set("Last-Modified", at.UTC().Format(http.TimeFormat))
	}
	if !unchanged(r, tag, w.Header().Get("Last-Modified")) {
		return false, nil
	}
	w.Header().Del("Content-Type")
	w.Header().Del("Content-Disposition")
	w.WriteHeader(http.StatusNotModified)
	return true, nil
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// unchanged tells whether a request has what carries a tag, or was last changed at a time. A tag counts for more than a time.
func unchanged(r *http.Request, tag, modified string) bool {
	if tags := r.Header.Values("If-None-Match"); len(tags) > 0 {
		for one := range strings.SplitSeq(strings.Join(tags, ","), ",") {
			if one = strings.TrimSpace(one); one == "*" || one == tag || "W/"+one == tag {
				return true
			}
		}
		return false
	}
	since, err := http.ParseTime(r.Header.Get("If-Modified-Since"))
	if err != nil || modified == "" {
		return false
	}
	at, err := http.ParseTime(modified)
	return err == nil && !at.After(since)
}
