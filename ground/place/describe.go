package place

import (
	"strconv"
	"strings"

	"sitrep"
	"sitrep/gazetteer"
)

// describe reads what stands in and beside the names: words for units, directions, distances, and what the form alone decides.
func (s *Step) describe(story *sitrep.Story, names []name) {
	for i := range names {
		n := &names[i]
		s.knowForm(story, n)
		readUnit(story, n)
		readSmall(story, n)
		readDirection(story, n)
	}
}

// knowForm settles demonyms and abbreviations.
func (s *Step) knowForm(story *sitrep.Story, n *name) {
	if n.demonym {
		n.known = placeOrNil(s.demonyms, strings.ToLower(n.text))
		return
	}
	if n.known != nil {
		return
	}
	if n.known = placeOrNil(s.short, n.text); n.known != nil {
		return
	}
	if n.First > 0 && story.Tokens[n.First-1].Reading() == "," {
		n.known = placeOrNil(s.postal, n.text)
	}
}

func placeOrNil(m map[string]gazetteer.Place, key string) *gazetteer.Place {
	if p, ok := m[key]; ok {
		return &p
	}
	return nil
}

// readUnit finds the word for what the place is: after the name, within it as its last word, or before it with "of".
func readUnit(story *sitrep.Story, n *name) {
	tokens := story.Tokens
	if i := strings.LastIndexByte(n.text, ' '); i > 0 {
		if w := strings.ToLower(n.text[i+1:]); settlement[w] || facilities[w] {
			n.unit = w
			return
		}
	}
	end := sentenceEnd(story, n.Last)
	for i := n.Last; i < min(n.Last+2, end); i++ {
		if w := tokens[i].Reading(); settlement[w] || facilities[w] {
			n.unit = w
			return
		}
		if tokens[i].Reading() != "refugee" && tokens[i].Reading() != "border" && tokens[i].Reading() != "military" && tokens[i].Reading() != "air" {
			break
		}
	}
	if n.unit = unitsAfter(story, n, end); n.unit != "" {
		return
	}
	if n.First >= 2 && tokens[n.First-1].Reading() == "of" && settlement[tokens[n.First-2].Lemma] && !(n.First >= 3 && tokens[n.First-3].UPOS == "PROPN") {
		n.unit = tokens[n.First-2].Lemma
	}
}

// unitsAfter is the word for several places that stands behind the last of their names: "X and Y provinces".
func unitsAfter(story *sitrep.Story, n *name, end int) string {
	tokens := story.Tokens
	for i := n.Last; i < min(n.Last+longList, end); i++ {
		switch t := &tokens[i]; {
		case units[t.Lemma] && t.Reading() != t.Lemma:
			return t.Lemma
		case t.Reading() != "and" && t.Reading() != "," && !capital(t.Reading()):
			return ""
		}
	}
	return ""
}

// longList is within how many tokens behind a name the word for several places stands.
const longList = 8

// readSmall finds whether a name is called a quarter or a hamlet: "the Riverside neighborhood", but not "the Springfield neighborhood of Riverside".
func readSmall(story *sitrep.Story, n *name) {
	end := sentenceEnd(story, n.Last)
	if n.Last < end && small[story.Tokens[n.Last].Lemma] && !(n.Last+1 < end && story.Tokens[n.Last+1].Reading() == "of") {
		n.small = true
	}
	if n.First >= 2 && story.Tokens[n.First-1].Reading() == "of" && small[story.Tokens[n.First-2].Lemma] {
		n.small = true
	}
}

// sentenceEnd is the end of the sentence of a token.
func sentenceEnd(story *sitrep.Story, i int) int {
	if i >= len(story.Tokens) || story.Tree == nil || len(story.Sentences) == 0 {
		return len(story.Tokens)
	}
	return story.Sentences[story.Tree.Sentence(i)].Last
}

// readDirection finds "northern X", "north-eastern X", "north of X" and "30 km north of X".
func readDirection(story *sitrep.Story, n *name) {
	i := n.First - 1
	if i >= 0 && strings.EqualFold(story.Tokens[i].Reading(), "the") {
		i--
	}
	if i >= 1 && story.Tokens[i].Reading() == "of" {
		if toward, at := directionAt(story, i-1); toward != "" && toward != "c" {
			n.toward, n.outside, n.away = toward, true, distanceBefore(story, at)
			return
		}
	}
	n.toward, _ = directionAt(story, i)
}

// directionAt gives the compass point of the word that ends at a token, in one token or three ("north-eastern"), and the token before it.
func directionAt(story *sitrep.Story, i int) (toward string, before int) {
	if i < 0 {
		return "", i
	}
	word := strings.ToLower(story.Tokens[i].Reading())
	if i >= 2 && story.Tokens[i-1].Reading() == "-" {
		if both := strings.ToLower(story.Tokens[i-2].Reading()) + "-" + word; compass[both] != "" {
			return compass[both], i - 3
		}
	}
	return compass[word], i - 1
}

// distanceBefore reads "30 km" that ends at a token, 0 where no distance stands there.
func distanceBefore(story *sitrep.Story, i int) float64 {
	for ; i >= 1 && (story.Tokens[i].Reading() == "the" || story.Tokens[i].Reading() == "to" || story.Tokens[i].Reading() == ")"); i-- {
	}
	if i < 1 {
		return 0
	}
	km := 1.0
	switch strings.ToLower(story.Tokens[i].Reading()) {
	case "km", "kilometers", "kilometres", "kilometer", "kilometre", "kms":
	case "miles", "mile", "mi":
		km = 1.609
	default:
		return 0
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(story.Tokens[i-1].Reading(), ",", ""), 64)
	if err != nil || x < 0 || x > 1000 {
		return 0
	}
	return x * km
}
