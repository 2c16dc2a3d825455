package extract

import (
	"strings"

	"sitrep"
)

// topic is an event as far as it is compared with claims.
type topic struct {
	*sitrep.Event
	number    int
	first     int
	sentences []int // of its mentions
	words     map[string]bool
	triggers  map[string]bool
	rank      int // by how often it is told: 0 for the event told most
	kin       int // the same among the events of its kind
	news      int // the same among those that are news
}

func topicOf(s *sitrep.Story, k int) topic {
	t := topic{Event: &s.Events[k], number: k, words: map[string]bool{}, triggers: map[string]bool{}}
	for n, i := range t.MentionsOf {
		m := &s.Mentions[i]
		sent := s.Tree.Sentence(m.Trigger)
		t.sentences = append(t.sentences, sent)
		if n == 0 || sent < t.first {
			t.first = sent
		}
		t.triggers[strings.ToLower(s.Tokens[m.Trigger].Lemma)] = true
		addWords(s, sent, m.Span, t.words)
	}
	return t
}

// last is the last sentence up to another one in which the event is told, or its first.
func (t *topic) last(upTo int) int {
	last := t.first
	for _, n := range t.sentences {
		if n <= upTo && n > last {
			last = n
		}
	}
	return last
}

// rank orders events by the sentences that tell of them, those told first before others.
func rank(events []topic) {
	for i := range events {
		e := &events[i]
		for k := range events {
			o := &events[k]
			if d := len(o.sentences) - len(e.sentences); d < 0 || d == 0 && o.first > e.first || d == 0 && o.first == e.first && k >= i {
				continue
			}
			e.rank++
			if o.Kind == e.Kind {
				e.kin++
			}
			if o.News {
				e.news++
			}
		}
	}
}

// saying is a claim as far as it is compared with events.
type saying struct {
	*sitrep.Claim
	sentence int
	words    map[string]bool
	entities map[int]bool
	nouns    []standIn
	pronoun  bool // it has one that may stand for an event: "it", "this"
	people   bool // it tells of people harmed
	// inside are the events that it holds mentions of; before and after those of the claims of the same speaker next to it, nil for none.
	inside, before, after map[int]bool
}

// neighbours are the events in the claims that the speaker of a claim makes just before and just after it.
func neighbours(s *sitrep.Story, i int, inside []map[int]bool) (before, after map[int]bool) {
	if i > 0 && s.Claims[i-1].Source == s.Claims[i].Source {
		before = inside[i-1]
	}
	if i+1 < len(s.Claims) && s.Claims[i+1].Source == s.Claims[i].Source {
		after = inside[i+1]
	}
	return before, after
}

// holds says which events a claim holds mentions of: one, others, both, or none.
func holds(of map[int]bool, event int) string {
	switch {
	case of == nil:
		return "nothing"
	case len(of) == 0:
		return "none"
	case !of[event]:
		return "others"
	case len(of) == 1:
		return "it alone"
	}
	return "it and others"
}

func topicOfClaim(s *sitrep.Story, i int) saying {
	c := saying{Claim: &s.Claims[i], words: map[string]bool{}, entities: map[int]bool{}}
	for n, part := range c.Content {
		sent := s.SentenceAt(part.Start)
		if n == 0 {
			c.sentence = sent
		}
		addWords(s, sent, part, c.words)
		c.nouns = append(c.nouns, standInsIn(s, sent, part)...)
		for t := s.Sentences[sent].First; t < s.Sentences[sent].Last; t++ {
			if k := s.Cast.Index(t); k >= 0 && part.Contains(s.Tokens[t].Span) {
				c.entities[k] = true
			}
			c.token(&s.Tokens[t], part)
		}
	}
	return c
}

// token notes what a word of a claim says of the events that it may be about.
func (c *saying) token(t *sitrep.Token, part sitrep.Span) {
	if !part.Contains(t.Span) {
		return
	}
	switch l := strings.ToLower(t.Lemma); {
	case harmed[l]:
		c.people = true
	case t.UPOS == "PRON" && (l == "it" || l == "this" || l == "these" || l == "that" && sitrep.Is(t.Deprel, "nsubj", "obj")):
		c.pronoun = true
	}
}

// harmed are words of people who came to harm.
var harmed = map[string]bool{"kill": true, "dead": true, "death": true, "die": true, "wound": true, "wounded": true, "injure": true, "injury": true, "injured": true,
	"casualty": true, "body": true, "toll": true, "victim": true, "martyr": true, "hospital": true, "survivor": true, "life": true}
