package reconcile

import (
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// spoken is a claim as the comparison of demands and answers reads it.
type spoken struct {
	row    *casebook.ClaimRow
	by     speaker
	name   string   // of the speaker, as nameKey
	words  []string // of the speaker's name
	to     string   // whom a demand is made of, as nameKey
	matter matter
	asks   bool // it speaks of a demand, a call, an offer
	pub    int
}

func (v voices) spokenOf(r *casebook.ClaimRow) *spoken {
	by := v.of(&r.Claim)
	s := &spoken{row: r, by: by.speaker, name: by.name, words: by.words, to: nameKey(r.Claim.To), pub: dayNumber(sitrep.CivilDateOf(r.Report.Published))}
	if r.Report.Published.IsZero() {
		s.pub = 0
	}
	named := append(slices.Clone(s.words), stems(r.Claim.To)...)
	for _, w := range stems(r.Quote) {
		s.asks = s.asks || askWords[w]
		if !askWords[w] && !slices.Contains(named, w) {
			s.matter.add(w)
		}
	}
	return s
}

// voice is who makes a claim, as the comparison reads him, and voices those of many claims: few people make most of them.
type voice struct {
	speaker
	name  string
	words []string
}

type voices map[voiceKey]*voice

type voiceKey struct {
	source, side, actor string
	kind                sitrep.SourceKind
}

func (v voices) of(c *sitrep.Claim) *voice {
	key := voiceKey{c.Source, c.Side, c.Actor, c.SourceKind}
	by := v[key]
	if by == nil {
		by = &voice{speakerOf(c), nameKey(c.Source), stems(c.Source)}
		v[key] = by
	}
	return by
}

// askWords are words for a demand or an offer: they say nothing of what is asked for.
var askWords = wordSet("call demand proposal offer appeal request plea ultimatum invitation suggestion condition urge insist must should need want")
