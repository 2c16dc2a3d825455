package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/web/shown"
)

// correct keeps what a person says about a stretch of a report, and goes back to the report.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) error {
	if err := s.changes(r); err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return unread(err)
	}
	said, err := s.said(r)
	if err != nil {
		return err
	}
	if _, err := s.record.Correct(r.Context(), said); err != nil {
		return err
	}
	http.Redirect(w, r, "/reports/"+url.PathEscape(said.Report), http.StatusSeeOther)
	return nil
}

// said is what a form says.
func (s *Server) said(r *http.Request) (shown.Said, error) {
	out := shown.Said{By: s.by(r), Report: r.FormValue("report"), SHA256: r.FormValue("sha"), Unit: shown.Unit(r.FormValue("unit")), Op: sitrep.CorrectionOp(r.FormValue("op")),
		Field: r.FormValue("field"), What: r.FormValue("what"), Value: r.FormValue("value"), Reason: r.FormValue("reason")}
	out.More = map[string]string{}
	for _, name := range []string{"from", "to", "status", "place", "harm", "qualifier", "who", "stance"} {
		out.More[name] = r.FormValue(name)
	}
	if out.What == "claim" {
		out.More["to"] = ""
	}
	if out.Op == sitrep.SetOp {
		field, value := fixOf(r)
		out.Field, out.Value = "event."+strings.TrimPrefix(field, "event."), value
	}
	if what := r.FormValue("what"); out.Op == sitrep.AddOp && r.FormValue(what+"-value") != "" { // the form has a field of its own for each
		out.Value = r.FormValue(what + "-value")
	}
	var err error
	if out.Start, err = strconv.Atoi(r.FormValue("start")); err != nil {
		return out, shown.Wrong("start=%q: want a number", r.FormValue("start"))
	}
	if out.End, err = strconv.Atoi(r.FormValue("end")); err != nil {
		return out, shown.Wrong("end=%q: want a number", r.FormValue("end"))
	}
	return out, nil
}
