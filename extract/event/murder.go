package event

import (
	"slices"
	"strings"

	"sitrep"
)

// murders are the words for what is done to one person rather than to a place or a crowd.
var murders = wordSet("murder assassinate assassination slay slaying kidnap kidnapping abduct abduction execute execution murdered assassinated")

// murdered are the people by name to whom a mention says that such a deed was done; nil where its word is for another deed.
func (v *view) murdered(i int) []string {
	m := &v.Mentions[i]
	if !murders[v.trigger(i)] {
		return nil
	}
	var names []string
	for k := range m.Actors {
		if a := &m.Actors[k]; a.Role == sitrep.Target && a.Named && a.Kind == sitrep.PersonEntity {
			names = append(names, strings.ToLower(a.Name))
		}
	}
	return names
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
		for _, name := range v.traits[k].murdered {
			if slices.ContainsFunc(own, func(o string) bool { return sharesName(o, name) }) {
				return false
			}
			others = true
		}
		if others && v.sentence[k] == v.sentence[i] {
			return false
		}
	}
	return others
}

// sharesName tells whether two names have a word in common.
func sharesName(a, b string) bool {
	words := strings.Fields(a)
	return slices.ContainsFunc(strings.Fields(b), func(w string) bool { return slices.Contains(words, w) })
}
