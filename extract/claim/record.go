package claim

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"sitrep"
	"sitrep/lexicon"
)

// claims makes the claims of the record, in the order of the text: one for each sentence of what somebody says whose name or kind is told.
func (r *reader) claims() []sitrep.Claim {
	var all []sitrep.Claim
	for i := range r.found {
		f := &r.found[i]
		if !r.claimed(f) {
			continue
		}
		who := r.speakerOf(f.source)
		if who.name == "" {
			continue
		}
		for _, piece := range r.pieces(f) {
			c := r.claim(f, who, r.saidBare(piece))
			all = append(all, c)
			f.claims = append(f.claims, c.ID)
		}
	}
	slices.SortStableFunc(all, func(a, b sitrep.Claim) int { return a.Content[0].Start - b.Content[0].Start })
	return all
}

func (r *reader) claim(f *found, who speaker, piece []run) sitrep.Claim {
	c := sitrep.Claim{Source: who.name, Side: who.side, Actor: who.actor, Entity: who.entity, SourceKind: who.kind, Cue: f.token}
	c.Content = r.spans(piece...)
	c.ID = r.id(c.Content)
	c.Mode, c.Stance = r.mode(f, piece), sitrep.Assert
	if f.cue != nil {
		c.Stance = f.cue.Stance
	}
	if f.addressee >= 0 && c.Stance == sitrep.Demand {
		c.To = r.speakerOf(f.addressee).name
	}
	return c
}

// id is a short hash of the report and the place of the words.
func (r *reader) id(content []sitrep.Span) string {
	h := sha256.Sum256(fmt.Appendf(nil, "claim %s %v", r.Report.SHA256, content))
	return "c" + hex.EncodeToString(h[:5])
}

// claimed tells whether an attribution is a claim of the record.
func (r *reader) claimed(f *found) bool {
	if f.nominal || f.negated {
		return false
	}
	return f.cue == nil || f.cue.Sort != lexicon.ThinkCue
}

// saidBare leaves "that" off the start of what is said.
func (r *reader) saidBare(piece []run) []run {
	if a := &piece[0]; a.len() > 2 && r.lemma(a.first) == "that" && r.is(a.first, "mark") {
		a.first++
		*a = r.bare(*a)
	}
	return piece
}

func (r *reader) mode(f *found, piece []run) sitrep.ClaimMode {
	in, n := 0, 0
	for _, a := range piece {
		for t := a.first; t < a.last; t++ {
			if !r.punct(t) {
				n++
				if r.quote[t] >= 0 {
					in++
				}
			}
		}
	}
	switch {
	case 2*in >= n:
		return sitrep.QuoteMode
	case f.cue != nil && (f.cue.Word == "tweet" || f.cue.Word == "post"):
		return sitrep.PostMode
	}
	return sitrep.IndirectMode
}
