package main

import (
	"bufio"
	"errors"
	"io"
	"strconv"

	"sitrep"
	"sitrep/compare"
	"sitrep/export/rows"
	"sitrep/internal/plainjson"
	"sitrep/reference"
)

// compareSchema names the JSON of a comparing; docs/exchange.md describes it.
const compareSchema = "sitrep-compare/1"

type windowJSON struct {
	Country string `json:"country"`
	From    string `json:"from"`
	To      string `json:"to"`
	Theirs  int    `json:"theirs"`
	Ours    int    `json:"ours"`
}

type pairJSON struct {
	Theirs  theirJSON  `json:"theirs"`
	Ours    ourJSON    `json:"ours"`
	Shared  bool       `json:"shared"`
	Score   float64    `json:"score"`
	Reasons []string   `json:"reasons"`
	Apart   int        `json:"days_apart"`
	Km      *float64   `json:"km"`
	Tolls   []tollJSON `json:"tolls"`
}

type tollJSON struct {
	Harm      string          `json:"harm"`
	Civilians bool            `json:"civilians_only"`
	Theirs    *reference.Toll `json:"theirs"`
	Ours      []string        `json:"ours"`
	OursLow   int             `json:"ours_low"`
	OursHigh  int             `json:"ours_high"`
	Open      bool            `json:"ours_open"`
	Overlap   string          `json:"overlap"`
}

type theirJSON struct {
	ID      string           `json:"id"`
	Line    int              `json:"line"`
	From    string           `json:"from"`
	To      string           `json:"to"`
	Country string           `json:"country"`
	Place   string           `json:"place"`
	Sort    string           `json:"sort"`
	Sides   []string         `json:"sides"`
	Tolls   []reference.Toll `json:"tolls"`
	Source  string           `json:"source"`
}

type ourJSON struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Kind    string   `json:"kind"`
	From    any      `json:"from"`
	To      any      `json:"to"`
	Country []string `json:"country"`
	Place   string   `json:"place"`
	Actors  []string `json:"actors"`
	Tolls   []string `json:"tolls"`
	Grade   string   `json:"grade"`
	OneSide string   `json:"told_by_one_side_only"`
}

type leftOutJSON struct {
	Whose string `json:"whose"`
	Why   string `json:"why"`
	N     int    `json:"n"`
}

func theirOf(t *reference.Incident) theirJSON {
	tolls := t.Tolls
	if tolls == nil {
		tolls = []reference.Toll{}
	}
	return theirJSON{t.ID, t.Line, t.From.String(), t.To.String(), t.Country, t.Place, t.Sort, list(t.Sides), tolls, t.Source}
}

func ourOf(o *compare.Ours) ourJSON {
	x := ourJSON{ID: o.ID, Title: o.Title, Kind: string(o.Kind), From: rows.OrNil(o.When.From.String()), To: rows.OrNil(o.When.To.String()), Country: list(o.Place.Countries), Place: o.Place.Name,
		Actors: []string{}, Tolls: []string{}, Grade: string(o.Grade), OneSide: o.OneSide}
	for _, a := range o.Actors {
		x.Actors = append(x.Actors, a.Words)
	}
	for i := range o.Tally {
		x.Tolls = append(x.Tolls, o.Tally[i].Words())
	}
	return x
}

// writeCompareJSON writes one object, element by element: it may have very many.
func writeCompareJSON(out io.Writer, file string, r *compare.Result) error {
	w := bufio.NewWriter(out)
	err := errors.Join(
		member(w, `{"schema":`, compareSchema), member(w, `,"file":`, file), member(w, `,"dataset":`, string(r.Dataset)),
		members(w, "windows", len(r.Windows), func(i int) any {
			x := r.Windows[i]
			return windowJSON{x.Country, x.From.String(), x.To.String(), x.Theirs, x.Ours}
		}),
		members(w, "pairs", len(r.Pairs), func(i int) any { p := r.Pair(i); return pairOf(&p) }),
		members(w, "theirs_only", len(r.Theirs), func(i int) any { return theirOf(r.Theirs[i]) }),
		members(w, "ours_only", len(r.Ours), func(i int) any { return ourOf(r.Ours[i]) }),
		members(w, "left_out", len(r.LeftOut), func(i int) any { return leftOutJSON(r.LeftOut[i]) }),
	)
	w.WriteString("}\n")
	return errors.Join(err, w.Flush())
}

func member(w *bufio.Writer, before string, v any) error {
	b, err := plainjson.Marshal(v)
	if err == nil {
		w.WriteString(before)
		_, err = w.Write(b)
	}
	return err
}

func members(w *bufio.Writer, name string, n int, of func(int) any) error {
	w.WriteString(`,"` + name + `":[`)
	for i := range n {
		before := ","
		if i == 0 {
			before = ""
		}
		if err := member(w, before, of(i)); err != nil {
			return err
		}
	}
	_, err := w.WriteString("]")
	return err
}

func pairOf(p *compare.Pair) pairJSON {
	x := pairJSON{Theirs: theirOf(p.Theirs), Ours: ourOf(p.Ours), Shared: p.Shared, Score: p.Score, Reasons: p.Reasons, Apart: p.Apart, Tolls: []tollJSON{}}
	if p.Km >= 0 {
		x.Km = &p.Km
	}
	for i := range p.Tolls {
		t := &p.Tolls[i]
		x.Tolls = append(x.Tolls, tollJSON{string(t.Harm), t.Civilians, t.Theirs, list(t.Ours), t.OursLow, t.OursHigh, t.Open, string(t.Overlap)})
	}
	return x
}

