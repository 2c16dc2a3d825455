// Package kml writes incidents as KML 2.2 with the time of each.
package kml

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes a document, placemark by placemark.
type Writer struct {
	w           io.Writer
	x           *xml.Encoder
	head        rows.Head
	n, unplaced int
	open        bool
}

// New begins a document.
func New(w io.Writer, head rows.Head) *Writer { return &Writer{w: w, x: xml.NewEncoder(w), head: head} }

// placemark has its parts in the order that the schema of KML asks for.
type placemark struct {
	XMLName     xml.Name `xml:"Placemark"`
	ID          string   `xml:"id,attr"`
	Name        string   `xml:"name"`
	Description string   `xml:"description"`
	Span        *span    `xml:"TimeSpan"`
	Data        []data   `xml:"ExtendedData>Data"`
	Point       *point   `xml:"Point"`
}

type span struct {
	Begin string `xml:"begin,omitempty"`
	End   string `xml:"end,omitempty"`
}

type data struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value"`
}

type point struct {
	Coordinates string `xml:"coordinates"`
}

func (w *Writer) begin() error {
	if w.open {
		return nil
	}
	w.open = true
	if _, err := io.WriteString(w.w, xml.Header+`<kml xmlns="http://www.opengis.net/kml/2.2"><Document>`+"\n<name>"); err != nil {
		return err
	}
	title := w.head.Title
	if title == "" {
		title = "Sitrep"
	}
	if err := xml.EscapeText(w.w, []byte(title)); err != nil {
		return err
	}
	_, err := io.WriteString(w.w, "</name>\n")
	return err
}

// Write writes an incident.
func (w *Writer) Write(i *rows.Incident) error {
	if err := w.begin(); err != nil {
		return err
	}
	w.n++
	p := placemark{ID: "incident-" + i.ID, Name: i.Title, Description: strings.Join(rows.Account(&i.Incident), "\n"), Data: facts(&i.Incident)}
	if !i.When.IsZero() {
		p.Span = &span{i.When.From.String(), i.When.To.String()}
	}
	if i.Place.Located {
		p.Point = &point{number(i.Place.Lon) + "," + number(i.Place.Lat)}
	} else {
		w.unplaced++
	}
	if err := w.x.Encode(p); err != nil {
		return fmt.Errorf("write incident %s as KML: %w", i.ID, err)
	}
	_, err := io.WriteString(w.w, "\n")
	return err
}

func number(d float64) string { return strconv.FormatFloat(d, 'f', 5, 64) }

func facts(i *sitrep.Incident) []data {
	all := []data{{"id", i.ID}, {"kind", string(i.Kind)}, {"status", string(i.Status)}, {"grade", string(i.Grade)}, {"told_by_one_side_only", i.OneSide()},
		{"initiators", rows.List(rows.Cast(i, sitrep.Initiator))}, {"targets", rows.List(rows.Cast(i, sitrep.Target))}, {"tolls", rows.List(rows.Tallies(i))},
		{"origins", rows.List(rows.Origins(i))}, {"where_prec", rows.Int(i.Place.Precision)}}
	if i.Place.Located {
		all = append(all, data{"uncertainty_km", rows.Int(int(rows.Kilometres(i.Place.Precision)))})
	}
	var out []data
	for _, d := range all {
		if d.Value != "" {
			out = append(out, d)
		}
	}
	return out
}

// Close ends the document.
func (w *Writer) Close() error {
	if err := w.begin(); err != nil {
		return err
	}
	_, err := io.WriteString(w.w, "</Document></kml>\n")
	return err
}

// LeftOut says what KML does not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"Claims, single figures and their words are in the jsonl, claims and tolls forms."}
	if w.unplaced > 0 {
		out = append(out, fmt.Sprintf("%d of %d incidents have no place on the map: their placemarks have no point.", w.unplaced, w.n))
	}
	return out
}
