package web

import (
	"net/http"

	"sitrep"
	"sitrep/brief"
)

// briefView is the situation report of a period.
type briefView struct {
	*brief.Brief
	State state
	Forms []link
}

// week is the period of a brief that names none.
const week = 7

// briefOf makes the brief that a URL asks for: of its period, else of the seven days before the newest report.
func (s *Server) briefOf(r *http.Request) (*brief.Brief, brief.Options, state, error) {
	st := readState(r.URL)
	o := brief.Options{From: st.query.From, To: st.query.To, Query: st.query, Names: s.o.Names}
	if o.To.IsZero() {
		stats, err := s.book.Stats(r.Context())
		if err != nil {
			return nil, o, st, err
		}
		o.To = sitrep.CivilDateOf(s.o.Now())
		if !stats.LastPublished.IsZero() {
			o.To = sitrep.CivilDateOf(stats.LastPublished)
		}
	}
	if o.From.IsZero() {
		o.From = sitrep.CivilDateOf(o.To.Last().AddDate(0, 0, 1-week))
	}
	if o.To.Last().Before(o.From.First()) {
		return nil, o, st, wrong("from %s to %s: the last day lies before the first", o.From, o.To)
	}
	b, err := brief.Make(r.Context(), s.book, o)
	return b, o, st, err
}

func (s *Server) brief(w http.ResponseWriter, r *http.Request) error {
	b, o, st, err := s.briefOf(r)
	if err != nil {
		return err
	}
	v := briefView{Brief: b, State: st}
	period := []string{pFrom, o.From.String(), pTo, o.To.String()}
	for _, f := range []struct{ label, path string }{{"Markdown", "/brief.md"}, {"HTML", "/brief.html"}, {"Text", "/brief.txt"}} {
		at := st
		at.path = f.path
		v.Forms = append(v.Forms, link{f.label, at.with(period...), false})
	}
	return s.show(w, r, "brief.html", b.Title, "brief", v)
}

// briefFile answers with a brief as a file.
func (s *Server) briefFile(format brief.Format, contentType, ending string) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		b, o, _, err := s.briefOf(r)
		if err != nil {
			return err
		}
		o.Format = format
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Content-Disposition", `attachment; filename="brief-`+o.From.String()+"-"+o.To.String()+ending+`"`)
		return b.Write(w, o)
	}
}
