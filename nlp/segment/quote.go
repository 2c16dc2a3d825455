package segment

import "sitrep"

// maxDepth bounds the quotes within quotes; deeper marks are not looked at.
const maxDepth = 8

// family is the kind of mark that opens and closes a quote.
type family uint8

const (
	noFamily family = iota
	doubleFamily
	singleFamily
	angleFamily
)

// side is where a mark can stand.
type side uint8

const (
	opener side = iota + 1
	closer
	either // neither form nor spaces tell
)

// pending is a quote whose closing mark has not come yet.
type pending struct {
	at     int // in quoter.quotes
	family family
}

// quoter finds quotes in one pass with a stack.
type quoter struct {
	*gaps
	quotes []sitrep.Quote
	stack  []pending
}

// findQuotes gives the direct speech of the text. A paragraph that begins with an opening mark goes on with a quote that the paragraph
// before left open, as newspapers print long speech.
func findQuotes(g *gaps) []sitrep.Quote {
	q := &quoter{gaps: g}
	for i := range g.tokens {
		f, s := g.markAt(i)
		if g.gaps[i] == blankGap && len(q.stack) > 0 && q.carries(i, f, s) {
			continue
		}
		switch {
		case f == noFamily:
		case s == closer, s == either && q.top(f) >= 0:
			q.close(i, f)
		case len(q.stack) < maxDepth:
			q.stack = append(q.stack, pending{len(q.quotes), f})
			q.quotes = append(q.quotes, sitrep.Quote{First: i, Last: -1})
		}
	}
	q.drop(0, len(g.tokens))
	return q.kept()
}

// carries tells whether a quote goes on over the paragraph's end before token i; all others end there.
func (q *quoter) carries(i int, f family, s side) bool {
	if f != noFamily && s != closer && q.stack[0].family == f && f != singleFamily {
		q.drop(1, i)
		return true
	}
	q.drop(0, i)
	return false
}

// top gives the place in the stack of the innermost open quote of a family, -1 where there is none.
func (q *quoter) top(f family) int {
	for k := len(q.stack) - 1; k >= 0; k-- {
		if q.stack[k].family == f {
			return k
		}
	}
	return -1
}

// close ends the innermost quote of a family with token i; what was opened inside it and not closed ends there too.
func (q *quoter) close(i int, f family) {
	k := q.top(f)
	if k < 0 {
		return
	}
	q.drop(k+1, i)
	q.quotes[q.stack[k].at].Last = i + 1
	q.stack = q.stack[:k]
}

// drop ends the open quotes from the stack's place k on before token i. Single marks that never close were apostrophes.
func (q *quoter) drop(k, i int) {
	for _, o := range q.stack[k:] {
		if o.family != singleFamily {
			q.quotes[o.at].Last, q.quotes[o.at].Open = i, true
		}
	}
	q.stack = q.stack[:k]
}

// kept gives the quotes that were ended, with their spans and depths.
func (q *quoter) kept() []sitrep.Quote {
	out := q.quotes[:0]
	var around []int // where the quotes around this one end
	for _, quote := range q.quotes {
		if quote.Last < 0 {
			continue
		}
		for len(around) > 0 && around[len(around)-1] <= quote.First {
			around = around[:len(around)-1]
		}
		around = append(around, quote.Last)
		quote.Depth = len(around)
		quote.Span = sitrep.Span{Start: q.tokens[quote.First].Start, End: q.tokens[quote.Last-1].End}
		out = append(out, quote)
	}
	return out
}

// markAt tells whether token i is a quotation mark, of which family, and where it stands.
func (g *gaps) markAt(i int) (family, side) {
	if s := g.words[i].shape; s < openQuoteShape || s > quoteShape {
		return noFamily, 0
	}
	switch mended(g.tokens[i].Form) {
	case "“", "‘‘":
		if g.clings(i) == closer { // German print closes with it
			return doubleFamily, closer
		}
		return doubleFamily, opener
	case "„", "``":
		return doubleFamily, opener
	case "”", "’’":
		return doubleFamily, g.curlySide(i)
	case "«", "‹":
		return angleFamily, opener
	case "»", "›":
		return angleFamily, closer
	case "‘", "‚":
		return singleFamily, opener
	case "’":
		return singleFamily, closer
	case "\"", "''", "‘’":
		if g.isInch(i) {
			return noFamily, 0
		}
		return doubleFamily, g.clings(i)
	case "'":
		if g.isInch(i) {
			return noFamily, 0
		}
		return singleFamily, g.clings(i)
	}
	return noFamily, 0
}

// curlySide reads a closing form; sloppy texts open with it too.
func (g *gaps) curlySide(i int) side {
	if g.clings(i) == opener {
		return opener
	}
	return closer
}

// clings tells by the spaces around token i, and by the marks next to it, whether it opens or closes.
func (g *gaps) clings(i int) side {
	left := i > 0 && g.gaps[i] == noGap
	right := i+1 < len(g.gaps) && g.gaps[i+1] == noGap
	switch {
	case left && !right:
		return closer
	case right && !left:
		return opener
	case !left:
		return either
	}
	switch last, next := g.words[i-1].shape, g.words[i+1].shape; {
	case next.isStop(), next == commaShape, next == closeShape, next == closeQuoteShape, next == colonShape, next == semicolonShape:
		return closer
	case last == openShape, last == openQuoteShape, last == dashShape && next.isWord():
		return opener
	case last.isStop(), last == commaShape:
		return closer
	}
	return either
}

// isInch tells of feet and inches: a straight mark right after a number, with no number or letter right after it.
func (g *gaps) isInch(i int) bool {
	if i == 0 || g.gaps[i] != noGap || g.words[i-1].shape != numberShape {
		return false
	}
	if g.tokens[i].Form == "'" { // 5'11"
		return i+1 < len(g.gaps) && g.gaps[i+1] == noGap && g.words[i+1].shape == numberShape
	}
	return i >= 2 && g.gaps[i-1] == noGap && g.tokens[i-2].Form == "'"
}
