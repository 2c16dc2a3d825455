package privacy

import (
	"strings"
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

// A town stands before "suspect" and behind "neighbour of" as names of people do.
func TestATownOfWhichAReportSpeaksIsNobody(t *testing.T) {
	const text = "A neighbour of Oskel shooting suspect Jan Ruzek said that he was quiet.\nThree people were shot in Oskel.\nHe was arrested near Oskel on Sunday.\nThe wife of Tarvin wept. Tarvin, 34, died in Tarvin. The wife of Belko wept. Belko, 41, lived in Belko and died near Belko."
	const suspect, dead, other = "Oskel shooting suspect Jan Ruzek", "wife of Tarvin", "Belko, 41"
	r := &sitrep.Reading{Report: &sitrep.Report{Text: text}}
	for _, words := range []string{suspect, dead, other} {
		i := strings.Index(text, words)
		r.Entities = append(r.Entities, sitrep.Entity{Name: words, Kind: sitrep.PersonEntity, Named: true, Mentions: []sitrep.EntityMention{{Span: sitrep.Span{Start: i, End: i + len(words)}}}})
	}
	for _, words := range []string{"in Oskel", "near Oskel", "in Tarvin", "in Belko", "near Belko"} {
		end := strings.Index(text, words) + len(words)
		r.Toponyms = append(r.Toponyms, sitrep.Toponym{Span: sitrep.Span{Start: strings.LastIndex(text[:end], " ") + 1, End: end}, Place: sitrep.Place{Located: true}})
	}
	var names []string
	for _, n := range Names(r) {
		names = append(names, n.Name)
	}
	if got := strings.Join(names, ", "); got != "Belko, Jan Ruzek, Tarvin" {
		t.Errorf("private are %s; want Jan Ruzek, Tarvin, who is said to be in a place of his name once only, and Belko, whose age is told", got)
	}
}

var textRun = text{string: "President Dr", words: wordsOf("President Dr")}
