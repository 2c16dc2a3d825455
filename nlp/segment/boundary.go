package segment

import "sitrep"

// MaxSentence is the number of tokens at which a sentence is cut at the latest, so that parsing stays linear in any text.
const MaxSentence = 160

// dayWords go on with a time: "at 7 p.m. Saturday".
var dayWords = map[string]bool{
	"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
	"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true,
	"September": true, "October": true, "November": true, "December": true, "Jan.": true, "Feb.": true, "Aug.": true, "Sept.": true,
	"Oct.": true, "Nov.": true, "Dec.": true, "GMT": true, "UTC": true, "EST": true, "EDT": true, "ET": true, "PT": true, "CET": true,
	"local": true, "on": true,
}

// candidate tells whether a sentence may end before token i at all.
func (p *paragraph) candidate(i int) bool {
	last, next := p.words[i-1].shape, p.words[i].shape
	switch {
	case i < p.dateline, p.tokens[i-1].Joined, last == properAbbreviation, last == otherAbbreviation && dayWords[p.tokens[i].Form]:
		return false
	case p.gaps.gaps[i] == noGap:
		return !p.closes(i) && !p.isInside(i) && (last.isStop() || last.isCloser()) && (next.isWord() || next == openQuoteShape || next == quoteShape)
	case next.isStop() || next == commaShape:
		return last.isStop()
	case last.isWord() && next == lowerShape:
		return p.style == flatStyle
	}
	return !p.isInside(i)
}

// starters are words that have a capital only where a sentence begins.
var starters = map[string]bool{
	"The": true, "It": true, "He": true, "She": true, "They": true, "We": true, "In": true, "On": true, "At": true, "But": true, "This": true,
	"That": true, "These": true, "Those": true, "There": true, "His": true, "Her": true, "Their": true, "Its": true, "Our": true,
	"When": true, "After": true, "Before": true, "As": true, "If": true, "For": true, "From": true, "With": true, "Some": true,
}

// startsAfterStop tells whether an abbreviation's stop also ends a sentence, as the next word's capital says: "in the U.S. It was".
func (p *paragraph) startsAfterStop(i int) bool {
	last := p.words[i-1].shape
	return (last == initialsShape || last == otherAbbreviation || last == ellipsisShape && i-1 > p.first) && p.tidy && p.style == plainStyle && starters[p.tokens[i].Form]
}

// sentences cuts the text into sentences.
func (m *boundaryModel) sentences(g *gaps) []sitrep.Sentence {
	out := make([]sitrep.Sentence, 0, len(g.tokens)/16+1)
	for a, n := 0, 0; a < len(g.tokens); n++ {
		p := g.nextParagraph(a)
		from := len(out)
		out = m.cut(p, out)
		for k := from; k < len(out); k++ {
			out[k].Paragraph = n
		}
		a = p.b
	}
	return out
}

// cut adds the sentences of a paragraph to out. A dateline is one by itself: it is no part of the clause that follows, and as one it can take
// no word of it for its own.
func (m *boundaryModel) cut(p *paragraph, out []sitrep.Sentence) []sitrep.Sentence {
	p.pass(p.a)
	for i := p.a + 1; i < p.b; i++ {
		if i == p.dateline || p.candidate(i) && (p.startsAfterStop(i) || m.ends(p, i)) {
			out = p.end(out, i, false)
		} else if i-p.first >= MaxSentence {
			out = p.end(out, p.bestCut(i), true)
		}
		p.pass(i)
	}
	return p.end(out, p.b, false)
}

func (p *paragraph) end(out []sitrep.Sentence, i int, cut bool) []sitrep.Sentence {
	span := sitrep.Span{Start: p.tokens[p.first].Start, End: p.tokens[i-1].End}
	out = append(out, sitrep.Sentence{Span: span, First: p.first, Last: i, Cut: cut})
	p.first = i
	return out
}

// bestCut gives the place where an overlong sentence is cut, before token i at the latest: in its second half, after the strongest of
// the marks that part clauses.
func (p *paragraph) bestCut(i int) int {
	best, rank := i, 0
	for k := i; k > i-MaxSentence/2; k-- {
		if r := p.cutRank(k); r > rank {
			best, rank = k, r
		}
	}
	return best
}

func (p *paragraph) cutRank(k int) int {
	if p.closes(k) {
		return 0
	}
	if p.tokens[k-1].Joined {
		return 0
	}
	switch last := p.words[k-1].shape; {
	case last.isStop(), last == semicolonShape:
		return 5
	case last == dashShape && p.gaps.gaps[k] != noGap:
		return 4
	case last == commaShape && p.gaps.gaps[k] != noGap:
		return 3
	case last.isCloser(), p.words[k].shape == openQuoteShape, p.words[k].shape == openShape:
		return 2
	}
	return 1
}
