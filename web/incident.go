package web

import (
	"net/http"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// incidentView is the page of one incident.
type incidentView struct {
	casebook.Dossier
	Courses []tollCourse
	Says    []speaker
	Map     drawing
	Heads   map[string]sitrep.ReportHead
	Differs []string // fields that reports contradict each other in
}

// tollCourse is what the reports say of one harm, by source and over time.
type tollCourse struct {
	Tally   sitrep.Tally
	Figures []figure
	Most    int
}

// figure is one figure of a tally.
type figure struct {
	sitrep.TallyToll
	Aside  bool
	Outlet string
	When   string  // when its report appeared
	Bar    float64 // how long its bar is, out of 100
	To     float64 // where a range ends
}

// speaker is somebody with all that he says of the incident.
type speaker struct {
	Name, Side string
	Claims     []casebook.ClaimRow
}

func (s *Server) incident(w http.ResponseWriter, r *http.Request) error {
	d, err := s.record.Dossier(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if d.Incident.ID != r.PathValue("id") {
		http.Redirect(w, r, "/incidents/"+d.Incident.ID, http.StatusFound)
		return nil
	}
	v := &incidentView{Dossier: d, Heads: map[string]sitrep.ReportHead{}}
	for _, h := range d.Reports {
		v.Heads[h.ID] = h
	}
	for _, t := range d.Incident.Tally {
		v.Courses = append(v.Courses, v.course(t))
	}
	for _, c := range d.Incident.Contradictions {
		v.Differs = append(v.Differs, c.Field)
	}
	v.Says = speakers(d.Claims)
	if d.Incident.Place.Located {
		v.Map = s.draw([]casebook.Point{casebook.PointOf(&d.Incident)}, state{path: "/"}, smallWidth, smallHeight)
	}
	return s.show(w, r, "incident.html", d.Incident.Title, "situation", v)
}

// course puts the figures of a tally in the order in which they were told.
func (v *incidentView) course(t sitrep.Tally) tollCourse {
	c := tollCourse{Tally: t}
	for i, list := range [][]sitrep.TallyToll{t.RestsOn, t.SetAside} {
		for _, toll := range list {
			c.Figures = append(c.Figures, figure{TallyToll: toll, Aside: i == 1, Outlet: v.Heads[toll.Key.Report].Outlet, When: published(v.Heads[toll.Key.Report])})
			c.Most = max(c.Most, toll.Count, toll.CountTo)
		}
	}
	slices.SortStableFunc(c.Figures, func(a, b figure) int { return a.Published.Compare(b.Published) })
	for i := range c.Figures {
		f := &c.Figures[i]
		f.Bar = 100 * float64(f.Count) / float64(max(1, c.Most))
		f.To = 100 * float64(max(f.Count, f.CountTo)) / float64(max(1, c.Most))
	}
	return c
}

// speakers gathers claims by who makes them, in the order of their first ones.
func speakers(claims []casebook.ClaimRow) []speaker {
	var out []speaker
	for _, c := range claims {
		i := slices.IndexFunc(out, func(s speaker) bool { return s.Name == c.Claim.Source && s.Side == c.Claim.Side })
		if i < 0 {
			i = len(out)
			out = append(out, speaker{Name: c.Claim.Source, Side: c.Claim.Side})
		}
		out[i].Claims = append(out[i].Claims, c)
	}
	return out
}
