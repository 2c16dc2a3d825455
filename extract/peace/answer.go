package peace

import (
	"strings"

	"sitrep"
)

// Answer is a claim and the one that it answers, by their numbers.
type Answer struct{ Claim, To int }

// addressees says of whom a demand is made where its own words do: "the rebels must leave the town".
func (v *view) addressees() {
	for i := range v.Claims {
		c := &v.Claims[i]
		if c.To != "" && !v.somebody(c.To) {
			c.To = ""
		}
		if c.Stance != sitrep.Demand || c.To != "" {
			continue
		}
		if e := v.addressee(c); e != nil && e.Name != c.Source && !(e.State && e.Side == c.Side && c.SourceKind != sitrep.OrganisationGroup && c.SourceKind != sitrep.MonitorSource) {
			c.To = e.Name
		}
	}
}

// somebody tells whether a name is that of somebody of whom something can be asked, or joins such names.
func (v *view) somebody(name string) bool {
	if v.Cast == nil {
		return false
	}
	for i := range v.Cast.Entities {
		e := &v.Cast.Entities[i]
		if bare(e.Name) == bare(name) {
			return e.Kind != sitrep.ThingEntity
		}
		if e.Named && strings.Contains(name, e.Name) {
			return true
		}
	}
	return false
}

// bare is a name without its article.
func bare(name string) string { return strings.TrimPrefix(strings.ToLower(name), "the ") }

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

// addressee is who must do what a demand asks for; nil where no word says so.
func (v *view) addressee(c *sitrep.Claim) *sitrep.Entity {
	for _, part := range c.Content {
		first, last := v.tokens(part)
		for t := first; t < last; t++ {
			s := v.Tree.Child(t, "nsubj")
			if s < first || s >= last || v.is(s, "nsubj:pass") || v.Tokens[s].UPOS == "PRON" && ownWords[v.form(s)] || passive[v.lemma(t)] || !v.demanded(t, first, last) {
				continue
			}
			if e := v.Cast.At(s); e != nil && e.Kind != sitrep.ThingEntity {
				return e
			}
		}
	}
	return nil
}

// passive are verbs whose subject is not the one who is to act.
var passive = words("receive get be have remain deserve suffer happen come stay")

// ownWords are subjects that are the speaker, or nobody.
var ownWords = words("i we it")

// demanded tells whether a verb is what a demand asks for: with a word of duty, as an infinitive with its own subject, or as the bare verb of
// "demanded that they leave".
func (v *view) demanded(t, first, last int) bool {
	for _, w := range []string{"must", "should", "shall"} {
		if c := v.child(t, w); c >= 0 {
			return true
		}
	}
	h := v.Tokens[t].Head
	if h >= first && h < last {
		need := v.lemma(h)
		return v.is(t, "xcomp") && (need == "need" || need == "have")
	}
	return v.infinitive(t) || v.Tokens[t].XPOS == "VB" && v.Tree.Child(t, "aux") < 0
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
