package web

import (
	"context"
	"net/http"
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
)

// incidentView is the page of one incident.
type incidentView struct {
	casebook.Dossier
	Courses  []tollCourse
	Compared comparison
	Says     []speaker
	Told     []toldReport
	History  []turnOfRecord
	When     *whenDrawing
	Map      drawing
	Heads    map[string]sitrep.ReportHead
	CanJudge bool
}

// speaker is somebody with all that he says of the incident.
type speaker struct {
	Name, Side string
	Claims     []casebook.ClaimRow
}

// whenDrawing is the time of an incident on an axis, with the reports that tell of it.
type whenDrawing struct {
	axis
	Bar       stretch
	Published []float64
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
	v, err := s.incidentView(r.Context(), d)
	if err != nil {
		return err
	}
	v.CanJudge = s.mayChange(r)
	return s.show(w, r, "incident.html", v.Incident.Title, "situation", v)
}

func (s *Server) incidentView(ctx context.Context, d casebook.Dossier) (*incidentView, error) {
	names := s.record.Withheld(allNames(&d))
	v := &incidentView{Dossier: d, Heads: map[string]sitrep.ReportHead{}, When: newWhen(&d), Says: speakers(d.Claims)}
	for _, h := range d.Reports {
		v.Heads[h.ID] = h
	}
	for _, t := range d.Incident.Tally {
		v.Courses = append(v.Courses, v.course(t))
	}
	tellings, err := s.tellings(ctx, &d.Incident, names)
	if err != nil {
		return nil, err
	}
	v.Compared = compare(&d.Incident, tellings)
	if v.Told, err = s.told(ctx, &d, names); err != nil {
		return nil, err
	}
	judged, err := s.record.JudgedOf(ctx, &d.Incident)
	if err != nil {
		return nil, err
	}
	v.History = historyOf(d.History, judged)
	if d.Incident.Place.Located {
		spot := casebook.SpotOf(casebook.PointOf(&d.Incident))
		v.Map = s.draw(spot, wider(around(spot), precisionKm(d.Incident.Place.Precision)), state{path: "/"}, smallWidth, smallHeight)
	}
	return v, nil
}

// mostTellings is how many tellings of an incident are asked for, to lay the origins side by side.
const mostTellings = 200

// tellings are the tellings of an incident, of which only the times and the places are shown: those by their keys.
func (s *Server) tellings(ctx context.Context, i *sitrep.Incident, names []casebook.PrivateName) (map[sitrep.EventKey]*sitrep.Telling, error) {
	if len(i.Origins) < 2 {
		return nil, nil
	}
	list, err := s.book.Tellings(ctx, i.Events[:min(len(i.Events), mostTellings)])
	if err != nil {
		return nil, err
	}
	out := map[sitrep.EventKey]*sitrep.Telling{}
	for k := range list {
		t := &list[k]
		t.Event.Places = slices.Clone(t.Event.Places)
		for p := range t.Event.Places {
			t.Event.Places[p].Name = privacy.Veil(t.Event.Places[p].Name, names)
		}
		out[t.Key] = t
	}
	return out, nil
}

// newWhen draws the time of an incident with its reports; nil where nothing is known of it.
func newWhen(d *casebook.Dossier) *whenDrawing {
	i := &d.Incident
	if i.When.IsZero() {
		return nil
	}
	var times []time.Time
	for _, c := range []sitrep.CivilDate{i.When.From, i.When.To} {
		if !c.IsZero() {
			times = append(times, c.First(), c.Last().AddDate(0, 0, 1))
		}
	}
	for _, h := range d.Reports {
		if !h.Published.IsZero() {
			times = append(times, h.Published)
		}
	}
	first, last := slices.MinFunc(times, time.Time.Compare), slices.MaxFunc(times, time.Time.Compare)
	room := max(last.Sub(first)/20, 12*time.Hour)
	w := &whenDrawing{axis: newAxis(first.Add(-room), last.Add(room), fewTicks)}
	w.Bar, _ = w.stretchOf(i.When)
	for _, h := range d.Reports {
		if !h.Published.IsZero() {
			w.Published = append(w.Published, w.X(h.Published))
		}
	}
	return w
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
