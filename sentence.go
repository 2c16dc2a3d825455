package sitrep

// Sentence is a run of tokens: Doc.Tokens[First:Last]. Its span begins with its first token and ends with its last.
type Sentence struct {
	Span
	First, Last int
	// Paragraph counts the paragraphs of the text from 0: sentences of one paragraph share the number.
	Paragraph int
	// Cut marks a sentence that was ended only because it reached the length limit, not because it ends here.
	Cut bool
}

// Len is the number of tokens.
func (s Sentence) Len() int { return s.Last - s.First }
