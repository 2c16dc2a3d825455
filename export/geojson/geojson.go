// Package geojson writes incidents as GeoJSON, as RFC 7946 has it: degrees of longitude before latitude, WGS 84.
package geojson

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes a FeatureCollection, feature by feature.
type Writer struct {
	w        *bufio.Writer
	head     rows.Head
	n        int
	unplaced int
	box      *[4]float64 // west, south, east, north of all points
}

// New begins a collection.
func New(w io.Writer, head rows.Head) *Writer { return &Writer{w: bufio.NewWriter(w), head: head} }

type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *point     `json:"geometry"`
	Properties properties `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

// properties are what a feature says beside where it is. Fields may be added, none changes its meaning.
type properties struct {
	Kind            string   `json:"kind"`
	Title           string   `json:"title"`
	Status          string   `json:"status"`
	From            *string  `json:"from"`
	To              *string  `json:"to"`
	DatePrecision   *string  `json:"date_precision"`
	Place           *string  `json:"place"`
	Countries       []string `json:"countries"`
	WherePrec       *int     `json:"where_prec"`
	UncertaintyKm   *float64 `json:"uncertainty_km"`
	Initiators      []actor  `json:"initiators"`
	Targets         []string `json:"targets"`
	Parties         []string `json:"parties"`
	Mediators       []string `json:"mediators"`
	Tolls           []toll   `json:"tolls"`
	Quote           *string  `json:"quote"`
	QuoteBy         *string  `json:"quote_by"`
	Origins         []string `json:"origins"`
	ToldByOneSide   *string  `json:"told_by_one_side_only"`
	Grade           string   `json:"grade"`
	GradedByAPerson bool     `json:"graded_by_a_person"`
	News            bool     `json:"news"`
	Differ          []string `json:"differ"`
	PartOf          *string  `json:"part_of"`
	Follows         *string  `json:"follows"`
	Reports         []string `json:"reports"`
	FirstPublished  *string  `json:"first_published"`
	LastPublished   *string  `json:"last_published"`
	URL             *string  `json:"url"`
}

// actor is an initiator, who never stands without who says so.
type actor struct {
	Name        string   `json:"name"`
	Side        *string  `json:"side"`
	Confidence  string   `json:"confidence"`
	AccordingTo []string `json:"according_to"` // empty for the reporters' own voice
	DeniedBy    []string `json:"denied_by"`
}

type toll struct {
	Harm     string  `json:"harm"`
	Side     *string `json:"side"`
	Civilian *bool   `json:"civilian"`
	Low      int     `json:"low"`
	Best     int     `json:"best"`
	High     int     `json:"high"`
	Open     bool    `json:"open"`
}

// Write writes an incident. One without a place on the map has no geometry.
func (w *Writer) Write(row *rows.Incident) error {
	f := feature{Type: "Feature", ID: row.ID, Properties: w.properties(&row.Incident)}
	if row.Place.Located {
		f.Geometry = &point{"Point", [2]float64{degrees(row.Place.Lon), degrees(row.Place.Lat)}}
		w.widen(f.Geometry.Coordinates)
	} else {
		w.unplaced++
	}
	b, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("write incident %s as GeoJSON: %w", row.ID, err)
	}
	before := ",\n"
	if w.n == 0 {
		before = `{"type":"FeatureCollection","features":[` + "\n"
	}
	w.n++
	w.w.WriteString(before)
	_, err = w.w.Write(b)
	return err
}

// degrees are at most as fine as a town's centre is known.
func degrees(d float64) float64 { return math.Round(d*1e5) / 1e5 }

func (w *Writer) widen(at [2]float64) {
	if w.box == nil {
		w.box = &[4]float64{at[0], at[1], at[0], at[1]}
		return
	}
	w.box[0], w.box[1] = min(w.box[0], at[0]), min(w.box[1], at[1])
	w.box[2], w.box[3] = max(w.box[2], at[0]), max(w.box[3], at[1])
}

// Close ends the collection with its box, and with what it could not carry.
func (w *Writer) Close() error {
	if w.n == 0 {
		w.w.WriteString(`{"type":"FeatureCollection","features":[`)
	}
	end := struct {
		Box     *[4]float64 `json:"bbox,omitempty"`
		Title   string      `json:"title,omitempty"`
		Made    string      `json:"made,omitempty"`
		LeftOut []string    `json:"left_out"`
	}{w.box, w.head.Title, w.head.Made, w.LeftOut()}
	b, err := json.Marshal(end)
	if err != nil {
		return err
	}
	w.w.WriteString("\n],")
	w.w.Write(b[1:])
	w.w.WriteByte('\n')
	return w.w.Flush()
}

// LeftOut says what GeoJSON does not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"The words behind each figure, and figures that were set aside, are in the jsonl form only."}
	if w.unplaced > 0 {
		out = append(out, fmt.Sprintf("%d of %d incidents have no place on the map: their geometry is null.", w.unplaced, w.n))
	}
	return out
}

func (w *Writer) properties(i *sitrep.Incident) properties {
	quote, by := rows.Words(i)
	p := properties{Kind: string(i.Kind), Title: i.Title, Status: string(i.Status), From: rows.OrNull(i.When.From.String()), To: rows.OrNull(i.When.To.String()),
		DatePrecision: rows.OrNull(string(i.When.Precision)), Place: rows.OrNull(i.Place.Name), Countries: rows.ListOrEmpty(i.Place.Countries), WherePrec: rows.OrNull(i.Place.Precision),
		Initiators: initiators(i), Targets: rows.ListOrEmpty(rows.Cast(i, sitrep.Target)), Parties: rows.ListOrEmpty(rows.Cast(i, sitrep.Party)),
		Mediators: rows.ListOrEmpty(rows.Cast(i, sitrep.Mediator)), Tolls: tolls(i), Quote: rows.OrNull(quote), QuoteBy: rows.OrNull(by), Origins: rows.ListOrEmpty(rows.Origins(i)),
		ToldByOneSide: rows.OrNull(i.OneSide()), Grade: string(i.Grade), GradedByAPerson: i.GradedBy.By != "", News: i.News, Differ: differ(i),
		PartOf: rows.OrNull(i.PartOf), Follows: rows.OrNull(i.Follows), Reports: rows.ListOrEmpty(rows.Reports(i)), FirstPublished: rows.MomentOrNull(i.FirstPublished),
		LastPublished: rows.MomentOrNull(i.LastPublished), URL: rows.OrNull(w.head.Link(i.ID))}
	if i.Place.Located {
		p.UncertaintyKm = rows.OrNull(rows.Kilometres(i.Place.Precision))
	}
	return p
}

func initiators(i *sitrep.Incident) []actor {
	out := []actor{}
	for _, a := range i.Actors {
		if a.Role == sitrep.Initiator {
			out = append(out, actor{a.Name, rows.OrNull(a.Side), string(a.Confidence), rows.ListOrEmpty(a.AccordingTo), rows.ListOrEmpty(a.DeniedBy)})
		}
	}
	return out
}

func tolls(i *sitrep.Incident) []toll {
	out := []toll{}
	for _, t := range i.Tally {
		x := toll{Harm: string(t.Harm), Side: rows.OrNull(t.Side), Low: t.Low, Best: t.Best, High: t.High, Open: t.Open}
		if t.Civilian != sitrep.NotKnown {
			civilian := t.Civilian == sitrep.True
			x.Civilian = &civilian
		}
		out = append(out, x)
	}
	return out
}

func differ(i *sitrep.Incident) []string {
	out := []string{}
	for _, c := range i.Contradictions {
		out = append(out, c.Field)
	}
	return out
}
