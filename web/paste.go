package web

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"sitrep/desk"
	"sitrep/page"
	"sitrep/privacy"
	"sitrep/web/shown"
)

// pasteView is the page on which a text or a page is given, with what was wrong with the last one.
type pasteView struct {
	Fault    string
	Text     string
	File     string // that was read, where its text is not in the form: it has to be chosen again to be filed
	Hints    page.Hints
	CanFile  bool
	CanFetch bool
	Read     *reportView
}

func (s *Server) pasteForm(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, r, "read.html", "Paste a report", "read", pasteView{CanFile: s.mayChange(r), CanFetch: s.mayFetch(r)})
}

// paste reads what was given, and shows it, or files it and goes to its page.
func (s *Server) paste(w http.ResponseWriter, r *http.Request) error {
	raw, v, err := given(r)
	if err != nil {
		return err
	}
	v.CanFile, v.CanFetch = s.mayChange(r), s.mayFetch(r)
	if len(raw) == 0 && v.Hints.URL != "" && v.CanFetch {
		if raw, err = s.fetched(r.Context(), &v.Hints); err != nil {
			v.Fault = err.Error()
			return s.show(w, r, "read.html", "Paste a report", "read", v)
		}
	}
	if len(raw) == 0 {
		v.Fault = "There is no text. Paste one, or choose a file."
		return s.show(w, r, "read.html", "Paste a report", "read", v)
	}
	if r.FormValue("file") == "1" {
		return s.file(w, r, raw, v)
	}
	reading, err := s.record.Read(raw, v.Hints)
	if err != nil {
		return s.unreadable(w, r, v, err)
	}
	names := privacy.Names(reading)
	v.Read = s.reportOf(reading, names)
	v.Read.Head = privacy.VeilReport(desk.Head(reading.Report), s.record.Withheld(names))
	v.Read.CanCorrect = false
	return s.show(w, r, "read.html", "Read", "read", v)
}

// unreadable shows the form again with what was wrong.
func (s *Server) unreadable(w http.ResponseWriter, r *http.Request, v pasteView, err error) error {
	if !errors.As(err, &shown.WrongError{}) {
		return err
	}
	v.Fault = err.Error()
	return s.show(w, r, "read.html", "Paste a report", "read", v)
}

// file files what was given, and goes to its page.
func (s *Server) file(w http.ResponseWriter, r *http.Request, raw []byte, v pasteView) error {
	if err := s.changes(r); err != nil {
		return err
	}
	id, err := s.record.File(r.Context(), s.by(r), raw, v.Hints)
	if err != nil {
		return s.unreadable(w, r, v, err)
	}
	http.Redirect(w, r, "/reports/"+url.PathEscape(id), http.StatusSeeOther)
	return nil
}

// mostShown is how large a file may be whose text is put into the form.
const mostShown = 1 << 20

// given takes a report out of a form: a file, or text.
func given(r *http.Request) ([]byte, pasteView, error) {
	if err := r.ParseForm(); err != nil { // ParseMultipartForm keeps what is wrong with a plain form to itself
		return nil, pasteView{}, unread(err)
	}
	if err := r.ParseMultipartForm(8 << 20); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return nil, pasteView{}, unread(err)
	}
	v := pasteView{Text: r.FormValue("text"), Hints: page.Hints{
		URL: safeURL(r.FormValue("url")), Outlet: strings.TrimSpace(r.FormValue("outlet")), Title: strings.TrimSpace(r.FormValue("title")), Name: r.FormValue("name"), Published: strings.TrimSpace(r.FormValue("published")),
	}}
	f, head, err := r.FormFile("upload")
	if err != nil {
		return []byte(strings.TrimSpace(v.Text)), v, nil
	}
	defer f.Close()
	raw, err := io.ReadAll(f)
	if err != nil {
		return nil, v, unread(err)
	}
	if len(raw) > 0 {
		v.Hints.Name = head.Filename
		if len(raw) <= mostShown && utf8.Valid(raw) {
			v.Text = string(raw) // so that it can be filed without choosing the file again
		} else {
			v.File = head.Filename
		}
		return raw, v, nil
	}
	return []byte(strings.TrimSpace(v.Text)), v, nil
}
