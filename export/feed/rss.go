package feed

import (
	"encoding/xml"
	"fmt"
	"io"
	"time"

	"sitrep/export/rows"
)

// RSS writes an RSS 2.0 feed, item by item.
type RSS struct {
	w    io.Writer
	x    *xml.Encoder
	head rows.Head
	open bool
}

// NewRSS begins a feed.
func NewRSS(w io.Writer, head rows.Head) rows.Writer[Entry] {
	return &RSS{w: w, x: xml.NewEncoder(w), head: head}
}

type rssItem struct {
	XMLName     xml.Name `xml:"item"`
	Title       string   `xml:"title"`
	Link        string   `xml:"link,omitempty"`
	Description string   `xml:"description"`
	Category    []string `xml:"category"`
	GUID        rssGUID  `xml:"guid"`
	Date        string   `xml:"pubDate"`
}

type rssGUID struct {
	Permanent bool   `xml:"isPermaLink,attr"`
	ID        string `xml:",chardata"`
}

func (f *RSS) begin() error {
	if f.open {
		return nil
	}
	f.open = true
	home := idOf(f.head)
	if f.head.Base != "" {
		home = homeOf(f.head)
	}
	_, err := fmt.Fprintf(f.w, "%s<rss version=\"2.0\"><channel>\n<title>%s</title>\n<link>%s</link>\n<description>%s</description>\n<generator>Sitrep</generator>\n",
		xml.Header, escaped(titleOf(f.head)), escaped(home), escaped(rows.Caution))
	return err
}

// Write writes an item.
func (f *RSS) Write(row *Entry) error {
	if err := f.begin(); err != nil {
		return err
	}
	err := f.x.Encode(rssItem{Title: row.Title, Link: row.Link, Description: asHTML(row.Lines), Category: row.Tags, GUID: rssGUID{false, row.ID}, Date: row.Updated.Format(time.RFC1123Z)})
	if err != nil {
		return fmt.Errorf("write %s as an item of a feed: %w", row.ID, err)
	}
	_, err = io.WriteString(f.w, "\n")
	return err
}

// Close ends the feed.
func (f *RSS) Close() error {
	if err := f.begin(); err != nil {
		return err
	}
	_, err := io.WriteString(f.w, "</channel></rss>\n")
	return err
}

// LeftOut says what a feed does not carry.
func (f *RSS) LeftOut() []string { return leftOut }
