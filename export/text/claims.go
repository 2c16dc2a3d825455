package text

import (
	"slices"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// claims shows who says what, one speaker beside the other.
func (p *page) claims() {
	if len(p.d.Claims) == 0 {
		return
	}
	p.Heading("WHO SAYS WHAT")
	for _, s := range speakers(p.d.Claims) {
		c := &s[0].Claim
		p.Line(2, strings.Join(given(withSide(c.Source, c.Side), string(c.SourceKind)), ", "))
		for k := range s {
			p.claim(&s[k])
		}
	}
}

// speakers are claims by who makes them, in the order in which they speak. What is told again in the same words is left out.
func speakers(claims []casebook.ClaimRow) [][]casebook.ClaimRow {
	var out [][]casebook.ClaimRow
	for _, c := range claims {
		k := slices.IndexFunc(out, func(s []casebook.ClaimRow) bool {
			return s[0].Claim.Source == c.Claim.Source && s[0].Claim.Side == c.Claim.Side
		})
		if k < 0 {
			out = append(out, []casebook.ClaimRow{c})
			continue
		}
		if !slices.ContainsFunc(out[k], func(o casebook.ClaimRow) bool { return o.Quote == c.Quote && o.Claim.Stance == c.Claim.Stance }) {
			out[k] = append(out[k], c)
		}
	}
	return out
}

func (p *page) claim(r *casebook.ClaimRow) {
	s := Verb(r.Claim.Stance)
	if r.Claim.To != "" {
		s += " of " + r.Claim.To
	}
	if r.Claim.Via != "" {
		s += " (via " + r.Claim.Via + ")"
	}
	p.Line(4, s+": "+quoted(r.Quote)+" "+p.marks[r.Report.ID])
}

func (p *page) origins() {
	if len(p.d.Incident.Origins) == 0 {
		return
	}
	p.Heading("ORIGINS (who said it first; outlets that repeat one speaker are one origin)")
	for k := range p.d.Incident.Origins {
		o := &p.d.Incident.Origins[k]
		p.Line(2, strings.Join(given(withSide(o.Name, o.Side), string(o.Kind), p.list(o.Reports, " ")), " · "))
		for _, chain := range o.Copies {
			if len(chain) > 1 {
				p.Line(4, "copies of one text: "+p.list(chain, " → "))
			}
		}
	}
}

// list is reports by their marks.
func (p *page) list(ids []string, between string) string {
	var marks []string
	for _, id := range ids {
		if m := p.marks[id]; m != "" {
			marks = append(marks, m)
		}
	}
	return strings.Join(marks, between)
}

func (p *page) reports() {
	if len(p.d.Reports) == 0 {
		return
	}
	p.Heading("REPORTS")
	for k := range p.d.Reports {
		r := &p.d.Reports[k]
		version := ""
		if r.Version > 1 {
			version = "version " + strconv.Itoa(r.Version)
		}
		p.Labelled(2, 7, p.marks[r.ID], strings.Join(given(Published(r), r.Outlet, r.Title, r.URL, r.ID, version, noted(r.Note)), " · "))
	}
}

// noted says what the outlet says of its report.
func noted(n sitrep.Note) string {
	if n == "" {
		return ""
	}
	return "with a " + string(n) + " note"
}

// Published is when a report appeared: what is not known or assumed says so.
func Published(r *sitrep.ReportHead) string {
	if r.Published.IsZero() {
		return "day not known"
	}
	s := r.Published.Format("2006-01-02")
	if r.Clock {
		s = r.Published.Format("2006-01-02 15:04")
	}
	if r.PublishedBasis == sitrep.PublishedAssumed {
		s += " (assumed)"
	}
	return s
}

func (p *page) kin() {
	if p.d.PartOf == nil && p.d.Follows == nil && len(p.d.Parts) == 0 {
		return
	}
	p.Heading("RELATED")
	show := func(label string, i *sitrep.Incident) {
		if i != nil {
			p.Labelled(2, column, label, strings.Join(given(i.Title, i.When.Words(i.Status), i.ID), " · "))
		}
	}
	show("part of", p.d.PartOf)
	show("follows", p.d.Follows)
	for k := range p.d.Parts {
		show("its part", &p.d.Parts[k])
	}
}

func (p *page) history() {
	if len(p.d.History) < 2 {
		return
	}
	p.Heading("HISTORY OF THIS RECORD")
	for k := range p.d.History {
		h := &p.d.History[k]
		what := "first entered: " + summary(&h.Incident)
		switch {
		case h.Gone:
			what = "taken out"
		case k > 0:
			what = strings.Join(Changes(&p.d.History[k-1].Incident, &h.Incident), "; ")
		}
		p.Labelled(2, 24, h.At.Format("2006-01-02 15:04:05"), what)
	}
}
