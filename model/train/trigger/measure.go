package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sitrep"
	"sitrep/eval/gold"
)

// measure counts events that some mention tells of, and mentions that tell of some event.
type measure struct {
	detail                        string
	events, found, ofKind         int
	mentions, fit, right, related int
	status, statusRight           int
	kinds                         map[sitrep.Kind]*[5]int // events, found of the kind, mentions, right, of another kind
}

func newMeasure(detail string) *measure {
	return &measure{detail: detail, kinds: map[sitrep.Kind]*[5]int{}}
}

func (m *measure) of(k sitrep.Kind) *[5]int {
	if m.kinds[k] == nil {
		m.kinds[k] = new([5]int)
	}
	return m.kinds[k]
}

func (m *measure) add(a *gold.Answer, s *sitrep.Story) {
	for i := range a.Events {
		e := &a.Events[i]
		if e.Optional {
			continue
		}
		m.events++
		m.of(e.Kind)[0]++
		found, ofKind := false, false
		for j := range s.Mentions {
			if fits(e, s.Mentions[j].Span) {
				found = true
				ofKind = ofKind || good(e, s.Mentions[j].Kind)
			}
		}
		if found {
			m.found++
		}
		if ofKind {
			m.ofKind++
			m.of(e.Kind)[1]++
		} else if strings.Contains(m.detail, "missed") {
			fmt.Printf("%s MISSED found=%v %s %v %q\n", a.ID, found, e.Kind, e.Also, e.Words)
		}
	}
	for j := range s.Mentions {
		m.mention(a, s, &s.Mentions[j])
	}
}

func (m *measure) mention(a *gold.Answer, s *sitrep.Story, mention *sitrep.EventMention) {
	m.mentions++
	m.of(mention.Kind)[2]++
	fit, right, related := false, false, false
	for i := range a.Events {
		if e := &a.Events[i]; fits(e, mention.Span) {
			fit = true
			if !right && good(e, mention.Kind) && e.Status != sitrep.Disputed {
				m.status++
				if e.Status == mention.Status {
					m.statusRight++
				}
			}
			right = right || good(e, mention.Kind)
			related = related || family(e.Kind) == family(mention.Kind)
		}
	}
	switch {
	case right:
		m.right++
		m.of(mention.Kind)[3]++
	case fit:
		m.of(mention.Kind)[4]++
	}
	if fit {
		m.fit++
	}
	if related || right {
		m.related++
	}
	if !right && (strings.Contains(m.detail, "invented") && !fit || strings.Contains(m.detail, "kind") && fit) {
		fmt.Printf("%s %s fit=%v %s [%s] %.2f %q\n", a.ID, "INVENTED", fit, mention.Kind, s.In(mention.TriggerSpan), mention.Score, s.In(mention.Span))
	}
}

// fits tells whether a stretch tells of an event by the rule of the official scorer.
func fits(e *gold.Event, p sitrep.Span) bool {
	for _, g := range e.Spans {
		shared := min(g.End, p.End) - max(g.Start, p.Start)
		if shared > 0 && 2*shared >= min(g.Len(), p.Len()) && p.Len() <= max(3*g.Len(), 400) {
			return true
		}
	}
	return false
}

func good(e *gold.Event, k sitrep.Kind) bool { return e.Kind == k || slices.Contains(e.Also, k) }

func family(k sitrep.Kind) string {
	for name, kinds := range map[string]string{"violence": "battle shelling airstrike bombing attack violation war destruction coup", "control": "territory deployment withdrawal",
		"people": "abduction arrest release displacement trial", "diplomacy": "ceasefire agreement talks"} {
		if slices.Contains(strings.Fields(kinds), string(k)) {
			return name
		}
	}
	return string(k)
}

func (m *measure) print(w io.Writer) {
	fmt.Fprintf(w, "events %d: some mention %.3f, one of the kind %.3f\n", m.events, ratio(m.found, m.events), ratio(m.ofKind, m.events))
	fmt.Fprintf(w, "mentions %d: tell of an event %.3f, of the family %.3f, of the kind %.3f\n", m.mentions, ratio(m.fit, m.mentions), ratio(m.related, m.mentions), ratio(m.right, m.mentions))
	fmt.Fprintf(w, "status %.3f\n", ratio(m.statusRight, m.status))
	for _, k := range sitrep.Kinds {
		c := m.of(k)
		fmt.Fprintf(w, "%-13s events %3d found %.2f   mentions %3d right %.2f other %.2f\n", k, c[0], ratio(c[1], c[0]), c[2], ratio(c[3], c[2]), ratio(c[4], c[2]))
	}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
