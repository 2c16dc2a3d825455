package reconcile

import (
	"slices"
	"strings"

	"sitrep"
)

// Corrected is a reading as people corrected it, and the corrections of this report that find no hold in it any more: their words no longer stand in its text,
// or the machine no longer finds what they are about. The reading that was given is left as it is. Joins, splits and grades are not for a reading; see All.
func Corrected(r *sitrep.Reading, cs []sitrep.Correction) (*sitrep.Reading, []sitrep.Correction) {
	c := corrector{out: *r}
	c.out.Events, c.out.Claims, c.out.Proposals = slices.Clone(r.Events), slices.Clone(r.Claims), slices.Clone(r.Proposals)
	for i := range c.out.Events {
		c.out.Events[i].Tolls = slices.Clone(r.Events[i].Tolls)
	}
	for i := range c.out.Proposals {
		c.out.Proposals[i].Judged = false // a judgement that was undone is none
	}
	var orphans []sitrep.Correction
	for _, x := range Standing(cs) {
		if x.Op == sitrep.RetractOp && (x.Anchor.Report == r.Report.ID) {
			c.out.Events, c.out.Claims, c.out.Proposals = nil, nil, nil
			return &c.out, nil // a report that was taken back supports nothing
		}
		if !ofReading(x.Op) || x.Anchor.Report != r.Report.ID {
			continue
		}
		span, ok := reanchor(r.Report, x.Anchor)
		if !ok || !c.apply(&x, span) {
			x.Orphan = true
			orphans = append(orphans, x)
		}
	}
	c.sweep()
	return &c.out, orphans
}

func ofReading(op sitrep.CorrectionOp) bool {
	return op == sitrep.AcceptOp || op == sitrep.RejectOp || op == sitrep.SetOp || op == sitrep.AddOp
}

// reanchor finds the words of an anchor in the report's text: where they were if they still stand there, else the occurrence that is nearest to it.
func reanchor(r *sitrep.Report, a sitrep.Anchor) (sitrep.Span, bool) {
	s := a.Span
	if s.Start >= 0 && s.Start < s.End && s.End <= len(r.Text) && (r.Text[s.Start:s.End] == a.Quote || a.Quote == "" && a.SHA256 == r.SHA256) {
		return s, true
	}
	if a.Quote == "" || a.SHA256 == r.SHA256 && a.SHA256 != "" {
		return sitrep.Span{}, false
	}
	best := -1
	for from := 0; ; {
		i := strings.Index(r.Text[from:], a.Quote)
		if i < 0 {
			break
		}
		if at := from + i; best < 0 || abs(at-s.Start) < abs(best-s.Start) {
			best = at
		}
		from += i + len(a.Quote)
	}
	if best < 0 {
		return sitrep.Span{}, false
	}
	return sitrep.Span{Start: best, End: best + len(a.Quote)}, true
}

// corrector applies corrections to its own copy of a reading.
type corrector struct {
	out sitrep.Reading
}

// apply does what one correction says; false where it finds nothing that it is about.
func (c *corrector) apply(x *sitrep.Correction, s sitrep.Span) bool {
	what, field, _ := strings.Cut(x.Field, ".")
	if x.Op == sitrep.AddOp {
		c.judged(what, s)
		return c.add(what, x, s)
	}
	switch what {
	case "proposal": // rejected: "proposal.toll"
		c.judged(field, s)
		return x.Op == sitrep.RejectOp
	case "event":
		return c.event(x, field, s)
	case "toll":
		return c.toll(x, field, s)
	case "claim":
		return c.claim(x, field, s)
	}
	return false
}

// judged marks what a language model proposed of some words: a person has said what they tell.
func (c *corrector) judged(what string, s sitrep.Span) {
	for i := range c.out.Proposals {
		if p := &c.out.Proposals[i]; string(p.What) == what && p.Words == s {
			p.Judged = true
		}
	}
}

func (c *corrector) event(x *sitrep.Correction, field string, s sitrep.Span) bool {
	i := c.eventAt(s)
	switch {
	case i < 0 && x.Op == sitrep.RejectOp:
		return true // it is none already
	case i < 0:
		return false
	case x.Op == sitrep.RejectOp:
		c.out.Events = slices.Delete(c.out.Events, i, i+1)
		return true
	case x.Op == sitrep.SetOp:
		return setEvent(&c.out, &c.out.Events[i], field, x.Value)
	}
	c.out.Events[i].Score = 1
	return true
}

