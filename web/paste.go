package web

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"sitrep"
	"sitrep/desk"
	"sitrep/page"
	"sitrep/privacy"
	"sitrep/source"
)

// pasteView is the page on which a text or a page is given, with what was wrong with the last one.
type pasteView struct {
	Fault   string
	Text    string
	Hints   page.Hints
	CanFile bool
	Read    *reportView
}

func (s *Server) pasteForm(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, r, "read.html", "Paste a report", "read", pasteView{CanFile: s.canChange()})
}

// canChange tells whether the casebook may be changed from here.
func (s *Server) canChange() bool { return s.o.Change != nil }

// paste reads what was given, and shows it, or files it and goes to its page.
func (s *Server) paste(w http.ResponseWriter, r *http.Request) error {
	if s.o.Desk == nil {
		return errReadOnly
	}
	raw, v, err := given(r)
	if err != nil {
		return err
	}
	v.CanFile = s.canChange()
	if len(raw) == 0 {
		v.Fault = "There is no text. Paste one, or choose a file."
		return s.show(w, r, "read.html", "Paste a report", "read", v)
	}
	reading, err := desk.Read(s.o.Desk.Reader, raw, v.Hints)
	if err != nil {
		v.Fault = "It cannot be read: " + err.Error()
		return s.show(w, r, "read.html", "Paste a report", "read", v)
	}
	if r.FormValue("file") == "1" {
		id, err := s.file(r, raw, v.Hints, reading)
		if err != nil {
			return err
		}
		http.Redirect(w, r, "/reports/"+url.PathEscape(id), http.StatusSeeOther)
		return nil
	}
	v.Read = s.reportOf(reading, privacy.Names(reading))
	v.Read.Head = privacy.VeilReport(desk.Head(reading.Report), s.private(privacy.Names(reading)))
	v.Read.CanCorrect = false
	return s.show(w, r, "read.html", "Read", "read", v)
}

// given takes a report out of a form: a file, or text.
func given(r *http.Request) ([]byte, pasteView, error) {
	if err := r.ParseMultipartForm(8 << 20); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return nil, pasteView{}, fmt.Errorf("read the form: %w", err)
	}
	v := pasteView{Text: r.FormValue("text"), Hints: page.Hints{
		URL: safeURL(r.FormValue("url")), Outlet: strings.TrimSpace(r.FormValue("outlet")), Title: strings.TrimSpace(r.FormValue("title")), Published: strings.TrimSpace(r.FormValue("published")),
	}}
	f, head, err := r.FormFile("upload")
	if err != nil {
		return []byte(strings.TrimSpace(v.Text)), v, nil
	}
	defer f.Close()
	raw, err := io.ReadAll(f)
	if err != nil {
		return nil, v, fmt.Errorf("read the file: %w", err)
	}
	if len(raw) > 0 {
		v.Hints.Name = head.Filename
		return raw, v, nil
	}
	return []byte(strings.TrimSpace(v.Text)), v, nil
}

// file files a report that was given here.
func (s *Server) file(r *http.Request, raw []byte, h page.Hints, reading *sitrep.Reading) (string, error) {
	if !s.canChange() {
		return "", errReadOnly
	}
	item := source.Item{Raw: raw, Where: "what was pasted", From: "pasted",
		Hints: source.Hints{ID: h.ID, URL: h.URL, Outlet: h.Outlet, Title: h.Title, Published: h.Published, Name: h.Name}}
	one := func(yield func(source.Item, error) bool) { yield(item, nil) }
	err := s.o.Change(r.Context(), func(d *desk.Desk) error {
		done, err := d.Ingest(r.Context(), one, desk.Watcher{})
		if err != nil {
			return err
		}
		if len(done.Failed) > 0 {
			return done.Failed[0].Err
		}
		_, err = d.Reconcile(r.Context(), nil)
		return err
	})
	if err != nil {
		return "", err
	}
	return reading.Report.ID, nil
}
