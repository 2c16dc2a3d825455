package segment

import "sitrep"

// gaps is a text's tokens with what decides on the gaps between them.
type gaps struct {
	tokens    []sitrep.Token
	gaps      []gap
	words     []word
	usual     func(form string) string // the usual form of a word in capitals; nil where nobody knows
	datelines []int                    // the tokens that datelines end before
}

func newGaps(s *scanner) *gaps {
	g := &gaps{tokens: s.tokens, gaps: s.gaps, words: make([]word, len(s.tokens))}
	for i := range g.tokens {
		g.words[i] = wordOf(&g.tokens[i])
	}
	g.joinParagraphs()
	g.settleLines()
	return g
}

// paragraph is the run of tokens a to b that is being cut into sentences.
type paragraph struct {
	*gaps
	a, b     int
	style    style
	tidy     bool // a stop ends it
	dateline int  // no sentence ends before this token
	first    int  // the token that began the sentence at hand
	brackets int  // open ones
	quoted   bool
}

// nextParagraph gives the paragraph that begins with token a.
func (g *gaps) nextParagraph(a int) *paragraph {
	b := a + 1
	for b < len(g.gaps) && g.gaps[b] != blankGap {
		b++
	}
	p := &paragraph{gaps: g, a: a, b: b, first: a}
	p.style, p.dateline, p.tidy = p.styleOf(), p.datelineEnd(), p.endsWithStop()
	if p.dateline > a {
		g.datelines = append(g.datelines, p.dateline)
	}
	return p
}

// endsWithStop tells whether the paragraph's last token is a stop, closing marks not counted.
func (p *paragraph) endsWithStop() bool {
	i := p.b - 1
	for i > p.a && p.words[i].shape.isCloser() {
		i--
	}
	return p.words[i].shape.isStop()
}

// style is how a paragraph is written: the boundary model reads each in its own way.
type style uint8

const (
	plainStyle   style = iota
	capitalStyle       // all capitals, with full stops
	bareStyle          // no full stops, but sentences begin with capitals
	flatStyle          // neither: all capitals or all small
)

func (p *paragraph) styleOf() style {
	words, stops, capital, caps := 0, 0, 0, 0
	for _, w := range p.words[p.a:p.b] {
		switch s := w.shape; {
		case s.isStop() && s != ellipsisShape:
			stops++
		case s == capsShape || s == initialsShape || s == letterShape:
			caps++
			words++
		case s.isWord() && s != numberShape:
			words++
			if s.isCapital() {
				capital++
			}
		}
	}
	shouting := words >= 4 && caps*5 >= words*4
	bare := words >= 25 && stops*50 < words
	switch {
	case bare && (shouting || (capital+caps)*40 < words):
		return flatStyle
	case shouting:
		return capitalStyle
	case bare:
		return bareStyle
	}
	return plainStyle
}

// closes tells whether token i is a closing mark that clings to the token before it.
func (p *paragraph) closes(i int) bool {
	if p.gaps.gaps[i] != noGap || !p.words[i].shape.isCloser() {
		return false
	}
	return p.words[i].shape != quoteShape || i+1 >= p.b || p.gaps.gaps[i+1] != noGap || !p.words[i+1].shape.isWord()
}

// pass notes token i as read: brackets and quotation marks.
func (p *paragraph) pass(i int) {
	switch p.words[i].shape {
	case openShape:
		p.brackets++
	case closeShape:
		p.brackets = max(0, p.brackets-1)
	case openQuoteShape:
		p.quoted = true
	case closeQuoteShape:
		p.quoted = false
	case quoteShape:
		if p.tokens[i].Form != "'" {
			p.quoted = !p.quoted
		}
	}
}
