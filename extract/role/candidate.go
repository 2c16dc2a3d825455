package role

import (
	"slices"

	"sitrep"
	"sitrep/internal/maxent"
)

// Candidate is somebody or something that may have a part in what a mention tells.
type Candidate struct {
	Entity int // index in Cast.Entities, -1 where the cast does not have it
	Head   int // the head token of its mention that is nearest to the trigger
	args   []argument
	far    int         // how many sentences away Head stands
	rule   sitrep.Role // the first that the rules give one of its arguments, empty for none
}

// most bounds the candidates of one mention, for texts that are lists of names.
const most = 60

// pool finds the candidates of the mentions of one story.
type pool struct {
	*sitrep.Story
	inSentence [][]place     // of each sentence
	count      []int         // mentions of each entity
	chief      []int         // the entities most spoken of, the first of them first
	all        [][]Candidate // of each mention
	seen       []*parts      // of each entity, nil where the rules give it no role
	brokers    []bool        // of each entity: whether it is called a mediator or an envoy somewhere
	vector     maxent.Vector // of one candidate after the other, with the odds of its roles
	odds       []float64
	before     []string // of each token: the lemma of its preposition
	outer      []int    // of each token that heads a naming within a longer one: the head of that, -1
	marks      []mark   // of each token: what the layers before say of it
}

// parts is how often the rules give an entity a role, by the kind of what is told and by the family of that.
type parts struct{ kind, family map[part]int }

type part struct {
	role sitrep.Role
	of   string
}

// survey finds the candidates of all mentions, and what the rules say of them.
func (p *pool) survey() {
	p.lookUp()
	p.all = make([][]Candidate, len(p.Mentions))
	for i := range p.Mentions {
		m := &p.Mentions[i]
		if m.Trigger < 0 || m.Trigger >= len(p.Tokens) {
			continue
		}
		p.all[i] = p.of(m)
		for k := range p.all[i] {
			c := &p.all[i][k]
			if c.rule = p.rule(m, c); c.rule != "" && c.Entity >= 0 {
				p.give(c.Entity, c.rule, m.Kind)
			}
		}
	}
}

// lookUp asks once what is asked of tokens and entities again and again.
func (p *pool) lookUp() {
	p.before = make([]string, len(p.Tokens))
	for i := range p.Tokens {
		p.before[i] = preposition(p.Story, i)
	}
	p.mark()
	p.outer = outer(p.Story)
	p.seen, p.brokers = make([]*parts, len(p.count)), make([]bool, len(p.count))
	for i := range p.count {
		p.brokers[i] = brokers(p.Story, &p.Cast.Entities[i])
	}
}

// give counts a role of an entity.
func (p *pool) give(entity int, r sitrep.Role, k sitrep.Kind) {
	if p.seen[entity] == nil {
		p.seen[entity] = &parts{map[part]int{}, map[part]int{}}
	}
	p.seen[entity].kind[part{r, string(k)}]++
	p.seen[entity].family[part{r, families[k]}]++
}

// place is where an entity is named.
type place struct{ entity, head int }

func newPool(s *sitrep.Story) *pool {
	p := &pool{Story: s, inSentence: make([][]place, len(s.Sentences))}
	if s.Cast == nil {
		return p
	}
	p.count = make([]int, len(s.Cast.Entities))
	for i := range s.Cast.Entities {
		e := &s.Cast.Entities[i]
		p.count[i] = len(e.Mentions)
		for _, m := range e.Mentions {
			if m.Head >= 0 && m.Head < len(s.Tokens) {
				n := s.Tree.Sentence(m.Head)
				p.inSentence[n] = append(p.inSentence[n], place{i, m.Head})
			}
		}
		if e.Kind == sitrep.OrganisationEntity || e.Kind == sitrep.PeopleEntity || e.Named || e.Side != "" {
			p.chief = append(p.chief, i)
		}
	}
	for _, in := range p.inSentence {
		slices.SortFunc(in, func(a, b place) int { return a.head - b.head })
	}
	slices.SortStableFunc(p.chief, func(a, b int) int { return p.count[b] - p.count[a] })
	p.chief = p.chief[:min(len(p.chief), 8)]
	return p
}

