package web

import (
	"maps"
	"net/http"

	"sitrep"
	"sitrep/casebook"
	"sitrep/web/filter"
	"sitrep/web/shown"
)

// listView is a page of rows: reports, claims, actors or sources.
type listView[T any] struct {
	Rows  []T
	Total int
	Next  string
	State state
	Chips []chip
}

func newList[T any](p casebook.Page[T], st state) listView[T] {
	v := listView[T]{Rows: p.Rows, Total: p.Total, State: st, Chips: st.chips()}
	if p.Next != "" {
		v.Next = st.next(p.Next)
	}
	return v
}

func (s *Server) reports(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	p, err := s.record.Reports(r.Context(), st.query)
	if err != nil {
		return err
	}
	return s.show(w, r, "reports.html", "Reports", "reports", newList(p, st))
}

func (s *Server) claims(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	p, err := s.record.Claims(r.Context(), st.query)
	if err != nil {
		return err
	}
	v := struct {
		listView[casebook.ClaimRow]
		Stances []link
	}{listView: newList(p, st)}
	for _, k := range filter.Stances() {
		v.Stances = append(v.Stances, link{string(k), st.toggled(pStance, string(k)), st.on(pStance, string(k))})
	}
	return s.show(w, r, "claims.html", "Claims", "claims", v)
}

func (s *Server) actors(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	p, err := s.record.Actors(r.Context(), st.query)
	if err != nil {
		return err
	}
	return s.show(w, r, "actors.html", "Actors", "actors", newList(p, st))
}

func (s *Server) sources(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	p, err := s.record.Sources(r.Context(), st.query)
	if err != nil {
		return err
	}
	return s.show(w, r, "sources.html", "Sources", "sources", newList(p, st))
}

// trucesView is the page of ceasefires, agreements and talks, with the demands and their answers: as many as a page of a list holds of each.
type trucesView struct {
	State                           state
	Chips                           []chip
	Truces                          []strip
	Talks                           []sitrep.Incident
	Demands                         []shown.Demand
	Total, TalksTotal, DemandsTotal int
	More, MoreTalks, MoreDemands    link // to a list of all, where there are more
}

// strip is a ceasefire drawn over time.
type strip struct {
	sitrep.Incident
	Points []stripPoint
	Drawn  bool // its turns lie on several days
}

// stripPoint is a point in the life of a ceasefire: X is where it stands on its strip, in per cent.
type stripPoint struct {
	X    float64
	Turn sitrep.Turn
}

func (s *Server) truces(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	v := trucesView{State: st, Chips: st.chips()}
	for _, k := range []sitrep.Kind{sitrep.Ceasefire, sitrep.Agreement} {
		p, err := s.ofKind(r, st, k)
		if err != nil {
			return err
		}
		for _, i := range p.Rows {
			v.Truces = append(v.Truces, newStrip(i))
		}
		if v.Total += p.Total; p.Next != "" {
			v.More = link{"All of them", st.kinds("ceasefire", "agreement"), false}
		}
	}
	talks, err := s.ofKind(r, st, sitrep.Talks)
	if err != nil {
		return err
	}
	if v.Talks, v.TalksTotal = talks.Rows, talks.Total; talks.Next != "" {
		v.MoreTalks = link{"All of them", st.kinds("talks"), false}
	}
	demands, err := s.record.Demands(r.Context(), st.query)
	if err != nil {
		return err
	}
	if v.Demands, v.DemandsTotal = demands.Rows, demands.Total; demands.Next != "" {
		all := st
		all.path = "/claims"
		v.MoreDemands = link{"All of them", all.with(pStance, "demand", pKind, ""), false}
	}
	return s.show(w, r, "truces.html", "Truces and talks", "truces", v)
}

// ofKind are the incidents of a view that are of one kind.
func (s *Server) ofKind(r *http.Request, st state, k sitrep.Kind) (casebook.Page[sitrep.Incident], error) {
	st.query.Kinds = []sitrep.Kind{k}
	return s.record.Incidents(r.Context(), st.query)
}

// kinds is the address of the situation with the same filters, of these kinds only.
func (s state) kinds(kinds ...string) string {
	v := maps.Clone(s.values)
	delete(v, pAfter)
	v[pKind] = kinds
	return address("/", v)
}

// newStrip puts the turns of a ceasefire on a line from the first to the last.
func newStrip(i sitrep.Incident) strip {
	out := strip{Incident: i}
	var first, last int64
	for _, t := range i.Course {
		if t.When.From.IsZero() {
			continue
		}
		at := t.When.From.First().Unix()
		if first == 0 || at < first {
			first = at
		}
		last = max(last, at)
	}
	out.Drawn = last > first && first != 0
	for _, t := range i.Course {
		x := 1.0
		if out.Drawn && !t.When.From.IsZero() {
			x = 1 + 98*float64(t.When.From.First().Unix()-first)/float64(last-first)
		}
		out.Points = append(out.Points, stripPoint{x, t})
	}
	return out
}
