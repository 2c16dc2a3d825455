package segment

// leading words want a word after them: no sentence ends with one.
var leading = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "and": true, "or": true, "near": true, "from": true, "into": true, "their": true, "its": true,
	"our": true, "my": true, "your": true, "al": true, "Al": true, "el": true, "The": true, "An": true, "every": true, "between": true,
	"via": true, "toward": true, "towards": true, "amid": true, "among": true, "despite": true, "during": true, "than": true,
}

// speaking verbs tell who said what stands in quotation marks.
var speaking = map[string]bool{
	"said": true, "says": true, "asked": true, "asks": true, "told": true, "added": true, "wrote": true, "tweeted": true, "shouted": true,
	"replied": true, "cried": true, "wondered": true, "exclaimed": true, "demanded": true, "yelled": true, "recalled": true, "answered": true,
}

// isInside tells whether the gap before token i, which has a capital, lies inside a sentence for sure.
func (p *paragraph) isInside(i int) bool {
	last, next := p.words[i-1].shape, p.words[i].shape
	switch {
	case p.style == flatStyle:
		return false
	case last == cliticShape:
		f := p.tokens[i-1].Form
		return next.isWord() && f[len(f)-1] == 's'
	case (last == lowerShape || last == titleShape) && next.isWord():
		return leading[p.tokens[i-1].Form]
	case !last.isCloser():
		return false
	case p.opensQuote(i-1) && next.isWord():
		return true
	case last == closeShape:
		return p.isNote(i-1) || p.style == capitalStyle && next.isWord() && p.isAside(i-1)
	}
	return p.isSpeaker(i)
}

// opensQuote tells of a closing or straight mark that the spaces around it make an opening one.
func (p *paragraph) opensQuote(k int) bool {
	return p.words[k].shape != closeShape && p.gaps.gaps[k] != noGap && p.gaps.gaps[k+1] == noGap
}

// isNote tells whether the bracket that closes at k holds one short word with a stop, which is the word's: "Col. (ret.) Omar".
func (p *paragraph) isNote(k int) bool {
	return k-3 > p.first && p.words[k-1].shape == stopShape && p.words[k-3].shape == openShape && p.words[k-2].shape.isWord() && len(p.tokens[k-2].Form) <= 4
}

// isAside tells whether the bracket that closes at k opens in the middle of a sentence and no stop stands before it closes: in capitals nothing else tells that
// the sentence goes on.
func (p *paragraph) isAside(k int) bool {
	if k <= p.first || p.words[k-1].shape.isStop() {
		return false
	}
	for i := k - 1; i > p.first; i-- {
		if p.words[i].shape == openShape {
			return i > p.a && p.words[i-1].shape.isWord()
		}
	}
	return false
}

// isSpeaker tells whether a name and a verb of speaking follow a question or a cry in quotation marks: "Who?" Karim Daud asked.
func (p *paragraph) isSpeaker(i int) bool {
	if m := p.mark(i); m != questionShape && m != exclamationShape || starters[p.tokens[i].Form] {
		return false
	}
	for k := i; k < p.b && k < i+6; k++ {
		switch s := p.words[k].shape; {
		case k > i && speaking[p.tokens[k].Form]:
			return true
		case !s.isCapital() && s != mixedShape && s != dashShape:
			return false
		}
	}
	return false
}
