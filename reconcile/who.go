package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
)

// confidences from the surest down.
var confidences = []sitrep.Confidence{sitrep.Fact, sitrep.ClaimedByDoer, sitrep.AccusedByAuthorities, sitrep.Accused, sitrep.Possible}

// roles in the order of showing.
var roles = []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator}

// actorsOf are those who had a part, each once in a role, with who says so.
func actorsOf(group []*profile, o *origins) []sitrep.IncidentActor {
	at := map[string]int{}
	var out []sitrep.IncidentActor
	for _, p := range group {
		for i := range p.t.Event.Actors {
			a := &p.t.Event.Actors[i]
			k := string(a.Role) + "/" + actorKey(a)
			n, ok := at[k]
			if !ok {
				n = len(out)
				at[k] = n
				out = append(out, sitrep.IncidentActor{Role: a.Role})
			}
			o.part(&out[n], p.t, a)
		}
	}
	for i := range out {
		if out[i].Confidence == sitrep.Fact && (len(out[i].AccordingTo) > 0 || len(out[i].DeniedBy) > 0) {
			out[i].Confidence = sitrep.Accused // that some reporter takes it for granted does not make it so
		}
		out[i].AccordingTo, out[i].DeniedBy = ordered(out[i].AccordingTo), ordered(out[i].DeniedBy)
	}
	slices.SortStableFunc(out, func(a, b sitrep.IncidentActor) int {
		return cmp.Or(slices.Index(roles, a.Role)-slices.Index(roles, b.Role), len(b.Events)-len(a.Events), strings.Compare(a.Name, b.Name))
	})
	return out
}

// actorKey makes one of two namings: a person by name, else the side's forces are the side's forces.
func actorKey(a *sitrep.Actor) string {
	switch {
	case a.Kind == sitrep.PersonEntity && a.ActorID != "":
		return a.ActorID
	case a.Kind == sitrep.PersonEntity || a.Side == "":
		return nameKey(a.Name)
	case a.Kind == sitrep.ThingEntity:
		return "thing/" + nameKey(a.Name)
	}
	return "side/" + a.Side
}

// part adds what one telling says of an actor.
func (o *origins) part(in *sitrep.IncidentActor, t *sitrep.Telling, a *sitrep.Actor) {
	if len(a.Name) > len(in.Name) || len(a.Name) == len(in.Name) && a.Name < in.Name || in.Name == "" {
		in.Name, in.Kind = a.Name, a.Kind
	}
	in.Side, in.ActorID = max(in.Side, a.Side), max(in.ActorID, a.ActorID)
	if n := len(in.Events); n == 0 || in.Events[n-1] != t.Key {
		in.Events = append(in.Events, t.Key)
	}
	in.DeniedBy = append(in.DeniedBy, o.names(t, a.DeniedBy)...)
	if a.Role != sitrep.Initiator {
		return
	}
	said := o.names(t, a.AccordingTo)
	in.AccordingTo = append(in.AccordingTo, said...)
	c := a.Confidence
	if c == "" {
		c = sitrep.Fact
		if len(said) > 0 {
			c = sitrep.Accused
		}
	}
	if c == sitrep.Fact && in.Confidence != "" {
		return
	}
	if in.Confidence == "" || in.Confidence == sitrep.Fact || slices.Index(confidences, c) < slices.Index(confidences, in.Confidence) {
		in.Confidence = c
	}
}

// names are the names of the origins of claims.
func (o *origins) names(t *sitrep.Telling, claims []string) []string {
	var out []string
	for _, id := range claims {
		if c := claim(t, id); c != nil {
			out = append(out, o.all[o.at[speakerOf(c).key]].Name)
		}
	}
	return out
}

func ordered(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
