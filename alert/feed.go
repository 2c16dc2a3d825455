package alert

import (
	"context"
	"encoding/hex"
	"encoding/xml"
	"html"
	"strings"
	"time"

	"sitrep/casebook"
)

// inFeed is how many notices a feed holds, the last ones.
const inFeed = 100

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle"`
	Author   string      `xml:"author>name"`
	Updated  string      `xml:"updated"`
	Entries  []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID       string     `xml:"id"`
	Title    string     `xml:"title"`
	Updated  string     `xml:"updated"`
	Links    []atomLink `xml:"link"`
	Category atomTerm   `xml:"category"`
	Content  atomText   `xml:"content"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomTerm struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// feed writes the last notices of an alert, n among them, into its file.
func (s *Sender) feed(ctx context.Context, book casebook.Asker, a *casebook.Alert, n *casebook.Notice, w casebook.Way) error {
	list, err := s.told(ctx, book, a, n)
	if err != nil {
		return err
	}
	content, err := atom(a, list, s.Now)
	if err != nil {
		return err
	}
	return replace(w.To, content)
}

// told are the notices that go out or went out, and n.
func (s *Sender) told(ctx context.Context, book casebook.Asker, a *casebook.Alert, n *casebook.Notice) ([]casebook.Notice, error) {
	keeper, ok := book.(casebook.Alerter)
	if !ok {
		return []casebook.Notice{*n}, nil
	}
	list, err := keeper.Notices(ctx, casebook.NoticeQuery{Alert: a.Name, Last: inFeed, States: []casebook.NoticeState{casebook.SentNotice, casebook.WaitingNotice, casebook.DeadNotice}})
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].ID == n.ID {
			return list, nil
		}
	}
	return append(list, *n), nil
}

// atom is a feed of notices, the last first.
func atom(a *casebook.Alert, list []casebook.Notice, now time.Time) ([]byte, error) {
	f := atomFeed{ID: "urn:sitrep:alerts:" + hex.EncodeToString([]byte(a.Name)), Title: oneLine("Sitrep: " + a.Name), Subtitle: caution, Author: "Sitrep", Updated: now.UTC().Format(time.RFC3339)}
	for i := len(list) - 1; i >= 0; i-- {
		f.Entries = append(f.Entries, entry(a, &list[i]))
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	out, err := xml.MarshalIndent(f, "", " ")
	return append([]byte(xml.Header), append(out, '\n')...), err
}

func entry(a *casebook.Alert, n *casebook.Notice) atomEntry {
	e := atomEntry{ID: urn(n.ID), Title: oneLine(n.Title), Updated: n.At.UTC().Format(time.RFC3339), Category: atomTerm{n.Why}}
	if l := link(n, a.Base); l != "" {
		e.Links = append(e.Links, atomLink{"alternate", l})
	}
	if n.Earlier != "" {
		e.Links = append(e.Links, atomLink{"related", urn(n.Earlier)})
	}
	var text strings.Builder
	for _, line := range body(n, a.Base) {
		if line != "" {
			text.WriteString("<p>" + html.EscapeString(oneLine(line)) + "</p>")
		}
	}
	e.Content = atomText{"html", text.String()}
	return e
}

func urn(id string) string { return "urn:sitrep:alert:" + id }
