package segment

// prose is the length from which on a line is taken for running text and not for a title, an item or a caption, in bytes.
const prose = 60

// joinParagraphs takes back the blank lines that stand inside a sentence, as pages leave them around pictures and advertisements: after
// running text that stops at a word with which no sentence ends, or inside a quotation.
func (g *gaps) joinParagraphs() {
	a, marks := 0, 0 // where the paragraph begins, and how many double quotation marks are open in it
	for i := range g.tokens {
		if i > a && g.gaps[i] == blankGap {
			if g.goesOn(a, i, marks > 0) {
				g.gaps[i] = spaceGap
			} else {
				a, marks = i, 0
			}
		}
		switch f, s := g.markAt(i); {
		case f != doubleFamily:
		case s == closer, s == either && marks > 0:
			marks = max(0, marks-1)
		default:
			marks++
		}
	}
}

// goesOn tells whether the paragraph from token a on runs over the blank line before token i.
func (g *gaps) goesOn(a, i int, quoted bool) bool {
	last, next := g.words[i-1].shape, g.words[i].shape
	if g.words[a].shape == lowerShape || g.words[a].shape == bulletShape || g.tokens[i-1].End-g.tokens[a].Start < prose {
		return false
	}
	switch {
	case next == lowerShape:
		return last == commaShape && g.words[i-2].shape == lowerShape || last.isWord() && (quoted || wanting(g.tokens[i-1].Form))
	case quoted && next.isWord() && !g.isItem(i, true):
		return last == lowerShape || last == commaShape
	}
	return false
}

// unended are words beside the leading ones at which running text seldom stops.
var unended = map[string]bool{
	"to": true, "with": true, "for": true, "by": true, "at": true, "was": true, "were": true, "are": true, "be": true, "been": true,
	"has": true, "have": true, "had": true, "as": true, "but": true, "if": true, "who": true, "which": true, "his": true, "such": true,
	"could": true, "would": true, "should": true, "because": true, "while": true, "against": true, "before": true, "after": true, "when": true,
}

func wanting(w string) bool { return leading[w] || unended[w] }
