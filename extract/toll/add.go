package toll

import (
	"strings"

	"sitrep"
)

// reach is how far the word of harm may be from the number so that both stand in the toll's words.
const reach = 16

// add makes a toll of a tied group.
func (f *finder) add(g *group) {
	if g.word < 0 || g.harm == "" {
		return
	}
	t := sitrep.Toll{Harm: g.harm, Count: int(g.amount.Low), Qualifier: sitrep.TollQualifier(g.amount.Qualifier), HarmToken: g.word, CountToken: g.number, PeopleHead: g.head}
	if t.Qualifier == sitrep.Range {
		t.CountTo = int(g.amount.High)
	}
	first, last := f.stretch(g)
	t.Words = f.SpanOf(first, last)
	t.Mentions = []sitrep.Span{t.Words}
	f.whom(g, &t)
	switch {
	case g.part:
		t.Relation = sitrep.PartToll
	case g.update >= 0:
		t.Relation = sitrep.UpdateToll
	}
	t.Why = []sitrep.Reason{{Field: "toll", Rule: g.rule, Words: f.Tokens[g.word].Span}}
	f.tolls = append(f.tolls, found{t, *g})
}

// stretch is the tokens that tell the toll: number, people and, where it is near, the word of harm.
func (f *finder) stretch(g *group) (first, last int) {
	first, last = g.first, g.last
	if g.word < f.first || g.word >= f.last {
		return first, last
	}
	if g.word < first && first-g.word <= reach {
		first = g.word
	}
	if g.word >= last && g.word-last < reach {
		last = g.word + 1
		if f.both(g.word) && f.harmAt(g.word+2) != nil {
			last += 2 // "killed or wounded"
		}
	}
	return first, last
}

// whom says who the people are.
func (f *finder) whom(g *group, t *sitrep.Toll) {
	if g.head < 0 || g.head >= f.last {
		return
	}
	if g.head >= g.last { // "seven were soldiers"
		t.Who, t.Side = f.In(f.Tokens[g.head].Span), f.side(g.last, g.head)
		return
	}
	from := g.numberEnd
	if g.number < 0 {
		from = g.first
	}
	if g.of && from < g.head {
		from++
	}
	for g.ofThem && from < g.head && f.Tokens[from].UPOS == "PRON" {
		from++
	}
	for from < g.head && (f.form(from) == "more" || f.form(from) == "other" && from+1 <= g.head) {
		from++
	}
	if from > g.head {
		from = g.head
	}
	end := g.head + 1
	if g.number < 0 {
		end = g.last
	}
	t.Who = f.In(f.SpanOf(from, end))
	if p, ok := f.class(g.head); ok {
		t.People = p.Class
		switch p.Civilian {
		case "yes":
			t.Civilian = sitrep.True
		case "no":
			t.Civilian = sitrep.False
		}
	}
	t.Side = f.side(from, g.head)
}

// side is the side of the people: of the entity that they are, or of the word for their nation before the noun.
func (f *finder) side(from, head int) string {
	own := ""
	for i := head; i >= from && own == ""; i-- {
		own = f.sides[strings.ToLower(f.Tokens[i].Form)]
	}
	e := f.Cast.At(head)
	if e == nil || e.Side == "" || own != "" && len(e.Side) == len(own) {
		return own
	}
	return e.Side // "Palestinian Hamas militants" are Hamas's
}
