package claim

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"sitrep"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
)

// keepAt is the probability from which words count as a claim: where the F1 of cross-validation is best.
const keepAt = 0.42

// claims makes the claims of the record, in the order of the text: one for each sentence of what somebody says whose name or kind is told.
func (r *reader) claims() []sitrep.Claim {
	r.speakers()
	var all []sitrep.Claim
	for _, c := range r.candidates() {
		p := r.keep.Of(yes, &c.Keep)
		if p < keepAt {
			continue
		}
		f := &r.found[c.found]
		who, via := r.voice(c.found)
		if who.name == "" {
			continue
		}
		k := r.claim(f, who, &c)
		k.Via = via
		k.Stance, k.Why = r.stance(f, &c, r.Step.stance)
		k.Why = append(k.Why, sitrep.Reason{Field: "claim", Rule: f.rule, Words: r.cueSpan(f), Score: p})
		all = append(all, k)
	}
	all = unlike(all)
	r.link(all)
	slices.SortStableFunc(all, func(a, b sitrep.Claim) int { return a.Content[0].Start - b.Content[0].Start })
	r.thread(all)
	r.answer(all)
	return all
}

// link notes on each attribution the claims that were made of it.
func (r *reader) link(all []sitrep.Claim) {
	for i := range all {
		for k := range r.found {
			f := &r.found[k]
			if f.token == all[i].Cue && r.holds(f, all[i].Content[0]) {
				f.claims = append(f.claims, all[i].ID)
				break
			}
		}
	}
}

func (r *reader) holds(f *found, s sitrep.Span) bool {
	for _, a := range f.content {
		if r.SpanOf(a.first, a.last).Contains(s) {
			return true
		}
	}
	return false
}

// unlike leaves out a claim whose words are nearly those of another that is surer.
func unlike(all []sitrep.Claim) []sitrep.Claim {
	score := func(c *sitrep.Claim) float64 { return c.Why[len(c.Why)-1].Score }
	var out []sitrep.Claim
	for i := range all {
		twice := false
		for k := max(0, i-20); k < min(len(all), i+20) && !twice; k++ {
			twice = k != i && alike(all[i].Content, all[k].Content) && (score(&all[k]) > score(&all[i]) || score(&all[k]) == score(&all[i]) && k < i)
		}
		if !twice {
			out = append(out, all[i])
		}
	}
	return out
}

// alike tells whether two contents share more than four fifths of their words.
func alike(a, b []sitrep.Span) bool {
	both, sum := 0, 0
	for _, x := range a {
		sum += x.Len()
		for _, y := range b {
			both += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		sum += y.Len()
	}
	return 10*both > 4*sum
}

// yes is the class of what is a claim.
const yes = "yes"

// leastStance is how likely words must be no more than told to count so against a cue that does more than tell.
const leastStance = 0.5

func (r *reader) stance(f *found, c *Candidate, model *maxent.Model) (sitrep.Stance, []sitrep.Reason) {
	if f.cue != nil && f.cue.Stance == sitrep.Deny && !f.negated {
		return sitrep.Deny, []sitrep.Reason{{Field: "stance", Rule: "cue", Words: r.cueSpan(f), Score: 1}}
	}
	best, p := model.Best(&c.Stance)
	if sitrep.Stance(best) == sitrep.Assert && (p < leastStance || r.asksFor(f)) && r.means(f, c.piece[0]) {
		best = string(f.cue.Stance)
	}
	if sitrep.Stance(best) == sitrep.Assert && r.asks(c.piece[0]) {
		return sitrep.Demand, []sitrep.Reason{{Field: "stance", Rule: "what is called necessary is asked for", Words: r.SpanOf(c.piece[0].first, c.piece[0].last), Score: 1}}
	}
	return sitrep.Stance(best), []sitrep.Reason{{Field: "stance", Rule: "cue and words", Words: r.cueSpan(f), Score: p}}
}

// asksFor tells whether a cue demands by its preposition: who insists on something does not tell it.
func (r *reader) asksFor(f *found) bool {
	p, _ := f.frame.Preposition()
	return p != "" && f.cue != nil && f.cue.Stance == sitrep.Demand
}

// means tells whether a cue itself says what saying the words does. Who asks or questions whether something is so neither demands nor denies it.
func (r *reader) means(f *found, a run) bool {
	if f.cue == nil || f.negated || f.speaker >= 0 || f.cue.Sort == lexicon.ThinkCue || f.cue.Stance == sitrep.Agree {
		return false
	}
	switch r.lemma(a.first) {
	case "whether", "if", "what", "how", "why":
		return false
	}
	return true
}

func (r *reader) cueSpan(f *found) sitrep.Span { return r.SpanOf(f.cueRun.first, f.cueRun.last) }

func (r *reader) claim(f *found, who speaker, from *Candidate) sitrep.Claim {
	c := sitrep.Claim{Source: who.name, Side: who.side, Actor: who.actor, Entity: who.entity, SourceKind: who.kind, Unsaid: f.unsaid, Cue: f.token}
	c.Content, c.ID, c.Mode = from.Content, r.id(from.Content), r.mode(f, from.piece)
	if f.addressee >= 0 && f.cue != nil && f.cue.Stance == sitrep.Demand {
		c.To = r.speakerOf(f.addressee).name
	}
	return c
}

// id is a short hash of the report and the place of the words.
func (r *reader) id(content []sitrep.Span) string {
	h := sha256.Sum256(fmt.Appendf(nil, "claim %s %v", r.Report.SHA256, content))
	return "c" + hex.EncodeToString(h[:5])
}

// saidBare leaves "that" off the start of what is said.
func (r *reader) saidBare(piece []run) []run {
	if a := &piece[0]; a.len() > 2 && r.lemma(a.first) == "that" && r.is(a.first, "mark") {
		a.first++
		*a = r.bare(*a)
	}
	return piece
}
