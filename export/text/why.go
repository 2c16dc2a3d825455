package text

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
)

// Evidence is what the reasons of an incident are looked up in.
type Evidence struct {
	Reports     []casebook.StoredReport
	Corrections []sitrep.Correction       // made on these reports and events
	Show        func(words string) string // how words of a report may be shown
}

// WriteWhy writes what every field of an incident rests on: the words, the rule or model and its score for each event, the verdicts that joined the events
// with their reasons, how the figures were chosen, and what people corrected.
func WriteWhy(w io.Writer, d *casebook.Dossier, e Evidence, style Style) error {
	p := newPage(w, d, style)
	p.Title("Why: " + d.Incident.Title)
	p.Line(0, fmt.Sprintf("incident %s · %s in %s", d.Incident.ID, Count(len(d.Incident.Events), "event"), Count(len(d.Reports), "report")))
	for _, k := range d.Incident.Events {
		p.event(k, e)
	}
	p.verdicts()
	p.choices()
	p.corrections(e)
	p.reports()
	return p.Flush()
}

// event shows one event with the reasons of its fields.
func (p *page) event(k sitrep.EventKey, e Evidence) {
	reading := readingOf(k.Report, e.Reports)
	if reading == nil {
		return
	}
	n := slices.IndexFunc(reading.Events, func(ev sitrep.Event) bool { return ev.ID == k.Event })
	if n < 0 {
		return
	}
	ev := &reading.Events[n]
	words := wording{reading.Report.Text, e.Show}
	p.Heading("EVENT " + k.Event + " of report " + p.mark(k))
	p.Line(2, words.of(firstOf(ev.Mentions, ev.Trigger)))
	p.Line(2, fmt.Sprintf("%s · %s · %s · score %.2f", ev.Kind, ev.Status, ev.When.Words(ev.Status), ev.Score))
	p.reasons(4, ev.Why, words)
	for i := range ev.Actors {
		a := &ev.Actors[i]
		p.Line(2, string(a.Role)+": "+e.Show(a.Name))
		p.reasons(4, a.Why, words)
	}
	for i := range ev.Tolls {
		t := &ev.Tolls[i]
		p.Line(2, string(t.Harm)+": "+Told(t.Count, t.CountTo, t.Qualifier)+" "+words.of(t.Words))
		p.reasons(4, t.Why, words)
	}
}

func readingOf(report string, all []casebook.StoredReport) *sitrep.Reading {
	for i := range all {
		if all[i].Head.ID == report {
			return all[i].Reading
		}
	}
	return nil
}

func firstOf(spans []sitrep.Span, otherwise sitrep.Span) sitrep.Span {
	if len(spans) > 0 {
		return spans[0]
	}
	return otherwise
}

// wording gives the words of spans of a text.
type wording struct {
	text string
	show func(string) string
}

func (w wording) of(s sitrep.Span) string {
	if s.Start < 0 || s.End > len(w.text) || s.Len() <= 0 {
		return ""
	}
	return quoted(w.show(w.text[s.Start:s.End]))
}

func (p *page) reasons(indent int, list []sitrep.Reason, words wording) {
	for _, r := range list {
		score := ""
		if r.Score > 0 {
			score = fmt.Sprintf("(%.2f)", r.Score)
		}
		p.Line(indent, strings.Join(given(r.Field+":", r.Rule, score, words.of(r.Words)), " "))
	}
}

func (p *page) verdicts() {
	inside := map[sitrep.EventKey]bool{}
	for _, k := range p.d.Incident.Events {
		inside[k] = true
	}
	p.verdictsOf("JOINED", func(v *sitrep.Verdict) bool { return inside[v.A] && inside[v.B] })
	p.verdictsOf("COMPARED WITH OTHER INCIDENTS", func(v *sitrep.Verdict) bool { return inside[v.A] != inside[v.B] })
}

func (p *page) verdictsOf(heading string, in func(*sitrep.Verdict) bool) {
	begun := false
	for i := range p.d.Verdicts {
		v := &p.d.Verdicts[i]
		if !in(v) {
			continue
		}
		if !begun {
			p.Heading(heading)
			begun = true
		}
		p.Line(2, fmt.Sprintf("%s: %s and %s, by %s (%.2f)", v.Relation, p.key(v.A), p.key(v.B), v.By, v.Score))
		for _, r := range v.Reasons {
			p.Line(4, r)
		}
	}
}

// key is an event with its report's mark, or its report's id where the report is of another incident.
func (p *page) key(k sitrep.EventKey) string {
	if m := p.mark(k); m != "" {
		return k.Event + " " + m
	}
	return k.Event + " of report " + k.Report
}

func (p *page) choices() {
	i := &p.d.Incident
	p.Heading("FIGURES AND GRADE")
	for k := range i.Tally {
		t := &i.Tally[k]
		p.Line(2, string(t.Harm)+", "+Whom(t)+": "+rows.Figure(t))
		p.Line(4, "best: "+t.Why)
		for _, f := range t.RestsOn {
			p.Line(4, strings.Join(given("counts: "+Told(f.Count, f.CountTo, f.Qualifier)+", "+f.Origin, p.mark(f.Key), f.Why), " "))
		}
		for _, f := range t.SetAside {
			p.Line(4, strings.Join(given("set aside: "+Told(f.Count, f.CountTo, f.Qualifier)+", "+f.Origin, p.mark(f.Key), f.Why), " "))
		}
	}
	p.Line(2, "grade: "+Grade(i)+" ("+Count(len(i.Origins), "origin")+": "+names(i.Origins)+")")
}

func (p *page) corrections(e Evidence) {
	if len(e.Corrections) == 0 {
		return
	}
	p.Heading("CORRECTED BY PEOPLE")
	for i := range e.Corrections {
		p.Line(2, e.Show(Correction(&e.Corrections[i])))
	}
}

// Correction is what somebody corrected, in one line.
func Correction(c *sitrep.Correction) string {
	what := string(c.Op)
	if c.Field != "" {
		what += " " + c.Field
	}
	if c.Value != "" {
		what += " = " + c.Value
	}
	if c.Undoes != "" {
		what += " " + c.Undoes
	}
	if c.Anchor.Quote != "" {
		what += " of " + quoted(c.Anchor.Quote)
	}
	if len(c.Events) > 0 {
		what += " of " + Count(len(c.Events), "event")
	}
	orphan := ""
	if c.Orphan {
		orphan = "its words are gone from the newest text"
	}
	at := ""
	if !c.At.IsZero() { // else it is not kept
		at = c.At.Format("2006-01-02 15:04")
	}
	return strings.Join(given(at, c.By, what, c.Reason, orphan, c.ID), " · ")
}
