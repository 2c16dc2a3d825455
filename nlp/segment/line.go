package segment

// wrapped is the greatest width of a line that may have been broken by a program to fit a page; longer ones end where the writer
// ended them. narrow is the width under which nobody wraps prose.
// column is the width under which only few programs wrap: a capital says that a line of its own begins.
const (
	wrapped = 130
	narrow  = 35
	column  = 55
)

// settleLines decides for every single line break whether it only wraps the text, as white space, or ends a line that means
// something, as a blank line: a title, a list item, a paragraph. The facts are the lines' widths: a break is a wrap only where the next
// word had no room.
func (g *gaps) settleLines() {
	for a := 0; a < len(g.gaps); {
		b, lines := a+1, false
		for b < len(g.gaps) && g.gaps[b] != blankGap {
			lines = lines || g.gaps[b] == lineGap
			b++
		}
		if lines {
			g.settleBlock(a, b)
		}
		a = b
	}
}

// settleBlock decides on the breaks in the tokens a to b, between two blank lines.
func (g *gaps) settleBlock(a, b int) {
	width := g.widest(a, b)
	start := a
	for i := a + 1; i < b; i++ {
		if g.gaps[i] != lineGap {
			continue
		}
		if g.endsLine(start, i, width) || start == a && g.endsTitle(a, i, b) {
			g.gaps[i] = blankGap
		} else {
			g.gaps[i] = spaceGap
		}
		start = i
	}
}

// widest gives the width of the widest line.
func (g *gaps) widest(a, b int) int {
	width, start := 0, a
	for i := a + 1; i <= b; i++ {
		if i == b || g.gaps[i] == lineGap {
			width = max(width, g.tokens[i-1].End-g.tokens[start].Start)
			start = i
		}
	}
	return width
}

// slack is by how much a wrapped line may be shorter than the widest and the next word: programs of old counted in their own ways.
const slack = 12

// endsLine tells whether the break before token i ends the line that began with token start.
func (g *gaps) endsLine(start, i, width int) bool {
	last, next := g.words[i-1].shape, g.words[i].shape
	length := g.tokens[i-1].End - g.tokens[start].Start
	stopped := last.isStop() || last == colonShape || last.isCloser()
	switch {
	case g.isItem(i, stopped || g.isItem(start, true)):
		return true
	case next == lowerShape && !stopped && !g.isItem(start, true):
		return false
	case width > wrapped || length < narrow:
		return true
	case width < column && next.isCapital() && last != commaShape && !leading[g.tokens[i-1].Form]:
		return true
	}
	room := width - (length + 1 + g.firstWidth(i))
	return room >= slack || stopped && room >= 0 && next != lowerShape
}

// endsTitle tells whether the first line of a block, the tokens a to i, is a title over what follows, i to b. In wires that are all in
// capitals every line would look like one, and so would many a line that begins with a dateline.
func (g *gaps) endsTitle(a, i, b int) bool {
	return !g.hasDateline(a, i) && g.words[i].shape.isCapital() && g.isTitle(a, i) && g.hasSmall(i, b)
}

// hasDateline tells whether a line begins with capitals and goes on after a dash that stands apart: "BEIRUT, May 3 – Two Syrian".
func (g *gaps) hasDateline(a, b int) bool {
	if g.words[a].shape != capsShape {
		return false
	}
	for i := a + 1; i < min(b, a+maxDateline); i++ {
		if g.words[i].shape == dashShape && g.gaps[i] == spaceGap {
			return true
		}
	}
	return false
}

// hasSmall tells whether one of the tokens is in small letters.
func (g *gaps) hasSmall(a, b int) bool {
	for i := a; i < b; i++ {
		if g.words[i].shape == lowerShape {
			return true
		}
	}
	return false
}

// isItem tells whether a list item begins at token i: a bullet or a number that stands apart, or a dash, which may also go on with a
// sentence where nothing before it has ended.
func (g *gaps) isItem(i int, ended bool) bool {
	switch g.words[i].shape {
	case bulletShape:
		return i+1 < len(g.gaps) && g.gaps[i+1] == spaceGap
	case dashShape:
		return ended && i+1 < len(g.gaps) && g.gaps[i+1] == spaceGap
	case numberShape, letterShape, lowerShape:
		if i+2 < len(g.gaps) && g.gaps[i+1] == noGap && g.gaps[i+2] == spaceGap && len(g.tokens[i].Form) <= 2 {
			return g.tokens[i+1].Form == "." && g.words[i].shape != lowerShape || g.tokens[i+1].Form == ")"
		}
	}
	return false
}

// firstWidth is the width of what stands between token i and the next white space.
func (g *gaps) firstWidth(i int) int {
	j := i + 1
	for j < len(g.gaps) && g.gaps[j] == noGap && j < i+40 {
		j++
	}
	return g.tokens[j-1].End - g.tokens[i].Start
}

// isTitle tells whether the long words of a line are capitalised and no stop ends it.
func (g *gaps) isTitle(a, b int) bool {
	if g.words[b-1].shape.isStop() || g.words[b-1].shape == commaShape {
		return false
	}
	capitals, small := 0, 0
	for i := a; i < b; i++ {
		switch s := g.words[i].shape; {
		case s.isCapital():
			capitals++
		case s == lowerShape && len(g.tokens[i].Form) > 4:
			small++
		}
	}
	return capitals >= 3 && small*4 <= capitals
}
