package text

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
	"sitrep/export/rows"
)

func (p *page) tallies() {
	i := &p.d.Incident
	if len(i.Tally) == 0 {
		return
	}
	p.Heading("TOLLS (low–best–high, each a figure that somebody told; figures are never added up)")
	for k := range i.Tally {
		p.tally(&i.Tally[k])
	}
}

func (p *page) tally(t *sitrep.Tally) {
	p.Line(2, string(t.Harm)+", "+Whom(t)+": "+rows.Figure(t))
	if t.Why != "" {
		p.Line(4, "best: "+t.Why)
	}
	for _, o := range byOrigin(t) {
		p.Line(4, o.name+": "+o.course())
		for _, f := range o.figures {
			p.Line(6, p.figure(f))
		}
	}
}

// figure is one figure with its words, its report, and why it does not count where it does not.
func (p *page) figure(f figure) string {
	s := Told(f.Count, f.CountTo, f.Qualifier)
	if f.Quote != "" {
		s += " " + quoted(f.Quote)
	}
	s += " " + p.mark(f.Key)
	if f.aside {
		s += " – set aside"
		if f.Why != "" {
			s += ": " + f.Why
		}
	}
	return s
}

// figure is a toll of a tally.
type figure struct {
	sitrep.TallyToll
	aside bool
}

// voice is all figures of one origin, by time.
type voice struct {
	name    string
	figures []figure
}

// byOrigin sorts the figures of a tally by who gives them; those on which the tally rests first.
func byOrigin(t *sitrep.Tally) []voice {
	var out []voice
	add := func(f figure) {
		k := slices.IndexFunc(out, func(v voice) bool { return v.name == f.Origin })
		if k < 0 {
			k = len(out)
			out = append(out, voice{name: f.Origin})
		}
		out[k].figures = append(out[k].figures, f)
	}
	for _, f := range t.RestsOn {
		add(figure{f, false})
	}
	for _, f := range t.SetAside {
		add(figure{f, true})
	}
	for k := range out {
		slices.SortStableFunc(out[k].figures, func(a, b figure) int {
			return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.Key.Report, b.Key.Report), cmp.Compare(a.Span.Start, b.Span.Start))
		})
	}
	return out
}

// course is how an origin's figure moved: "3 (2031-05-02) → 5 (2031-05-03)". A figure told again is no move.
func (v *voice) course() string {
	var moves []string
	last := ""
	for _, f := range v.figures {
		told := Told(f.Count, f.CountTo, f.Qualifier)
		if told == last {
			continue
		}
		last = told
		if !f.Published.IsZero() {
			told += " (" + f.Published.Format("2006-01-02") + ")"
		}
		moves = append(moves, told)
	}
	return strings.Join(moves, " → ")
}
