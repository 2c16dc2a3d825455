package annotations

import (
	"net/url"
	"strings"

	"sitrep"
	"sitrep/record"
	"sitrep/standoff"
)

type annotation struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Motivation string   `json:"motivation"`
	Body       []body   `json:"body"`
	Target     []target `json:"target"`
	Links      []link   `json:"sitrep:links,omitempty"`
}

// link leads to another annotation. It is an object, since JSON-LD takes lists in a list apart.
type link struct {
	Role string `json:"sitrep:role"`
	To   node   `json:"sitrep:to"`
}

type node struct {
	ID string `json:"id"`
}

type body struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value"`
	Field   string `json:"sitrep:field,omitempty"`
}

type target struct {
	Type     string     `json:"type"`
	Source   string     `json:"source"`
	Report   string     `json:"sitrep:report"`
	SHA256   string     `json:"sitrep:sha256"`
	Selector []selector `json:"selector"`
	bare     bool       // without its words
}

type selector struct {
	Type   string  `json:"type"`
	Exact  *string `json:"exact,omitempty"`
	Prefix *string `json:"prefix,omitempty"`
	Suffix *string `json:"suffix,omitempty"`
	Start  *int    `json:"start,omitempty"`
	End    *int    `json:"end,omitempty"`
}

// passages gives the words of a document's marks.
type passages struct {
	d      *standoff.Document
	at     *record.Points
	length int
	marks  map[string]*standoff.Mark
	to     map[string][]standoff.Link // by where they come from
	back   map[string][]standoff.Link
}

func newPassages(d *standoff.Document) *passages {
	p := &passages{d: d, at: record.NewPoints(d.Text), marks: map[string]*standoff.Mark{}, to: map[string][]standoff.Link{}, back: map[string][]standoff.Link{}}
	for range d.Text {
		p.length++
	}
	for i := range d.Marks {
		p.marks[d.Marks[i].ID] = &d.Marks[i]
	}
	for _, l := range d.Links {
		p.to[l.From] = append(p.to[l.From], l)
		p.back[l.To] = append(p.back[l.To], l)
	}
	return p
}

// wanted tells whether a mark is asked for: an event, what an event that is asked for links to, a claim about one, and who makes that.
func (p *passages) wanted(m *standoff.Mark, events map[string]bool) bool {
	if events == nil || events[m.ID] {
		return true
	}
	if m.Type == standoff.Claim {
		return p.about(m.ID, events)
	}
	for _, l := range p.back[m.ID] {
		if l.Role == standoff.SaidBy && p.about(l.From, events) || events[l.From] {
			return true
		}
	}
	return false
}

func (p *passages) about(claim string, events map[string]bool) bool {
	for _, l := range p.to[claim] {
		if l.Role == standoff.About && events[l.To] {
			return true
		}
	}
	return false
}

func (p *passages) id(m *standoff.Mark) string {
	return "urn:sitrep:report:" + url.PathEscape(p.d.Report) + ":" + m.ID
}

func (p *passages) links(m *standoff.Mark) []link {
	var out []link
	for _, l := range p.to[m.ID] {
		if t := p.marks[l.To]; t != nil {
			out = append(out, link{l.Role, node{p.id(t)}})
		}
	}
	return out
}

// motivation is why something is marked, in W3C's words.
func motivation(m *standoff.Mark) string {
	if m.Type == standoff.Actor || m.Type == standoff.Place || m.Type == standoff.Speaker {
		return "identifying"
	}
	return "classifying"
}

// bodies are what is said of a mark: its type, then its fields.
func (p *passages) bodies(m *standoff.Mark) []body {
	out := []body{{Type: "TextualBody", Purpose: "classifying", Value: m.Type}}
	for _, f := range m.Fields {
		out = append(out, body{Type: "TextualBody", Purpose: "describing", Value: f.Value, Field: f.Name})
	}
	return out
}

const (
	most = 300 // characters that are quoted
	near = 32  // characters before and after
)

// target is a stretch of a report. Words that cover up a name are no words of the report: they are left out.
func (p *passages) target(h *sitrep.ReportHead, at standoff.Points) target {
	source := h.URL
	if source == "" {
		source = "urn:sitrep:report:" + url.PathEscape(p.d.Report)
	}
	t := target{Type: "SpecificResource", Source: source, Report: p.d.Report, SHA256: p.d.SHA256}
	exact := p.words(at.Start, at.End)
	if t.bare = at.End-at.Start > most || covered(exact); !t.bare {
		prefix, suffix := p.words(max(0, at.Start-near), at.Start), p.words(at.End, min(p.length, at.End+near))
		prefix, suffix = afterCover(prefix), beforeCover(suffix)
		t.Selector = append(t.Selector, selector{Type: "TextQuoteSelector", Exact: &exact, Prefix: &prefix, Suffix: &suffix})
	}
	t.Selector = append(t.Selector, selector{Type: "TextPositionSelector", Start: &at.Start, End: &at.End})
	return t
}

func (p *passages) words(start, end int) string {
	s := p.at.Span(start, end)
	return p.d.Text[s.Start:s.End]
}

func covered(s string) bool { return strings.ContainsRune(s, standoff.Cover) }

func afterCover(s string) string {
	if i := strings.LastIndex(s, string(standoff.Cover)); i >= 0 {
		return s[i+len(string(standoff.Cover)):]
	}
	return s
}

func beforeCover(s string) string {
	before, _, _ := strings.Cut(s, string(standoff.Cover))
	return before
}
