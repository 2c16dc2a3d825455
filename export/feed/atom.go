package feed

import (
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"sitrep/export/rows"
)

// Atom writes an Atom feed, entry by entry.
type Atom struct {
	w    io.Writer
	x    *xml.Encoder
	head rows.Head
	open bool
	last time.Time
}

// NewAtom begins a feed.
func NewAtom(w io.Writer, head rows.Head) rows.Writer[Entry] {
	return &Atom{w: w, x: xml.NewEncoder(w), head: head}
}

type atomEntry struct {
	XMLName   xml.Name `xml:"entry"`
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Updated   string   `xml:"updated"`
	Published string   `xml:"published"`
	Link      *atomLink
	Category  []atomCategory
	Content   atomText `xml:"content"`
}

type atomLink struct {
	XMLName xml.Name `xml:"link"`
	Rel     string   `xml:"rel,attr"`
	Href    string   `xml:"href,attr"`
}

type atomCategory struct {
	XMLName xml.Name `xml:"category"`
	Term    string   `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// begin writes the head of the feed.
func (f *Atom) begin() error {
	if f.open {
		return nil
	}
	f.open = true
	_, err := fmt.Fprintf(f.w, "%s<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>%s</id>\n<title>%s</title>\n<author><name>Sitrep</name></author>\n<generator>Sitrep</generator>\n<subtitle>%s</subtitle>\n",
		xml.Header, escaped(idOf(f.head)), escaped(titleOf(f.head)), escaped(rows.Caution))
	if err == nil && f.head.Base != "" {
		_, err = fmt.Fprintf(f.w, "<link rel=\"alternate\" href=\"%s\"/>\n", escaped(homeOf(f.head)))
	}
	if err == nil && f.head.Base != "" && f.head.Self != "" {
		_, err = fmt.Fprintf(f.w, "<link rel=\"self\" href=\"%s\"/>\n", escaped(f.head.Base+f.head.Self))
	}
	return err
}

// Write writes an entry.
func (f *Atom) Write(row *Entry) error {
	if err := f.begin(); err != nil {
		return err
	}
	if row.Updated.After(f.last) {
		f.last = row.Updated
	}
	e := atomEntry{ID: row.ID, Title: row.Title, Published: row.Published.Format(time.RFC3339), Updated: row.Updated.Format(time.RFC3339), Content: atomText{"html", asHTML(row.Lines)}}
	if row.Link != "" {
		e.Link = &atomLink{Rel: "alternate", Href: row.Link}
	}
	for _, term := range row.Tags {
		e.Category = append(e.Category, atomCategory{Term: term})
	}
	if err := f.x.Encode(e); err != nil {
		return fmt.Errorf("write %s as an entry of a feed: %w", row.ID, err)
	}
	_, err := io.WriteString(f.w, "\n")
	return err
}

// Close ends the feed. It was updated when its latest entry was.
func (f *Atom) Close() error {
	if err := f.begin(); err != nil {
		return err
	}
	updated := f.head.Made
	if !f.last.IsZero() {
		updated = f.last.Format(time.RFC3339)
	}
	_, err := fmt.Fprintf(f.w, "<updated>%s</updated>\n</feed>\n", updated)
	return err
}

// LeftOut says what a feed does not carry.
func (f *Atom) LeftOut() []string { return leftOut }

var leftOut = []string{"An entry tells an incident in words: its claims and its single figures with their words are in the jsonl, claims and tolls forms."}

func titleOf(h rows.Head) string {
	if h.Title == "" {
		return "Sitrep"
	}
	return h.Title
}

// idOf is the id of a feed: each filter has another, so that a reader of feeds does not take two for one.
func idOf(h rows.Head) string {
	id := "urn:sitrep:case:" + slug(h.Title)
	if h.Self != "" {
		id += ":" + slug(h.Self)
	}
	return id
}

// homeOf is the page that a feed is of.
func homeOf(h rows.Head) string {
	if h.View != "" {
		return h.Base + h.View
	}
	return h.Base + "/"
}

func asHTML(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("<p>" + html.EscapeString(l) + "</p>")
	}
	return b.String()
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}

// slug is a name as a URN may hold it.
func slug(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(s))
	if s = strings.Trim(s, "-"); s == "" {
		return "record"
	}
	return s
}
