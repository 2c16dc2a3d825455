package actor

import (
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// joinMentions makes one entity of the mentions that the text itself ties together.
func (sc *scene) joinMentions() {
	sc.joinTitles()
	for _, c := range sc.Chains {
		if len(c.Members) == 0 {
			sc.joinChain(c)
		}
	}
	sc.joinWords()
	sc.joinSurnames()
}

// joinSurnames joins a surname alone with the only full name of the report that ends in it.
func (sc *scene) joinSurnames() {
	full := map[string]int{}
	for k := range sc.mentions {
		if m := &sc.mentions[k]; m.name >= 0 && sc.personName(m) && sc.Names[m.name].Last-sc.Names[m.name].First > 1 {
			last := sc.low[sc.Names[m.name].Last-1]
			if other, ok := full[last]; ok && (other < 0 || sc.find(other) != sc.find(k)) {
				full[last] = -1
			} else {
				full[last] = k
			}
		}
	}
	for k := range sc.mentions {
		m := &sc.mentions[k]
		if m.name < 0 || !sc.personName(m) || sc.Names[m.name].Last-sc.Names[m.name].First != 1 {
			continue
		}
		if to, ok := full[sc.low[sc.Names[m.name].First]]; ok && to >= 0 && sc.mayBeOne(to, k) {
			sc.join(to, k)
		}
	}
}

// joinTitles joins a person's name with the title before it and the description beside it.
func (sc *scene) joinTitles() {
	for k := range sc.mentions {
		m := &sc.mentions[k]
		h := sc.token(m.head).Head
		if h < 0 || sc.at[h] < 0 {
			continue
		}
		g := &sc.mentions[sc.at[h]]
		rel := sc.token(m.head).Deprel
		if sitrep.Is(rel, "flat", "compound", "appos", "nmod:desc", "nmod:unmarked") && (sc.titled(m, g) || sc.titled(g, m)) {
			sc.join(k, sc.at[h])
		}
	}
}

// titled tells whether the first mention is a person's name and the second one words for such a person.
func (sc *scene) titled(name, words *mention) bool {
	return sc.personName(name) && words.kind == sitrep.PersonEntity && !sc.personName(words) && words.role != nil
}

func (sc *scene) personName(m *mention) bool {
	return m.name >= 0 && sc.Names[m.name].Label == sitrep.Person || m.known != nil && m.known.kind == officialName
}

// joinChain joins the mentions of a chain and puts its pronouns to them.
func (sc *scene) joinChain(c sitrep.Chain) {
	to := -1
	for _, cm := range c.Mentions {
		if cm.Kind == sitrep.PronounMention || cm.Kind == sitrep.PluralMention {
			continue
		}
		k := sc.at[cm.Head]
		if k < 0 || cm.Last-cm.First == 1 && sc.mentions[k].adjective && sc.mentions[k].known == nil {
			continue
		}
		if to < 0 {
			to = k
		} else if sc.mayBeOne(to, k) {
			sc.join(to, k)
		}
	}
	if to < 0 {
		return
	}
	for _, cm := range c.Mentions {
		if cm.Kind == sitrep.PronounMention && sc.at[cm.Head] < 0 {
			sc.addPronoun(cm.Head, to)
		}
	}
}

func (sc *scene) addPronoun(head, to int) {
	sc.at[head] = len(sc.mentions)
	sc.parent = append(sc.parent, len(sc.mentions))
	sc.mentions = append(sc.mentions, mention{head: head, first: head, last: head + 1, kind: sc.mentions[to].kind, name: -1, of: -1, pronoun: true})
	sc.join(len(sc.mentions)-1, to)
}

// mayBeOne keeps apart what the lists know to be two, and people from bodies.
func (sc *scene) mayBeOne(a, b int) bool {
	x, y := &sc.mentions[a], &sc.mentions[b]
	if x.known != nil && y.known != nil && (x.known.id != y.known.id || x.known.kind == capitalName != (y.known.kind == capitalName)) {
		return false
	}
	return (x.kind == sitrep.PersonEntity) == (y.kind == sitrep.PersonEntity) || x.kind == sitrep.PeopleEntity || y.kind == sitrep.PeopleEntity
}

// joinWords joins mentions of one known name, of one person's name, and of one description.
func (sc *scene) joinWords() {
	seen := map[string]int{}
	for k := range sc.mentions {
		key := sc.key(&sc.mentions[k])
		if key == "" {
			continue
		}
		if first, ok := seen[key]; ok {
			sc.join(first, k)
		} else {
			seen[key] = k
		}
	}
}

// key is the same for mentions that name one thing by themselves; empty for one that may be another of its kind.
func (sc *scene) key(m *mention) string {
	switch {
	case m.pronoun || m.of >= 0:
		return ""
	case m.known != nil && m.role == nil && m.body == nil:
		switch m.known.kind {
		case demonymName:
			switch {
			case m.kind == sitrep.PeopleEntity && !sc.counted(m):
				return "people " + m.known.id
			case m.kind == sitrep.OrganisationEntity:
				return "state " + m.known.id
			}
			return ""
		case countryName:
			return "state " + m.known.id
		case capitalName:
			return "capital " + m.known.id + " " + sc.low[m.head]
		}
		return "name " + m.known.id
	case m.name >= 0 && m.role == nil:
		n := sc.Names[m.name]
		return "words " + sc.words(n.First, n.Last)
	case m.kind == sitrep.PersonEntity || m.kind == sitrep.ThingEntity || sc.counted(m):
		return ""
	}
	return "words " + sc.words(m.first, m.last)
}

// counted tells whether a number or an indefinite word makes a mention one of many.
func (sc *scene) counted(m *mention) bool {
	for i := m.first; i < m.head; i++ {
		switch {
		case sc.token(i).UPOS == "NUM":
			return true
		case sc.token(i).Head == m.head && others[sc.low[i]]:
			return true
		}
	}
	return false
}

var others = map[string]bool{"a": true, "an": true, "another": true, "other": true, "some": true, "several": true, "many": true, "few": true, "more": true,
	"no": true, "any": true, "each": true, "every": true, "dozens": true, "such": true, "most": true}

// words are the words of a phrase in lower case without articles.
func (sc *scene) words(first, last int) string {
	for first < last-1 && (sc.token(first).UPOS == "DET" || sc.low[first] == "the") {
		first++
	}
	return strings.Join(sc.low[first:last], " ")
}

// joinByActor joins bodies of states that turned out to be the same one.
func (sc *scene) joinByActor() {
	seen := map[string]int{}
	for k := range sc.mentions {
		m := &sc.mentions[k]
		if m.body == nil || m.side == "" || m.kind != sitrep.OrganisationEntity || m.adjective {
			continue
		}
		key := m.side + "_" + m.body.ID
		if first, ok := seen[key]; ok {
			sc.join(first, k)
		} else {
			seen[key] = k
		}
	}
}

// allegiance says by what a mention's side is told.
func (m *mention) allegiance() lexicon.Allegiance {
	switch {
	case m.role != nil:
		return m.role.Allegiance
	case m.body != nil:
		return lexicon.OfBody
	case m.kind == sitrep.PersonEntity, m.kind == sitrep.PeopleEntity, m.kind == sitrep.ThingEntity:
		return lexicon.OfPeople
	}
	return lexicon.OfNobody
}
