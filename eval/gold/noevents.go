package gold

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed noevents.txt
var noEventsText string

// NoEvents are reports of our own, one a paragraph, that tell of no event of the record's kinds, but use its words: to train on beside answers.
func NoEvents() []Answer {
	var all []Answer
	for i, text := range strings.Split(strings.TrimSpace(noEventsText), "\n\n") {
		all = append(all, Answer{ID: "own" + strconv.Itoa(i), Published: "2020-05-06", Text: text, Folder: NoEventsFolder})
	}
	return all
}

// NoEventsFolder is the Folder of the answers of NoEvents: none that was read.
const NoEventsFolder = -1
