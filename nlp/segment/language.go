package segment

import "sitrep"

// functionWords are frequent in any English text and are no words of the other large languages in Latin script.
var functionWords = map[string]bool{
	"the": true, "of": true, "and": true, "that": true, "with": true, "for": true, "from": true, "by": true, "at": true, "this": true,
	"which": true, "their": true, "they": true, "have": true, "has": true, "had": true, "been": true, "were": true, "are": true, "is": true,
	"it": true, "its": true, "but": true, "not": true, "would": true, "who": true, "when": true, "there": true, "after": true,
	"where": true, "about": true, "said": true, "says": true, "to": true, "he": true, "his": true, "she": true, "you": true, "your": true,
	"we": true, "our": true, "will": true, "can": true, "could": true, "should": true, "if": true, "or": true, "what": true,
	"these": true, "those": true, "into": true, "than": true, "other": true, "between": true, "because": true, "be": true,
}

// A text of fewer words than some says nothing of its language, and one of fewer than enough only if it has no function word at all. English
// prose has 30 to 45 of them in a hundred; lists and tables have few, which is why the bound is low.
const (
	someWords    = 24
	enoughWords  = 60
	sampledWords = 2000
	englishShare = 0.08
)

// LooksForeign tells whether a text is long enough to tell its language and has hardly any of the words that hold English together.
func LooksForeign(d *sitrep.Doc) bool {
	words, function := 0, 0
	for i := range d.Tokens {
		if words == sampledWords {
			break
		}
		w := d.Tokens[i].Form
		if !letterAt(w, 0, len(w)) || len(w) < 2 {
			continue
		}
		words++
		if len(w) <= 7 && isFunctionWord(w) {
			function++
		}
	}
	if words < enoughWords {
		return words >= someWords && function == 0
	}
	return float64(function) < englishShare*float64(words)
}

func isFunctionWord(w string) bool {
	var low [7]byte
	for i := range len(w) {
		if low[i] = w[i]; isUpper(low[i]) {
			low[i] |= 0x20
		}
	}
	return functionWords[string(low[:len(w)])]
}
