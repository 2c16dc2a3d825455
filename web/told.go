package web

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/web/shown"
)

// toldReport is a report of an incident, with the passages in which it tells it.
type toldReport struct {
	sitrep.ReportHead
	Keys     []sitrep.EventKey
	Passages []paragraph
	CopyOf   string // id of the report whose text it copies
	Outlet0  string // outlet of that report
	Terms    []string
}

// mostTold is how many reports of an incident are shown with their passages; the others follow as links.
const mostTold = 12

// told are the reports of an incident in order of publication. The first ones come with their passages.
func (s *Server) told(ctx context.Context, d *casebook.Dossier, names []casebook.PrivateName) ([]toldReport, error) {
	copies := copiesIn(&d.Incident)
	heads := map[string]sitrep.ReportHead{}
	for _, h := range d.Reports {
		heads[h.ID] = h
	}
	var out []toldReport
	for i, h := range d.Reports {
		t := toldReport{ReportHead: h, CopyOf: copies[h.ID]}
		t.Outlet0 = heads[t.CopyOf].Outlet
		for _, k := range d.Incident.Events {
			if k.Report == h.ID {
				t.Keys = append(t.Keys, k)
			}
		}
		if i < mostTold {
			if err := s.passages(ctx, &t, names); err != nil {
				return nil, err
			}
		}
		out = append(out, t)
	}
	return out, nil
}

// passages fills in the paragraphs that tell the incident, with the words that tell it marked.
func (s *Server) passages(ctx context.Context, t *toldReport, names []casebook.PrivateName) error {
	stored, err := s.book.Report(ctx, t.ID, 0)
	if err != nil {
		return err
	}
	names = append(slices.Clip(names), s.record.Withheld(stored.Private)...)
	text := stored.Reading.Report.Text
	layers := hidden(text, names)
	for i := range stored.Reading.Events {
		e := &stored.Reading.Events[i]
		if !slices.Contains(t.Keys, sitrep.EventKey{Report: t.ID, Event: e.ID}) {
			continue
		}
		layers = append(layers, tellingLayers(e)...)
		for _, term := range e.Terms {
			t.Terms = append(t.Terms, privacy.Veil(shown.WordsAt(text, term), names))
		}
	}
	t.Passages = withMarks(paragraphsOf(text, layers))
	return nil
}

func tellingLayers(e *sitrep.Event) []layer {
	var out []layer
	for _, m := range e.Mentions {
		out = append(out, layer{m, "ev", e.ID})
	}
	for _, toll := range e.Tolls {
		out = append(out, layer{toll.Words, "to", toll.ID})
	}
	return out
}

// withMarks are the paragraphs on which marks lie, cut where they are long.
func withMarks(all []paragraph) []paragraph {
	var out []paragraph
	for _, p := range all {
		if slices.ContainsFunc(p.Pieces, func(x piece) bool { return x.IDs != "" }) {
			out = append(out, shortened(p))
		}
	}
	return out
}

// around is how many bytes of a paragraph are shown before its first mark and behind its last.
const aroundMark = 240

// shortened cuts what stands far from the marks of a paragraph.
func shortened(p paragraph) paragraph {
	first := slices.IndexFunc(p.Pieces, func(x piece) bool { return x.IDs != "" })
	last := first
	for i, x := range p.Pieces {
		if x.IDs != "" {
			last = i
		}
	}
	pieces := slices.Clone(p.Pieces)
	room := aroundMark
	for i := first - 1; i >= 0; i-- {
		pieces[i].Text, room = tail(pieces[i].Text, room), max(0, room-len(pieces[i].Text))
	}
	room = aroundMark
	for i := last + 1; i < len(pieces); i++ {
		pieces[i].Text, room = head(pieces[i].Text, room), max(0, room-len(pieces[i].Text))
	}
	for i := first; i < last; i++ {
		if x := &pieces[i]; x.IDs == "" && len(x.Text) > 2*aroundMark {
			x.Text = head(x.Text, aroundMark/2) + " " + tail(x.Text, aroundMark/2)
		}
	}
	return paragraph{slices.DeleteFunc(pieces, func(x piece) bool { return x.Text == "" })}
}

// head is the beginning of some words, up to so many bytes and the end of a word; the dots tell that it is cut.
func head(words string, most int) string {
	if len(words) <= most {
		return words
	}
	for i := min(most, len(words)-1); i > 0; i-- {
		if words[i] == ' ' {
			return words[:i] + " …"
		}
	}
	return ""
}

// tail is the end of some words, up to so many bytes.
func tail(words string, most int) string {
	if len(words) <= most {
		return words
	}
	for i := len(words) - most; i < len(words); i++ {
		if words[i] == ' ' {
			return "… " + words[i+1:]
		}
	}
	return ""
}

// copiesIn tells of each report that copies another's text which one that is.
func copiesIn(i *sitrep.Incident) map[string]string {
	out := map[string]string{}
	for _, o := range i.Origins {
		for _, chain := range o.Copies {
			for _, id := range chain[1:] {
				out[id] = chain[0]
			}
		}
	}
	return out
}

// allNames are the private persons of all reports of an incident, in the order of the reports.
func allNames(d *casebook.Dossier) []casebook.PrivateName {
	var out []casebook.PrivateName
	for _, id := range casebook.ReportsOf(&d.Incident) {
		out = append(out, d.Private[id]...)
	}
	return out
}
