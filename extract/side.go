package extract

import (
	"strings"
	"unicode"

	"sitrep"
)

// ownSide takes a side away from the people hit in an event that is the side of those who did it, unless words of their own tell it: in "a strike by
// the army killed four soldiers" nothing says whose soldiers they were.
func ownSide(s *sitrep.Story) {
	for k := range s.Events {
		e := &s.Events[k]
		doers := doersOf(s, e)
		for i := range e.Actors {
			if a := &e.Actors[i]; a.Role == sitrep.Target && doers[a.Side] && !names(a.Name) {
				a.Side = ""
			}
		}
		for i := range e.Tolls {
			if t := &e.Tolls[i]; doers[t.Side] && !names(t.Who) {
				t.Side = ""
			}
		}
	}
}

// doersOf are the sides of all who may have done it: the event's initiators, and those of its mentions.
func doersOf(s *sitrep.Story, e *sitrep.Event) map[string]bool {
	sides := map[string]bool{}
	add := func(actors []sitrep.Actor) {
		for i := range actors {
			if actors[i].Role == sitrep.Initiator && actors[i].Side != "" {
				sides[actors[i].Side] = true
			}
		}
	}
	add(e.Actors)
	for _, i := range e.MentionsOf {
		add(s.Mentions[i].Actors)
	}
	return sides
}

// opens are words that have a capital only where a sentence begins with them.
var opens = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields("a an the some many several dozens scores hundreds thousands one two three four five six seven eight nine ten eleven twelve at more about around nearly") {
		all[w] = true
	}
	return all
}()

// names tells whether words for people tell whose they are: by a name or a word for a people, which have capitals, or as somebody's ("his troops").
func names(words string) bool {
	for i, w := range strings.Fields(words) {
		if unicode.IsUpper([]rune(w)[0]) && (i > 0 || strings.Contains(words, " ") && !opens[strings.ToLower(w)]) {
			return true
		}
		switch w {
		case "his", "its", "their", "our", "her":
			return true
		}
	}
	return false
}
