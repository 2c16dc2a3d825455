package feed

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"sitrep"
	"sitrep/export/rows"
)

// JSON writes a JSON Feed 1.1, item by item.
type JSON struct {
	w    io.Writer
	head rows.Head
	n    int
}

// NewJSON begins a feed.
func NewJSON(w io.Writer, head rows.Head) *JSON { return &JSON{w: w, head: head} }

type feedHead struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Home        string       `json:"home_page_url,omitempty"`
	Feed        string       `json:"feed_url,omitempty"`
	Description string       `json:"description"`
	Authors     []feedAuthor `json:"authors"`
}

type feedAuthor struct {
	Name string `json:"name"`
}

type feedItem struct {
	ID        string     `json:"id"`
	URL       string     `json:"url,omitempty"`
	Title     string     `json:"title"`
	Text      string     `json:"content_text"`
	Published string     `json:"date_published"`
	Modified  string     `json:"date_modified"`
	Tags      []string   `json:"tags"`
	Sitrep    feedRecord `json:"_sitrep"`
}

// feedRecord is what programs want of an item.
type feedRecord struct {
	About    string    `json:"about"`
	ID       string    `json:"id"`
	Kind     string    `json:"kind"`
	From     string    `json:"from,omitempty"`
	To       string    `json:"to,omitempty"`
	Grade    string    `json:"grade"`
	Reviewed bool      `json:"reviewed"`
	Origins  []string  `json:"origins"`
	OneSide  string    `json:"told_by_one_side_only,omitempty"`
	At       []float64 `json:"lat_lon,omitempty"`
	Tolls    []string  `json:"tolls"`
}

func (f *JSON) begin() error {
	h := feedHead{Version: "https://jsonfeed.org/version/1.1", Title: titleOf(f.head), Description: caution, Authors: []feedAuthor{{"Sitrep"}}}
	if f.head.Base != "" {
		h.Home = f.head.Base + "/"
	}
	b, err := marshal(h)
	if err == nil {
		_, err = fmt.Fprintf(f.w, "%s,\"items\":[", b[:len(b)-1])
	}
	return err
}

// Write writes an incident.
func (f *JSON) Write(row *rows.Incident) error {
	before := ",\n"
	if f.n == 0 {
		before = "\n"
		if err := f.begin(); err != nil {
			return err
		}
	}
	f.n++
	b, err := marshal(f.item(&row.Incident))
	if err != nil {
		return fmt.Errorf("write incident %s as an item of a feed: %w", row.ID, err)
	}
	_, err = fmt.Fprintf(f.w, "%s%s", before, b)
	return err
}

func (f *JSON) item(i *sitrep.Incident) feedItem {
	published, modified := moments(i, f.head)
	x := feedItem{ID: entryID(i), URL: f.head.Link(i.ID), Title: i.Title, Text: strings.Join(rows.Account(i), "\n"), Tags: tags(i),
		Published: published.Format(time.RFC3339), Modified: modified.Format(time.RFC3339),
		Sitrep: feedRecord{About: "the record of Sitrep, docs/export.md", ID: i.ID, Kind: string(i.Kind), From: i.When.From.String(), To: i.When.To.String(),
			Grade: string(i.Grade), Reviewed: i.GradedBy.By != "", Origins: list(rows.Origins(i)), OneSide: rows.OneSide(i), Tolls: list(rows.Tallies(i))}}
	if i.Place.Located {
		x.Sitrep.At = []float64{i.Place.Lat, i.Place.Lon}
	}
	return x
}

// Close ends the feed.
func (f *JSON) Close() error {
	if f.n == 0 {
		if err := f.begin(); err != nil {
			return err
		}
	}
	_, err := io.WriteString(f.w, "\n]}\n")
	return err
}

// LeftOut says what a feed does not carry.
func (f *JSON) LeftOut() []string { return leftOut }

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func marshal(v any) ([]byte, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return []byte(strings.TrimSpace(b.String())), err
}