func (c *corrector) toll(x *sitrep.Correction, field string, s sitrep.Span) bool {
	i, k := c.tollAt(s)
	switch {
	case i < 0 && x.Op == sitrep.RejectOp:
		return true
	case i < 0:
		return false
	case x.Op == sitrep.RejectOp:
		e := &c.out.Events[i]
		e.Tolls = slices.Delete(e.Tolls, k, k+1)
		return true
	case x.Op == sitrep.SetOp:
		return setToll(&c.out.Events[i].Tolls[k], field, x.Value)
	}
	return true
}

func (c *corrector) claim(x *sitrep.Correction, field string, s sitrep.Span) bool {
	i := slices.IndexFunc(c.out.Claims, func(o sitrep.Claim) bool { return slices.Contains(o.Content, s) })
	if i < 0 {
		i = slices.IndexFunc(c.out.Claims, func(o sitrep.Claim) bool { return o.Holds(s) })
	}
	switch {
	case i < 0 && x.Op == sitrep.RejectOp:
		return true
	case i < 0:
		return false
	case x.Op == sitrep.RejectOp:
		c.out.Claims = slices.Delete(c.out.Claims, i, i+1)
		return true
	case x.Op == sitrep.SetOp:
		return setClaim(&c.out.Claims[i], field, x.Value)
	}
	return true
}

// eventAt is the event of a trigger, else that of a mention, else the one whose trigger lies in the words; -1 where there is none.
func (c *corrector) eventAt(s sitrep.Span) int {
	for _, is := range []func(*sitrep.Event) bool{
		func(e *sitrep.Event) bool { return e.Trigger == s },
		func(e *sitrep.Event) bool { return slices.Contains(e.Mentions, s) },
		func(e *sitrep.Event) bool {
			return e.Trigger.Len() > 0 && (s.Contains(e.Trigger) || e.Trigger.Contains(s))
		},
	} {
		for i := range c.out.Events {
			if is(&c.out.Events[i]) {
				return i
			}
		}
	}
	return -1
}

// tollAt is the event and the toll that some words tell, -1 where there is none.
func (c *corrector) tollAt(s sitrep.Span) (event, toll int) {
	for _, is := range []func(*sitrep.Toll) bool{
		func(t *sitrep.Toll) bool { return t.Words == s },
		func(t *sitrep.Toll) bool { return slices.Contains(t.Mentions, s) },
	} {
		for i := range c.out.Events {
			for k := range c.out.Events[i].Tolls {
				if is(&c.out.Events[i].Tolls[k]) {
					return i, k
				}
			}
		}
	}
	return -1, -1
}

// sweep takes away what points to what is no more.
func (c *corrector) sweep() {
	claims, events := map[string]bool{}, map[string]bool{}
	for i := range c.out.Claims {
		claims[c.out.Claims[i].ID] = true
	}
	for i := range c.out.Events {
		events[c.out.Events[i].ID] = true
	}
	for i := range c.out.Events {
		c.sweepEvent(&c.out.Events[i], claims, events)
	}
	for i := range c.out.Claims {
		x := &c.out.Claims[i]
		x.About = kept(x.About, events)
		if !claims[x.Answers] {
			x.Answers = ""
		}
	}
}

func (c *corrector) sweepEvent(e *sitrep.Event, claims, events map[string]bool) {
	e.Claims, e.AccordingTo = kept(e.Claims, claims), kept(e.AccordingTo, claims)
	if !events[e.Violates] {
		e.Violates = ""
	}
	for k := range e.Tolls {
		if !claims[e.Tolls[k].Claim] {
			e.Tolls[k].Claim = ""
		}
	}
	e.Actors = slices.Clone(e.Actors)
	for k := range e.Actors {
		e.Actors[k].AccordingTo, e.Actors[k].DeniedBy = kept(e.Actors[k].AccordingTo, claims), kept(e.Actors[k].DeniedBy, claims)
	}
}

func kept(ids []string, there map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !there[id] })
}
