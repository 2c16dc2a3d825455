package alert

import (
	"fmt"
	"slices"
	"strings"

	"sitrep"
	"sitrep/export/rows"
	"sitrep/export/text"
)

// Why a notice is made, the gravest first: what somebody has to take back comes before what is only more.
const (
	Gone      = "gone"      // the record has it no more
	Merged    = "merged"    // it is part of another incident of the record now
	Lowered   = "lowered"   // a figure went down, or is no more
	Corrected = "corrected" // what, when, where, who or how well it is borne out
	Raised    = "raised"    // a figure went up, or is new
	New       = "new"
	Test      = "test" // of sitrep alert test: it tells nothing
)

const (
	goneSentence  = "The record no longer has this incident: its reports were taken back, corrected or joined otherwise."
	backSentence  = "The record has this incident again."
	apartSentence = "The record has this incident by itself again, and not as part of another one."
)

// compare says what is otherwise in the second of two versions, and the gravest reason to tell it. Without changes the reason is empty.
func compare(before, after *sitrep.Incident) (why string, changes []string) {
	c := &comparison{before: before, after: after}
	if before.ID != after.ID {
		c.say(Merged, "Incident "+before.ID+" is part of incident "+after.ID+" now: the record has them as one.")
	}
	c.tolls()
	c.field("kind", string(before.Kind), string(after.Kind))
	c.field("status", string(before.Status), string(after.Status))
	c.field("time", before.When.Words(before.Status), after.When.Words(after.Status))
	c.field("place", rows.Where(&before.Place), rows.Where(&after.Place))
	c.initiators()
	c.grade()
	for _, reason := range []string{Merged, Lowered, Corrected, Raised} {
		if slices.Contains(c.reasons, reason) {
			return reason, c.sentences
		}
	}
	return "", nil
}

// comparison is what was found different so far.
type comparison struct {
	before, after *sitrep.Incident
	reasons       []string
	sentences     []string
}

func (c *comparison) say(reason, sentence string) {
	c.reasons, c.sentences = append(c.reasons, reason), append(c.sentences, sentence)
}

// field says that something of the incident is otherwise.
func (c *comparison) field(name, before, after string) {
	if before != after {
		c.say(Corrected, fmt.Sprintf("The %s is %s now; told before: %s.", name, after, before))
	}
}

// tolls says which figures are otherwise.
func (c *comparison) tolls() {
	for k := range c.after.Tally {
		now := &c.after.Tally[k]
		switch was := line(c.before, now); {
		case was == nil:
			c.say(Raised, fmt.Sprintf("%s (%s): %s; no figure was told before.", now.Harm, text.Whom(now), rows.Figure(now)))
		case was.Low != now.Low || was.Best != now.Best || was.High != now.High || was.Open != now.Open:
			reason := direction(was, now)
			word := map[string]string{Lowered: "lowered", Raised: "raised", Corrected: "changed"}[reason]
			c.say(reason, fmt.Sprintf("%s (%s) %s from %s to %s.", now.Harm, text.Whom(now), word, rows.Figure(was), rows.Figure(now)))
		}
	}
	for k := range c.before.Tally {
		if was := &c.before.Tally[k]; line(c.after, was) == nil {
			reason := Lowered
			if reaches(c.after, was) { // the same people may be told otherwise
				reason = Corrected
			}
			c.say(reason, fmt.Sprintf("%s (%s): no such figure stands any more; told before: %s.", was.Harm, text.Whom(was), rows.Figure(was)))
		}
	}
}

// reaches tells whether an incident has a line of the same harm that is as high, of whatever people.
func reaches(i *sitrep.Incident, was *sitrep.Tally) bool {
	return slices.ContainsFunc(i.Tally, func(t sitrep.Tally) bool { return t.Harm == was.Harm && t.Best >= was.Best })
}

// direction tells whether a figure went down, up, or both: the best one counts, then the greatest, then the least.
func direction(was, now *sitrep.Tally) string {
	for _, pair := range [][2]int{{was.Best, now.Best}, {was.High, now.High}, {was.Low, now.Low}} {
		switch {
		case pair[1] < pair[0]:
			return Lowered
		case pair[1] > pair[0]:
			return Raised
		}
	}
	return Corrected
}

// line is the line of an incident's tally for the same harm and people, nil where there is none.
func line(i *sitrep.Incident, like *sitrep.Tally) *sitrep.Tally {
	for k := range i.Tally {
		if t := &i.Tally[k]; t.Harm == like.Harm && t.Side == like.Side && t.Civilian == like.Civilian {
			return t
		}
	}
	return nil
}

// initiators says who is said to have done it, where that is otherwise than before.
func (c *comparison) initiators() {
	for k := range c.after.Actors {
		now := &c.after.Actors[k]
		if now.Role != sitrep.Initiator {
			continue
		}
		was := initiator(c.before, now)
		switch {
		case was == nil:
			c.say(Corrected, "Said to have done it: "+rows.Actor(now)+"; not told before.")
		case rows.Saying(was) == rows.Saying(now):
		case was.Confidence == now.Confidence && slices.Equal(was.DeniedBy, now.DeniedBy) && len(now.AccordingTo) > len(was.AccordingTo) && len(was.AccordingTo) > 0:
			c.say(Raised, "Said to have done it, by more than before: "+rows.Actor(now)+".")
		default:
			c.say(Corrected, "Said to have done it: "+rows.Actor(now)+"; told before: "+rows.Saying(was)+".")
		}
	}
	for k := range c.before.Actors {
		if was := &c.before.Actors[k]; was.Role == sitrep.Initiator && initiator(c.after, was) == nil {
			c.say(Corrected, "No longer said to have done it: "+rows.Name(was)+"; told before: "+rows.Saying(was)+".")
		}
	}
}

// initiator is an initiator of the same name, nil where an incident has none.
func initiator(i *sitrep.Incident, like *sitrep.IncidentActor) *sitrep.IncidentActor {
	for k := range i.Actors {
		if a := &i.Actors[k]; a.Role == sitrep.Initiator && a.Name == like.Name && a.Side == like.Side {
			return a
		}
	}
	return nil
}

// grade says that an incident is borne out better or worse, or that a person judged it.
func (c *comparison) grade() {
	if c.before.Grade == sitrep.SingleOrigin && c.after.Grade == sitrep.SeveralOrigins {
		c.say(Raised, "It rests on several origins now: "+strings.Join(rows.Origins(c.after), ", ")+".")
		return
	}
	c.field("grade", text.Grade(c.before), text.Grade(c.after))
}
