package standoff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitrep"
	"sitrep/record"
)

// Changes are what somebody changed in a document.
type Changes struct {
	// Corrections say it in the terms of the record, in the order in which they have to be taken. Who made them, when and why is the caller's to say.
	Corrections []sitrep.Correction
	Left        []string // what cannot be carried, a line each
}

// Compare says what somebody who was given base and gave back edited changed. r is the reading of the text that both are of.
func Compare(base, edited *Document, r *sitrep.Reading) Changes {
	d := newDiffer(base, edited, r)
	d.pair()
	for i := range d.base.Marks {
		d.before(&d.base.Marks[i])
	}
	for i := range d.edited.Marks {
		if m := &d.edited.Marks[i]; d.old[m] == nil && m.class() == "event" {
			d.newEvent(m)
		}
	}
	for i := range d.edited.Marks {
		if m := &d.edited.Marks[i]; d.old[m] == nil {
			d.newPart(m)
		}
	}
	for _, m := range d.about {
		d.aboutOf(m)
	}
	return d.Changes
}

// differ compares two documents.
type differ struct {
	Changes
	base, edited  *graph
	r             *sitrep.Reading
	at            *record.Points
	length        int // of the text, in code points
	old, partner  map[*Mark]*Mark
	about         []*Mark // edited claims, whose events are looked at when all of them have ids
	gone          map[string]bool
	events        map[string]*sitrep.Event
	claims        map[string]*sitrep.Claim
	addedEventIDs map[*Mark]string
}

// graph is a document whose marks are found by their ids.
type graph struct {
	*Document
	marks map[string]*Mark
	links map[string][]Link // by where they come from
	back  map[string][]Link // by where they lead
}

// newGraph leaves out marks without words.
func newGraph(d *Document) *graph {
	whole := *d
	whole.Marks = slices.DeleteFunc(slices.Clone(d.Marks), func(m Mark) bool { return len(m.Spans) == 0 })
	d = &whole
	g := &graph{d, map[string]*Mark{}, map[string][]Link{}, map[string][]Link{}}
	for i := range d.Marks {
		g.marks[d.Marks[i].ID] = &d.Marks[i]
	}
	for _, l := range d.Links {
		g.links[l.From] = append(g.links[l.From], l)
		g.back[l.To] = append(g.back[l.To], l)
	}
	return g
}

// to are the marks that a mark's links of a role lead to.
func (g *graph) to(m *Mark, role string) []*Mark {
	var out []*Mark
	for _, l := range g.links[m.ID] {
		if t := g.marks[l.To]; t != nil && l.Role == role {
			out = append(out, t)
		}
	}
	return out
}

// eventOf is the event that a toll belongs to, nil where none does.
func (g *graph) eventOf(toll *Mark) *Mark {
	for _, l := range g.back[toll.ID] {
		if e := g.marks[l.From]; e != nil && l.Role == ToToll {
			return e
		}
	}
	return nil
}

func newDiffer(base, edited *Document, r *sitrep.Reading) *differ {
	d := &differ{base: newGraph(base), edited: newGraph(edited), r: r, at: record.NewPoints(r.Report.Text), old: map[*Mark]*Mark{}, partner: map[*Mark]*Mark{},
		gone: map[string]bool{}, events: map[string]*sitrep.Event{}, claims: map[string]*sitrep.Claim{}, addedEventIDs: map[*Mark]string{}}
	for range r.Report.Text {
		d.length++
	}
	for i := range r.Events {
		d.events[r.Events[i].ID] = &r.Events[i]
	}
	for i := range r.Claims {
		d.claims[r.Claims[i].ID] = &r.Claims[i]
	}
	return d
}

// pair finds for each mark what it was: by its id, else by its type and words.
func (d *differ) pair() {
	for i := range d.edited.Marks {
		m := &d.edited.Marks[i]
		if b := d.base.marks[m.ID]; b != nil && b.class() == m.class() && d.partner[b] == nil {
			d.old[m], d.partner[b] = b, m
		}
	}
	byWords := map[string][]*Mark{}
	for i := range d.base.Marks {
		if b := &d.base.Marks[i]; d.partner[b] == nil {
			byWords[d.where(b)] = append(byWords[d.where(b)], b)
		}
	}
	for i := range d.edited.Marks {
		m := &d.edited.Marks[i]
		if left := byWords[d.where(m)]; d.old[m] == nil && len(left) > 0 {
			d.old[m], d.partner[left[0]] = left[0], m
			byWords[d.where(m)] = left[1:]
		}
	}
}

