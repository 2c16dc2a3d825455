package event

import (
	"slices"
	"strings"

	"sitrep"
)

// leastRepeated is from which number on two speakers of one side hardly tell two happenings of one day by the same figure.
const leastRepeated = 3

// repeated tells whether of two groups speakers of one side tell the same figure, small as it is, of one time: a ministry that counts three dead and a
// minister who mourns three soldiers speak of the same.
func (v *view) repeated(to, s *standing) bool {
	a, b := &to.event, &s.event
	if !SameFamily(a.Kind, b.Kind) || a.When.IsZero() || b.When.IsZero() || apart(&a.When, &b.When) {
		return false
	}
	for i := range a.Tolls {
		for j := range b.Tolls {
			if t, o := &a.Tolls[i], &b.Tolls[j]; t.Count >= leastRepeated && t.Count < tellingFigure && t.Qualifier != sitrep.Vague && t.Same(o) {
				return v.twoOfOneSide(v.speaks(t.Words), v.speaks(o.Words)) && !v.furtherCount(t) && !v.furtherCount(o)
			}
		}
	}
	return false
}

// twoOfOneSide tells whether two claims are told by two speakers of one side. One speaker who tells a figure twice, as the police do of their day,
// may well count two happenings.
func (v *view) twoOfOneSide(a, b *sitrep.Claim) bool {
	return a != nil && b != nil && a.Side != "" && a.Side == b.Side && a.Source != b.Source
}

// furtherCount tells whether a figure is told as one beside those before: "five more civilians".
func (v *view) furtherCount(t *sitrep.Toll) bool {
	words := strings.Fields(strings.ToLower(v.In(t.Words) + " " + t.Who))
	return slices.ContainsFunc(words, func(w string) bool {
		return w == "more" || w == "other" || w == "others" || w == "another" || w == "further" || w == "additional"
	})
}

// speaks is the claim that tells a stretch of the text, nil for the reporter's own words.
func (v *view) speaks(words sitrep.Span) *sitrep.Claim {
	for i := range v.Claims {
		for _, part := range v.Claims[i].Content {
			if part.Contains(words) {
				return &v.Claims[i]
			}
		}
	}
	return nil
}
