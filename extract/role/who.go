package role

import (
	"slices"
	"strings"

	"sitrep"
)

// who says what the candidate is.
func (f *setting) who(c *Candidate) {
	t := &f.Tokens[c.Head]
	lemma := f.word(c.Head, c.Entity)
	near := boolean(c.far == 0) + boolean(c.args != nil)
	if c.far == 0 {
		f.v.Add("word", near, lemma)
		f.v.Add("word family", near, lemma, f.family)
	}
	f.v.Add("word class", near, t.UPOS, f.family)
	label := f.label(c.Head)
	f.v.Add("label", near, label, f.family)
	f.v.Add("label relation", f.tier, label, t.Deprel, f.before[c.Head])
	if c.Entity < 0 {
		f.v.Add("no entity", near, f.family)
		return
	}
	e := &f.Cast.Entities[c.Entity]
	f.v.Add("entity", near, string(e.Kind), boolean(e.Side != ""), boolean(e.Named), f.family)
	f.v.Add("entity kind", near, string(e.Kind), boolean(e.Side != ""), f.kind)
	f.v.Add("civilian", near, string(rune('0'+e.Civilian)), f.kind)
	f.v.Add("source", near, string(e.SourceKind), f.family)
	f.v.Add("count", near, bucket(f.count[c.Entity], 1, 2, 4, 8), f.family)
	if len(f.chief) > 0 {
		rank := indexOf(f.chief, c.Entity)
		f.v.Add("rank", near, bucket(rank, -1, 0, 1, 3), f.kind)
	}
	f.v.Add("side class", near, sideClass(e.Side), f.kind)
	f.v.Add("broker", near, boolean(f.brokers[c.Entity]), f.family)
	first := len(e.Mentions) > 0 && f.Tree.Sentence(max(0, e.Mentions[0].Head)) == 0
	f.v.Add("lead", near, boolean(first), f.family)
}

// marked says what the layers before say of the candidate.
func (f *setting) marked(c *Candidate) {
	m := &f.marks[c.Head]
	f.v.AddIf(m.harm != "", "harm", string(m.harm), f.kind)
	f.v.AddIf(m.harm != "", "harm tier", f.tier, f.family)
	if o := f.outer[c.Head]; o >= 0 {
		e := f.Cast.At(o)
		r := f.ruleOf(f.Cast.Index(o))
		f.v.Add("inner", f.tier, r, boolean(e.Side != "" && c.Entity >= 0 && e.Side == f.Cast.Entities[c.Entity].Side), string(e.Kind))
		f.v.Add("inner how", f.Tokens[c.Head].Deprel, r, f.family)
	}
	f.v.AddIf(m.says, "says", f.tier, f.family)
	f.v.AddIf(m.says, "says rule", f.tier, string(c.rule))
	f.v.AddIf(m.place != "", "place", m.place, f.tier, f.family)
	f.v.AddIf(m.place != "", "place rule", m.place, string(c.rule), f.before[c.Head])
}

// ruleOf is the role that the rules give an entity that is a candidate too.
func (f *setting) ruleOf(entity int) string {
	for i := range f.cands {
		if f.cands[i].Entity == entity {
			return string(f.cands[i].rule)
		}
	}
	return "-"
}

// word is the lemma of a token, or for a name a word for what it names: what one Ruritania does, another does.
func (p *pool) word(i, entity int) string {
	t := &p.Tokens[i]
	if t.UPOS != "PROPN" {
		return strings.ToLower(t.Lemma)
	}
	if entity < 0 {
		return "NAME"
	}
	e := &p.Cast.Entities[entity]
	return string(e.Kind) + " NAME " + sideClass(e.Side)
}

// elsewhere says in which roles the rules see the candidate in other mentions.
func (f *setting) elsewhere(c *Candidate) {
	if c.Entity < 0 {
		return
	}
	for _, r := range roles {
		kind, family := f.seen[c.Entity].count(r, f.kind, f.family)
		if r == c.rule {
			kind-- // the mention itself
		}
		f.v.AddIf(kind > 0, "elsewhere kind", string(r), f.tier, f.kind)
		f.v.AddIf(kind > 0, "elsewhere same kind", string(r), f.tier, bucket(kind, 1, 2))
		f.v.AddIf(family > 0, "elsewhere family", string(r), f.tier, f.family)
		f.v.AddIf(kind == 0 && family == 0, "elsewhere not", string(r), f.tier, f.family)
	}
}

// count is how often a role was given in what is of a kind, and in what is of others of its family.
func (p *parts) count(r sitrep.Role, kind, family string) (ofKind, ofOthers int) {
	if p == nil {
		return 0, 0
	}
	ofKind = p.kind[part{r, kind}]
	return ofKind, p.family[part{r, family}] - ofKind
}

// whatIs is a coarse word for what a candidate is.
func (f *setting) whatIs(c *Candidate) string {
	if c.Entity < 0 {
		return "word"
	}
	e := &f.Cast.Entities[c.Entity]
	what := string(e.Kind)
	if e.Side != "" {
		what += " side"
	}
	if e.Civilian == sitrep.True {
		what += " civilian"
	}
	return what
}

// sideClass tells states from armed groups and organisations of states, some of which mostly mediate.
func sideClass(side string) string {
	switch side {
	case "", "UN":
		return side
	case "EU", "AU", "NATO", "OSCE", "ECOWAS", "ARAB_LEAGUE", "OIC", "IGAD", "SADC", "ASEAN", "GCC":
		return "igo"
	}
	if len(side) == 3 {
		return "state"
	}
	return "group"
}

// brokers tells whether an entity is called a mediator or an envoy somewhere.
func brokers(s *sitrep.Story, e *sitrep.Entity) bool {
	for _, m := range e.Mentions[:min(len(e.Mentions), 6)] {
		for i := max(0, m.First); i < min(m.Last, len(s.Tokens)); i++ {
			if brokerNouns[s.Tokens[i].Lemma] {
				return true
			}
		}
	}
	return false
}

// label is the label of the name that holds a token, "-" for none.
func (f *setting) label(i int) string {
	n, ok := slices.BinarySearchFunc(f.Names, i, func(n sitrep.Name, i int) int {
		switch {
		case n.Last <= i:
			return -1
		case n.First > i:
			return 1
		}
		return 0
	})
	if ok {
		return string(f.Names[n].Label)
	}
	return "-"
}
