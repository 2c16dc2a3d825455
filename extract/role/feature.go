package role

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/internal/maxent"
)

// families group the kinds whose roles are given alike.
var families = map[sitrep.Kind]string{
	sitrep.Battle: "fight", sitrep.War: "fight",
	sitrep.Shelling: "strike", sitrep.Airstrike: "strike", sitrep.Bombing: "strike", sitrep.Attack: "strike",
	sitrep.Abduction: "seize", sitrep.Arrest: "seize", sitrep.Release: "seize", sitrep.Trial: "seize",
	sitrep.Territory: "ground", sitrep.Deployment: "move", sitrep.Withdrawal: "move",
	sitrep.Ceasefire: "accord", sitrep.Agreement: "accord", sitrep.Talks: "talks",
	sitrep.Sanction: "measure", sitrep.Aid: "measure", sitrep.Displacement: "people", sitrep.Destruction: "strike",
	sitrep.Violation: "strike", sitrep.Coup: "strike", sitrep.Protest: "people",
}

// setting is what the vectors of all candidates of one mention share.
type setting struct {
	*pool
	m      *sitrep.EventMention
	kind   string
	family string
	lemma  string
	taken  map[sitrep.Role]int // how many candidates the rules give each role
	tier   string              // of the candidate that is described, with the coarse word for what it is
	what   string
	v      *maxent.Vector
}

func (p *pool) setting(m *sitrep.EventMention, all []Candidate) *setting {
	f := &setting{pool: p, m: m, kind: string(m.Kind), family: families[m.Kind], lemma: p.Tokens[m.Trigger].Lemma, taken: map[sitrep.Role]int{}}
	for i := range all {
		if r := all[i].rule; r != "" {
			f.taken[r]++
		}
	}
	return f
}

// vector writes what a decision on a candidate is made on.
func (f *setting) vector(c *Candidate, v *maxent.Vector) {
	f.v, f.tier, f.what = v, tierNames[c.tier()], f.whatIs(c)
	f.v.Add("kind", f.tier, f.kind)
	f.syntax(c)
	f.place(c)
	if c.far == 0 {
		f.governor(c)
	}
	f.who(c)
	f.elsewhere(c)
}

func (f *setting) syntax(c *Candidate) {
	r := c.rule
	f.v.Add("rule", string(r))
	f.v.Add("rule kind", string(r), f.kind)
	for _, role := range []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party} {
		n := f.taken[role]
		if role == r {
			n--
		}
		f.v.Add("others", string(role), bucket(n, 0, 1), f.family, f.tier, string(r))
	}
	what := f.what
	for _, a := range c.args {
		f.v.Add("slot", a.slot)
		f.v.Add("slot family", a.slot, f.family)
		f.v.Add("slot kind", a.slot, f.kind)
		f.v.Add("slot lemma", a.slot, f.lemma)
		f.v.Add("slot via", a.slot, a.via)
		f.v.Add("slot via family", a.slot, a.via, f.family)
		f.v.Add("slot what", a.slot, what, f.family)
	}
	if c.args == nil {
		f.v.Add("no slot", f.family, what)
	}
}

// place says where the candidate stands as seen from the trigger.
func (f *setting) place(c *Candidate) {
	if c.far != 0 {
		far := bucket(c.far, -4, -1, 0, 3)
		f.v.Add("far", far, f.family)
		f.v.Add("far kind", far, f.kind)
		f.v.Add("far what", far, f.what, f.kind)
		return
	}
	side := "before"
	if c.Head > f.m.Trigger {
		side = "after"
	}
	d := bucket(distance(c.Head, f.m.Trigger), 1, 2, 4, 8, 16)
	f.v.Add("distance", side, d)
	f.v.Add("distance kind", side, d, f.kind)
	path := f.path(f.m.Trigger, c.Head)
	f.v.Add("path", path)
	f.v.Add("path family", path, f.family)
	f.v.Add("path what", path, f.what, f.kind)
}

// governor says how the candidate stands in its own clause.
func (f *setting) governor(c *Candidate) {
	t := &f.Tokens[c.Head]
	rel := t.Deprel
	if t.Head < 0 {
		f.v.Add("governor root", f.family)
		return
	}
	pre := f.before[c.Head]
	g := f.Tokens[t.Head].Lemma
	near := bucket(c.far, -1, 0)
	f.v.Add("governor", near, rel, pre, g)
	f.v.Add("governor family", near, rel, pre, g, f.family)
	f.v.Add("relation kind", near, rel, pre, f.kind)
	f.v.Add("governor is trigger", near, rel, pre, boolean(t.Head == f.m.Trigger), f.family)
}

// who says what the candidate is.
func (f *setting) who(c *Candidate) {
	t := &f.Tokens[c.Head]
	lemma := strings.ToLower(t.Lemma)
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

// path is the way in the tree from one token to another, as relations up and down; "long" where it has more than five steps.
func (f *setting) path(from, to int) string {
	up := []int{from}
	for h, n := from, 0; n < 6 && f.Tokens[h].Head >= 0; n++ {
		h = f.Tokens[h].Head
		up = append(up, h)
	}
	var down []string
	for h, n := to, 0; n < 6 && h >= 0; n++ {
		if i := indexOf(up, h); i >= 0 {
			if i+len(down) > 5 {
				return "long"
			}
			var b strings.Builder
			for _, u := range up[:i] {
				b.WriteString("<" + f.Tokens[u].Deprel)
			}
			for k := len(down) - 1; k >= 0; k-- {
				b.WriteString(">" + down[k])
			}
			return b.String()
		}
		step := f.Tokens[h].Deprel
		if p := f.before[h]; p != "" {
			step += ":" + p
		}
		down = append(down, step)
		h = f.Tokens[h].Head
	}
	return "long"
}

func indexOf(all []int, x int) int {
	for i, y := range all {
		if x == y {
			return i
		}
	}
	return -1
}

func boolean(b bool) string {
	if b {
		return "+"
	}
	return "-"
}

// bucket is the number of the first bound that n does not exceed.
func bucket(n int, bounds ...int) string {
	for i, b := range bounds {
		if n <= b {
			return string(rune('a' + i))
		}
	}
	return "z"
}
