package web

import (
	"context"
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
	told, err := keeping(r.Context(), s, "truces", withoutPage(st.query), func(ctx context.Context) (diplomacy, error) { return s.diplomacy(ctx, withoutPage(st.query)) })
	if err != nil {
		return err
	}
	v := trucesView{State: st, Chips: st.chips(), Talks: told.talks.Rows, TalksTotal: told.talks.Total, Demands: told.demands.Rows, DemandsTotal: told.demands.Total}
	for _, p := range told.truces {
		for _, i := range p.Rows {
			v.Truces = append(v.Truces, newStrip(i, told.terms[i.ID]))
		}
		if v.Total += p.Total; p.Next != "" {
			v.More = link{"All of them", st.kinds("ceasefire", "agreement"), false}
		}
	}
	if told.talks.Next != "" {
		v.MoreTalks = link{"All of them", st.kinds("talks"), false}
	}
	if told.demands.Next != "" {
		all := st
		all.path = "/claims"
		v.MoreDemands = link{"All of them", all.with(pStance, "demand", pKind, ""), false}
	}
	return s.show(w, r, "truces.html", "Truces and talks", "truces", v)
}

// diplomacy is what a casebook holds of ceasefires, agreements, talks and demands.
type diplomacy struct {
	truces  []casebook.Page[sitrep.Incident] // ceasefires, agreements
	terms   map[string][]shown.Term          // by incident
	talks   casebook.Page[sitrep.Incident]
	demands casebook.Page[shown.Demand]
}

func (s *Server) diplomacy(ctx context.Context, q casebook.Query) (d diplomacy, err error) {
	var all []sitrep.Incident
	for _, k := range []sitrep.Kind{sitrep.Ceasefire, sitrep.Agreement} {
		p, err := s.ofKind(ctx, q, k)
		if err != nil {
			return d, err
		}
		d.truces, all = append(d.truces, p), append(all, p.Rows...)
	}
	if d.terms, err = s.record.Terms(ctx, all); err != nil {
		return d, err
	}
	if d.talks, err = s.ofKind(ctx, q, sitrep.Talks); err != nil {
		return d, err
	}
	q.Limit = mostOfKind
	d.demands, err = s.record.Demands(ctx, q)
	return d, err
}

// mostOfKind is how many of each are shown.
const mostOfKind = 30

// ofKind are the incidents of a view that are of one kind.
func (s *Server) ofKind(ctx context.Context, q casebook.Query, k sitrep.Kind) (casebook.Page[sitrep.Incident], error) {
	q.Kinds, q.Limit = []sitrep.Kind{k}, mostOfKind
	return s.record.Incidents(ctx, q)
}

// kinds is the address of the situation with the same filters, of these kinds only.
func (s state) kinds(kinds ...string) string {
	v := maps.Clone(s.values)
	delete(v, pAfter)
	v[pKind] = kinds
	return address("/", v)
}
