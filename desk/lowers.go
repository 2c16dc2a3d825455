package desk

import (
	"regexp"
	"strings"

	"sitrep"
)

// notes are the words with which an outlet corrects or takes back what it told: at the head or the foot of a report, or in its title.
var notes = regexp.MustCompile(`(?i)\b(` + strings.Join([]string{
	`corrections?( and clarifications?)?\s*[:—–-]`,
	`\(?corrects\b`,
	`(this|the|an earlier version of this|a previous version of this|an earlier|a previous) (article|story|report|item|dispatch|version|post|headline)\b.{0,60}\b(was|has been|have been|is) (corrected|amended|retracted|withdrawn|updated to correct)`,
	`(an earlier|a previous|the original) version of (this|the) (article|story|report|item|dispatch|post|headline)\b`,
	`(we|the editors) (retract|withdraw|have retracted|have withdrawn) (this|the|our)`,
	`(kill|withdrawal|retraction)\s*[:—–-]`,
}, "|") + `)`)

// ends is how much of the head and the foot of a text is looked at: a note stands there, and the same words in the middle are somebody else's.
const ends = 400

// lowers tells whether a report says of itself that it corrects or takes back what was told before.
func lowers(r *sitrep.Report) bool {
	head, foot := r.Text, ""
	if len(head) > 2*ends {
		head, foot = r.Text[:ends], r.Text[len(r.Text)-ends:]
	}
	return notes.MatchString(r.Title) || notes.MatchString(head) || notes.MatchString(foot)
}
