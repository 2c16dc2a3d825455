package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"sitrep"
	"sitrep/web/shown"
)

// judgeIncident keeps a person's grade of an incident, or that a report of it tells of another one.
func (s *Server) judgeIncident(w http.ResponseWriter, r *http.Request) error {
	if err := s.changes(r); err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return unread(err)
	}
	g := shown.Graded{By: s.by(r), Incident: r.PathValue("id"), Grade: sitrep.Grade(r.FormValue("grade")), Apart: r.FormValue("apart"), Reason: r.FormValue("reason")}
	if _, err := s.record.Grade(r.Context(), g); err != nil {
		return err
	}
	http.Redirect(w, r, "/incidents/"+url.PathEscape(g.Incident), http.StatusSeeOther)
	return nil
}

// backTo is the page of this server from which a form was sent, as its field "back" has it; other is where that says nothing that can be.
func backTo(r *http.Request, other string) string {
	u, err := url.Parse(r.FormValue("back"))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" || strings.Contains(u.Path, "//") {
		return other
	}
	if slices.ContainsFunc([]string{"/incidents/", "/reports/"}, func(p string) bool { return strings.HasPrefix(u.Path, p) }) {
		return u.EscapedPath()
	}
	return other
}
