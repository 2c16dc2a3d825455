package labelstudio

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"sitrep/record"
	"sitrep/standoff"
)

// edited makes a document of the items of an annotation, and says what it does not understand.
func edited(base *standoff.Document, items []item) (*standoff.Document, []string) {
	b := builder{Document: standoff.Document{Report: base.Report, SHA256: base.SHA256, Title: base.Title, Text: base.Text}, of: map[string]int{}}
	b.units(items)
	for i := range items {
		if items[i].Type == "labels" {
			b.region(&items[i])
		}
	}
	for i := range items {
		b.field(&items[i])
	}
	for i := range items {
		if items[i].Type == "relation" {
			b.relation(&items[i])
		}
	}
	return b.whole(), b.left
}

// builder puts a document together.
type builder struct {
	standoff.Document
	of     map[string]int // id → mark
	left   []string
	points []int // of each UTF-16 unit, where offsets are counted so, as older versions of Label Studio do; else nil
}

// units finds out how offsets are counted: by the words that stand beside them.
func (b *builder) units(items []item) {
	at := record.NewPoints(b.Text)
	u := utf16.Encode([]rune(b.Text))
	points, units := 0, 0
	for i := range items {
		words, ok := "", false
		v := items[i].Value
		if v != nil && items[i].Type == "labels" {
			words, ok = v.Text.(string)
		}
		if !ok || words == "" {
			continue
		}
		if s := at.Span(v.Start, v.End); b.Text[s.Start:s.End] == words {
			points++
		}
		if v.Start >= 0 && v.Start <= v.End && v.End <= len(u) && string(utf16.Decode(u[v.Start:v.End])) == words {
			units++
		}
	}
	if units > points {
		b.count()
	}
}

// count makes the change of UTF-16 units into code points.
func (b *builder) count() {
	points := 0
	for _, r := range b.Text {
		for range max(1, utf16.RuneLen(r)) {
			b.points = append(b.points, points)
		}
		points++
	}
	b.points = append(b.points, points)
}

// point is an offset in code points.
func (b *builder) point(n int) int {
	if b.points == nil {
		return n
	}
	return b.points[min(n, len(b.points)-1)]
}

func (b *builder) leave(it *item, why string) {
	b.left = append(b.left, fmt.Sprintf("%s %s: %s", it.Type, it.ID, why))
}

// region is a stretch with its label.
func (b *builder) region(it *item) {
	v := it.Value
	switch {
	case v == nil || len(v.Labels) == 0 || it.ID == "":
		b.leave(it, "it has no label or no id")
		return
	case v.Start < 0 || v.End <= v.Start || v.End > 2*utf8.RuneCountInString(b.Text):
		b.leave(it, "it lies outside of the text")
		return
	}
	if _, twice := b.of[it.ID]; twice {
		b.leave(it, "there are two of this id; the first is taken")
		return
	}
	if len(v.Labels) > 1 {
		b.leave(it, "it has several labels; the first is taken")
	}
	b.of[it.ID] = len(b.Marks)
	b.Marks = append(b.Marks, standoff.Mark{ID: it.ID, Type: v.Labels[0], Spans: []standoff.Points{{Start: b.point(v.Start), End: b.point(v.End)}}})
}

// field is a choice, or a note, of a region.
func (b *builder) field(it *item) {
	i, known := b.of[it.ID]
	switch {
	case it.Type == "labels" || it.Type == "relation":
	case !known || it.Value == nil:
		b.leave(it, "it belongs to no region")
	case it.Type == "choices" && len(it.Value.Choices) > 0:
		b.Marks[i].Set(it.From, it.Value.Choices[0])
	case it.Type == "textarea":
		for _, f := range standoff.ParseNote(lines(it.Value.Text)) {
			b.Marks[i].Set(f.Name, f.Value)
		}
	default:
		b.leave(it, "this is not carried")
	}
}

// lines is what was written in a text area: one text, or several.
func lines(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var out []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				out = append(out, s)
			}
		}
		return strings.Join(out, "; ")
	}
	return ""
}

// relation is a link, or says that a stretch goes on in another one.
func (b *builder) relation(it *item) {
	from, ok := b.of[it.FromID]
	to, ok2 := b.of[it.ToID]
	if !ok || !ok2 || len(it.Labels) == 0 {
		b.leave(it, "it has no label, or leads to no region")
		return
	}
	if it.Direction == "left" {
		from, to = to, from
	}
	for _, role := range it.Labels {
		b.Links = append(b.Links, standoff.Link{From: b.Marks[from].ID, Role: role, To: b.Marks[to].ID})
	}
}

// whole is the document with marks in several stretches put together.
func (b *builder) whole() *standoff.Document {
	next, part := map[string]string{}, map[string]bool{}
	var links []standoff.Link
	for _, l := range b.Links {
		if l.Role != continues {
			links = append(links, l)
			continue
		}
		next[l.From], part[l.To] = l.To, true
	}
	var marks []standoff.Mark
	for _, m := range b.Marks {
		if part[m.ID] {
			continue
		}
		seen := map[string]bool{}
		for id := next[m.ID]; id != "" && !seen[id]; id = next[id] {
			seen[id] = true
			m.Spans = append(m.Spans, b.Marks[b.of[id]].Spans...)
		}
		marks = append(marks, m)
	}
	b.Marks, b.Links = marks, links
	return &b.Document
}
