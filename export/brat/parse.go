package brat

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/standoff"
)

// parse reads the lines of an .ann file, and says which it does not understand.
func parse(ann string) (*standoff.Document, []string) {
	p := parser{of: map[string]int{}, triggers: map[string]string{}, opened: map[string]bool{}}
	var lines []string
	for line := range strings.Lines(ann) {
		lines = append(lines, strings.TrimRight(line, "\r\n"))
	}
	// what a line says of another one may stand before it
	for _, pass := range []map[byte]func(name, rest string) bool{{'T': p.words}, {'E': p.event}, {'E': p.roles, 'A': p.attribute, 'M': p.attribute, 'R': p.relation, '#': p.note}} {
		for n, line := range lines {
			if line == "" {
				continue
			}
			name, rest, _ := strings.Cut(line, "\t")
			if do := pass[line[0]]; do != nil && !do(name, rest) {
				p.left = append(p.left, fmt.Sprintf("line %d is not understood: it is no line of brat, or names one that is not there", n+1))
			} else if strings.IndexByte("TEAMR#", line[0]) < 0 && pass['T'] != nil {
				p.left = append(p.left, fmt.Sprintf("line %d is of a kind that is not carried: %s", n+1, name))
			}
		}
	}
	p.rename()
	return &p.Document, p.left
}

// parser makes a document of lines. Marks are named as the lines name them until rename.
type parser struct {
	standoff.Document
	of       map[string]int    // name → mark
	triggers map[string]string // E → T
	opened   map[string]bool   // T that open an event
	left     []string
}

// words is "shelling 0 6;9 12\tShells …".
func (p *parser) words(name, rest string) bool {
	head, _, _ := strings.Cut(rest, "\t")
	typ, at, ok := strings.Cut(head, " ")
	if _, twice := p.of[name]; twice || !ok {
		return false
	}
	m := standoff.Mark{ID: name, Type: typ}
	for part := range strings.SplitSeq(at, ";") {
		from, to, _ := strings.Cut(part, " ")
		start, err := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || start < 0 || end <= start {
			return false
		}
		m.Spans = append(m.Spans, standoff.Points{Start: start, End: end})
	}
	p.of[name] = len(p.Marks)
	p.Marks = append(p.Marks, m)
	return true
}

// event is "shelling:T1 target:T4 …": the first names the mark that is the event.
func (p *parser) event(name, rest string) bool {
	first, _, _ := strings.Cut(rest, " ")
	typ, trigger, ok := strings.Cut(first, ":")
	i, known := p.of[trigger]
	if _, twice := p.of[name]; twice || !ok || !known {
		return false
	}
	if p.opened[trigger] { // two events of one word are two marks
		copied := p.Marks[i]
		i = len(p.Marks)
		p.Marks = append(p.Marks, copied)
	}
	p.opened[trigger] = true
	p.Marks[i].Type = typ
	p.of[name], p.triggers[name] = i, trigger
	return true
}

// roles are the other parts of the line of an event.
func (p *parser) roles(name, rest string) bool {
	if p.triggers[name] == "" {
		return true // said already
	}
	for k, part := range strings.Fields(rest) {
		role, to, ok := strings.Cut(part, ":")
		if k == 0 {
			continue
		}
		if _, known := p.of[to]; !ok || !known {
			return false
		}
		p.Links = append(p.Links, standoff.Link{From: name, Role: strings.TrimRight(role, "0123456789"), To: to})
	}
	return true
}

// attribute is "harm T5 killed".
func (p *parser) attribute(_, rest string) bool {
	parts := strings.Fields(rest)
	if len(parts) < 2 {
		return false
	}
	i, known := p.of[parts[1]]
	if !known {
		return false
	}
	value := "yes"
	if len(parts) > 2 {
		value = strings.Join(parts[2:], " ")
	}
	p.Marks[i].Set(parts[0], value)
	return true
}

// relation is "about Arg1:T3 Arg2:E1".
func (p *parser) relation(_, rest string) bool {
	parts := strings.Fields(rest)
	if len(parts) != 3 {
		return false
	}
	var ends [2]string
	for k, part := range parts[1:] {
		_, end, _ := strings.Cut(part, ":")
		if _, known := p.of[end]; !known {
			return false
		}
		ends[k] = end
	}
	p.Links = append(p.Links, standoff.Link{From: ends[0], Role: parts[0], To: ends[1]})
	return true
}

// note is "AnnotatorNotes T5\tid t12; count 3".
func (p *parser) note(_, rest string) bool {
	head, note, _ := strings.Cut(rest, "\t")
	parts := strings.Fields(head)
	if len(parts) != 2 {
		return false
	}
	i, known := p.of[parts[1]]
	if !known {
		return false
	}
	for _, f := range standoff.ParseNote(note) {
		if f.Name == "id" {
			p.of[f.Value] = i
			p.Marks[i].ID = f.Value
			continue
		}
		p.Marks[i].Set(f.Name, f.Value)
	}
	return true
}

// rename gives the ends of links the ids of their marks. Ids that two marks have are those of the first.
func (p *parser) rename() {
	seen := map[string]bool{}
	for i := range p.Marks {
		m := &p.Marks[i]
		if seen[m.ID] {
			m.ID = fmt.Sprintf("%s again %d", m.ID, i)
		}
		seen[m.ID] = true
	}
	for i := range p.Links {
		l := &p.Links[i]
		l.From, l.To = p.Marks[p.of[l.From]].ID, p.Marks[p.of[l.To]].ID
	}
}
