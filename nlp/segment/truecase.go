package segment

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"sitrep"
)

// truecaseList holds, one a line and sorted, the forms of words that are nearly always capitalised in the treebanks, and acronyms;
// model/train/boundary makes it. Its licence is that of boundary.bin.
//
//go:embed truecase.txt
var truecaseList string

// Casing gives the usual form of a word in small letters ("un" → "UN"), and false where it is written small or unknown.
type Casing func(lower string) (string, bool)

// caser restores the case of words in capitals.
type caser struct {
	usual, known func() map[string]string // of usualCase and of the list, read when the first capitals come: most texts have none
	own          Casing                   // the caller's, may be nil
}

func newCaser(list string, own Casing) *caser {
	return &caser{own: own, usual: formsOf(usualCase), known: formsOf(list)}
}

// formsOf are the forms of a list by their small letters.
func formsOf(list string) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		forms := map[string]string{}
		for form := range strings.FieldsSeq(list) {
			forms[strings.ToLower(form)] = form
		}
		return forms
	})
}

// truecase sets Norm on the tokens of sentences in capitals.
func (c *caser) truecase(g *gaps, sentences []sitrep.Sentence) {
	var seen map[string]string // how words are written in the rest of the text
	datelines := g.datelines
	for i, s := range sentences {
		if len(datelines) > 0 && datelines[0] == s.Last {
			datelines = datelines[1:]
			c.dateline(g, s)
			continue
		}
		if !g.shouts(s.First, s.Last) && !g.isCry(sentences, i) {
			continue
		}
		if seen == nil {
			seen = g.casesSeen(sentences)
		}
		c.sentence(g, s, seen)
	}
}

// shouts tells whether at least four words in five are in capitals, of four at least.
func (g *gaps) shouts(a, b int) bool {
	words, caps := 0, 0
	for _, w := range g.words[a:b] {
		switch w.shape {
		case capsShape, initialsShape:
			caps++
			words++
		case lowerShape, titleShape, mixedShape:
			words++
		}
	}
	return words >= 4 && caps*5 >= words*4
}

// maxSeen bounds what is remembered of one text's own casing.
const maxSeen = 20000

// casesSeen gives the capitalised forms inside the sentences that are not in capitals, by their small forms.
func (g *gaps) casesSeen(sentences []sitrep.Sentence) map[string]string {
	seen := map[string]string{}
	for i, s := range sentences {
		if g.shouts(s.First, s.Last) || g.isCry(sentences, i) {
			continue
		}
		for i := s.First + 1; i < s.Last && len(seen) < maxSeen; i++ {
			if sh := g.words[i].shape; (sh == titleShape || sh == capsShape || sh == mixedShape || sh == initialsShape) && g.words[i-1].shape.isWord() {
				form := g.tokens[i].Form
				seen[strings.ToLower(form)] = form
			}
		}
	}
	return seen
}

// isCry tells of a paragraph of two or three words in capitals, a heading between paragraphs; one of short words only may be codes.
func (g *gaps) isCry(sentences []sitrep.Sentence, i int) bool {
	s := sentences[i]
	if i > 0 && sentences[i-1].Paragraph == s.Paragraph || i+1 < len(sentences) && sentences[i+1].Paragraph == s.Paragraph {
		return false
	}
	caps, longest := 0, 0
	for k := s.First; k < s.Last; k++ {
		switch g.words[k].shape {
		case capsShape, initialsShape, letterShape:
			caps++
			longest = max(longest, len(g.tokens[k].Form))
		case lowerShape, titleShape, mixedShape:
			return false
		}
	}
	return caps >= 2 && longest >= 4
}

// dateline restores the case of the place, which is in capitals up to the brackets with the agency: nothing in it is an ordinary word.
func (c *caser) dateline(g *gaps, s sitrep.Sentence) {
	for i := s.First; i < s.Last && g.words[i].shape != openShape; i++ {
		if t := &g.tokens[i]; g.words[i].shape == capsShape {
			t.Norm = capitalised(c.word(t.Form, nil))
		}
	}
}