// compareRow is a row of the sheet: a pair, or one of the two.
type compareRow struct {
	relation string
	theirs   *reference.Incident
	ours     *compare.Ours
	pair     *compare.Pair
}

func writeCompareCSV(w io.Writer, r *compare.Result) error {
	s := rows.NewSheet(w, compareColumns())
	for i := range r.Pairs {
		p := r.Pair(i)
		relation := "both"
		if p.Shared {
			relation = "both, shared"
		}
		if err := s.Write(&compareRow{relation, p.Theirs, p.Ours, &p}); err != nil {
			return err
		}
	}
	for _, t := range r.Theirs {
		if err := s.Write(&compareRow{"theirs only", t, nil, nil}); err != nil {
			return err
		}
	}
	for _, o := range r.Ours {
		if err := s.Write(&compareRow{"ours only", nil, o, nil}); err != nil {
			return err
		}
	}
	return s.Close()
}

func compareColumns() []rows.Column[compareRow] {
	their := func(f func(*reference.Incident) string) func(*compareRow) string {
		return func(r *compareRow) string {
			if r.theirs == nil {
				return ""
			}
			return f(r.theirs)
		}
	}
	our := func(f func(*compare.Ours) string) func(*compareRow) string {
		return func(r *compareRow) string {
			if r.ours == nil {
				return ""
			}
			return f(r.ours)
		}
	}
	pair := func(f func(*compare.Pair) string) func(*compareRow) string {
		return func(r *compareRow) string {
			if r.pair == nil {
				return ""
			}
			return f(r.pair)
		}
	}
	killed := func(f func(*reference.Toll) int) func(*compareRow) string {
		return their(func(t *reference.Incident) string {
			for i := range t.Tolls {
				if t.Tolls[i].Harm == sitrep.Killed {
					return strconv.Itoa(f(&t.Tolls[i]))
				}
			}
			return ""
		})
	}
	return []rows.Column[compareRow]{
		{Name: "relation", Value: func(r *compareRow) string { return r.relation }},
		{Name: "their_id", Value: their(func(t *reference.Incident) string { return t.ID })},
		{Name: "their_from", Value: their(func(t *reference.Incident) string { return t.From.String() })},
		{Name: "their_to", Value: their(func(t *reference.Incident) string { return t.To.String() })},
		{Name: "their_country", Value: their(func(t *reference.Incident) string { return t.Land })},
		{Name: "their_place", Value: their(func(t *reference.Incident) string { return t.Place })},
		{Name: "their_sort", Value: their(func(t *reference.Incident) string { return t.Sort })},
		{Name: "their_sides", Value: their(func(t *reference.Incident) string { return rows.List(t.Sides) })},
		{Name: "their_killed_low", Value: killed(func(t *reference.Toll) int { return t.Low })},
		{Name: "their_killed_best", Value: killed(func(t *reference.Toll) int { return t.Best })},
		{Name: "their_killed_high", Value: killed(func(t *reference.Toll) int { return t.High })},
		{Name: "our_id", Value: our(func(o *compare.Ours) string { return o.ID })},
		{Name: "our_title", Value: our(func(o *compare.Ours) string { return o.Title })},
		{Name: "our_kind", Value: our(func(o *compare.Ours) string { return string(o.Kind) })},
		{Name: "our_from", Value: our(func(o *compare.Ours) string { return o.When.From.String() })},
		{Name: "our_to", Value: our(func(o *compare.Ours) string { return o.When.To.String() })},
		{Name: "our_country", Value: our(func(o *compare.Ours) string { return rows.List(o.Place.Countries) })},
		{Name: "our_place", Value: our(func(o *compare.Ours) string { return o.Place.Name })},
		{Name: "our_actors", Value: our(func(o *compare.Ours) string { return rows.List(ourOf(o).Actors) })},
		{Name: "our_tolls", Value: our(func(o *compare.Ours) string { return rows.List(ourOf(o).Tolls) })},
		{Name: "our_grade", Value: our(func(o *compare.Ours) string { return string(o.Grade) })},
		{Name: "told_by_one_side_only", Value: our(func(o *compare.Ours) string { return o.OneSide })},
		{Name: "tolls", Value: pair(func(p *compare.Pair) string {
			var out []string
			for i := range p.Tolls {
				out = append(out, tollWords(&p.Tolls[i]))
			}
			return rows.List(out)
		})},
		{Name: "days_apart", Value: pair(func(p *compare.Pair) string { return strconv.Itoa(p.Apart) })},
		{Name: "km", Value: pair(func(p *compare.Pair) string {
			if p.Km < 0 {
				return ""
			}
			return strconv.FormatFloat(p.Km, 'f', 1, 64)
		})},
		{Name: "score", Value: pair(func(p *compare.Pair) string { return strconv.FormatFloat(p.Score, 'f', 2, 64) })},
		{Name: "reasons", Value: pair(func(p *compare.Pair) string { return rows.List(p.Reasons) })},
	}
}