// of are the candidates of a mention: what hangs on its trigger, everybody of its sentence and of the one before, and those most spoken of.
func (p *pool) of(m *sitrep.EventMention) []Candidate {
	var all []Candidate
	for _, a := range arguments(p.Story, m.Trigger) {
		entity := p.Cast.Index(a.head)
		if entity < 0 && !nounlike(&p.Tokens[a.head]) {
			continue
		}
		if i := at(all, entity, a.head); i >= 0 {
			all[i].args = append(all[i].args, a)
			continue
		}
		all = append(all, Candidate{Entity: entity, Head: a.head, args: []argument{a}})
	}
	sentence := p.Tree.Sentence(m.Trigger)
	all = p.near(all, m.Trigger, sentence, 0)
	if sentence > 0 {
		all = p.near(all, m.Trigger, sentence-1, 1)
	}
	for _, e := range p.chief {
		if at(all, e, -1) < 0 && len(all) < most {
			head := p.nearest(e, m.Trigger)
			all = append(all, Candidate{Entity: e, Head: head, far: p.Tree.Sentence(head) - sentence})
		}
	}
	return all
}

// near adds the entities of a sentence by their mention that is nearest to the trigger.
func (p *pool) near(all []Candidate, trigger, sentence, far int) []Candidate {
	for _, w := range p.inSentence[sentence] {
		if w.head == trigger || len(all) >= most {
			continue
		}
		i := at(all, w.entity, w.head)
		if i < 0 {
			all = append(all, Candidate{Entity: w.entity, Head: w.head, far: -far})
		} else if c := &all[i]; c.args == nil && c.far == -far && distance(w.head, trigger) < distance(c.Head, trigger) {
			c.Head = w.head
		}
	}
	return all
}

// nearest is the head of the mention of an entity that stands nearest to a token.
func (p *pool) nearest(entity, to int) int {
	best := -1
	for _, m := range p.Cast.Entities[entity].Mentions {
		if m.Head >= 0 && (best < 0 || distance(m.Head, to) < distance(best, to)) {
			best = m.Head
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

func at(all []Candidate, entity, head int) int {
	for i, c := range all {
		if entity >= 0 && c.Entity == entity || entity < 0 && c.Head == head {
			return i
		}
	}
	return -1
}

func nounlike(t *sitrep.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// rule is the first role that the rules give one of its arguments.
func (p *pool) rule(m *sitrep.EventMention, c *Candidate) sitrep.Role {
	lemma := p.Tokens[m.Trigger].Lemma
	if dyingVerbs[lemma] && p.Tree.Child(m.Trigger, "obj") >= 0 {
		lemma = "" // whoever burns something does it
	}
	for _, a := range c.args {
		if a.slot == owner && violent[m.Kind] && p.calledWorst(m.Trigger) {
			continue // "the country's deadliest attack" happened there
		}
		if a.slot == owner && doneTo[lemma] && p.oblique(m.Trigger, "of") < 0 {
			return sitrep.Target // "the minister's murder"
		}
		if r := rule(m, lemma, a); r != "" {
			return r
		}
	}
	return ""
}

// calledWorst tells whether a deed is called the deadliest or the worst of somebody's: he suffered it.
func (p *pool) calledWorst(noun int) bool {
	return slices.ContainsFunc(p.Tree.All(noun, "amod"), func(c int) bool { return worst[p.Tokens[c].Reading()] })
}

var worst = set(`deadliest worst bloodiest Deadliest Worst Bloodiest`)

// oblique is the phrase with a preposition below a word, -1 where it has none.
func (p *pool) oblique(above int, with string) int { return oblique(p.Story, above, with) }

func oblique(s *sitrep.Story, above int, with string) int {
	if above < 0 {
		return -1
	}
	for _, c := range s.Tree.Children(above) {
		if sitrep.Is(s.Tokens[c].Deprel, "obl", "nmod", "xcomp", "advcl") && preposition(s, c) == with {
			return c
		}
	}
	return -1
}
