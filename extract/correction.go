package extract

import (
	"regexp"

	"sitrep"
)

// earlierVersion are the words with which a report speaks of what it told itself before: the figure behind them holds no more.
var earlierVersion = regexp.MustCompile(`(?i)\b(earlier|previous|prior|original|first) versions? of (this|the|our) (report|story|article|dispatch|item|post|page|headline)\b|` +
	`\b(earlier|previous|prior|original) version ((incorrectly|wrongly|mistakenly) )?(said|stated|gave|put|reported|misstated)\b|` +
	`\b(this|our|the) (report|story|article|dispatch|item|post|headline) ((originally|earlier|previously|initially|at first|incorrectly|wrongly|mistakenly) (said|stated|gave|put|reported)|misstated)\b`)

// holdsNow are the words with which a correction goes on to what holds.
var holdsNow = regexp.MustCompile(`(?i);|\bnow\b|\bin fact\b|\binstead\b|\bcorrect (figure|number|toll)\b`)

// corrected tells whether a toll is one that the report takes back: "an earlier version of this report said 12 died".
func corrected(s *sitrep.Story, t *sitrep.Toll) bool {
	if t.HarmToken < 0 || t.HarmToken >= len(s.Tokens) {
		return false
	}
	start := s.Sentences[s.Tree.Sentence(t.HarmToken)].Start
	before := s.Text[start:max(start, t.Words.Start)]
	at := earlierVersion.FindAllStringIndex(before, -1)
	return len(at) > 0 && !holdsNow.MatchString(before[at[len(at)-1][1]:])
}
