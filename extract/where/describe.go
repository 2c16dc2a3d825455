package where

import (
	"slices"
	"strconv"
	"strings"

	"sitrep"
)

// context is a mention with its options.
type context struct {
	*view
	mention  *sitrep.EventMention
	sentence int
	here     bool
	sides    map[string]string // of each side that has a part in it: which
}

func (v *view) context(m int, options []Option) *context {
	c := &context{view: v, mention: &v.Mentions[m]}
	c.sides = v.sidesOf(c.mention)
	c.sentence = v.Tree.Sentence(c.mention.Trigger)
	s := v.Sentences[c.sentence]
	for i := s.First; i < s.Last; i++ {
		c.here = c.here || strings.EqualFold(v.Tokens[i].Form, "here")
	}
	v.compare(options)
	return c
}

// compare compares each option with the others.
func (v *view) compare(options []Option) {
	for k := range options {
		other := &options[k]
		b, e := other.Toponym, other.distance
		finely := fine(&v.Toponyms[b])
		near := e < 300 && !v.Toponyms[b].Metonym
		for i := range options {
			o := &options[i]
			if k == i {
				continue
			}
			if finely && (e < o.distance || e == o.distance && b < o.Toponym) {
				o.rank++
			}
			o.finer = o.finer || near && v.covers(o.Toponym, b)
		}
	}
}

// fine tells whether a toponym names something finer than a country, as a place.
func fine(t *sitrep.Toponym) bool {
	return t.Place.Kind != "country" && !t.Metonym && !t.Adjectival
}

// features is room for those of an option.
const features = 64

// describe gathers what speaks for and against an option.
func (c *context) describe(o *Option) {
	t := &c.Toponyms[o.Toponym]
	head := c.head[o.Toponym]
	x := &o.Vector
	kind, size := string(c.mention.Kind), sizeOf(&t.Place)
	apart := c.view.sentence[o.Toponym] - c.sentence
	far := strconv.Itoa(max(-4, min(4, apart)))
	standing := "place"
	if t.Metonym {
		standing = "state"
	} else if t.Adjectival {
		standing = "adjective"
	}
	part := partOf(c.sides, &t.Place)
	home := strconv.FormatBool(slices.Contains(t.Place.Countries, c.country))
	x.Add("bias")
	x.Add("part", part, size)
	x.Add("part, kind", part, kind)
	x.Add("part, standing", part, standing)
	x.Add("home", home, size, standing)
	x.Add("home, kind", home, kind)
	owner := c.owner(o.Toponym)
	x.Add("owner", owner, standing)
	x.Add("owner, far", owner, far)
	x.Add("owner, size", owner, size)
	x.Add("size", size)
	x.Add("kind, size", kind, size)
	x.Add("standing, size", standing, size)
	x.Add("far", far)
	x.Add("far, size, standing", far, size, standing)
	if apart == 0 {
		path, preposition := c.path(c.mention.Trigger, head)
		x.Add("path", path)
		x.Add("path, preposition", path, preposition)
		x.Add("path, size", path, size)
		x.Add("path, standing", path, standing)
		x.Add("preposition", preposition)
		x.Add("preposition, kind", preposition, kind)
		x.Add("preposition, standing", preposition, standing)
		x.Add("steps", strconv.Itoa(min(c.steps(c.mention.Trigger, head), 9)))
		x.Add("after", strconv.FormatBool(head > c.mention.Trigger))
		if c.mention.Nominal {
			x.Add("nominal path", path)
		}
		x.AddIf(c.mention.Span.Contains(t.Span), "in the mention's span")
		x.AddIf(c.mention.Span.Contains(t.Span), "in the mention's span, standing", standing, size)
		if g := c.Tokens[head].Head; g >= 0 && g != c.mention.Trigger {
			x.Add("governor", c.Tokens[g].Lemma)
		}
	} else if child := c.Tree.Child(head, "case"); child >= 0 {
		x.Add("other's preposition", c.Tokens[child].Lemma, strconv.FormatBool(apart < 0))
	}
	sameParagraph := c.Sentences[c.view.sentence[o.Toponym]].Paragraph == c.Sentences[c.sentence].Paragraph
	x.Add("paragraph", strconv.FormatBool(sameParagraph), strconv.FormatBool(apart == 0))
	rank := strconv.Itoa(min(o.rank, 4))
	x.Add("rank", rank)
	x.Add("rank, size", rank, size, strconv.FormatBool(apart == 0))
	x.Add("rank, kind", rank, kind)
	finer := strconv.FormatBool(o.finer)
	x.Add("finer", finer, size)
	x.Add("finer, far", finer, far)
	x.AddIf(c.source[o.Toponym], "source", size, strconv.FormatBool(apart == 0))
	x.Add("times", strconv.Itoa(min(c.times[c.place[o.Toponym]], 5)), size)
	x.AddIf(c.title[o.Toponym], "title", size)
	x.AddIf(c.title[o.Toponym], "title, far", far)
	x.AddIf(c.view.sentence[o.Toponym] == 0, "lead", size, strconv.FormatBool(apart == 0))
	x.AddIf(c.here, "here", size, strconv.FormatBool(c.view.sentence[o.Toponym] == 0))
	x.AddIf(t.First < 3, "dateline", size)
	x.Add("located", strconv.FormatBool(t.Place.Located))
	x.Add("options", strconv.Itoa(min(len(c.Toponyms), 8)))
}

// owner says whether the mention stands nearest to a toponym of all in its sentence.
func (c *context) owner(toponym int) string {
	switch m := c.nearest[toponym]; {
	case m < 0:
		return "nobody"
	case &c.Mentions[m] == c.mention:
		return "own"
	case c.Mentions[m].Kind == c.mention.Kind:
		return "another of the kind"
	}
	return "another"
}

// sidesOf says for each side what part it most likely has in what a mention tells.
func (v *view) sidesOf(m *sitrep.EventMention) map[string]string {
	best := map[string]float64{}
	sides := map[string]string{}
	for i := range m.Parts {
		p := &m.Parts[i]
		if v.Cast == nil || p.Entity < 0 || v.Cast.Entities[p.Entity].Side == "" {
			continue
		}
		side := v.Cast.Entities[p.Entity].Side
		for r, odds := range p.Odds {
			if odds > 0.4 && odds > best[side] {
				best[side], sides[side] = odds, parts[r]
			}
		}
	}
	return sides
}

var parts = [4]string{"initiator", "target", "party", "mediator"}

// partOf is the part of the state that a place lies in.
func partOf(sides map[string]string, p *sitrep.Place) string {
	switch {
	case len(p.Countries) != 1:
		return "several"
	case sides[p.Countries[0]] != "":
		return sides[p.Countries[0]]
	case len(sides) == 0:
		return "nobody"
	}
	return "none"
}

// sizeOf is what a place is, in a few classes.
func sizeOf(p *sitrep.Place) string {
	switch {
	case p.Kind == "" && p.Located:
		return "part"
	case p.Kind == "":
		return "unknown"
	case p.Precision == 5:
		return "region"
	case p.Kind == "capital" || p.Kind == "populated place":
		return "town"
	}
	return p.Kind
}
