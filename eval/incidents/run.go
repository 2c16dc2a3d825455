package incidents

import (
	"encoding/json"
	"fmt"
	"io"

	"sitrep"
	"sitrep/extract"
	"sitrep/page"
	"sitrep/reconcile"
)

// Pairing pairs the events of a reading with those of an answer: the place of the answer's event, -1 for none, and whether it counts neither for nor against.
type Pairing func(report int, own *sitrep.Reading) (event []int, spare []bool)

// Result is the figures of both ways.
type Result struct {
	Given Figures // from the readings that people made: the joining alone
	Own   Figures // from our own readings: end to end
	// GivenErrors and OwnErrors are what is wrong in each.
	GivenErrors, OwnErrors       Errors
	GivenIncidents, OwnIncidents []sitrep.Incident
}

// Run joins the reports of the answers twice.
func Run(s *Set, reader *extract.Reader, pair Pairing) (*Result, error) {
	var given, own []sitrep.Telling
	p := &Prediction{Of: map[Key]int{}, Tally: map[int][]sitrep.Tally{}, Invented: map[int]int{}}
	paired := map[sitrep.EventKey]Key{}
	unknown := map[sitrep.EventKey]bool{}
	for i := range s.Reports {
		mine, theirs, err := s.readings(i, reader)
		if err != nil {
			return nil, err
		}
		given = append(given, reconcile.Tellings(theirs, Head(theirs.Report, reconcile.Shingles(theirs.Report.Text)))...)
		own = append(own, reconcile.Tellings(mine, Head(mine.Report, reconcile.Shingles(mine.Report.Text)))...)
		event, spare := pair(i, mine)
		for j := range mine.Events {
			k := sitrep.EventKey{Report: mine.Report.ID, Event: mine.Events[j].ID}
			if event[j] >= 0 {
				paired[k] = Key{s.Reports[i].File, s.Reports[i].Events[event[j]].ID}
			} else if !spare[j] {
				unknown[k] = true
			}
		}
	}
	r := &Result{GivenIncidents: reconcile.All(given, nil), OwnIncidents: reconcile.All(own, nil)}
	g := s.fromGold(r.GivenIncidents)
	r.Given, r.GivenErrors = s.Score(g), s.errors(g)
	for n, in := range r.OwnIncidents {
		p.Tally[n] = in.Tally
		for _, e := range in.Events {
			if g, ok := paired[e]; ok {
				if s.need[g] {
					p.Of[g] = n
				}
			} else if unknown[e] {
				p.Invented[n]++
			}
		}
	}
	r.Own, r.OwnErrors = s.Score(p), s.errors(p)
	return r, nil
}

// fromGold is the prediction of incidents over the answers' own events.
func (s *Set) fromGold(incidents []sitrep.Incident) *Prediction {
	p := &Prediction{Of: map[Key]int{}, Tally: map[int][]sitrep.Tally{}}
	for n, in := range incidents {
		p.Tally[n] = in.Tally
		for _, e := range in.Events {
			if k := (Key{e.Report, e.Event}); s.need[k] {
				p.Of[k] = n
			}
		}
	}
	return p
}

// readings are our own reading of a report, as a file of it is read, and the answer as a reading.
func (s *Set) readings(i int, reader *extract.Reader) (own, theirs *sitrep.Reading, err error) {
	a := &s.Reports[i]
	text := a.Text
	if a.Title != "" {
		text = a.Title + "\n\n" + a.Text
	}
	page, err := page.Parse([]byte(text), page.Hints{ID: a.File, Published: a.Published, Form: page.Text})
	if err != nil {
		return nil, nil, fmt.Errorf("report %s: %w", a.File, err)
	}
	if own, err = reader.Read(page); err != nil {
		return nil, nil, err
	}
	plain, err := reader.Read(report(a))
	if err != nil {
		return nil, nil, err
	}
	return own, given(a, plain), nil
}

// rows are the figures by name, in the order of the table; those that only one way has are left out of the other.
func (f *Figures) rows(own bool) (names []string, values []float64) {
	add := func(name string, v float64) { names, values = append(names, name), append(values, v) }
	add("B-cubed P", f.BCubedP)
	add("B-cubed R", f.BCubedR)
	add("B-cubed F1", f.BCubedF1)
	if own {
		add("B-cubed F1 of found events", f.FoundF1)
		add("B-cubed F1, invented too", f.InventedF1)
		add("events found (share)", f.Found)
	}
	add("links P", f.LinksP)
	add("links R", f.LinksR)
	add("links F1", f.LinksF1)
	add("links F1 across reports", f.Across)
	add("tally best", f.Best)
	add("tally low and high", f.Band)
	add("tally all three", f.Whole)
	add("tally all three, joined", f.WholeOfJoined)
	return names, values
}

// WriteTable writes the figures for people, with what is wrong where detail is asked for.
func (r *Result) WriteTable(w io.Writer, detail bool) error {
	for _, part := range []struct {
		head   string
		f      *Figures
		own    bool
		errors *Errors
	}{{"from the answers' readings", &r.Given, false, &r.GivenErrors}, {"from our own readings", &r.Own, true, &r.OwnErrors}} {
		if _, err := fmt.Fprintf(w, "%s: %d events, %d incidents, %d tallies, %d of joined incidents\n", part.head, part.f.Events, part.f.Incidents, part.f.Tallies, part.f.TalliesOfJoined); err != nil {
			return err
		}
		names, values := part.f.rows(part.own)
		for i := range names {
			if _, err := fmt.Fprintf(w, "  %-28s %6.3f\n", names[i], values[i]); err != nil {
				return err
			}
		}
		if detail {
			if err := part.errors.WriteDetail(w); err != nil {
				return err
			}
		}
	}
	return nil
}

// Schema names the JSON of the figures.
const Schema = "sitrep-eval-incidents/1"

// WriteJSON writes the figures for programs.
func (r *Result) WriteJSON(w io.Writer) error {
	table := func(f *Figures, own bool) map[string]float64 {
		out := map[string]float64{"tallies": float64(f.Tallies), "tallies, joined": float64(f.TalliesOfJoined), "events": float64(f.Events), "incidents": float64(f.Incidents)}
		names, values := f.rows(own)
		for i := range names {
			out[names[i]] = values[i]
		}
		return out
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{"schema": Schema, "given": table(&r.Given, false), "own": table(&r.Own, true)})
}
