package standoff

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/record"
)

// Of makes the document of a reading. text is the report's text as it may be shown, with as many code points as the kept one; show gives names and
// descriptions as they may be shown.
func Of(r *sitrep.Reading, text string, show func(string) string) *Document {
	m := maker{Document: Document{Report: r.Report.ID, SHA256: r.Report.SHA256, Title: clean(show(r.Report.Title)), Text: text}, reading: r,
		at: record.NewOffsets(r.Report.Text), show: show, marked: map[string]bool{}, linked: map[Link]bool{}}
	for i := range r.Events {
		m.event(&r.Events[i])
	}
	for i := range r.Claims {
		m.claim(&r.Claims[i])
	}
	m.speakers()
	return &m.Document
}

// maker makes a document.
type maker struct {
	Document
	reading *sitrep.Reading
	at      *record.Offsets
	show    func(string) string
	marked  map[string]bool // ids
	linked  map[Link]bool
}

// clean is a value on one line, without the sign that parts values where several stand on one line.
func clean(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, ";", ",")), " ")
}

func (m *maker) points(spans ...sitrep.Span) []Points {
	var out []Points
	for _, s := range spans {
		if s.Start < 0 || s.Len() <= 0 || s.End > len(m.reading.Report.Text) {
			continue
		}
		start, end := m.at.Span(s)
		out = append(out, Points{start, end})
	}
	slices.SortFunc(out, func(a, b Points) int { return a.Start - b.Start })
	return slices.Compact(out)
}

// add adds a mark, unless it has no words. An event, a toll and a claim is one mark whatever it shares its words with; others are one for all that name them.
func (m *maker) add(id, typ string, spans []Points, fields ...Field) bool {
	if len(spans) == 0 {
		return false
	}
	if m.marked[id] {
		return true
	}
	m.marked[id] = true
	mark := Mark{ID: id, Type: typ, Spans: spans}
	for _, f := range fields {
		mark.Set(f.Name, clean(m.show(f.Value)))
	}
	m.Marks = append(m.Marks, mark)
	return true
}

// named adds a mark of an actor, a place or a speaker, and gives its id.
func (m *maker) named(typ string, spans []Points, fields ...Field) string {
	if len(spans) == 0 {
		return ""
	}
	id := fmt.Sprintf("%s-%d-%d", typ, spans[0].Start, spans[0].End)
	m.add(id, typ, spans[:1], fields...)
	return id
}

func (m *maker) link(from, role, to string) {
	if l := (Link{from, role, to}); from != "" && to != "" && !m.linked[l] {
		m.linked[l] = true
		m.Links = append(m.Links, l)
	}
}

func (m *maker) event(e *sitrep.Event) {
	if !m.add(e.ID, string(e.Kind), m.points(e.Trigger), Field{"status", string(e.Status)}, Field{"stage", string(e.Stage)}, Field{"news", yesNo(e.News)},
		Field{"from", e.When.From.String()}, Field{"to", e.When.To.String()}, Field{"phase", e.Phase}, Field{"initiators", m.initiators(e)}) {
		return
	}
	for i := range e.Actors {
		if a := &e.Actors[i]; len(a.Mentions) > 0 {
			m.link(e.ID, string(a.Role), m.named(Actor, m.points(a.Mentions[0])))
		}
	}
	for i := range e.Places {
		m.link(e.ID, ToPlace, m.place(&e.Places[i]))
	}
	for i := range e.Tolls {
		if t := &e.Tolls[i]; m.toll(t) {
			m.link(e.ID, ToToll, t.ID)
		}
	}
}

// initiators says of every initiator how sure it is that he is one, and who says so: a mark alone would make an accusation a fact.
func (m *maker) initiators(e *sitrep.Event) string {
	var out []string
	for i := range e.Actors {
		a := &e.Actors[i]
		if a.Role != sitrep.Initiator {
			continue
		}
		s := a.Name + " – " + orWord(string(a.Confidence), "how sure is not told")
		if by := m.sources(a.AccordingTo); by != "" {
			s += ", according to " + by
		} else {
			s += ", in the reporters' own voice"
		}
		if by := m.sources(a.DeniedBy); by != "" {
			s += ", denied by " + by
		}
		out = append(out, s)
	}
	return strings.Join(out, " / ")
}

func orWord(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// sources are those who make claims.
func (m *maker) sources(claims []string) string {
	var out []string
	for i := range m.reading.Claims {
		if c := &m.reading.Claims[i]; slices.Contains(claims, c.ID) && !slices.Contains(out, c.Source) {
			out = append(out, c.Source)
		}
	}
	return strings.Join(out, ", ")
}

// place marks the first name in the text that stands for a place.
func (m *maker) place(p *sitrep.Place) string {
	for i := range m.reading.Toponyms {
		t := &m.reading.Toponyms[i]
		if !t.Metonym && t.Place.Name == p.Name && t.Place.GeoNames == p.GeoNames {
			return m.named(Place, m.points(t.Span))
		}
	}
	return ""
}

func (m *maker) toll(t *sitrep.Toll) bool {
	to := ""
	if t.CountTo > 0 {
		to = strconv.Itoa(t.CountTo)
	}
	return m.add(t.ID, Toll, m.points(t.Words), Field{"harm", string(t.Harm)}, Field{"qualifier", string(t.Qualifier)}, Field{"civilian", truth(t.Civilian)},
		Field{"count", strconv.Itoa(t.Count)}, Field{"count_to", to}, Field{"who", t.Who}, Field{"side", t.Side}, Field{"people", t.People},
		Field{"relation", string(t.Relation)})
}

func (m *maker) claim(c *sitrep.Claim) {
	if !m.add(c.ID, Claim, m.points(c.Content...), Field{"stance", string(c.Stance)}, Field{"mode", string(c.Mode)}, Field{"source", c.Source},
		Field{"side", c.Side}, Field{"source_kind", string(c.SourceKind)}, Field{"to", c.To}) {
		return
	}
	for _, e := range c.About {
		if m.marked[e] {
			m.link(c.ID, About, e)
		}
	}
}

// speakers marks the words that name who makes a claim.
func (m *maker) speakers() {
	for i := range m.reading.Attributions {
		a := &m.reading.Attributions[i]
		spans := m.points(a.Source...)
		for _, c := range a.Claims {
			if m.marked[c] {
				m.link(c, SaidBy, m.named(Speaker, spans))
			}
		}
	}
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func truth(t sitrep.Truth) string {
	if t == sitrep.NotKnown {
		return ""
	}
	return yesNo(t == sitrep.True)
}
