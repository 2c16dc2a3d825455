package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"sitrep"
	"sitrep/extract/peace"
)

// linker is the last step: it gives events, claims and tolls their ids and ties them to each other.
type linker struct{}

// Name is "link".
func (linker) Name() string { return "link" }

// Read ties what the other steps found.
func (linker) Read(s *sitrep.Story) error {
	ownSide(s)
	ids := newIDs(s.Report.SHA256)
	nameClaims(s, ids)
	for i := range s.Events {
		e := &s.Events[i]
		e.ID = ids.of("e", e.Trigger)
		for k := range e.Tolls {
			e.Tolls[k].ID = ids.of("t", e.Tolls[k].Words)
		}
	}
	for _, a := range peace.Answers(s) {
		s.Claims[a.Claim].Answers = s.Claims[a.To].ID
	}
	for _, b := range peace.Breaches(s) {
		s.Events[b.Event].Violates = s.Events[b.Truce].ID
	}
	tie(s)
	blame(s)
	return nil
}

// nameClaims gives the claims their ids, also where other claims and attributions point to them by those that they had while the report was read.
func nameClaims(s *sitrep.Story, ids *ids) {
	named := map[string]string{}
	for i := range s.Claims {
		c := &s.Claims[i]
		id := ids.of("c", c.Content...)
		named[c.ID], c.ID = id, id
	}
	for i := range s.Claims {
		s.Claims[i].Answers = named[s.Claims[i].Answers]
	}
	for i := range s.Attributions {
		a := &s.Attributions[i]
		for k, id := range a.Claims {
			a.Claims[k] = named[id]
		}
	}
}

// tie says which claims speak of which events, and which claim each toll and each initiator rests on.
func tie(s *sitrep.Story) {
	model := aboutModel()
	for _, a := range Abouts(s) {
		if model.Of("about", &a.Vector) > leastAbout {
			c, e := &s.Claims[a.Claim], &s.Events[a.Event]
			c.About = append(c.About, e.ID)
			e.Claims = append(e.Claims, c.ID)
		}
	}
	for k := range s.Events {
		e := &s.Events[k]
		for i := range e.Tolls {
			e.Tolls[i].Claim = teller(s, &e.Tolls[i])
		}
		relate(s, e)
	}
}

// overlaps tells whether a mention of the event stands in the claim, at least in part.
func overlaps(c *sitrep.Claim, e *sitrep.Event) bool {
	for _, m := range e.Mentions {
		for _, part := range c.Content {
			if m.Start < part.End && part.Start < m.End {
				return true
			}
		}
	}
	return false
}

// headline is how many sentences at most a headline in the text is followed by until what it tells is told in full.
const headline = 2

// teller is the id of the claim that a figure stands in. What a headline in the text tells first is his who is given for it in the sentences after.
func teller(s *sitrep.Story, t *sitrep.Toll) string {
	id := holder(s.Claims, t.Words)
	if id != "" || t.HarmToken < 0 || t.HarmToken >= len(s.Tokens) || s.Tree.Sentence(t.HarmToken) > 0 {
		return id
	}
	end := s.Sentences[min(headline, len(s.Sentences)-1)].Last
	for _, m := range t.Mentions {
		if m.Start < s.Tokens[end-1].End && id == "" {
			id = holder(s.Claims, m)
		}
	}
	return id
}

// holder is the id of the innermost claim that holds a span, empty where the reporter says it.
func holder(claims []sitrep.Claim, span sitrep.Span) string {
	id, least := "", 0
	for i := range claims {
		for _, part := range claims[i].Content {
			if part.Contains(span) && (id == "" || part.Len() < least) {
				id, least = claims[i].ID, part.Len()
			}
		}
	}
	return id
}

// ids makes the ids of one report, no two alike.
type ids struct {
	report string
	given  map[string]bool
}

func newIDs(report string) *ids { return &ids{report, map[string]bool{}} }

// of is a short hash of the report and the spans; the letter says of what. Things of the same spans are told apart by a number that the hash takes in.
func (g *ids) of(letter string, spans ...sitrep.Span) string {
	for n := 0; ; n++ {
		h := sha256.New()
		fmt.Fprint(h, g.report, letter, n)
		for _, s := range spans {
			fmt.Fprint(h, " ", s.Start, "-", s.End)
		}
		id := letter + hex.EncodeToString(h.Sum(nil))[:10]
		if !g.given[id] {
			g.given[id] = true
			return id
		}
	}
}
