package web

import (
	"context"
	"net/http"

	"sitrep"
	"sitrep/casebook"
	"sitrep/web/filter"
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
	p, err := keeping(r.Context(), s, "reports", st.query, func(ctx context.Context) (casebook.Page[casebook.ReportRow], error) {
		return s.record.Reports(ctx, st.query)
	})
	if err != nil {
		return err
	}
	return s.show(w, r, "reports.html", "Reports", "reports", newList(p, st))
}

// claimList is a page of claims, with the titles of the incidents that they are about.
type claimList struct {
	page   casebook.Page[casebook.ClaimRow]
	about  map[string]string
	counts map[sitrep.Stance]int
}

// stance is a stance to choose, with how many claims have it.
type stance struct {
	link
	N int
}

func (s *Server) claims(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	list, err := keeping(r.Context(), s, "claims", st.query, func(ctx context.Context) (l claimList, err error) {
		if l.page, l.counts, err = s.record.ClaimsByStance(ctx, st.query); err != nil {
			return l, err
		}
		var ids []string
		for i := range l.page.Rows {
			ids = append(ids, l.page.Rows[i].Incidents...)
		}
		l.about, err = s.record.Titles(ctx, ids)
		return l, err
	})
	if err != nil {
		return err
	}
	v := struct {
		listView[casebook.ClaimRow]
		Stances []stance
		Counted bool // how many have each
		About   map[string]string
	}{listView: newList(list.page, st), Counted: list.counts != nil, About: list.about}
	for _, k := range filter.Stances() {
		v.Stances = append(v.Stances, stance{link{string(k), st.toggled(pStance, string(k)), st.on(pStance, string(k))}, list.counts[k]})
	}
	return s.show(w, r, "claims.html", "Claims", "claims", v)
}

func (s *Server) actors(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	st.query.Limit = mostNamed
	p, err := keeping(r.Context(), s, "actors", st.query, func(ctx context.Context) (casebook.Page[casebook.ActorRow], error) {
		return s.record.Actors(ctx, st.query)
	})
	if err != nil {
		return err
	}
	return s.show(w, r, "actors.html", "Actors", "actors", newList(p, st))
}

func (s *Server) sources(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	st.query.Limit = mostNamed
	p, err := keeping(r.Context(), s, "sources", st.query, func(ctx context.Context) (casebook.Page[casebook.SourceRow], error) {
		return s.record.Sources(ctx, st.query)
	})
	if err != nil {
		return err
	}
	return s.show(w, r, "sources.html", "Sources", "sources", newList(p, st))
}

// mostNamed is how many actors or sources stand on a page: for each it has to be found out whether it may be named.
const mostNamed = 50
