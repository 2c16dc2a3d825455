package model

// Width is the number of values in a word's vector.
const Width = 128

// Encoding is the output of the trunk for the words of consecutive sentences: one row of Width 7-bit values a word.
type Encoding struct {
	Rows    []uint8
	Lengths []int // words of each sentence
}

// Len is the number of words.
func (e *Encoding) Len() int { return len(e.Rows) / Width }

// Word is what the trunk reads of a word: its form (Token.Reading) and its list bits (Network.Lists).
type Word struct {
	Form  string
	Lists uint16
}