func (c *caser) sentence(g *gaps, s sitrep.Sentence, seen map[string]string) {
	begins := true // no word yet
	for i := s.First; i < s.Last; i++ {
		t, sh := &g.tokens[i], g.words[i].shape
		if hasCapital(t.Form) && sh != addressShape && sh != codeShape {
			read := c.inside(t.Reading(), seen)
			if begins || g.nameGoesOn(s.First, i) || g.isDate(s, i) || g.isCountry(s, i) {
				read = g.raised(i, read)
			}
			if t.Norm = read; read == t.Form {
				t.Norm = ""
			}
		}
		begins = begins && !sh.isWord()
	}
	g.names(s)
}

// raised gives a word its capital, or capitals where it stands for the United States.
func (g *gaps) raised(i int, read string) string {
	if g.tokens[i].Form == "US" {
		return "US"
	}
	return capitalised(read)
}

// isDate tells of March and May beside a number.
func (g *gaps) isDate(s sitrep.Sentence, i int) bool {
	if f := g.tokens[i].Form; f != "MAY" && f != "MARCH" && f != "MAR." {
		return false
	}
	return i > s.First && g.words[i-1].shape == numberShape || i+1 < s.Last && g.words[i+1].shape == numberShape
}

// isCountry tells "US troops" from "they told us": the country stands before a word that is none of those that follow the pronoun.
func (g *gaps) isCountry(s sitrep.Sentence, i int) bool {
	if g.tokens[i].Form != "US" || i+1 >= s.Last {
		return false
	}
	next := g.words[i+1].shape
	return (next.isWord() || next == dashShape || next == cliticShape) && !functionWords[strings.ToLower(g.tokens[i+1].Form)]
}

// articles are those that Arabic names carry before a hyphen; they stay small inside a sentence, the name has its capital.
var articles = map[string]bool{"AL": true, "EL": true, "AS": true, "AD": true, "AR": true, "AN": true, "ASH": true, "AT": true, "AZ": true}

// forenames are parts of names, Arabic most of them, that another part always follows.
var forenames = map[string]bool{
	"ABU": true, "UMM": true, "IBN": true, "BIN": true, "BINT": true, "ABDUL": true, "ABDEL": true, "ABD": true, "DEIR": true, "TEL": true,
	"TAL": true, "JEBEL": true, "JABAL": true, "WADI": true, "UMAR": true, "SHEIKH": true, "MULLAH": true, "SAN": true, "SANTA": true, "FORT": true,
}

// nameGoesOn tells whether a title, an initial or an Arabic article before token i says that a name follows.
func (g *gaps) nameGoesOn(first, i int) bool {
	if i == first || !letterAt(g.tokens[i].Form, 0, len(g.tokens[i].Form)) {
		return false
	}
	if i-2 >= first && g.gaps[i] == noGap && g.words[i-1].shape == dashShape && articles[g.tokens[i-2].Form] {
		return true
	}
	last := g.words[i-1].shape
	return !articles[g.tokens[i].Form] && (last == initialShape || last == properAbbreviation && isUpper(g.tokens[i-1].Form[0]) || forenames[g.tokens[i-1].Form])
}

// isAcronym tells of words that only letters by name can speak: no vowel, and no abbreviation that is written with a stop.
func isAcronym(form string) bool {
	return len(form) >= 3 && len(form) <= 5 && !strings.ContainsAny(form, "AEIOUY") && asciiCapitals(form) && abbreviationOf(form) == noAbbreviation && !units[form]
}

func asciiCapitals(w string) bool {
	for i := range len(w) {
		if !isUpper(w[i]) {
			return false
		}
	}
	return true
}

// word gives the usual form of a word in capitals.
func (c *caser) word(form string, seen map[string]string) string {
	low := strings.ToLower(form)
	if read, ok := seen[low]; ok {
		return read
	}
	if read, ok := c.usual()[low]; ok {
		return read
	}
	if read, ok := c.known()[low]; ok {
		return read
	}
	if c.own != nil {
		if read, ok := c.own(low); ok {
			return read
		}
	}
	if sh := shapeOf(form); sh == initialsShape || sh == initialShape || isAcronym(form) {
		return form
	} else if sh == properAbbreviation || sh == otherAbbreviation {
		return capitalised(low)
	}
	return low
}

// capitalised gives w with a capital first letter.
func capitalised(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsLower(r) {
		return w
	}
	return string(unicode.ToUpper(r)) + w[n:]
}

func hasCapital(w string) bool {
	for i := range len(w) {
		if isUpper(w[i]) || w[i] >= 0xC0 && upperAt(w, i) {
			return true
		}
	}
	return false
}
