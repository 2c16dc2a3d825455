package event

import (
	"strings"

	"sitrep"
)

// murders are the words for what is done to one person rather than to a place or a crowd.
var murders = wordSet("murder assassinate assassination slay slaying kidnap kidnapping abduct abduction execute execution murdered assassinated")

// murdered are the words of the names of the people to whom a mention says that such a deed was done; nil where its word is for another deed.
func (v *view) murdered(i int) bag {
	m := &v.Mentions[i]
	if !murders[v.trigger(i)] {
		return nil
	}
	var names []int32
	for k := range m.Actors {
		if a := &m.Actors[k]; a.Role == sitrep.Target && a.Named && a.Kind == sitrep.PersonEntity {
			for _, w := range strings.Fields(strings.ToLower(a.Name)) {
				names = append(names, v.numbers.of(w))
			}
		}
	}
	return bagOf(names)
}

// otherVictim tells whether a mention tells of the murder of somebody, and a group only of those of others: each is a deed of its own, if nothing tells
// them together.
func (v *view) otherVictim(i int, g *group) bool {
	own := v.traits[i].murdered
	if len(own) == 0 {
		return false
	}
	others := false
	for _, k := range g.unlike {
		if own.common(v.traits[k].murdered) > 0 {
			return false
		}
		others = others || len(v.traits[k].murdered) > 0
		if others && v.sentence[k] == v.sentence[i] {
			return false
		}
	}
	return others
}
