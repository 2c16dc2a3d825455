package web

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/record"
)

// layer is what a stretch of a report's text is marked as.
type layer struct {
	span sitrep.Span
	name string // the class of the mark: ev, cl, to, tx, pl, ac, dropped, private
	id   string // of what it belongs to, empty where it has none
}

// paragraph is a line of a report's text, cut where marks begin and end.
type paragraph struct{ Pieces []piece }

// piece is a stretch of text with all marks that lie on it.
type piece struct {
	Text    string
	Class   string   // of all marks
	IDs     string   // of what they belong to
	Anchors []string // ids of what begins here
	At      int      // UTF-16 units before it in the text
}

// withheld stands in place of the name of a private person.
const withheld = "[name withheld]"

// paragraphsOf cuts a text for showing. Marks may overlap in any way. What lies under a mark of the class private is not shown.
func paragraphsOf(text string, layers []layer) []paragraph {
	layers = slices.DeleteFunc(layers, func(l layer) bool {
		return l.span.Start < 0 || l.span.End > len(text) || l.span.Start >= l.span.End
	})
	slices.SortStableFunc(layers, func(a, b layer) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	cuts := []int{0, len(text)}
	for _, l := range layers {
		cuts = append(cuts, l.span.Start, l.span.End)
	}
	for i := range len(text) {
		if text[i] == '\n' {
			cuts = append(cuts, i, i+1)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	at := record.NewOffsets(text)
	var out []paragraph
	var p paragraph
	var open []layer
	next, begun := 0, map[string]bool{}
	for i := 0; i+1 < len(cuts); i++ {
		start, end := cuts[i], cuts[i+1]
		open = slices.DeleteFunc(open, func(l layer) bool { return l.span.End <= start })
		for ; next < len(layers) && layers[next].span.Start <= start; next++ {
			open = append(open, layers[next])
		}
		if text[start:end] == "\n" {
			out, p = append(out, p), paragraph{}
			continue
		}
		p.Pieces = append(p.Pieces, pieceOf(text[start:end], start, at.UTF16(start), open, begun))
	}
	return slices.DeleteFunc(append(out, p), func(p paragraph) bool { return len(p.Pieces) == 0 })
}

func pieceOf(words string, start, utf16 int, open []layer, begun map[string]bool) piece {
	p := piece{Text: words, At: utf16}
	var classes, ids []string
	for _, l := range open {
		classes = append(classes, l.name)
		if l.name == "private" {
			p.Text = ""
			if l.span.Start == start {
				p.Text = withheld
			}
		}
		if l.id == "" {
			continue
		}
		ids = append(ids, l.id)
		if !begun[l.id] {
			begun[l.id] = true
			p.Anchors = append(p.Anchors, l.id)
		}
	}
	slices.Sort(classes)
	p.Class, p.IDs = strings.Join(slices.Compact(classes), " "), strings.Join(ids, " ")
	return p
}

// layersOf are all marks of a reading.
func layersOf(r *sitrep.Reading) []layer {
	var out []layer
	put := func(name, id string, spans ...sitrep.Span) {
		for _, s := range spans {
			out = append(out, layer{s, name, id})
		}
	}
	for i := range r.Events {
		e := &r.Events[i]
		put("ev", e.ID, e.Mentions...)
		for _, t := range e.Tolls {
			put("to", t.ID, append([]sitrep.Span{t.Words}, t.Mentions...)...)
		}
		for _, a := range e.Actors {
			put("ac", "", a.Mentions...)
		}
	}
	for i := range r.Claims {
		put("cl", r.Claims[i].ID, r.Claims[i].Content...)
	}
	for i := range r.Timexes {
		put("tx", "", r.Timexes[i].Span)
	}
	for i := range r.Toponyms {
		put("pl", "", r.Toponyms[i].Span)
	}
	for _, d := range r.Report.Dropped {
		put("dropped", "", d.Span)
	}
	return out
}

// hidden are the stretches at which private persons are named.
func hidden(text string, names []casebook.PrivateName) []layer {
	var out []layer
	for _, s := range privacy.Spans(text, names) {
		out = append(out, layer{s, "private", ""})
	}
	return out
}
