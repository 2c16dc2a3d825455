package web

import (
	"maps"
	"net/http"

	"sitrep"
	"sitrep/casebook"
	"sitrep/web/shown"
)

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

func (s *Server) truces(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	v := trucesView{State: st, Chips: st.chips()}
	var truces []sitrep.Incident
	for _, k := range []sitrep.Kind{sitrep.Ceasefire, sitrep.Agreement} {
		p, err := s.ofKind(r, st, k)
		if err != nil {
			return err
		}
		truces = append(truces, p.Rows...)
		if v.Total += p.Total; p.Next != "" {
			v.More = link{"All of them", st.kinds("ceasefire", "agreement"), false}
		}
	}
	terms, err := s.record.Terms(r.Context(), truces)
	if err != nil {
		return err
	}
	for _, i := range truces {
		v.Truces = append(v.Truces, newStrip(i, terms[i.ID]))
	}
	talks, err := s.ofKind(r, st, sitrep.Talks)
	if err != nil {
		return err
	}
	if v.Talks, v.TalksTotal = talks.Rows, talks.Total; talks.Next != "" {
		v.MoreTalks = link{"All of them", st.kinds("talks"), false}
	}
	st.query.Limit = mostOfKind
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

// mostOfKind is how many of each are shown.
const mostOfKind = 30

// ofKind are the incidents of a view that are of one kind.
func (s *Server) ofKind(r *http.Request, st state, k sitrep.Kind) (casebook.Page[sitrep.Incident], error) {
	st.query.Kinds, st.query.Limit = []sitrep.Kind{k}, mostOfKind
	return s.record.Incidents(r.Context(), st.query)
}

// kinds is the address of the situation with the same filters, of these kinds only.
func (s state) kinds(kinds ...string) string {
	v := maps.Clone(s.values)
	delete(v, pAfter)
	v[pKind] = kinds
	return address("/", v)
}
