package feed

import (
	"fmt"
	"io"
	"strings"
	"time"

	"sitrep/export/rows"
	"sitrep/internal/plainjson"
)

// JSON writes a JSON Feed 1.1, item by item.
type JSON struct {
	w    io.Writer
	head rows.Head
	n    int
}

// NewJSON begins a feed.
func NewJSON(w io.Writer, head rows.Head) rows.Writer[Entry] { return &JSON{w: w, head: head} }

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
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published"`
	Modified  string   `json:"date_modified"`
	Tags      []string `json:"tags"`
	Sitrep    any      `json:"_sitrep,omitempty"`
}

func (f *JSON) begin() error {
	h := feedHead{Version: "https://jsonfeed.org/version/1.1", Title: titleOf(f.head), Description: rows.Caution, Authors: []feedAuthor{{"Sitrep"}}}
	if f.head.Base != "" {
		h.Home = homeOf(f.head)
	}
	if f.head.Base != "" && f.head.Self != "" {
		h.Feed = f.head.Base + f.head.Self
	}
	b, err := plainjson.Marshal(h)
	if err == nil {
		_, err = fmt.Fprintf(f.w, "%s,\"items\":[", b[:len(b)-1])
	}
	return err
}

// Write writes an item.
func (f *JSON) Write(row *Entry) error {
	before := ",\n"
	if f.n == 0 {
		before = "\n"
		if err := f.begin(); err != nil {
			return err
		}
	}
	f.n++
	b, err := plainjson.Marshal(feedItem{ID: row.ID, URL: row.Link, Title: row.Title, Text: strings.Join(row.Lines, "\n"), Tags: row.Tags,
		Published: row.Published.Format(time.RFC3339), Modified: row.Updated.Format(time.RFC3339), Sitrep: row.Record})
	if err != nil {
		return fmt.Errorf("write %s as an item of a feed: %w", row.ID, err)
	}
	_, err = fmt.Fprintf(f.w, "%s%s", before, b)
	return err
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
