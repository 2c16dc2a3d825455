package extract

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"sitrep"
	"sitrep/internal/maxent"
)

//go:embed about.bin
var aboutBin []byte

// aboutModel decides which events a claim speaks of; model/train/about makes it.
var aboutModel = sync.OnceValue(func() *maxent.Model {
	m, err := maxent.Decode(aboutBin)
	if err != nil {
		panic(fmt.Sprintf("extract/about.bin, built in: %v", err))
	}
	return m
})

// leastAbout is how likely a claim must speak of an event to be tied to it.
const leastAbout = 0.26

// About is a claim and an event, by their numbers, with what speaks for the claim being about the event: what model/train/about learns from.
type About struct {
	Claim, Event int
	maxent.Vector
}

// window is how many sentences before a claim an event may have been told last for the claim to be compared with it.
const window = 12

// Abouts are the pairs of claims and events that are compared.
func Abouts(s *sitrep.Story) []About {
	var out []About
	events := make([]topic, len(s.Events))
	for k := range s.Events {
		events[k] = topicOf(s, k)
	}
	rank(events)
	inside := make([]map[int]bool, len(s.Claims)) // the events that each claim holds mentions of
	for i := range s.Claims {
		inside[i] = map[int]bool{}
		for k := range events {
			if overlaps(&s.Claims[i], events[k].Event) {
				inside[i][k] = true
			}
		}
	}
	for i := range s.Claims {
		c := topicOfClaim(s, i)
		c.inside = inside[i]
		c.before, c.after = neighbours(s, i, inside)
		for k := range events {
			if e := &events[k]; k == 0 || e.first <= c.sentence+2 && e.last(c.sentence) >= c.sentence-window {
				a := About{Claim: i, Event: k}
				compare(s, c, e, &a.Vector)
				out = append(out, a)
			}
		}
	}
	return out
}

func addWords(s *sitrep.Story, sentence int, in sitrep.Span, words map[string]bool) {
	for i := s.Sentences[sentence].First; i < s.Sentences[sentence].Last; i++ {
		t := &s.Tokens[i]
		switch t.UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
			if in.Contains(t.Span) {
				words[strings.ToLower(t.Lemma)] = true
			}
		}
	}
}

// compare writes what speaks for and against a claim being about an event.
func compare(s *sitrep.Story, c saying, e *topic, x *maxent.Vector) {
	inside := overlaps(c.Claim, e.Event)
	apart := c.sentence - e.last(c.sentence)
	if e.first > c.sentence {
		apart = -1
	}
	far := strconv.Itoa(min(apart, 4))
	if apart > 4 {
		far = "more"
	}
	named := false
	for w := range e.triggers {
		named = named || c.words[w]
	}
	shares := strconv.Itoa(min(3, common(c.words, e.words)))
	in := strconv.FormatBool(inside)
	held := holds(c.inside, e.number)
	x.Add("holds", held)
	x.Add("holds, far", held, far)
	x.Add("holds, shares", held, shares)
	x.Add("holds, kind", held, string(e.Kind))
	x.Add("before", holds(c.before, e.number), held)
	x.Add("after", holds(c.after, e.number), held)
	x.Add("worth", strconv.Itoa(int(e.Score*5)), held)
	x.Add("kin", kinInside(s, c.inside, e.number), held, far)
	x.Add("inside", in)
	x.Add("far", far, in)
	x.Add("named", strconv.FormatBool(named), in)
	x.Add("shares", shares, in)
	x.Add("shares, far", shares, far)
	x.Add("kind", string(e.Kind), in)
	x.Add("kind, stance", string(e.Kind), string(c.Stance))
	x.Add("stance", string(c.Stance), in)
	x.Add("news", strconv.FormatBool(e.News), in)
	x.Add("news, far", strconv.FormatBool(e.News), far)
	x.Add("first event", strconv.FormatBool(e.number == 0), in)
	x.Add("actors", actorsIn(c, e), in)
	x.Add("mentions", strconv.Itoa(min(4, len(e.sentences))), in)
	x.Add("events", strconv.Itoa(min(6, len(s.Events))), in)
	compareStanding(s, c, e, far, held, x)
	x.AddIf(c.Entity >= 0 && hasActor(e, c.Entity), "the source is an actor", in)
	x.AddIf(nearest(s, e, c.sentence), "told last", in)
	x.Number(float64(common(c.words, e.words)) / float64(max(1, min(len(c.words), len(e.words)))))
	x.Number(float64(e.first) / float64(max(1, len(s.Sentences))))
}

func common(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// kinInside says whether a claim holds a mention of another event that may be the same happening, told apart: of the same kind, and no surer one.
func kinInside(s *sitrep.Story, inside map[int]bool, event int) string {
	e, found := &s.Events[event], "none"
	for k := range s.Events {
		o := &s.Events[k]
		if k == event || !inside[k] || o.Kind != e.Kind {
			continue
		}
		if o.Score < e.Score {
			return "weaker"
		}
		found = "stronger"
	}
	return found
}

// actorsIn says how many actors of the event are named in the claim.
func actorsIn(c saying, e *topic) string {
	n := 0
	for i := range e.Actors {
		if c.entities[e.Actors[i].Entity] {
			n++
		}
	}
	return strconv.Itoa(min(2, n))
}

func hasActor(e *topic, entity int) bool {
	for i := range e.Actors {
		if e.Actors[i].Entity == entity {
			return true
		}
	}
	return false
}

// nearest tells whether no other event was told between the event's last telling and the sentence.
func nearest(s *sitrep.Story, e *topic, sentence int) bool {
	last := e.last(sentence)
	for i := range s.Mentions {
		if n := s.Tree.Sentence(s.Mentions[i].Trigger); n > last && n < sentence {
			return false
		}
	}
	return last <= sentence
}