func (d *differ) where(m *Mark) string { return m.class() + fmt.Sprint(d.plain(m.Spans)) }

// plain are stretches without the white space at their ends, those with nothing else between them as one: tools part them at the ends of lines.
func (d *differ) plain(spans []Points) []Points {
	var out []Points
	for _, p := range slices.SortedFunc(slices.Values(spans), func(a, b Points) int { return cmp.Or(a.Start-b.Start, a.End-b.End) }) {
		if n := len(out); n > 0 && (p.Start <= out[n-1].End || d.blank(out[n-1].End, p.Start)) {
			out[n-1].End = max(out[n-1].End, p.End)
			continue
		}
		out = append(out, p)
	}
	for i := range out {
		for out[i].Start < out[i].End && d.blank(out[i].Start, out[i].Start+1) {
			out[i].Start++
		}
		for out[i].Start < out[i].End && d.blank(out[i].End-1, out[i].End) {
			out[i].End--
		}
	}
	return out
}

func (d *differ) blank(from, to int) bool {
	s := d.at.Span(from, to)
	return s.Len() > 0 && strings.TrimSpace(d.r.Report.Text[s.Start:s.End]) == ""
}

// before looks at what became of a mark that was given out.
func (d *differ) before(b *Mark) {
	m := d.partner[b]
	switch {
	case b.class() == Actor || b.class() == Place || b.class() == Speaker:
	case m == nil:
		d.taken(b)
	case !slices.Equal(d.plain(b.Spans), d.plain(m.Spans)):
		d.leave(b, "its words were moved; the record keeps it where it was. Take it out and add another where it belongs")
	case b.IsEvent():
		d.event(b, m)
	case b.Type == Toll:
		d.toll(b, m)
	case b.Type == Claim:
		d.claim(b, m)
	}
}

// taken rejects what somebody took out. A toll goes with its event.
func (d *differ) taken(b *Mark) {
	d.gone[b.ID] = true
	if e := d.base.eventOf(b); b.Type == Toll && e != nil && d.partner[e] == nil {
		return
	}
	d.correct(b, sitrep.RejectOp, b.class(), nil)
}

// event compares an event.
func (d *differ) event(b, m *Mark) {
	if b.Type != m.Type {
		d.correct(b, sitrep.SetOp, "event.kind", m.Type)
	}
	d.fields(b, m)
	e := d.events[b.ID]
	d.actors(b, m, e)
	d.places(b, m, e)
}

func (d *differ) toll(b, m *Mark) {
	before, now := d.base.eventOf(b), d.edited.eventOf(m)
	switch {
	case before != nil && d.partner[before] == nil:
		d.leave(b, "its event was taken out, and it goes with it")
		return
	case now == nil && before != nil, now != nil && d.old[now] != before:
		d.leave(b, "it was moved to another event. Take it out and add another there")
	}
	d.fields(b, m)
}

func (d *differ) claim(b, m *Mark) {
	d.fields(b, m)
	if by := d.edited.to(m, SaidBy); len(by) > 0 && b.Field("source") == m.Field("source") && !d.same(d.base.to(b, SaidBy), by) {
		d.correct(b, sitrep.SetOp, "claim.source", d.words(by[0]))
	}
	d.about = append(d.about, m)
}

// same tells whether two lists of marks are at the same words.
func (d *differ) same(a, b []*Mark) bool {
	return slices.EqualFunc(a, b, func(x, y *Mark) bool { return slices.Equal(d.plain(x.Spans), d.plain(y.Spans)) })
}

// aboutOf sets which events a claim speaks of.
func (d *differ) aboutOf(m *Mark) {
	b := d.old[m]
	var before, now []string
	for _, e := range d.base.to(b, About) {
		if !d.gone[e.ID] {
			before = append(before, e.ID)
		}
	}
	for _, e := range d.edited.to(m, About) {
		if id := d.idOf(e); id != "" {
			now = append(now, id)
		}
	}
	slices.Sort(before)
	slices.Sort(now)
	if now = slices.Compact(now); !slices.Equal(slices.Compact(before), now) {
		if now == nil {
			now = []string{}
		}
		d.correct(b, sitrep.SetOp, "claim.about", now)
	}
}

// idOf is the id of an event of the edited document in the record.
func (d *differ) idOf(m *Mark) string {
	if b := d.old[m]; b != nil {
		return b.ID
	}
	return d.addedEventIDs[m]
}
