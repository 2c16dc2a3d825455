package web

import (
	"net/http"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
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
	p, err := s.book.Reports(r.Context(), st.query)
	if err != nil {
		return err
	}
	ids := make([]string, len(p.Rows))
	for i := range p.Rows {
		ids[i] = p.Rows[i].ID
	}
	private, err := s.book.Private(r.Context(), ids)
	if err != nil {
		return err
	}
	for i := range p.Rows {
		p.Rows[i] = privacy.VeilReport(p.Rows[i], s.private(private[p.Rows[i].ID]))
	}
	return s.show(w, r, "reports.html", "Reports", "reports", newList(p, st))
}

func (s *Server) claims(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	p, err := s.book.Claims(r.Context(), st.query)
	if err != nil {
		return err
	}
	for i := range p.Rows {
		if !s.o.Names {
			p.Rows[i] = privacy.VeilClaim(p.Rows[i])
		}
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
	p, err := s.book.Actors(r.Context(), st.query)
	if err != nil {
		return err
	}
	if !s.o.Names {
		if err := privacy.VeilActors(r.Context(), s.book, p.Rows); err != nil {
			return err
		}
	}
	return s.show(w, r, "actors.html", "Actors", "actors", newList(p, st))
}

func (s *Server) sources(w http.ResponseWriter, r *http.Request) error {
	st := readState(r.URL)
	p, err := s.book.Sources(r.Context(), st.query)
	if err != nil {
		return err
	}
	if !s.o.Names {
		if err := privacy.VeilSources(r.Context(), s.book, p.Rows); err != nil {
			return err
		}
	}
	return s.show(w, r, "sources.html", "Sources", "sources", newList(p, st))
}

// trucesView is the page of ceasefires, agreements and talks, with the demands and their answers.
type trucesView struct {
	State   state
	Chips   []chip
	Truces  []strip
	Talks   []sitrep.Incident
	Demands []demand
	Total   int
}

// demand is a demand with the claims that answer it.
type demand struct {
	casebook.ClaimRow
	Answered []casebook.ClaimRow
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
		q := st.query
		q.Kinds = []sitrep.Kind{k}
		p, err := s.book.Incidents(r.Context(), q)
		if err != nil {
			return err
		}
		rows, err := s.veiled(r.Context(), p.Rows)
		if err != nil {
			return err
		}
		for _, i := range rows {
			v.Truces = append(v.Truces, newStrip(i))
		}
		v.Total += p.Total
	}
	q := st.query
	q.Kinds = []sitrep.Kind{sitrep.Talks}
	p, err := s.book.Incidents(r.Context(), q)
	if err != nil {
		return err
	}
	if v.Talks, err = s.veiled(r.Context(), p.Rows); err != nil {
		return err
	}
	if v.Demands, err = s.demands(r, st); err != nil {
		return err
	}
	return s.show(w, r, "truces.html", "Truces and talks", "truces", v)
}

// demands are what is asked of whom, each with the answers to it.
func (s *Server) demands(r *http.Request, st state) ([]demand, error) {
	q := st.query
	q.Kinds, q.Stances = nil, []sitrep.Stance{sitrep.Demand}
	p, err := s.book.Claims(r.Context(), q)
	if err != nil {
		return nil, err
	}
	var out []demand
	for _, row := range p.Rows {
		d := demand{ClaimRow: row}
		if len(row.Answers) > 0 {
			answers, err := s.book.Claims(r.Context(), casebook.Query{Report: row.Report.ID, All: true})
			if err != nil {
				return nil, err
			}
			for _, a := range answers.Rows {
				if a.Claim.Answers == row.Claim.ID {
					d.Answered = append(d.Answered, s.shownClaim(a))
				}
			}
		}
		d.ClaimRow = s.shownClaim(row)
		out = append(out, d)
	}
	return out, nil
}

func (s *Server) shownClaim(c casebook.ClaimRow) casebook.ClaimRow {
	if s.o.Names {
		return c
	}
	return privacy.VeilClaim(c)
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
