package role

import (
	"slices"
	"strings"

	"sitrep"
)

// actor is a candidate in a role.
func actor(s *sitrep.Story, c *Candidate, role sitrep.Role) sitrep.Actor {
	a := sitrep.Actor{Role: role, Entity: c.Entity, Head: c.Head, Confidence: sitrep.Fact}
	first, last := phrase(s, c.Head)
	if c.Entity >= 0 {
		e := &s.Cast.Entities[c.Entity]
		a.Name, a.Side, a.ActorID, a.Kind, a.Named, a.Description, a.Group = e.Name, e.Side, e.Actor, e.Kind, e.Named, e.Description, e.Organisation
		if m, ok := s.Cast.Mention(c.Head); ok {
			first, last = m.First, m.Last
		}
	}
	span := s.SpanOf(first, last)
	if a.Name == "" {
		a.Name = strings.Join(strings.Fields(s.In(span)), " ")
	}
	a.Mentions = []sitrep.Span{span}
	if role == sitrep.Initiator && a.Kind == sitrep.OrganisationEntity && fighters(&s.Tokens[c.Head]) {
		a.Group, a.Name, a.Kind, a.Named = a.Name, bare(s, first, last), sitrep.PeopleEntity, false
	}
	if role == sitrep.Initiator && a.Kind == sitrep.PeopleEntity && a.Group == "" {
		a.Group = serves(s, c.Head)
	}
	plain(s, &a)
	return a
}

// plain makes the name of an actor the words that say who it is, without those that say where it was or what it did ("armed men in a moving car").
// A building that is hit is a thing, though whoever works there can act.
func plain(s *sitrep.Story, a *sitrep.Actor) {
	if a.Role == sitrep.Target && a.Kind == sitrep.OrganisationEntity && buildings[s.Tokens[a.Head].Lemma] {
		a.Kind = sitrep.ThingEntity
	}
	if a.Role != sitrep.Initiator && a.Role != sitrep.Target || vague[s.Tokens[a.Head].Lemma] {
		return
	}
	if a.Kind == sitrep.PeopleEntity || a.Kind == sitrep.ThingEntity || a.Kind == sitrep.PersonEntity && !a.Named {
		a.Name = cut(a.Name)
	}
	if a.Role == sitrep.Target && a.Kind == sitrep.PersonEntity && a.Named && a.ActorID == "" {
		untitled(s, a)
	}
}

// fighters tells of a word for the people of a body: what "the rebels" do, people do, though the report says of which body they are.
func fighters(t *sitrep.Token) bool { return t.UPOS == "NOUN" && t.XPOS == "NNS" && crews[t.Lemma] }

// crews are words for people who fight for somebody, without those that only an opponent uses.
var crews = set(`rebel guerrilla insurgent militant fighter soldier troop gunman member commando agent policeman officer militiaman trooper combatant marine
	paramilitary guerilla sniper operative unit patrol squad`)

// bare is a phrase without its article.
func bare(s *sitrep.Story, first, last int) string {
	for first < last-1 && (s.Tokens[first].UPOS == "DET" || s.Tokens[first].UPOS == "PUNCT") {
		first++
	}
	return strings.Join(strings.Fields(s.In(s.SpanOf(first, last))), " ")
}

// serves is the body that a word for people has before it ("army troops", "Hamas fighters"), empty where it has none.
func serves(s *sitrep.Story, head int) string {
	if !crews[s.Tokens[head].Lemma] || s.Cast == nil {
		return ""
	}
	for _, c := range s.Tree.Children(head) {
		if c > head || !sitrep.Is(s.Tokens[c].Deprel, "compound", "nmod") {
			continue
		}
		if o := s.Cast.At(c); o != nil && o.Kind == sitrep.OrganisationEntity && !o.State {
			return o.Name
		}
		if bodies[s.Tokens[c].Lemma] {
			l, _ := s.Tree.Extent(c)
			return bare(s, l, c+1)
		}
	}
	return ""
}

// bodies are forces of a state that its people are named after.
var bodies = set(`army police navy guard brigade battalion force regiment gendarmerie military marines militia`)

// untitled parts the name of somebody who was hit from the title before it, which describes him.
func untitled(s *sitrep.Story, a *sitrep.Actor) {
	if a.Entity < 0 {
		return
	}
	for _, m := range s.Cast.Entities[a.Entity].Mentions {
		for _, n := range s.Names {
			if n.Label != sitrep.Person || n.First <= m.First || n.Last > m.Last {
				continue
			}
			if title, ok := strings.CutSuffix(a.Name, s.In(n.Span)); ok && strings.TrimSpace(title) != "" {
				a.Name = s.In(n.Span)
				if a.Description == "" {
					a.Description = strings.TrimSpace(title)
				}
				return
			}
		}
	}
}

// cut is a description up to what says where somebody was, since when, and what he did there.
func cut(name string) string {
	words := strings.Fields(name)
	i := slices.IndexFunc(words, func(w string) bool { return beside[strings.ToLower(w)] })
	if i <= 0 {
		return name
	}
	return strings.TrimRight(strings.Join(words[:i], " "), ",;")
}

// vague are words that say nothing without what stands behind them.
var vague = set("target site part side member one")

// beside are words that part a description from what is told beside it.
var beside = set("in at on near who which that with where while during after before since")

// buildings are heads of organisations that are buildings too.
var buildings = set(`embassy consulate office headquarters bank branch school university college hospital clinic church mosque temple company firm
	ministry parliament congress court courthouse station post newspaper agency factory plant refinery mill store supermarket hotel restaurant cinema
	center centre institute palace precinct town village`)

// phrase is the tokens of a noun phrase as they stand, without clauses and what comes after a comma.
func phrase(s *sitrep.Story, head int) (first, last int) {
	first, last = head, head+1
	for _, c := range s.Tree.Children(head) {
		d := s.Tokens[c].Deprel
		l, r := s.Tree.Extent(c)
		switch {
		case c < head && sitrep.Is(d, "amod", "compound", "nummod", "nmod", "det") && !(d == "det" && s.Tokens[c].Lemma == "a"):
			first = min(first, l)
		case c > head && l == last && (sitrep.Is(d, "flat", "compound") || d == "nmod" && r-l <= 4 && s.Tokens[l].Lemma == "of"):
			last = r
		}
	}
	return first, last
}
