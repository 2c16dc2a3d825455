package extract

import (
	"slices"

	"sitrep"
)

// blame says for every initiator who makes it one: the reporter, or the claims that every telling of its deed stands in.
func blame(s *sitrep.Story) {
	for k := range s.Events {
		e := &s.Events[k]
		e.Actors = slices.DeleteFunc(e.Actors, func(a sitrep.Actor) bool { return a.Role == sitrep.Initiator && onlyDenied(s, e, &a) })
		for i := range e.Actors {
			if a := &e.Actors[i]; a.Role == sitrep.Initiator {
				a.AccordingTo = accusers(s, e, a)
				a.DeniedBy = deniers(s, e, a)
				if a.Confidence == "" || len(a.AccordingTo) > 0 {
					a.Confidence = confidence(s, a)
				} else if a.Confidence == sitrep.Accused {
					a.Confidence = sitrep.Possible // nobody is found who accuses
				}
			}
		}
		e.Tolls = slices.DeleteFunc(e.Tolls, func(t sitrep.Toll) bool {
			c := claimOf(s, t.Claim)
			return c != nil && c.Unsaid
		})
		e.AccordingTo = tellers(s, e)
		e.Actors = slices.DeleteFunc(e.Actors, func(a sitrep.Actor) bool { return onlySpeaks(s, e, &a) })
		if disputed(s, e) {
			e.Status = sitrep.Disputed
		}
	}
}

// onlySpeaks tells whether a body that passes for one that was hit is but the source of a claim that tells the event: "the ministry said that …".
func onlySpeaks(s *sitrep.Story, e *sitrep.Event, a *sitrep.Actor) bool {
	return a.Role == sitrep.Target && a.Kind == sitrep.OrganisationEntity && a.Entity >= 0 && slices.ContainsFunc(e.AccordingTo, func(id string) bool {
		return claimOf(s, id).Entity == a.Entity
	})
}

// accusers are the claims that make an actor the initiator; none where one telling is the reporter's own. Of one that only the event as a whole
// has, every telling counts.
func accusers(s *sitrep.Story, e *sitrep.Event, a *sitrep.Actor) []string {
	if ids, named := holders(s, naming(s, e, a)); named {
		return affirming(s, ids)
	}
	return tellers(s, e)
}

// naming are the mentions of an event that name an actor as the initiator.
func naming(s *sitrep.Story, e *sitrep.Event, a *sitrep.Actor) []int {
	var out []int
	for _, i := range e.MentionsOf {
		if slices.ContainsFunc(s.Mentions[i].Actors, func(b sitrep.Actor) bool {
			return b.Role == sitrep.Initiator && b.Entity == a.Entity && (a.Entity >= 0 || b.Name == a.Name)
		}) {
			out = append(out, i)
		}
	}
	return out
}

// tellers are the claims that alone tell of an event; none where the reporter tells of it too.
func tellers(s *sitrep.Story, e *sitrep.Event) []string {
	ids, _ := holders(s, e.MentionsOf)
	return affirming(s, ids)
}

// holders are the claims that mentions stand in, none where one of them is the reporter's own, and whether there are mentions at all.
func holders(s *sitrep.Story, mentions []int) (ids []string, any bool) {
	for _, i := range mentions {
		id := holder(s.Claims, s.Mentions[i].TriggerSpan)
		if id == "" {
			return nil, true
		}
		ids = addID(ids, id)
	}
	return ids, len(mentions) > 0
}

// affirming are those of some claims that do not deny what they tell, or all where all do: what is only denied is not told by the reporter either.
func affirming(s *sitrep.Story, ids []string) []string {
	if kept := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return denies(s, id) }); len(kept) > 0 {
		return kept
	}
	return ids
}

// onlyDenied tells whether nobody says that an actor is the initiator, but somebody that it is not.
func onlyDenied(s *sitrep.Story, e *sitrep.Event, a *sitrep.Actor) bool {
	ids, _ := holders(s, naming(s, e, a))
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return !denies(s, id) })
}

// denies tells whether a claim denies what it tells, or tells that its source does not say it.
func denies(s *sitrep.Story, claim string) bool {
	c := claimOf(s, claim)
	return c.Stance == sitrep.Deny || c.Unsaid
}

func addID(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// deniers are the claims in which the actor's side denies the event.
func deniers(s *sitrep.Story, e *sitrep.Event, a *sitrep.Actor) []string {
	var ids []string
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Stance == sitrep.Deny && slices.Contains(c.About, e.ID) && speaksFor(c, a) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// speaksFor tells whether the source of a claim is the actor, or of its side.
func speaksFor(c *sitrep.Claim, a *sitrep.Actor) bool {
	return c.Entity >= 0 && c.Entity == a.Entity || c.Side != "" && c.Side == a.Side
}

// confidence grades an initiator by who names it.
func confidence(s *sitrep.Story, a *sitrep.Actor) sitrep.Confidence {
	grade := sitrep.Fact
	for _, id := range a.AccordingTo {
		c := claimOf(s, id)
		switch {
		case speaksFor(c, a) && c.Stance == sitrep.Assert:
			return sitrep.ClaimedByDoer
		case authority(c.SourceKind):
			grade = sitrep.AccusedByAuthorities
		case grade == sitrep.Fact:
			grade = sitrep.Accused
		}
	}
	return grade
}

func authority(k sitrep.SourceKind) bool {
	switch k {
	case sitrep.GovernmentSource, sitrep.LocalOfficial, sitrep.AnonymousOfficial, sitrep.Belligerent:
		return true
	}
	return false
}

func claimOf(s *sitrep.Story, id string) *sitrep.Claim {
	for i := range s.Claims {
		if s.Claims[i].ID == id {
			return &s.Claims[i]
		}
	}
	return nil
}

// disputed tells whether what only claims tell of is denied by one of another side, or blamed on each other by two.
func disputed(s *sitrep.Story, e *sitrep.Event) bool {
	if e.Status == sitrep.Planned {
		return false
	}
	if len(e.AccordingTo) > 0 && deniedByOther(s, e) {
		return true
	}
	return blamedOnEachOther(s, e)
}

func deniedByOther(s *sitrep.Story, e *sitrep.Event) bool {
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Stance != sitrep.Deny || !overlaps(c, e) {
			continue
		}
		for _, id := range e.AccordingTo {
			if t := claimOf(s, id); t != c && t.Source != c.Source && t.Stance != sitrep.Deny {
				return true
			}
		}
	}
	return false
}

// blamedOnEachOther tells whether two accusing sources of an event belong to different sides that are both accused.
func blamedOnEachOther(s *sitrep.Story, e *sitrep.Event) bool {
	for i := range e.Actors {
		for k := range e.Actors {
			a, b := &e.Actors[i], &e.Actors[k]
			if a.Role == sitrep.Initiator && b.Role == sitrep.Initiator && a.Side != b.Side && accuses(s, a, b) && accuses(s, b, a) {
				return true
			}
		}
	}
	return false
}

// accuses tells whether the side of a names b as the initiator.
func accuses(s *sitrep.Story, a, b *sitrep.Actor) bool {
	return slices.ContainsFunc(b.AccordingTo, func(id string) bool { return speaksFor(claimOf(s, id), a) })
}
