package web

import "net/http"

// why is the page of what each value of an incident rests on.
func (s *Server) why(w http.ResponseWriter, r *http.Request) error {
	v, err := s.record.Why(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return s.show(w, r, "why.html", "Why: "+v.Incident.Title, "situation", v)
}
