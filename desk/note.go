package desk

import (
	"regexp"
	"strings"

	"sitrep"
)

// corrections are the words with which an outlet corrects what it told, or says that it was corrected.
var corrections = regexp.MustCompile(`(?i)\b(` + strings.Join([]string{
	`corrections?( and clarifications?)?\s*[:—–-]`,
	`\(?corrects\b`,
	`(this|the|an earlier version of this|a previous version of this|an earlier|a previous) (article|story|report|item|dispatch|version|post|headline)\b.{0,60}\b(was|has been|have been|is) (corrected|amended|updated to correct)`,
	`(an earlier|a previous|the original) version of (this|the) (article|story|report|item|dispatch|post|headline)\b`,
}, "|") + `)`)

// retractions are those with which it takes a report back. They begin a line, since a report may well tell of one that somebody else has withdrawn.
var retractions = regexp.MustCompile(`(?im)^\W*(` + strings.Join([]string{
	`(editor['’]?s['’]? note\W+)?this (article|story|report|item|dispatch|post) (was|has been|is|is being) (retracted|withdrawn)\b`,
	`(editor['’]?s['’]? note\W+)?(we|the editors) (retract|withdraw|have retracted|have withdrawn) (this|our|the) (article|story|report|item|dispatch|post)\b`,
	`(retraction|kill|withdrawal)\s*:`,
	`retracted\s*[:—–-]`,
}, "|") + `)`)

// ends is how much of the head and the foot of a text is looked at: a note stands there, and the same words in the middle are somebody else's.
const ends = 400

// noteOf is what the outlet of a report says of it: that it corrects it, or takes it back.
func noteOf(r *sitrep.Report) sitrep.Note {
	head, foot := r.Text, ""
	if len(head) > 2*ends {
		head, foot = r.Text[:ends], r.Text[len(r.Text)-ends:]
		if i := strings.IndexByte(foot, '\n'); i >= 0 {
			foot = foot[i:] // the rest of a line begins none
		}
	}
	says := func(notes *regexp.Regexp) bool {
		return notes.MatchString(r.Title) || notes.MatchString(head) || notes.MatchString(foot)
	}
	switch {
	case says(retractions):
		return sitrep.RetractionNote
	case says(corrections):
		return sitrep.CorrectionNote
	}
	return ""
}

// standing is what counts of a reading: nothing of a report that its outlet has taken back.
func standing(r *sitrep.Reading, note sitrep.Note) *sitrep.Reading {
	if note != sitrep.RetractionNote {
		return r
	}
	out := *r
	out.Events, out.Claims, out.Attributions, out.Proposals = nil, nil, nil, nil
	out.Problems = append(out.Problems[:len(out.Problems):len(out.Problems)], sitrep.Problem{Stage: "note", Err: "the outlet has taken this report back: nothing that it told counts"})
	return &out
}
