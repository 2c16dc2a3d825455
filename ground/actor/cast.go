package actor

import (
	"fmt"

	"sitrep"
	"sitrep/lexicon"
)

// cast makes the entities, in the order of their first mentions.
func (sc *scene) cast() *sitrep.Cast {
	sc.addRelatives()
	of := map[int]int{}
	var list []sitrep.Entity
	var members [][]int
	for k := range sc.mentions {
		r := sc.find(k)
		e, ok := of[r]
		if !ok {
			e = len(list)
			of[r] = e
			list = append(list, sitrep.Entity{ID: fmt.Sprint("a", e+1)})
			members = append(members, nil)
		}
		members[e] = append(members[e], k)
	}
	for e := range list {
		sc.fill(&list[e], members[e])
	}
	sc.addMembers(list, of)
	return sitrep.NewCast(list)
}

// fill puts together what the mentions of an entity say of it.
func (sc *scene) fill(e *sitrep.Entity, mentions []int) {
	best := mentions[0]
	for _, k := range mentions {
		m := &sc.mentions[k]
		e.Mentions = append(e.Mentions, sitrep.EntityMention{Span: sc.SpanOf(m.first, m.last), First: m.first, Last: m.last, Head: m.head, Pronoun: m.pronoun})
		if sc.rank(m) > sc.rank(&sc.mentions[best]) {
			best = k
		}
		if m.known != nil && e.Actor == "" && m.role == nil && m.body == nil {
			e.Actor = m.known.id
			e.State = m.known.kind == countryName || m.known.kind == capitalName
			e.SourceKind = m.known.source
		}
		e.Named = e.Named || m.known != nil || m.name >= 0
	}
	m := &sc.mentions[best]
	e.Kind = m.kind
	first, last := sc.nameOf(m)
	e.Name = sc.In(sc.SpanOf(first, last))
	sc.fillSide(e, mentions)
	sc.fillRole(e, mentions)
	if e.Kind == sitrep.PersonEntity {
		sc.fillPerson(e, mentions)
	}
	if e.SourceKind == "" {
		e.SourceKind = sitrep.UnnamedSource
	}
}

// fillSide takes the side that a mention tells itself before one that its surroundings tell.
func (sc *scene) fillSide(e *sitrep.Entity, mentions []int) {
	sure := false
	for _, k := range mentions {
		if m := &sc.mentions[k]; m.side != "" && (e.Side == "" || m.sure && !sure) {
			e.Side, sure = m.side, m.sure
		}
	}
}

// fillRole takes what an entity is as a source, and whether it is civilian, from its role words.
func (sc *scene) fillRole(e *sitrep.Entity, mentions []int) {
	for _, k := range mentions {
		m := &sc.mentions[k]
		if m.body != nil && e.Side != "" && e.Actor == "" && m.kind == sitrep.OrganisationEntity {
			e.Actor = sc.actorOf(e.Side, m.body)
		}
		if m.role == nil {
			continue
		}
		if e.SourceKind == "" {
			e.SourceKind = sourceOf(m)
		}
		if e.Civilian == sitrep.NotKnown {
			e.Civilian = truth(m.role.Civilian)
		}
	}
}

func truth(civilian string) sitrep.Truth {
	switch civilian {
	case "yes":
		return sitrep.True
	case "no":
		return sitrep.False
	}
	return sitrep.NotKnown
}

// actorOf is the id of a state's body: its own where the lists have it by a proper name.
func (sc *scene) actorOf(side string, b *lexicon.Body) string {
	id := side + "_" + b.ID
	if k := sc.index.bodyNames[id]; k != nil {
		return k.id
	}
	return id
}

// addMembers says of a plural which entities it joins.
func (sc *scene) addMembers(list []sitrep.Entity, of map[int]int) {
	entity := func(c sitrep.Chain) int {
		for _, m := range c.Mentions {
			if k := sc.at[m.Head]; k >= 0 {
				return of[sc.find(k)]
			}
		}
		return -1
	}
	for _, c := range sc.Chains {
		whole := entity(c)
		if len(c.Members) == 0 || whole < 0 {
			continue
		}
		for _, i := range c.Members {
			if e := entity(sc.Chains[i]); e >= 0 && e != whole {
				list[whole].Members = append(list[whole].Members, e)
			}
		}
	}
}

// addRelatives puts relative pronouns to the mentions that they stand for.
func (sc *scene) addRelatives() {
	for i := range sc.Doc.Tokens {
		t := sc.token(i)
		if sc.at[i] >= 0 || (t.UPOS != "PRON" && t.UPOS != "DET") || (sc.low[i] != "who" && sc.low[i] != "which" && sc.low[i] != "that" && sc.low[i] != "whom" && sc.low[i] != "whose") {
			continue
		}
		v := t.Head
		for steps := 0; v >= 0 && steps < 4 && !sitrep.Is(sc.token(v).Deprel, "acl"); steps++ {
			v = sc.token(v).Head
		}
		if v < 0 || sc.token(v).Deprel != "acl:relcl" {
			continue
		}
		if h := sc.token(v).Head; h >= 0 && h < i && sc.at[h] >= 0 {
			sc.addPronoun(i, sc.at[h])
		}
	}
}
