package main

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/compare"
	"sitrep/export/rows"
	"sitrep/internal/terminal"
	"sitrep/reference"
)

// writeCompared writes the record beside another dataset for people; limit is how many of each sort, 0 for all.
func writeCompared(a *app, file string, limit int, r *compare.Result) error {
	p := comparePage{terminal.NewPage(a.out, a.outTerminal.Width, a.outTerminal.Colour), limit}
	p.Title("The record beside " + file + " (" + string(r.Dataset) + ")")
	p.windows(r)
	p.pairs(r)
	p.theirs(r.Theirs)
	p.ours(r.Ours)
	p.left(r.LeftOut)
	return p.Flush()
}

type comparePage struct {
	*terminal.Page
	limit int
}

// few is how many of n are shown.
func (p *comparePage) few(n int) int {
	if p.limit == 0 {
		return n
	}
	return min(n, p.limit)
}

func (p *comparePage) more(n int) {
	if shown := p.few(n); shown < n {
		p.Line(2, fmt.Sprintf("and %d more; --all shows them", n-shown))
	}
}

func (p *comparePage) windows(r *compare.Result) {
	p.Heading("WHAT BOTH COVER")
	if len(r.Windows) == 0 {
		p.Line(2, "no country and no day: nothing can be said of what one of the two lacks")
		return
	}
	for _, w := range r.Windows {
		p.Line(2, fmt.Sprintf("%s, %s to %s: %d of theirs, %d of ours", w.Country, w.From, w.To, w.Theirs, w.Ours))
	}
	shared := 0
	for i := range r.Pairs {
		if r.Pairs[i].Shared {
			shared++
		}
	}
	p.Line(2, fmt.Sprintf("%d pairs, %d more with a part or a whole of one; %d that we lack, %d that they lack", len(r.Pairs)-shared, shared, len(r.Theirs), len(r.Ours)))
}

func (p *comparePage) pairs(r *compare.Result) {
	if len(r.Pairs) > 0 {
		p.Heading("BOTH HAVE")
	}
	for i := range p.few(len(r.Pairs)) {
		x := r.Pair(i)
		p.Line(2, "theirs: "+theirWords(x.Theirs))
		p.Line(4, "ours: "+ourWords(x.Ours))
		for k := range x.Tolls {
			p.Line(6, tollWords(&x.Tolls[k]))
		}
		why := fmt.Sprintf("paired (%.1f): ", x.Score)
		if x.Shared {
			why = fmt.Sprintf("a part or a whole of another pair (%.1f): ", x.Score)
		}
		p.Line(6, why+strings.Join(x.Reasons, "; "))
	}
	p.more(len(r.Pairs))
}

func (p *comparePage) theirs(all []*reference.Incident) {
	if len(all) > 0 {
		p.Heading("THEY HAVE, THE RECORD LACKS")
	}
	for _, t := range all[:p.few(len(all))] {
		p.Line(2, theirWords(t))
	}
	p.more(len(all))
}

func (p *comparePage) ours(all []*compare.Ours) {
	if len(all) > 0 {
		p.Heading("THE RECORD HAS, THEY LACK")
	}
	for _, o := range all[:p.few(len(all))] {
		p.Line(2, ourWords(o))
	}
	p.more(len(all))
}

func (p *comparePage) left(all []compare.LeftOut) {
	if len(all) > 0 {
		p.Heading("NOT COMPARED")
	}
	for _, l := range all {
		p.Line(2, fmt.Sprintf("%s, %s: %d", l.Whose, l.Why, l.N))
	}
}

func theirWords(t *reference.Incident) string {
	when := t.From.String()
	if t.To != t.From {
		when += " to " + t.To.String()
	}
	where := t.Place
	if t.Land != "" && t.Land != t.Place {
		where = strings.TrimPrefix(where+", "+t.Land, ", ")
	}
	parts := []string{when, where}
	if t.Sort != "" {
		parts = append(parts, t.Sort)
	}
	for i := range t.Tolls {
		parts = append(parts, theirToll(&t.Tolls[i]))
	}
	if len(t.Sides) > 0 {
		parts = append(parts, "sides in their words: "+strings.Join(t.Sides, ", "))
	}
	return strings.Join(append(parts, t.ID), " · ")
}

// theirToll is a figure of theirs as low–best–high.
func theirToll(t *reference.Toll) string {
	s := string(t.Harm) + " " + strconv.Itoa(t.Low)
	if t.Best != t.Low && t.Best != t.High {
		s += "–" + strconv.Itoa(t.Best)
	}
	if t.High != t.Low {
		s += "–" + strconv.Itoa(t.High)
	}
	if t.Civilians {
		s += ", civilians"
	}
	return s
}

func ourWords(o *compare.Ours) string {
	parts := []string{o.When.Words(o.Status), rows.Where(&o.Place), o.Title}
	for i := range o.Tally {
		parts = append(parts, o.Tally[i].Words())
	}
	for _, a := range o.Actors {
		if strings.HasPrefix(a.Words, string(sitrep.Initiator)) {
			parts = append(parts, a.Words)
		}
	}
	if o.OneSide != "" {
		parts = append(parts, "told by one side only ("+o.OneSide+")")
	}
	return strings.Join(append(parts, string(o.Grade), o.ID), " · ")
}

func tollWords(t *compare.Tolls) string {
	theirs, ours := "none", "none"
	if t.Theirs != nil {
		theirs = theirToll(t.Theirs)
	}
	if len(t.Ours) > 0 {
		ours = t.Words()
	}
	return "theirs " + theirs + " | ours " + ours + " | " + string(t.Overlap)
}
