package page

import (
	"strings"

	"sitrep"
)

// contributions are what a sentence says of those who helped to write the report.
var contributions = []string{"contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting"}

// longestContributors is how long, in bytes, the sentence that names those who helped may be.
const longestContributors = 400

// contributors drops the sentence that names those who helped, and no more of its line.
func (f *finder) contributors(l sitrep.Span) {
	line := f.text[l.Start:l.End]
	for _, words := range contributions {
		i := strings.Index(line, words)
		if i < 0 {
			continue
		}
		start := sentenceStart(line, i)
		if i-start > longestContributors {
			continue
		}
		end := i + len(words)
		if stop := strings.IndexByte(line[end:], '.'); stop >= 0 && stop < 60 {
			end += stop + 1
		} else if len(line)-end < 60 {
			end = len(line)
		}
		f.drop(l.Start+start, l.Start+end, reasonByline)
	}
}

// sentenceStart is where the sentence of a byte begins; the stop of an initial ends none.
func sentenceStart(line string, at int) int {
	for at > 0 {
		i := strings.LastIndex(line[:at], ". ")
		if i < 0 {
			return 0
		}
		if word := line[strings.LastIndexByte(line[:i], ' ')+1 : i]; len(word) > 3 {
			return i + 2
		}
		at = i
	}
	return 0
}
