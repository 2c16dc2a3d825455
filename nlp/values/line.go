package values

import "strings"

// item is a token as the grammar sees it.
type item struct {
	word
	text string
	xpos string
}

// capital tells whether the item begins with a capital.
func (t *item) capital() bool { return t.text != "" && 'A' <= t.text[0] && t.text[0] <= 'Z' }

// tagged tells whether the item has one of the tags, which may be wrong or absent.
func (t *item) tagged(tags ...string) bool {
	for _, x := range tags {
		if t.xpos == x {
			return true
		}
	}
	return false
}

// line is the tokens of one sentence. Expressions never cross its ends.
type line struct {
	items []item
	depth int // how many expressions are being read inside each other
}

// maxDepth bounds expressions inside each other ("the end of the first week of June"), and so the time that a line can cost.
const maxDepth = 3

// at is the item at i, a blank one beyond the ends.
func (l *line) at(i int) *item {
	if i < 0 || i >= len(l.items) {
		return &blank
	}
	return &l.items[i]
}

var blank item

// says tells whether the words stand at i, whatever their capitals.
func (l *line) says(i int, words ...string) bool {
	for k, w := range words {
		if t := l.at(i + k).text; len(t) != len(w) || !strings.EqualFold(t, w) {
			return false
		}
	}
	return true
}

// either tells whether one of the words stands at i.
func (l *line) either(i int, words ...string) bool {
	for _, w := range words {
		if l.says(i, w) {
			return true
		}
	}
	return false
}

// hyphen tells whether a hyphen or dash stands at i.
func (l *line) hyphen(i int) bool {
	switch l.at(i).text {
	case "-", "–", "‑", "‐":
		return true
	}
	return false
}

// hyphened steps over a hyphen, where one stands at i.
func (l *line) hyphened(i int) int {
	if l.hyphen(i) {
		return i + 1
	}
	return i
}
