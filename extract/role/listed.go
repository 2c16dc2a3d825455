package role

import (
	"slices"

	"sitrep"
)

// victims are the words for those to whom a deed was done, whoever they are.
var victims = set(`victim dead injured wounded casualty fatality body corpse deceased kidnapped missing disappeared hostage`)

// tellNames adds to those to whom a deed was done the people by whose names the report calls them: "the victims were identified as A and B", "the five
// students who disappeared are A and B", "two deputies: A and B", "twelve miners, including A".
func (t *table) tellNames() {
	if t.Cast == nil {
		return
	}
	for i := range t.Tokens {
		if x := &t.Tokens[i]; x.Lemma == "identify" || x.Lemma == "name" {
			t.identified(i)
		} else if of := t.Tree.Child(i, "nsubj"); of >= 0 && t.Tree.Child(i, "cop") >= 0 && t.person(i) {
			t.call(of, i)
			if among := t.oblique(i, "among"); among >= 0 {
				t.call(among, i)
			}
		}
	}
	for i := range t.Events {
		if !personal(t.Events[i].Kind) {
			continue
		}
		for _, a := range t.Events[i].Actors {
			if a.Role != sitrep.Target || a.Named || a.Kind != sitrep.PeopleEntity && a.Kind != sitrep.PersonEntity {
				continue
			}
			for _, h := range t.heads(&a) {
				for _, c := range t.Tree.All(h, "appos") {
					t.addNames(i, c, h)
				}
				for _, above := range []int{h, t.Tokens[h].Head} {
					if c := t.oblique(above, "include"); c >= 0 {
						t.addNames(i, c, h)
					}
				}
			}
		}
	}
}

// identified reads "the victims were identified as A and B" and "police identified the victims as A and B".
func (t *table) identified(verb int) {
	of := t.Tree.Child(verb, "nsubj:pass")
	if of < 0 {
		of = t.Tree.Child(verb, "obj")
	}
	if as := t.oblique(verb, "as"); of >= 0 && as >= 0 {
		t.call(of, as)
	}
}

// call adds names to the deed whose victims a noun stands for.
func (t *table) call(noun, names int) {
	if e := t.suffered(noun); e >= 0 {
		t.addNames(e, names, noun)
	}
}

// suffered is the event of which a noun names those to whom it was done: the one that has them, or, for a word that says no more than that they are
// victims, the last one told; -1 for none.
func (t *table) suffered(noun int) int {
	entity, sentence := t.Cast.Index(noun), t.Tree.Sentence(noun)
	best, last := -1, -1
	for i := range t.Events {
		if !personal(t.Events[i].Kind) {
			continue
		}
		told := -1
		for _, m := range t.Events[i].MentionsOf {
			if s := t.Tree.Sentence(t.Mentions[m].Trigger); s <= sentence && s > sentence-victimsNear {
				told = max(told, t.Mentions[m].Trigger)
			}
		}
		if told < 0 {
			continue
		}
		has := slices.ContainsFunc(t.Events[i].Actors, func(a sitrep.Actor) bool {
			return a.Role == sitrep.Target && (a.Head == noun || entity >= 0 && a.Entity == entity)
		})
		if (has || victims[t.Tokens[noun].Lemma]) && told > last {
			best, last = i, told
		}
	}
	return best
}

// victimsNear is within how many sentences of a deed its victims are named.
const victimsNear = 4

// personal tells whether a kind of event is a deed that is done to people.
func personal(k sitrep.Kind) bool { return violent[k] || k == sitrep.Abduction }

// person tells whether a token heads the name of a person.
func (t *table) person(head int) bool {
	e := t.Cast.At(head)
	return e != nil && e.Kind == sitrep.PersonEntity && e.Named
}

// heads are the tokens that name an actor: the head that gave its name, and those of all its mentions.
func (t *table) heads(a *sitrep.Actor) []int {
	all := []int{a.Head}
	if a.Entity >= 0 {
		for _, m := range t.Cast.Entities[a.Entity].Mentions {
			all = append(all, m.Head)
		}
	}
	return slices.DeleteFunc(all, func(h int) bool { return h < 0 })
}

// addNames adds the people of a list, whom an event was done to.
func (t *table) addNames(event, first, of int) {
	for _, h := range append([]int{first}, t.Tree.All(first, "conj")...) {
		if !t.person(h) {
			continue
		}
		entity := t.Cast.Index(h)
		e := &t.Events[event]
		if slices.ContainsFunc(e.Actors, func(a sitrep.Actor) bool { return a.Entity == entity }) || len(e.Actors) >= most {
			continue
		}
		a := actor(t.Story, &Candidate{Entity: entity, Head: h}, sitrep.Target)
		a.Why = []sitrep.Reason{{Field: "role", Rule: "one of those named as victims", Words: t.Tokens[of].Span}}
		e.Actors = append(e.Actors, a)
	}
}
