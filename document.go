package sitrep

// Doc is a text and what the language components found in it. The text itself never changes; everything else points into it.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
	Names     []Name  // in the order of the text, without overlaps
	Quotes    []Quote // direct speech, in the order of the text
	Chains    []Chain
	Problems  []Problem
}

// Quote is a stretch of direct speech with its marks; it may run over sentences, and a quote within a quote is its own entry with a greater Depth.
type Quote struct {
	Span
	First, Last int  // the tokens from the opening to the closing mark, half open
	Depth       int  // 1 for the outermost
	Open        bool // the closing mark was not found: the quote was ended at the paragraph's end
}

// Words are the tokens of a sentence.
func (d *Doc) Words(s Sentence) []Token { return d.Tokens[s.First:s.Last] }

// In gives the text of a span.
func (d *Doc) In(s Span) string { return d.Text[s.Start:s.End] }

// SentenceAt is the sentence that holds a byte of the text, or the last before it; 0 where there is none.
func (d *Doc) SentenceAt(at int) int {
	low, high := 0, len(d.Sentences)-1
	for low < high {
		mid := (low + high + 1) / 2
		if d.Sentences[mid].Start <= at {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}
