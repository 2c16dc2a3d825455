package where

import (
	"strconv"
	"strings"

	"sitrep"
)

// context is a mention with its options.
type context struct {
	*view
	mention  *sitrep.EventMention
	sentence int
	rank     map[int]int // of each toponym among the fine ones, by distance
	finer    map[int]bool
	here     bool
}

func (v *view) context(m int, options []Option) *context {
	c := &context{view: v, mention: &v.Mentions[m], rank: map[int]int{}, finer: map[int]bool{}}
	c.sentence = v.Tree.Sentence(c.mention.Trigger)
	s := v.Sentences[c.sentence]
	for i := s.First; i < s.Last; i++ {
		c.here = c.here || strings.EqualFold(v.Tokens[i].Form, "here")
	}
	finely := make([]bool, len(options))
	for i := range options {
		finely[i] = fine(&v.Toponyms[options[i].Toponym])
	}
	for i := range options {
		a := options[i].Toponym
		d := options[i].distance
		rank, finer := 0, false
		for k := range options {
			b := options[k].Toponym
			if k == i {
				continue
			}
			e := options[k].distance
			if finely[k] && (e < d || e == d && b < a) {
				rank++
			}
			if e < 300 && !finer && !v.Toponyms[b].Metonym && v.covers(a, b) {
				finer = true
			}
		}
		c.rank[a], c.finer[a] = rank, finer
	}
	return c
}

// fine tells whether a toponym names something finer than a country, as a place.
func fine(t *sitrep.Toponym) bool {
	return t.Place.Kind != "country" && !t.Metonym && !t.Adjectival
}

// features is room for those of an option.
const features = 48

// describe gathers what speaks for and against an option.
func (c *context) describe(o *Option) {
	t := &c.Toponyms[o.Toponym]
	head := c.head[o.Toponym]
	x := &o.Vector
	x.IDs = make([]uint32, 0, features)
	kind, size := string(c.mention.Kind), sizeOf(&t.Place)
	apart := c.view.sentence[o.Toponym] - c.sentence
	far := strconv.Itoa(max(-4, min(4, apart)))
	standing := "place"
	if t.Metonym {
		standing = "state"
	} else if t.Adjectival {
		standing = "adjective"
	}
	x.Add("bias")
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
	rank := strconv.Itoa(min(c.rank[o.Toponym], 4))
	x.Add("rank", rank)
	x.Add("rank, size", rank, size, strconv.FormatBool(apart == 0))
	x.Add("rank, kind", rank, kind)
	finer := strconv.FormatBool(c.finer[o.Toponym])
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
