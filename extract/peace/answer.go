package peace

import (
	"strings"

	"sitrep"
)

// Answer is a claim and the one that it answers, by their numbers.
type Answer struct{ Claim, To int }

// doubt takes back an answer between two claims that have nothing in common.
func (v *view) doubt() {
	of := map[string]*sitrep.Claim{}
	for i := range v.Claims {
		of[v.Claims[i].ID] = &v.Claims[i]
	}
	for i := range v.Claims {
		c := &v.Claims[i]
		if o := of[c.Answers]; o == nil || !v.addressed(o, c) && !v.accused(o, c) && common(v.topic(c), v.topic(o)) == 0 {
			c.Answers = ""
		}
	}
}

// accused tells whether an accusation or assertion names who denies it.
func (v *view) accused(o, c *sitrep.Claim) bool {
	return (o.Stance == sitrep.Accuse || o.Stance == sitrep.Assert) && c.Stance == sitrep.Deny && v.speaksOf(o, func(k int) bool {
		return k == c.Entity || c.Side != "" && v.Cast.Entities[k].Side == c.Side
	})
}

// speaksOf tells whether a claim names an entity of a sort.
func (v *view) speaksOf(c *sitrep.Claim, want func(entity int) bool) bool {
	for _, part := range c.Content {
		first, last := v.tokens(part)
		for t := first; t < last; t++ {
			if k := v.Cast.Index(t); k >= 0 && want(k) {
				return true
			}
		}
	}
	return false
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

// tokens are the tokens of a span, half open.
func (v *view) tokens(s sitrep.Span) (first, last int) {
	low, high := 0, len(v.Tokens)
	for low < high {
		if mid := (low + high) / 2; v.Tokens[mid].Start < s.Start {
			low = mid + 1
		} else {
			high = mid
		}
	}
	for last = low; last < len(v.Tokens) && v.Tokens[last].End <= s.End; last++ {
	}
	return low, last
}

// reach is how many claims away the one that is answered may stand.
const reach = 6

// Answers finds the demands and offers that claims of another side accept, refuse or promise to meet: told near, addressed to who answers or
// named by him, and of the same matter.
func Answers(s *sitrep.Story) []Answer {
	v := &view{Story: s}
	var all []Answer
	var topics []map[string]bool
	for i := range s.Claims {
		topics = append(topics, v.topic(&s.Claims[i]))
	}
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Answers != "" || !(c.Stance == sitrep.Reject || c.Stance == sitrep.Agree || c.Stance == sitrep.Promise || c.Stance == sitrep.Deny) {
			continue
		}
		best, score := -1, 2
		for k := max(0, i-reach); k < min(len(s.Claims), i+reach+1); k++ {
			if n := v.answers(c, &s.Claims[k], topics[i], topics[k]) - abs(i-k)/3; k != i && n > score {
				best, score = k, n
			}
		}
		if best >= 0 {
			all = append(all, Answer{i, best})
		}
	}
	return all
}

func abs(n int) int { return max(n, -n) }

// answers weighs whether claim c answers claim o; 3 and more is enough.
func (v *view) answers(c, o *sitrep.Claim, about, of map[string]bool) int {
	if o.Stance != sitrep.Demand || c.Source == o.Source || c.Side != "" && c.Side == o.Side {
		return 0
	}
	if v.judges(c, o) {
		return sure
	}
	n := 0
	if v.addressed(o, c) {
		n += 2
	}
	if v.names(c, o) {
		n += 2
	}
	if o.Content[0].Start > c.Content[0].Start {
		n-- // a demand is mostly told before its answer
	}
	shared := common(about, of)
	if n <= 0 || shared == 0 && n < 3 {
		return 0
	}
	return n + min(shared, 2)
}

// sure is the weight of an answer that the grammar tells.
const sure = 9

// judges tells whether a claim is told in a clause about a demand of the same sentence: "demanded that they leave, a call that the rebels rejected".
func (v *view) judges(c, o *sitrep.Claim) bool {
	if c.Cue < 0 || o.Cue < 0 || !v.is(c.Cue, "acl:relcl") {
		return false
	}
	h := v.Tokens[c.Cue].Head
	return h > o.Cue && callNouns[v.lemma(h)] && v.Tree.Sentence(h) == v.Tree.Sentence(o.Cue)
}

// addressed tells whether a demand is made of the source of a claim.
func (v *view) addressed(o, c *sitrep.Claim) bool {
	if o.To == "" || c.Entity < 0 {
		return false
	}
	to := bare(o.To)
	if to == bare(c.Source) || to == bare(v.Cast.Entities[c.Entity].Name) {
		return true
	}
	for i := range v.Cast.Entities {
		if e := &v.Cast.Entities[i]; bare(e.Name) == to {
			return e.Side != "" && e.Side == c.Side
		}
	}
	return false
}

// names tells whether a claim, or the sentence of it, speaks of a call or an offer by the source of the demand or its side: "rejected the
// mediators' proposal".
func (v *view) names(c, o *sitrep.Claim) bool {
	asked := false
	for _, part := range c.Content {
		first, last := v.tokens(part)
		for t := first; t < last; t++ {
			asked = asked || callNouns[v.lemma(t)]
		}
	}
	return asked && v.speaksOf(c, func(k int) bool {
		e := &v.Cast.Entities[k]
		return k == o.Entity || e.Side != "" && e.Side == o.Side && e.Side != c.Side
	})
}

// callNouns are words for a demand or an offer.
var callNouns = words("call demand proposal offer appeal request plea ultimatum invitation suggestion")

// topic are the content words of a claim.
func (v *view) topic(c *sitrep.Claim) map[string]bool {
	all := map[string]bool{}
	for _, part := range c.Content {
		first, last := v.tokens(part)
		for t := first; t < last; t++ {
			switch l := v.lemma(t); v.Tokens[t].UPOS {
			case "NOUN", "VERB", "PROPN", "ADJ":
				if len(l) > 3 && !empty[l] && !strings.ContainsAny(l, "0123456789") {
					all[l] = true
				}
			}
		}
	}
	return all
}

// empty are words that say nothing of the matter.
var empty = words("call demand say make take country government people side party state force want need have will group would should must time week month day year")
