package privacy

import (
	"testing"

	"sitrep"
)

// A report may end with a title behind which no name stands.
func TestATitleAtTheEndOfTheText(t *testing.T) {
	for _, text := range []string{"They spoke to President Mr.", "It was signed by the Prime Minister", "Dr. Mrs. President", "They met Captain", "President", "The Mayor Dr"} {
		r := &sitrep.Reading{Report: &sitrep.Report{Text: text}, Entities: []sitrep.Entity{{Name: text, Kind: sitrep.PersonEntity, Named: true,
			Mentions: []sitrep.EntityMention{{Span: sitrep.Span{Start: 0, End: len(text)}}}}}}
		Names(r) // must not panic
	}
	w := &textRun
	if n, ok := builtIn().trim(w, 0, len(w.words)); ok {
		t.Errorf("a name in a run of titles: %+v", n)
	}
}

var textRun = text{string: "President Dr", words: wordsOf("President Dr")}
