package web

import (
	"context"
	"net/http"

	"sitrep/brief"
)

// briefView is the situation report of a period.
type briefView struct {
	*brief.Brief
	State state
	Forms []link
}

// madeBrief is a brief with the options that it was made with.
type madeBrief struct {
	b *brief.Brief
	o brief.Options
}

// briefOf makes the brief that a URL asks for.
func (s *Server) briefOf(r *http.Request) (*brief.Brief, brief.Options, state, error) {
	st := readState(r.URL)
	made, err := keeping(r.Context(), s, "brief", st.query, func(ctx context.Context) (madeBrief, error) {
		b, o, err := s.record.Brief(ctx, st.query, s.o.Now())
		return madeBrief{b, o}, err
	})
	return made.b, made.o, st, err
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
