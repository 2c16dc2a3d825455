package brat

import (
	"fmt"
	"strings"

	"sitrep/record"
	"sitrep/standoff"
)

// annotations are the lines of an .ann file.
func annotations(d *standoff.Document) string {
	a := annotator{d: d, at: record.NewPoints(d.Text), names: map[string]string{}}
	for i := range d.Marks {
		a.words(&d.Marks[i])
	}
	for i := range d.Marks {
		if m := &d.Marks[i]; m.IsEvent() {
			a.event(m)
		}
	}
	for i := range d.Marks {
		a.fields(&d.Marks[i])
	}
	for _, l := range d.Links {
		a.relation(l)
	}
	return a.out.String()
}

type annotator struct {
	d     *standoff.Document
	at    *record.Points
	out   strings.Builder
	names map[string]string // of marks, as lines name them: T4, E1
	// how many lines of each sort there are
	stretches, events, attributes, relations, notes int
}

// words writes the line of a stretch of text. A stretch that goes over the end of a line is two for brat.
func (a *annotator) words(m *standoff.Mark) {
	a.stretches++
	name := fmt.Sprintf("T%d", a.stretches)
	var at, words []string
	for _, p := range m.Spans {
		for _, line := range a.lines(p) {
			s := a.at.Span(line.Start, line.End)
			at = append(at, fmt.Sprintf("%d %d", line.Start, line.End))
			words = append(words, a.d.Text[s.Start:s.End])
		}
	}
	if len(at) == 0 {
		return
	}
	a.names[m.ID] = name
	fmt.Fprintf(&a.out, "%s\t%s %s\t%s\n", name, m.Type, strings.Join(at, ";"), strings.Join(words, " "))
}

// lines are the parts of a stretch that lie on one line each.
func (a *annotator) lines(p standoff.Points) []standoff.Points {
	var out []standoff.Points
	s := a.at.Span(p.Start, p.End)
	begin, n := p.Start, p.Start
	end := func() {
		if n > begin {
			out = append(out, standoff.Points{Start: begin, End: n})
		}
	}
	for _, r := range a.d.Text[s.Start:s.End] {
		if r == '\n' || r == '\r' {
			end()
			begin = n + 1
		}
		n++
	}
	end()
	return out
}

// event writes the line of an event, with who and what has a part in it.
func (a *annotator) event(m *standoff.Mark) {
	trigger := a.names[m.ID]
	if trigger == "" {
		return
	}
	a.events++
	name := fmt.Sprintf("E%d", a.events)
	line := fmt.Sprintf("%s\t%s:%s", name, m.Type, trigger)
	count := map[string]int{}
	for _, l := range a.d.Links {
		if to := a.names[l.To]; l.From == m.ID && to != "" {
			role := l.Role
			if count[l.Role]++; count[l.Role] > 1 {
				role = fmt.Sprintf("%s%d", l.Role, count[l.Role])
			}
			line += " " + role + ":" + to
		}
	}
	a.names[m.ID] = name
	a.out.WriteString(line + "\n")
}

// fields writes what is said of a mark: choices as attributes, the rest in a note.
func (a *annotator) fields(m *standoff.Mark) {
	name := a.names[m.ID]
	if name == "" {
		return
	}
	for _, f := range m.Fields {
		if standoff.ChoiceOf(f.Name) != nil {
			a.attributes++
			fmt.Fprintf(&a.out, "A%d\t%s %s %s\n", a.attributes, f.Name, name, f.Value)
		}
	}
	if m.IsEvent() || m.Type == standoff.Toll || m.Type == standoff.Claim {
		a.notes++
		fmt.Fprintf(&a.out, "#%d\tAnnotatorNotes %s\tid %s\n", a.notes, name, strings.TrimSuffix(m.ID+"; "+m.Note(), "; "))
	}
}

// relation writes a link that does not lead from an event.
func (a *annotator) relation(l standoff.Link) {
	from, to := a.names[l.From], a.names[l.To]
	if from == "" || to == "" || strings.HasPrefix(from, "E") {
		return
	}
	a.relations++
	fmt.Fprintf(&a.out, "R%d\t%s Arg1:%s Arg2:%s\n", a.relations, l.Role, from, to)
}
