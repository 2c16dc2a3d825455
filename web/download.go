package web

import (
	"net/http"

	"sitrep/export"
	"sitrep/web/shown"
)

// download answers with all rows of a view as a file of a format. The filters are those of the view's address.
func (s *Server) download(format, file string) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		f, err := export.Named(format)
		if err != nil {
			return err
		}
		st := readState(r.URL)
		if len(st.faults) > 0 { // a page can say what it passed over, a file cannot
			return shown.Wrong("%s", st.faults[0])
		}
		h := w.Header()
		h.Set("Content-Type", f.Type)
		h.Set("Cache-Control", "no-cache")
		if !isFeed(format) {
			h.Set("Content-Disposition", `attachment; filename="`+file+`"`)
		}
		sent := &counted{ResponseWriter: w}
		_, err = f.Write(r.Context(), s.book, sent, st.query, export.Options{Names: s.o.Names, Title: s.o.Title, Base: base(r), Made: s.o.Now()})
		if err != nil && sent.any {
			s.o.Log.Error("download broke off", "path", r.URL.Path, "error", err)
			panic(http.ErrAbortHandler) // half a file must not look like a whole one
		}
		if err != nil {
			h.Del("Content-Disposition")
		}
		return err
	}
}

func isFeed(format string) bool { return format == "atom" || format == "jsonfeed" || format == "rss" }

// base is the address by which the window is called; the guard has looked at the name.
func base(r *http.Request) string {
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// counted tells whether anything has been sent.
type counted struct {
	http.ResponseWriter
	any bool
}

func (c *counted) Write(b []byte) (int, error) {
	c.any = true
	return c.ResponseWriter.Write(b)
}
